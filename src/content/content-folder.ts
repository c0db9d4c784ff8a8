import { lstatSync, readdirSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { FILE_FIELD, type Problem } from "../domain/problem.ts";

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
 * Lists a content folder once, synchronously, as ten thousand promises cost more than the disk. Symbolic links are problems and are not followed, so nothing outside the folder
 * can be read; sockets and devices likewise; hidden files and Word's lock
 * files (`~$…`) are passed over.
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
      if (entry.name.startsWith(".") || entry.name.startsWith("~$")) continue;
      const name = `${prefix}${entry.name.normalize("NFC")}`;
      const path = `${directory}${sep}${entry.name}`;
      if (entry.isSymbolicLink()) {
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
        const { size, mtimeMs, ctimeMs, ino } = stats;
        const stamp = ctimeMs + RESTED < now ? `${size} ${mtimeMs} ${ctimeMs} ${ino}` : "";
        files.set(name, { name, path, shownAs: shownAs(name), bytes: size, stamp });
      } else {
        report(name, "ist keine gewöhnliche Datei und wird nicht gelesen.");
      }
    }
  };
  walk(root, "", 0);
  return { root, files, problems, shownAs };
}
