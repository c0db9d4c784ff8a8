import { ADDRESSES } from "../domain/address.ts";
import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import { NEWS_SITEMAP_ADDRESS, SITEMAP_ADDRESS } from "./sitemap.ts";

/** Robots Exclusion Protocol (RFC 9309): all may read all but the editing page, and nothing of a preview. */
export function robotsFile(site: Site): SiteFile {
  const closed = site.isPreview ? ADDRESSES.start : ADDRESSES.editing;
  const sitemaps = [SITEMAP_ADDRESS, NEWS_SITEMAP_ADDRESS].map(
    (address) => `Sitemap: ${site.absoluteUrl(address)}\n`,
  );
  return {
    address: "/robots.txt",
    releases: [],
    content: `User-agent: *\nDisallow: ${site.url(closed)}\n\n${sitemaps.join("")}`,
  };
}
