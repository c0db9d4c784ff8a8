import { slugify } from "./slug.ts";

/**
 * Every address of the site, below the site's root: lower case, German, ending in `/`. Addresses never
 * change; a new form of one is added, and the old one redirects.
 */

/** The addresses that stand whatever the archive holds. */
export const ADDRESSES = {
  start: "/",
  releases: "/pressemitteilungen/",
  topics: "/themen/",
  places: "/orte/",
  aToZ: "/a-z/",
  events: "/termine/",
  search: "/suche/",
  data: "/daten/",
  authenticity: "/echtheit/",
  editing: "/redaktion/",
  notFound: "/404.html",
} as const;

/**
 * The address of a release.
 *
 * @example releaseAddress("2019-03-27", "gemeinsam-klappts") → "/pressemitteilungen/2019/03/27/gemeinsam-klappts/"
 */
export function releaseAddress(day: string, slug: string): string {
  return `${ADDRESSES.releases}${day.replaceAll("-", "/")}/${slug}/`;
}

/**
 * The archive of a year or of a month.
 *
 * @example archiveAddress("2019") → "/pressemitteilungen/2019/"; archiveAddress("2019-03") → "/pressemitteilungen/2019/03/"
 */
export function archiveAddress(period: string): string {
  return `${ADDRESSES.releases}${period.replaceAll("-", "/")}/`;
}

/**
 * One page of a list that is spread over several; the first is the list's own address.
 *
 * @example listPageAddress("/themen/integration/", 2) → "/themen/integration/seite/2/"
 */
export function listPageAddress(base: string, number: number): string {
  return number === 1 ? base : `${base}seite/${number}/`;
}

/** @example topicAddress("integration") → "/themen/integration/" */
export function topicAddress(slug: string): string {
  return `${ADDRESSES.topics}${slug}/`;
}

/** @example placeAddress("bad-sassendorf") → "/orte/bad-sassendorf/" */
export function placeAddress(slug: string): string {
  return `${ADDRESSES.places}${slug}/`;
}

/** @example standingPageAddress("impressum") → "/impressum/" */
export function standingPageAddress(slug: string): string {
  return `/${slug}/`;
}

/**
 * The short link made of a press ID without sign.
 *
 * @example shortLinkAddress("kso.2019.03.27.134") → "/kso.2019.03.27.134/"
 */
export function shortLinkAddress(shortPressId: string): string {
  return `/${shortPressId}/`;
}

/**
 * A file that comes with a release, its name made fit for an address.
 *
 * @example attachmentAddress("/pressemitteilungen/2019/03/27/x/", "Amtsblatt Nr. 12.PDF") → "/pressemitteilungen/2019/03/27/x/amtsblatt-nr-12.pdf"
 */
export function attachmentAddress(release: string, fileName: string): string {
  const dot = fileName.lastIndexOf(".");
  return `${release}${slugify(fileName.slice(0, dot))}${fileName.slice(dot).toLowerCase()}`;
}
