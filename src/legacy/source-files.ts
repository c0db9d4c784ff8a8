import { glob, lstat, readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** A file to read, and the folder within which files beside it are looked for. */
export type SourceFile = {
  /** Path as the caller wrote it, or below a folder that the caller wrote. */
  readonly path: string;
  /** Absolute path of the folder named on the command line; of a single file, its own. */
  readonly root: string;
};

/** Endings of pages and texts; files that browsers and mirroring programs save beside them are passed over. */
const TEXT_ENDING = /\.(?:txt|text|md|html?|xhtml|php|aspx|asp|xml|rss|atom)$/i;
/** Names that mirroring programs give to addresses without ending: `1107350`, `meldung.aspx@ID=1184727`. */
const ADDRESS_NAME = /^(?:[a-z0-9-]{6,}|.+\.(?:php|aspx)[?@].*)$/i;

/**
 * Finds the sources that the arguments name: files as they are, folders with all below them, patterns such as
 * `archiv/*.html`. Symbolic links are not followed.
 *
 * @returns the files in the order of their paths, or the argument that names nothing
 */
export async function findSources(
  args: readonly string[],
): Promise<readonly SourceFile[] | { readonly missing: string }> {
  const sources = new Map<string, SourceFile>();
  for (const arg of args) {
    const found = await sourcesOf(arg);
    if (found.length === 0) return { missing: arg };
    for (const source of found) {
      const path = resolve(source.path);
      if (!sources.has(path)) sources.set(path, source);
    }
  }
  return [...sources.values()].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

async function sourcesOf(arg: string): Promise<SourceFile[]> {
  const status = await lstat(arg).catch(() => undefined);
  if (status?.isDirectory()) return filesBelow(arg, resolve(arg));
  if (status?.isFile()) return [{ path: arg, root: dirname(resolve(arg)) }];
  if (!/[*?[{]/.test(arg)) return [];
  const matches: SourceFile[] = [];
  for await (const path of glob(arg)) {
    const match = await lstat(path);
    if (match.isFile()) matches.push({ path, root: dirname(resolve(path)) });
    else if (match.isDirectory()) matches.push(...(await filesBelow(path, resolve(path))));
  }
  return matches;
}

async function filesBelow(folder: string, root: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && (TEXT_ENDING.test(entry.name) || ADDRESS_NAME.test(entry.name)))
    .map(({ parentPath, name }) => ({ path: join(parentPath, name), root }));
}
