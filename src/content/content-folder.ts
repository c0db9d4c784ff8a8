import { lstatSync, readdirSync, type Stats } from "node:fs";
import { realpath } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { fileStamp } from "../domain/file-stamp.ts";
import { FILE_FIELD, type Problem, quoted } from "../domain/problem.ts";

/** A regular file below the content folder. */
export type ContentFile = {
  /** Path below the content folder, `/` between its parts, NFC: `pressemitteilungen/2019/2019-03-27-x.md`. */
  readonly name: string;
  /** Absolute path. */
  readonly path: string;
  /** What the file is called in a problem: `content/pressemitteilungen/2019/2019-03-27-x.md`. */
  readonly shownAs: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** Changes whenever the file does: size, inode, times of change. Empty where it changed too lately to tell. */
  readonly stamp: string;
};

/** What lies below the content folder: regular files by {@link ContentFile.name}. Nothing else is ever opened. */
export type ContentFolder = {
  /** Absolute path. */
  readonly root: string;
  readonly files: ReadonlyMap<string, ContentFile>;
  readonly problems: readonly Problem[];
  /** What a file of the folder is called in a problem, whether it exists or not. */
  readonly shownAs: (name: string) => string;
};

const DEEPEST = 6;

/**
 * How long a file must have rested, in milliseconds, for its times to tell it from a later version: file systems count
 * in ticks, and two changes can fall into one.
 */
const RESTED = 2_000;

/**
 * Lists a content folder once, synchronously, as ten thousand promises cost more than the disk. Symbolic links are
 * problems and are not followed, so nothing outside the folder can be read; sockets and devices likewise; hidden files
 * and Word's lock files (`~$…`) are passed over.
 *
 * @param folder the folder as the caller wrote it; it may itself be a link
 * @throws where the folder cannot be read
 */
export async function openContentFolder(folder: string): Promise<ContentFolder> {
  const root = await realpath(folder);
  const shownFolder = join(folder, "/").replaceAll("\\", "/");
  const shownAs = (name: string) => `${shownFolder}${name}`;
  const files = new Map<string, ContentFile>();
  const problems: Problem[] = [];
  const report = (name: string, message: string) =>
    problems.push({ file: shownAs(name), line: 1, column: 1, field: FILE_FIELD, message });

  const now = Date.now();
  const walk = (directory: string, prefix: string, depth: number): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (isPassedOver(entry.name)) continue;
      const name = `${prefix}${entry.name.normalize("NFC")}`;
      const path = `${directory}${sep}${entry.name}`;
      if (isUnreadableName(entry.name) && statsAt(path) === undefined) {
        report(
          name,
          `Der Name ${quoted(entry.name)} ist nicht in UTF-8 gespeichert und lässt sich so nicht lesen. Bitte umbenennen.`,
        );
      } else if (entry.isSymbolicLink()) {
        report(
          name,
          "ist nur eine Verknüpfung (Symlink) und wird nicht gelesen. Erwartet wird die Datei selbst an dieser Stelle.",
        );
      } else if (entry.isDirectory()) {
        if (depth < DEEPEST) walk(path, `${name}/`, depth + 1);
        else
          report(
            name,
            "liegt zu tief verschachtelt. Erwartet werden Dateien wie pressemitteilungen/2019/2019-03-27-kurzname.md.",
          );
      } else if (entry.isFile()) {
        const stats = lstatSync(path, { throwIfNoEntry: false });
        // Editors save through files that are gone a moment later.
        if (stats === undefined) continue;
        const namesake = files.get(name);
        if (namesake !== undefined) {
          const names = [namesake.path, path].map((one) => quoted(basename(one))).sort();
          report(
            name,
            `Die Namen ${names.join(" und ")} unterscheiden sich nur darin, wie ihre Umlaute gespeichert sind (NFC und NFD). Bitte eine der beiden Dateien umbenennen oder löschen.`,
          );
          continue;
        }
        files.set(name, {
          name,
          path,
          shownAs: shownAs(name),
          bytes: stats.size,
          stamp: stampOf(stats, now),
        });
      } else {
        report(name, "ist keine gewöhnliche Datei und wird nicht gelesen.");
      }
    }
  };
  walk(root, "", 0);
  return { root, files, problems, shownAs };
}

/** The stamp of a file that was looked at not before `now`; empty of one that may still be changing. */
function stampOf(stats: Stats, now: number): string {
  return stats.ctimeMs + RESTED < now ? fileStamp(stats) : "";
}

function isPassedOver(name: string): boolean {
  return name.startsWith(".") || name.startsWith("~$");
}

/** Whether a name may hold bytes that Node shows as this sign, and by which it cannot find the file again. */
function isUnreadableName(name: string): boolean {
  return name.includes("\uFFFD");
}

/**
 * Lists a content folder again of which it is known where something changed, as by whoever watches it: listing ten
 * thousand files takes longer than making a page.
 *
 * @param changed paths below the folder
 * @returns `undefined` where more changed than what files hold, so that the whole folder must be listed
 */
export function relistContentFolder(
  folder: ContentFolder,
  changed: readonly string[],
): ContentFolder | undefined {
  const now = Date.now();
  const files = new Map(folder.files);
  const changedLately = [...files.values()].filter(({ stamp }) => stamp === "");
  const noticed = changed
    .filter((below) => !below.split(sep).some(isPassedOver))
    .map((below) => ({
      name: below.replaceAll(sep, "/").normalize("NFC"),
      path: join(folder.root, below),
    }));
  for (const { name, path } of [...noticed, ...changedLately]) {
    const known = files.get(name);
    const stats = statsAt(path);
    if (isUnreadableName(name)) return undefined;
    // An editor's program saves through files that are gone before anybody lists them.
    if (known === undefined && stats === undefined && !isFolderOf(files, name)) continue;
    if (known?.path !== path || stats === undefined || !stats.isFile()) return undefined;
    files.set(name, { ...known, bytes: stats.size, stamp: stampOf(stats, now) });
  }
  return { ...folder, files };
}

/** Nothing too where a file stands in the place of a folder: then all is listed, and tells what it meets. */
function statsAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

function isFolderOf(files: ContentFolder["files"], name: string): boolean {
  return files.keys().some((file) => file.startsWith(`${name}/`));
}
