import { modifiedMoment, publicationMoment, type Release } from "../domain/release.ts";
import type { Site } from "../domain/site.ts";
import { authorOf, type Feed } from "./feed.ts";
import { feedHtml, MEDIA_TYPES, picturesOf, summaryOf } from "./story.ts";
import { tagUri } from "./tag-uri.ts";
import { timestamp } from "./timestamp.ts";

/** A feed in JSON Feed 1.1 (jsonfeed.org) with whole texts and absolute links. */
export function jsonFeed(feed: Feed, site: Site): string {
  const { name, uri } = authorOf(site);
  const authors = [{ name, url: uri }];
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.description,
    home_page_url: site.absoluteUrl(feed.page),
    feed_url: site.absoluteUrl(feed.address),
    language: "de",
    authors,
    items: feed.releases.map((release) => ({ ...item(release, site), authors })),
  });
}

function item(release: Release, site: Site) {
  const pictures = picturesOf(release, site);
  return {
    id: tagUri(site.office, release.address),
    url: site.absoluteUrl(release.address),
    title: release.title,
    content_html: feedHtml(release, site),
    summary: summaryOf(release),
    image: pictures[0] && site.absoluteUrl(pictures[0].web.address),
    date_published: timestamp(publicationMoment(release)),
    date_modified: timestamp(modifiedMoment(release)),
    tags: [...release.topics, ...release.places].map(({ name }) => name),
    language: "de",
    attachments: pictures.map(({ photo, web }) => ({
      url: site.absoluteUrl(web.address),
      mime_type: MEDIA_TYPES[web.format],
      title: photo.credit,
      size_in_bytes: web.bytes,
    })),
  };
}
