import { hash } from "node:crypto";
import { statSync } from "node:fs";
import { type SiteFile, servedFile } from "../domain/site-file.ts";
import type { Fingerprint } from "../outputs/open-data.ts";
import type { KeptFile, KeptFiles, KeptPlace } from "./build-cache.ts";
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

/** A release's page and what lies beside it: its text, its data, its short link. */
export type ReleaseFiles = {
  readonly page: SiteFile;
  /**
   * The files beside the page. They are asked for only where that is stale, so they must tell of no release that it
   * does not tell of, and of no facts.
   */
  readonly beside: () => readonly SiteFile[];
};

/** All files of a site: those of each release, and the others. */
export type SiteFiles = FilesToWrite & { readonly releases: readonly ReleaseFiles[] };

/** What the last build left. */
export type LastBuild = {
  /** The files of the site but those beside a release's page. */
  readonly files: KeptFiles;
  /** The files beside the page at a path. */
  readonly filesBeside: (page: string) => KeptFiles;
};

/** What of a site has to be written, and what to keep of it for the next build. */
export type StaleFiles = FilesToWrite & {
  /** What is to be kept of each file to write, but how it will lie in the target, by path below that. */
  readonly records: ReadonlyMap<string, () => Pick<KeptFile, "page" | "fingerprint">>;
  /** Paths of the files to write that the last build wrote too. */
  readonly replaced: readonly string[];
  /** Kept files that this site has no more. */
  readonly gone: readonly KeptPlace[];
};

/**
 * Of all files of a site those that cannot stay as they lie in the target: made from something else, or missing.
 *
 * @param lacking kept files that are not as they were written; waited for when all that can be told without is known
 */
export async function staleFiles(
  all: SiteFiles,
  fingerprintOf: FingerprintOf,
  last: LastBuild,
  lacking: Promise<readonly KeptPlace[]>,
): Promise<StaleFiles> {
  const fingerprint = (file: AnyFile) => ("path" in file ? copyFingerprint(file.path) : fingerprintOf(file));
  const changedOn = ({ files, before }: Shelf) =>
    files.filter((file) => before.get(servedFile(file.address))?.fingerprint !== fingerprint(file));
  const pages = [...all.releases.map(({ page }) => page), ...all.pages];
  const main = { page: "", files: [...pages, ...all.outputs, ...all.copied], before: last.files };
  const changed = new Set(changedOn(main));

  const missing = await lacking;
  const missingPaths = new Set(missing.map(({ path }) => path));
  const incomplete = new Set(missing.map(({ page }) => page));
  const isStale = (file: AnyFile) => changed.has(file) || missingPaths.has(servedFile(file.address));
  const besidePages = all.releases.flatMap(({ page, beside }): Shelf<SiteFile>[] => {
    const path = servedFile(page.address);
    if (!isStale(page) && !incomplete.has(path)) return [];
    return [
      { page: path, files: beside(), before: last.files.has(path) ? last.filesBeside(path) : new Map() },
    ];
  });
  for (const file of besidePages.flatMap(changedOn)) changed.add(file);

  const besideGone = goneFrom(main).map(({ path }) => ({
    page: path,
    files: [],
    before: last.filesBeside(path),
  }));
  const shelves = [main, ...besidePages, ...besideGone];
  const stale = shelves.flatMap(({ page, files, before }) =>
    files.filter(isStale).map((file) => ({ page, file, path: servedFile(file.address), before })),
  );
  return {
    pages: pages.filter(isStale),
    outputs: [...besidePages.flatMap(({ files }) => files), ...all.outputs].filter(isStale),
    copied: all.copied.filter(isStale),
    records: new Map(
      stale.map(({ page, path, file }) => [path, () => ({ page, fingerprint: fingerprint(file) })]),
    ),
    replaced: stale
      .filter(({ path, before }) => before.has(path) && !missingPaths.has(path))
      .map(({ path }) => path),
    gone: shelves.flatMap(goneFrom),
  };
}

type AnyFile = SiteFile | StaticFile;

/** Files that are kept beside the same page, as they are to be and as the last build left them. */
type Shelf<File extends AnyFile = AnyFile> = {
  /** Path of the page; empty for files beside none. */
  readonly page: string;
  readonly files: readonly File[];
  readonly before: KeptFiles;
};

function goneFrom({ page, files, before }: Shelf): KeptPlace[] {
  const there = new Set(files.map(({ address }) => servedFile(address)));
  return Array.from(
    before.keys().filter((path) => !there.has(path)),
    (path) => ({ page, path }),
  );
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
