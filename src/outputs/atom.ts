import { ADDRESSES } from "../domain/address.ts";
import { modifiedMoment, publicationMoment, type Release } from "../domain/release.ts";
import type { Site } from "../domain/site.ts";
import { authorOf, type Feed, updatedTimestamp } from "./feed.ts";
import { FEED_STYLESHEET } from "./feed-stylesheet.ts";
import { feedHtml, MEDIA_TYPES, type Picture, picturesOf, summaryOf } from "./story.ts";
import { tagUri } from "./tag-uri.ts";
import { timestamp } from "./timestamp.ts";
import { type XmlElement, xmlDocument } from "./xml.ts";

/**
 * A feed in Atom (RFC 4287) with whole texts and absolute links.
 */
export function atomFeed(feed: Feed, site: Site): string {
  const root = {
    feed: {
      "@_xmlns": "http://www.w3.org/2005/Atom",
      "@_xml:lang": "de",
      id: tagUri(site.office, feed.address),
      title: feed.title,
      subtitle: feed.description,
      updated: updatedTimestamp(feed),
      author: authorOf(site),
      link: [
        { "@_rel": "self", "@_type": "application/atom+xml", "@_href": site.absoluteUrl(feed.address) },
        { "@_rel": "alternate", "@_type": "text/html", "@_href": site.absoluteUrl(feed.page) },
      ],
      entry: feed.releases.map((release) => entry(release, site)),
    },
  };
  return xmlDocument(root, site.url(FEED_STYLESHEET.address));
}

function entry(release: Release, site: Site): XmlElement {
  return {
    id: tagUri(site.office, release.address),
    title: release.title,
    published: timestamp(publicationMoment(release)),
    updated: timestamp(modifiedMoment(release)),
    author: authorOf(site),
    category: [
      ...release.topics.map(({ name }) => category(name, site.absoluteUrl(ADDRESSES.topics))),
      ...release.places.map(({ name }) => category(name, site.absoluteUrl(ADDRESSES.places))),
    ],
    link: [
      { "@_rel": "alternate", "@_type": "text/html", "@_href": site.absoluteUrl(release.address) },
      ...picturesOf(release, site).map((picture) => enclosure(picture, site)),
    ],
    summary: summaryOf(release),
    content: { "@_type": "html", "#text": feedHtml(release, site) },
  };
}

function category(name: string, scheme: string): XmlElement {
  return { "@_term": name, "@_scheme": scheme, "@_label": name };
}

function enclosure({ photo, web }: Picture, { absoluteUrl }: Site): XmlElement {
  return {
    "@_rel": "enclosure",
    "@_type": MEDIA_TYPES[web.format],
    "@_length": web.bytes,
    "@_title": photo.credit,
    "@_href": absoluteUrl(web.address),
  };
}
