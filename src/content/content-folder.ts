import { lstat, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
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
};

/** What lies below the content folder: regular files by {@link ContentFile.name}. Nothing else is ever opened. */
export type ContentFolder = {
  readonly files: ReadonlyMap<string, ContentFile>;
  readonly problems: readonly Problem[];
  /** What a file of the folder is called in a problem, whether it exists or not. */
  readonly shownAs: (name: string) => string;
};

const DEEPEST = 6;

/**
 * Lists a content folder once. Symbolic links are problems and are not followed, so nothing outside the folder
 * can be read; sockets and devices likewise; hidden files are passed over.
 *
 * @param folder the folder as the caller wrote it; it may itself be a link
 * @throws where the folder cannot be read
 */
export async function openContentFolder(folder: string): Promise<ContentFolder> {
  const root = await realpath(folder);
  const shownAs = (name: string) => join(folder, name).replaceAll("\\", "/");
  const files = new Map<string, ContentFile>();
  const problems: Problem[] = [];
  const report = (name: string, message: string) =>
    problems.push({ file: shownAs(name), line: 1, column: 1, field: FILE_FIELD, message });

  const walk = async (directory: string, prefix: string, depth: number): Promise<void> => {
    const entries = await readdir(directory, { withFileTypes: true });
    const below: Promise<void>[] = [];
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const name = `${prefix}${entry.name.normalize("NFC")}`;
      const path = join(directory, entry.name);
      if (entry.isSymbolicLink()) {
        report(
          name,
          "ist nur eine Verknüpfung (Symlink) und wird nicht gelesen. Erwartet wird die Datei selbst an dieser Stelle.",
        );
      } else if (entry.isDirectory()) {
        if (depth < DEEPEST) below.push(walk(path, `${name}/`, depth + 1));
        else
          report(
            name,
            "liegt zu tief verschachtelt. Erwartet werden Dateien wie pressemitteilungen/2019/2019-03-27-kurzname.md.",
          );
      } else if (entry.isFile()) {
        below.push(
          lstat(path).then(({ size }) => {
            files.set(name, { name, path, shownAs: shownAs(name), bytes: size });
          }),
        );
      } else {
        report(name, "ist keine gewöhnliche Datei und wird nicht gelesen.");
      }
    }
    await Promise.all(below);
  };
  await walk(root, "", 0);
  return { files, problems, shownAs };
}
