import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PROJECT = join(import.meta.dirname, "../..");
/** The code that reads a release's file. */
const READING = ["src/content", "src/domain", "src/markdown", "src/photos"];
/** The code that makes pages and files. */
const MAKING = ["src", "layouts"];
const FILES = [".eleventy.ts", "package-lock.json"];

/** What the code that a reading came from is known by; see {@link siteCodeDigest}. */
export function readingCodeDigest(): string {
  return codeDigest(READING);
}

/**
 * What the code that makes a site is known by: this project's own, the libraries of its lock file, and the versions of
 * Node, Unicode and time-zone data. A change of any of them makes every page anew.
 */
export function siteCodeDigest(): string {
  return codeDigest(MAKING);
}

function codeDigest(folders: readonly string[]): string {
  const files = [
    ...FILES,
    ...folders.flatMap((folder) =>
      readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(PROJECT.length + 1)),
    ),
  ].sort();
  const digests = files.map((file) => [file, hash("sha1", readFileSync(join(PROJECT, file)))]);
  return hash("sha1", JSON.stringify([digests, process.versions]));
}
