import { ADDRESSES } from "../domain/address.ts";
import { modifiedMoment, publicationMoment, type Release } from "../domain/release.ts";
import type { Site } from "../domain/site.ts";
import { type Feed, updatedInstant } from "./feed.ts";
import { FEED_STYLESHEET } from "./feed-stylesheet.ts";
import { feedHtml, MEDIA_TYPES, type Picture, picturesOf, summaryOf } from "./story.ts";
import { tagUri } from "./tag-uri.ts";
import { timestamp } from "./timestamp.ts";
import { type XmlElement, xmlDocument } from "./xml.ts";

const NAMESPACES = {
  "@_xmlns:atom": "http://www.w3.org/2005/Atom",
  "@_xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "@_xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "@_xmlns:media": "http://search.yahoo.com/mrss/",
} as const;

/**
 * A feed in RSS 2.0 with whole texts (content:encoded), photos with their credits (Media RSS) and Atom's `updated`.
 * RSS knows one enclosure an item: the first photo.
 */
export function rssFeed(feed: Feed, site: Site): string {
  const root = {
    rss: {
      "@_version": "2.0",
      ...NAMESPACES,
      channel: {
        title: feed.title,
        link: site.absoluteUrl(feed.page),
        description: feed.description,
        language: "de",
        lastBuildDate: internetDate(updatedInstant(feed)),
        "atom:link": {
          "@_rel": "self",
          "@_type": "application/rss+xml",
          "@_href": site.absoluteUrl(feed.address),
        },
        item: feed.releases.map((release) => item(release, site)),
      },
    },
  };
  return xmlDocument(root, site.url(FEED_STYLESHEET.address));
}

function item(release: Release, site: Site): XmlElement {
  const pictures = picturesOf(release, site);
  return {
    guid: { "@_isPermaLink": "false", "#text": tagUri(site.office, release.address) },
    title: release.title,
    link: site.absoluteUrl(release.address),
    pubDate: internetDate(publicationMoment(release).instant),
    "atom:updated": timestamp(modifiedMoment(release)),
    "dc:creator": site.office.name,
    category: [
      ...release.topics.map(({ name }) => category(name, site.absoluteUrl(ADDRESSES.topics))),
      ...release.places.map(({ name }) => category(name, site.absoluteUrl(ADDRESSES.places))),
    ],
    description: summaryOf(release),
    "content:encoded": feedHtml(release, site),
    enclosure: pictures.slice(0, 1).map(({ web }) => ({
      "@_url": site.absoluteUrl(web.address),
      "@_length": web.bytes,
      "@_type": MEDIA_TYPES[web.format],
    })),
    "media:content": pictures.map((picture) => mediaContent(picture, site)),
  };
}

function category(name: string, domain: string): XmlElement {
  return { "@_domain": domain, "#text": name };
}

function mediaContent({ photo, web }: Picture, { absoluteUrl }: Site): XmlElement {
  return {
    "@_url": absoluteUrl(web.address),
    "@_fileSize": web.bytes,
    "@_type": MEDIA_TYPES[web.format],
    "@_medium": "image",
    "@_width": web.width,
    "@_height": web.height,
    "media:title": photo.headline,
    "media:description": photo.caption,
    "media:credit": photo.credit,
  };
}

/** RFC 822 with a four-digit year, as RSS demands it: `Wed, 27 Mar 2019 09:00:00 GMT`. */
function internetDate(instant: number): string {
  return new Date(instant).toUTCString();
}
