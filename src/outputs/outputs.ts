import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import { calendarFiles } from "./calendar.ts";
import { catalogFile } from "./catalog.ts";
import { feedFiles } from "./feeds.ts";
import { ninjsFiles } from "./ninjs.ts";
import { dataYears, type OpenDataOptions, openDataFiles } from "./open-data.ts";
import { redirectsFile } from "./redirects.ts";
import { robotsFile } from "./robots.ts";
import { securityFile } from "./security.ts";
import { newsSitemapFile, sitemapFiles } from "./sitemap.ts";
import { textFiles } from "./text.ts";

/** Every file of the site for machines, each at its own address; the one place that says which there are. */
export function* allOutputs(site: Site, options: OpenDataOptions): Generator<SiteFile> {
  yield* feedFiles(site);
  yield* ninjsFiles(site);
  yield* textFiles(site);
  yield* calendarFiles(site);
  const years = dataYears(site, options);
  yield* openDataFiles(site, years, options);
  yield catalogFile(site, years, options.license);
  yield* sitemapFiles(site);
  yield newsSitemapFile(site);
  yield redirectsFile(site);
  yield robotsFile(site);
  yield securityFile(site);
}
