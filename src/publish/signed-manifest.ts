import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { type GoodSignature, type SignatureFault, type SigningOptions, signFile } from "./minisign.ts";

/** Name of the manifest, at the root of the folder that it lists. */
export const MANIFEST = "SHA256SUMS";

/** Name of its signature, beside it. */
export const MANIFEST_SIGNATURE = `${MANIFEST}.minisig`;

/** A manifest as text, and how many files it lists. */
export type Manifest = { readonly text: string; readonly count: number };

/**
 * Lists every file below a folder but the manifest and its signature, sorted by path, as `sha256sum -c` reads it.
 *
 * @example manifestOf("/srv/site").text → "9f86…0a08  404.html\n3b1c…77e2  a-z/index.html\n…"
 * @throws Error for what such a list cannot vouch for: a link, a file name with a line end; or the file system's own
 */
export function manifestOf(folder: string): Manifest {
  const { files, others } = entriesBelow(folder);
  const unfit = [...others, ...files.filter((path) => /[\\\n\r]/.test(path))];
  if (unfit.length > 0) throw new Error(`${MANIFEST} cannot list ${JSON.stringify(unfit[0])}`);
  const lines = files.map((path) => `${sha256(readFileSync(join(folder, path)))}  ${path}\n`);
  return { text: lines.join(""), count: lines.length };
}

/** Writes a manifest and its signature to the root of the folder that it lists: both, or neither and why. */
export function writeSigned(
  manifest: Manifest,
  folder: string,
  options: SigningOptions,
): GoodSignature | SignatureFault {
  const fresh = join(folder, `${MANIFEST}.neu`);
  try {
    writeFileSync(fresh, manifest.text);
    const signed = signFile(fresh, join(folder, MANIFEST_SIGNATURE), options);
    if (!("fault" in signed)) renameSync(fresh, join(folder, MANIFEST));
    return signed;
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** How a folder differs from its manifest, as paths; all empty where nothing does. */
export type ManifestDifference = {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** What the manifest does not list. */
  readonly extra: readonly string[];
  /** Lines of the manifest that are none, by number from 1. */
  readonly unreadableLines: readonly number[];
};

/**
 * Compares a folder with a manifest.
 *
 * Copies that a server sends compressed (`x.br`, `x.gz` beside a listed `x`) need no line: they are unpacked and must
 * hold what the line of `x` says, as it is them that most readers get.
 *
 * @example compareWithManifest("/srv/site", manifestOf("/srv/site").text).changed → []
 */
export function compareWithManifest(folder: string, manifest: string): ManifestDifference {
  const { digests, unreadableLines } = readManifest(manifest);
  const { files, others } = entriesBelow(folder);
  const digestAt = (path: string) => sha256(readFileSync(join(folder, path)));
  // The list and its signature are served compressed too, and stand in no list.
  const own = [MANIFEST, MANIFEST_SIGNATURE].filter((name) => existsSync(join(folder, name)));
  const copied = new Map([...digests, ...own.map((name) => [name, digestAt(name)] as const)]);
  const listed = files.filter((path) => digests.has(path));
  const copies = files.filter((path) => !digests.has(path) && copied.has(originalOf(path)));
  const known = new Set([...listed, ...copies]);
  return {
    changed: [
      ...listed.filter((path) => digestAt(path) !== digests.get(path)),
      ...copies.filter((path) => unpackedDigest(join(folder, path)) !== copied.get(originalOf(path))),
    ].sort(),
    missing: [...digests.keys()].filter((path) => !known.has(path)),
    extra: [...files.filter((path) => !known.has(path)), ...others],
    unreadableLines,
  };
}

const LINE = /^(?<digest>[0-9a-f]{64}) [ *](?:\.\/)?(?<path>.+)$/;

function readManifest(text: string) {
  const digests = new Map<string, string>();
  const unreadableLines: number[] = [];
  for (const [index, line] of text.replace(/\n$/, "").split("\n").entries()) {
    const { digest, path } = LINE.exec(line)?.groups ?? {};
    if (digest === undefined || path === undefined) unreadableLines.push(index + 1);
    else digests.set(path, digest);
  }
  return { digests, unreadableLines };
}

/** Paths below a folder with `/` between their parts, sorted by code unit, so that no locale changes the order. */
function entriesBelow(folder: string) {
  const files: string[] = [];
  const others: string[] = [];
  // Not readdir's own recursion, which follows links out of the folder.
  const collect = (parent: string) => {
    for (const entry of readdirSync(join(folder, parent), { withFileTypes: true })) {
      const path = `${parent}${entry.name}`;
      if (entry.isDirectory()) collect(`${path}/`);
      else if (path !== MANIFEST && path !== MANIFEST_SIGNATURE) (entry.isFile() ? files : others).push(path);
    }
  };
  collect("");
  return { files: files.sort(), others: others.sort() };
}

/** @example originalOf("index.html.br") → "index.html" */
function originalOf(path: string): string {
  return path.replace(/\.(?:br|gz)$/, "");
}

/** The most that a copy may unpack to, in bytes: more than any file of a site, less than fills a machine. */
const MOST_BYTES = 2 ** 28;

/** The digest of what a compressed copy holds; none where it cannot be unpacked. */
function unpackedDigest(path: string): string | undefined {
  const unpack = path.endsWith(".br") ? brotliDecompressSync : gunzipSync;
  try {
    return sha256(unpack(readFileSync(path), { maxOutputLength: MOST_BYTES }));
  } catch {
    return undefined;
  }
}

function sha256(bytes: Uint8Array): string {
  return hash("sha256", bytes);
}
