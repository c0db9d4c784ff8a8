import type { Release } from "../domain/release.ts";
import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import {
  type FilesToWrite,
  type Measure,
  measure,
  type ReleaseFiles,
  type SiteFiles,
} from "../incremental/stale-files.ts";
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
): SiteFiles {
  return {
    releases: site.edition.releases.map((release) => releaseFiles(release, site)),
    pages: [...archivePages(site)],
    outputs: [...outputsOfArchive(site, fingerprint)],
    copied: files,
  };
}

/** The same as a build writes them where nothing is there yet. */
export function allFilesToWrite(loaded: Pick<LoadedSite, "site" | "files">): FilesToWrite {
  const { releases, pages, outputs, copied } = filesOf(loaded);
  return {
    pages: [...releases.map(({ page }) => page), ...pages],
    outputs: [...releases.flatMap(({ beside }) => beside()), ...outputs],
    copied,
  };
}

/** The files of one release. */
export function releaseFiles(release: Release, site: Site): ReleaseFiles {
  return {
    page: pageOf(release, site),
    beside: () => [...forwardingPages(release, site), ...releaseOutputs(release, site)],
  };
}

/** The files of a site for machines that belong to no release alone. */
export function outputsOfArchive(site: Site, fingerprint: Measure = measureContent): Generator<SiteFile> {
  return archiveOutputs(site, { fingerprint, license: site.office.dataLicense });
}

function measureContent(file: SiteFile, content = file.content): Fingerprint {
  return measure(content);
}
