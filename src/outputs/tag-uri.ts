import type { Office } from "../domain/office.ts";
import { once } from "../domain/once.ts";

/** The year in which the office is known to have held its domain; part of every ID, so it never changes. */
const TAGGED_SINCE = "2026";

/**
 * The domain that vouches for the office's IDs: that of its homepage, or else the one kreis.yaml names for this
 * site. Never the host a build was made for, so IDs survive a move.
 *
 * @example authorityOf({ homepage: "https://www.kreis-soest.de/", … }) → "kreis-soest.de"
 */
export const authorityOf = once(({ homepage, url }: Pick<Office, "homepage" | "url">): string =>
  new URL(homepage ?? url).hostname.replace(/^www\./, ""),
);

/**
 * The ID of whatever stands at an address of this site, for ever and on every host (RFC 4151).
 *
 * @param address below the site's root, without path prefix
 * @example tagUri(office, "/feed.xml") → "tag:kreis-soest.de,2026:/feed.xml"
 */
export function tagUri(office: Pick<Office, "homepage" | "url">, address: string): string {
  return `tag:${authorityOf(office)},${TAGGED_SINCE}:${address}`;
}
