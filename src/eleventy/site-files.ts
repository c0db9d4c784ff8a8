import type { Release } from "../domain/release.ts";
import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import { type FilesToWrite, type Measure, measure } from "../incremental/stale-files.ts";
import type { Fingerprint } from "../outputs/open-data.ts";
import { archiveOutputs, releaseOutputs } from "../outputs/outputs.ts";
import { archivePages, forwardingPages, pageOf } from "./pages.ts";
import type { LoadedSite } from "./site-source.ts";

/** No file at all. */
export const NO_FILES: FilesToWrite = { pages: [], outputs: [], copied: [] };

/** Every file of a site, none of them made yet: pages, what machines read and what is copied. */
export function filesOf(
  { site, files }: Pick<LoadedSite, "site" | "files">,
  fingerprint: Measure = measureContent,
): FilesToWrite {
  const { releases } = site.edition;
  return {
    pages: [...releases.map((release) => pageOf(release, site)), ...archivePages(site)],
    outputs: [
      ...releases.flatMap((release) => [...filesBesidePage(release, site)]),
      ...outputsOfArchive(site, fingerprint),
    ],
    copied: files,
  };
}

/** The files of one release: its page, and all that belongs to it. */
export function* releaseFiles(release: Release, site: Site): Generator<SiteFile> {
  yield pageOf(release, site);
  yield* filesBesidePage(release, site);
}

function* filesBesidePage(release: Release, site: Site): Generator<SiteFile> {
  yield* forwardingPages(release, site);
  yield* releaseOutputs(release, site);
}

/** The files of a site for machines that belong to no release alone. */
export function outputsOfArchive(site: Site, fingerprint: Measure = measureContent): Generator<SiteFile> {
  return archiveOutputs(site, { fingerprint, license: site.office.dataLicense });
}

function measureContent(file: SiteFile, content = file.content): Fingerprint {
  return measure(content);
}
