import { hash } from "node:crypto";
import { statSync } from "node:fs";
import { fileStamp } from "../domain/file-stamp.ts";
import { once } from "../domain/once.ts";
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
  // Taken before the copy is made: what comes in its place later is another file.
  const ofCopy = once(({ path }: StaticFile) => copyFingerprint(path));
  const fingerprint = (file: AnyFile) => ("path" in file ? ofCopy(file) : fingerprintOf(file));
  const pages = [...all.releases.map(({ page }) => page), ...all.pages];
  const main = { page: "", files: byPath([...pages, ...all.outputs, ...all.copied]), before: last.files };
  const stale = new Set(changedOn(main, fingerprint));

  const missing = await lacking;
  const missingPaths = new Set(missing.map(({ path }) => path));
  const incomplete = new Set(missing.map(({ page }) => page));
  for (const path of missingPaths) stale.add(path);
  const besidePages = all.releases.flatMap(({ page, beside }): Shelf<SiteFile>[] => {
    const path = servedFile(page.address);
    if (!stale.has(path) && !incomplete.has(path)) return [];
    return [
      { page: path, files: byPath(beside()), before: last.files.has(path) ? last.filesBeside(path) : NONE },
    ];
  });
  for (const path of besidePages.flatMap((shelf) => changedOn(shelf, fingerprint))) stale.add(path);
  const besideGone = goneFrom(main).map(({ path }) => ({
    page: path,
    files: NONE,
    before: last.filesBeside(path),
  }));

  const shelves: readonly Shelf[] = [main, ...besidePages, ...besideGone];
  const isStale = ({ address }: AnyFile) => stale.has(servedFile(address));
  return {
    pages: pages.filter(isStale),
    outputs: [...besidePages.flatMap(({ files }) => [...files.values()]), ...all.outputs].filter(isStale),
    copied: all.copied.filter(isStale),
    records: new Map(
      shelves.flatMap(({ page, files }) =>
        Array.from(files)
          .filter(([path]) => stale.has(path))
          .map(([path, file]) => [path, () => ({ page, fingerprint: fingerprint(file) })]),
      ),
    ),
    replaced: shelves.flatMap(({ files, before }) =>
      [...files.keys()].filter((path) => stale.has(path) && before.has(path) && !missingPaths.has(path)),
    ),
    gone: shelves.flatMap(goneFrom),
  };
}

type AnyFile = SiteFile | StaticFile;

/** Files that are kept beside the same page, by path, as they are to be and as the last build left them. */
type Shelf<File extends AnyFile = AnyFile> = {
  /** Path of the page; empty for files beside none. */
  readonly page: string;
  readonly files: ReadonlyMap<string, File>;
  readonly before: KeptFiles;
};

const NONE = new Map<string, never>();

function byPath<File extends AnyFile>(files: readonly File[]): Map<string, File> {
  return new Map(files.map((file) => [servedFile(file.address), file]));
}

/** The paths of files that were made from something else, or are new. */
function changedOn({ files, before }: Shelf, fingerprint: (file: AnyFile) => string): string[] {
  return Array.from(files)
    .filter(([path, file]) => before.get(path)?.fingerprint !== fingerprint(file))
    .map(([path]) => path);
}

function goneFrom({ page, files, before }: Shelf): KeptPlace[] {
  return Array.from(before.keys())
    .filter((path) => !files.has(path))
    .map((path) => ({ page, path }));
}

function copyFingerprint(path: string): string {
  return `${path} ${fileStamp(statSync(path))}`;
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
