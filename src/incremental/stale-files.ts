import { hash } from "node:crypto";
import { statSync } from "node:fs";
import { type SiteFile, servedFile } from "../domain/site-file.ts";
import type { Fingerprint } from "../outputs/open-data.ts";
import type { KeptFiles } from "./build-cache.ts";
import type { FingerprintOf } from "./fingerprints.ts";

/** A file that comes with the site and is copied as it is: a rendition of a photo, an attachment. */
export type StaticFile = {
  /** Address below the site's root. */
  readonly address: string;
  /** Absolute path of its source. */
  readonly path: string;
};

/** The files that a build writes, by who writes them. */
export type FilesToWrite = {
  readonly pages: readonly SiteFile[];
  readonly outputs: readonly SiteFile[];
  readonly copied: readonly StaticFile[];
};

/** What of a site has to be written, and what to keep of it for the next build. */
export type StaleFiles = FilesToWrite & {
  /** What tells the fingerprints of the files to write, by path below the target. */
  readonly fingerprints: ReadonlyMap<string, () => string>;
  /** Paths of kept files that this site has no more. */
  readonly gone: readonly string[];
};

/**
 * Of all files of a site those that cannot stay as they lie in the target: made from something else, or missing.
 *
 * @param lacking kept files that are not as they were written; waited for when all that can be told without is known
 */
export async function staleFiles(
  all: FilesToWrite,
  fingerprintOf: FingerprintOf,
  kept: KeptFiles,
  lacking: Promise<ReadonlySet<string>>,
): Promise<StaleFiles> {
  const fingerprint = (file: SiteFile | StaticFile) =>
    "path" in file ? copyFingerprint(file.path) : fingerprintOf(file);
  const files = [...all.pages, ...all.outputs, ...all.copied];
  const changed = new Set<SiteFile | StaticFile>();
  let knownCount = 0;
  for (const file of files) {
    const before = kept.get(servedFile(file.address));
    if (before !== undefined) knownCount += 1;
    if (before === undefined || before.fingerprint !== fingerprint(file)) changed.add(file);
  }
  const missing = await lacking;
  const isStale = (file: SiteFile | StaticFile) =>
    changed.has(file) || (missing.size > 0 && missing.has(servedFile(file.address)));
  const stale = {
    pages: all.pages.filter(isStale),
    outputs: all.outputs.filter(isStale),
    copied: all.copied.filter(isStale),
  };
  const written = [...stale.pages, ...stale.outputs, ...stale.copied];
  return {
    ...stale,
    fingerprints: new Map(written.map((file) => [servedFile(file.address), () => fingerprint(file)])),
    gone: knownCount === kept.size ? [] : goneFiles(files, kept),
  };
}

function goneFiles(files: readonly (SiteFile | StaticFile)[], kept: KeptFiles): string[] {
  const there = new Set(files.map(({ address }) => servedFile(address)));
  return [...kept.keys()].filter((path) => !there.has(path));
}

function copyFingerprint(path: string): string {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  return `${path} ${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/** What tells the size and SHA-256 of a file that other files describe; `content` is given where it was just made. */
export type Measure = (file: SiteFile, content?: string) => Fingerprint;

/**
 * Measures files when they are made; one that is unchanged since the last build is not made to be measured.
 *
 * @param measured takes each answer by path, to be kept for the next build
 */
export function keptMeasure(
  kept: KeptFiles,
  fingerprintOf: FingerprintOf,
  measured: Map<string, Fingerprint>,
): Measure {
  return (file, content) => {
    const path = servedFile(file.address);
    const before = kept.get(path);
    const isKnown =
      before !== undefined && before.sha256 !== "" && before.fingerprint === fingerprintOf(file);
    const fingerprint =
      (content === undefined ? measured.get(path) : undefined) ??
      (isKnown ? { bytes: before.size, sha256: before.sha256 } : measure(content ?? file.content));
    measured.set(path, fingerprint);
    return fingerprint;
  };
}

/** @example measure("ä") → { bytes: 2, sha256: "…" } */
export function measure(content: string): Fingerprint {
  const bytes = Buffer.from(content);
  return { bytes: bytes.length, sha256: hash("sha256", bytes) };
}
