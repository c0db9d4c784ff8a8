import { existsSync, lstatSync, mkdirSync, readFileSync, type Stats, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { tryLink } from "./hard-link.ts";

/** A file to write: its path below a folder, and its text. */
export type WrittenFile = { readonly path: string; readonly content: string };

/**
 * Opens a folder for writing files into it, which it must not hold yet. The folders above each are made once.
 *
 * @param former folder of the same file system whose files are linked where they hold the same, so that they keep their
 *   time stamps
 * @returns a function that writes a file and answers how it lies there
 * @example const write = folderWriter("_site"); write({ path: "themen/feed.xml", content: "…" }).size → 4711
 * @throws what the file system throws
 */
export function folderWriter(folder: string, former?: string): (file: WrittenFile) => Stats {
  const made = new Set<string>();
  const hasFormer = former !== undefined && existsSync(former);
  return ({ path, content }) => {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    const isSame = hasFormer && holds(join(former, path), content) && tryLink(join(former, path), target);
    // Node writes a text at once where it is told that it is UTF-8, and copies it first where it is not.
    if (!isSame) writeFileSync(target, content, { encoding: "utf8", flag: "wx" });
    return lstatSync(target);
  };
}

function holds(path: string, content: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return (
    found?.isFile() === true &&
    found.size === Buffer.byteLength(content) &&
    readFileSync(path, "utf8") === content
  );
}
