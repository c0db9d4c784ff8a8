import {
  ADDRESSES,
  archiveAddress,
  placeAddress,
  standingPageAddress,
  topicAddress,
} from "../domain/address.ts";
import { endOfNews } from "../domain/due-moment.ts";
import { once } from "../domain/once.ts";
import { modifiedMoment, publicationMoment, type Release } from "../domain/release.ts";
import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import { picturesOf } from "./story.ts";
import { timestamp, utcTimestamp } from "./timestamp.ts";
import { type XmlElement, xmlDocument } from "./xml.ts";

export const SITEMAP_ADDRESS = "/sitemap.xml";
export const NEWS_SITEMAP_ADDRESS = "/news-sitemap.xml";

/** The most addresses that one sitemap may hold (sitemaps.org). */
const MOST_URLS = 50_000;
/** The most addresses that a news sitemap may hold (Google News). */
const MOST_NEWS = 1_000;

const SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** An address with the moment it last changed, where that is known. */
type Entry = {
  readonly address: string;
  readonly modified?: number;
  readonly images?: readonly string[];
};

/** A sitemap of the index. */
type Part = { readonly address: string; readonly entries: readonly Entry[] };

/**
 * The index of sitemaps, one of the standing pages and lists and one of the releases of each year: a correction
 * changes that year's alone, and none comes near the protocol's limits; if one does, it is split.
 *
 * @param mostUrls the most addresses in one sitemap
 */
export function* sitemapFiles(site: Site, mostUrls = MOST_URLS): Iterable<SiteFile> {
  const parts = [...split("/sitemap-seiten", pageEntries(site), mostUrls), ...releaseParts(site, mostUrls)];
  const index = parts.map(({ address, entries }) => ({ address, ...latestOf(entries) }));
  yield {
    address: SITEMAP_ADDRESS,
    releases: [],
    facts: index,
    get content() {
      return sitemapIndex(index, site);
    },
  };
  for (const { address, entries } of parts) {
    yield {
      address,
      releases: [],
      facts: entries,
      get content() {
        return sitemap(entries, site);
      },
    };
  }
}

/** The releases of the last two days for news search; without any it is empty and valid. */
export function newsSitemapFile(site: Site): SiteFile {
  const { listed, now } = site.edition;
  const recent = listed
    .filter((release) => !release.isNoindex && now < endOfNews(release))
    .slice(0, MOST_NEWS);
  const urlset = {
    "@_xmlns": SITEMAPS,
    "@_xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
    url: recent.map((release) => newsEntry(release, site)),
  };
  return { address: NEWS_SITEMAP_ADDRESS, releases: recent, content: xmlDocument({ urlset }) };
}

function newsEntry(release: Release, site: Site): XmlElement {
  return {
    loc: site.absoluteUrl(release.address),
    "news:news": {
      "news:publication": { "news:name": site.office.name, "news:language": "de" },
      "news:publication_date": timestamp(publicationMoment(release)),
      "news:title": release.title,
    },
  };
}

function releaseParts(site: Site, mostUrls: number): Part[] {
  const indexed = site.edition.listed.filter((release) => !release.isNoindex);
  const byYear = Map.groupBy(indexed, (release) => release.date.day.slice(0, 4));
  return [...byYear].flatMap(([year, releases]) =>
    split(
      `/sitemap-${year}`,
      releases.map((release) => releaseEntry(release, site)),
      mostUrls,
    ),
  );
}

function releaseEntry(release: Release, site: Site): Entry {
  return {
    address: release.address,
    modified: modifiedMoment(release).instant,
    images: picturesOf(release, site).map(({ web }) => web.address),
  };
}

/** Lists changed when a release in them did; when a standing page changed is not known, so it is not said. */
function pageEntries({ edition, topics, places, pages }: Site): Entry[] {
  const { releases, byPeriod, byTopic, byPlace } = edition;
  return [
    listEntry(ADDRESSES.start, releases),
    listEntry(ADDRESSES.releases, releases),
    ...[...byPeriod].map(([period, ofPeriod]) => listEntry(archiveAddress(period), ofPeriod)),
    { address: ADDRESSES.topics },
    ...topics.map(({ slug }) => listEntry(topicAddress(slug), byTopic.get(slug))),
    { address: ADDRESSES.places },
    ...places.map(({ slug }) => listEntry(placeAddress(slug), byPlace.get(slug))),
    { address: ADDRESSES.aToZ },
    { address: ADDRESSES.events },
    { address: ADDRESSES.data },
    { address: ADDRESSES.authenticity },
    ...pages.map(({ slug }) => ({ address: standingPageAddress(slug) })),
  ];
}

function listEntry(address: string, releases: readonly Release[] = []): Entry {
  return { address, ...latestOf(releases.map(modifiedEntry)) };
}

/** Made once for each release, which stands in half a dozen lists. */
const modifiedEntry = once(
  (release: Release): Pick<Entry, "modified"> => ({ modified: modifiedMoment(release).instant }),
);

function latestOf(entries: readonly Pick<Entry, "modified">[]): Pick<Entry, "modified"> {
  let latest: number | undefined;
  for (const { modified } of entries) {
    if (modified !== undefined && (latest === undefined || modified > latest)) latest = modified;
  }
  return latest === undefined ? {} : { modified: latest };
}

function split(name: string, entries: readonly Entry[], mostUrls: number): Part[] {
  const parts: Part[] = [];
  for (let start = 0; start < entries.length; start += mostUrls) {
    const suffix = start === 0 ? "" : `-${start / mostUrls + 1}`;
    parts.push({ address: `${name}${suffix}.xml`, entries: entries.slice(start, start + mostUrls) });
  }
  return parts;
}

function sitemapIndex(parts: readonly Entry[], site: Site): string {
  const sitemaps = parts.map(({ address, ...entry }) => ({
    loc: site.absoluteUrl(address),
    ...lastmod(entry),
  }));
  return xmlDocument({ sitemapindex: { "@_xmlns": SITEMAPS, sitemap: sitemaps } });
}

function sitemap(entries: readonly Entry[], { absoluteUrl }: Site): string {
  const url = entries.map(({ address, images = [], ...entry }) => ({
    loc: absoluteUrl(address),
    ...lastmod(entry),
    "image:image": images.map((image) => ({ "image:loc": absoluteUrl(image) })),
  }));
  const namespaces = {
    "@_xmlns": SITEMAPS,
    "@_xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1",
  };
  return xmlDocument({ urlset: { ...namespaces, url } });
}

function lastmod({ modified }: Pick<Entry, "modified">): XmlElement {
  return modified === undefined ? {} : { lastmod: utcTimestamp(modified) };
}
