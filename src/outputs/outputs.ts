import type { Release } from "../domain/release.ts";
import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import { appointmentFiles, calendarFile } from "./calendar.ts";
import { catalogFile } from "./catalog.ts";
import { feedFiles } from "./feeds.ts";
import { ninjsFile } from "./ninjs.ts";
import { dataYears, type OpenDataOptions, openDataFiles } from "./open-data.ts";
import { redirectsFile } from "./redirects.ts";
import { robotsFile } from "./robots.ts";
import { securityFile } from "./security.ts";
import { newsSitemapFile, sitemapFiles } from "./sitemap.ts";
import { textFile } from "./text.ts";

/** What machines read of one release, each at its own address; the one place that says what there is. */
export function* releaseOutputs(release: Release, site: Site): Generator<SiteFile> {
  yield ninjsFile(release, site);
  yield textFile(release, site);
  yield* appointmentFiles(release, site);
}

/** What machines read of the whole archive, likewise. */
export function* archiveOutputs(site: Site, options: OpenDataOptions): Generator<SiteFile> {
  yield* feedFiles(site);
  yield calendarFile(site);
  const years = dataYears(site, options);
  yield* openDataFiles(site, years, options);
  yield catalogFile(site, years, options.license);
  yield* sitemapFiles(site);
  yield newsSitemapFile(site);
  yield redirectsFile(site);
  yield robotsFile(site);
  yield securityFile(site);
}
