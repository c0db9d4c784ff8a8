import { ADDRESSES, placeAddress, topicAddress } from "../domain/address.ts";
import type { Place, Topic } from "../domain/office.ts";
import type { Release } from "../domain/release.ts";
import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import { atomFeed } from "./atom.ts";
import { FEED_LENGTH, type Feed } from "./feed.ts";
import { FEED_STYLESHEET } from "./feed-stylesheet.ts";
import { jsonFeed } from "./json-feed.ts";
import { rssFeed } from "./rss.ts";

const FORMATS = [
  { address: "/feed.xml", name: "Atom", type: "application/atom+xml", write: atomFeed },
  { address: "/rss.xml", name: "RSS", type: "application/rss+xml", write: rssFeed },
  { address: "/feed.json", name: "JSON Feed", type: "application/feed+json", write: jsonFeed },
] as const;

/** A feed as a page's head names it: `<link rel="alternate" type=… title=… href=…>`. */
export type FeedLink = {
  readonly type: (typeof FORMATS)[number]["type"];
  readonly title: string;
  /** Below the path prefix. */
  readonly href: string;
};

/**
 * Every feed: the newest releases in three formats, those of each topic and each place in Atom. A topic without
 * releases has one too, so that nobody who subscribes early is turned away.
 */
export function* feedFiles(site: Site): Iterable<SiteFile> {
  for (const { address, write } of FORMATS) {
    const feed = { ...newestFeed(site), address };
    yield {
      address,
      releases: feed.releases,
      get content() {
        return write(feed, site);
      },
    };
  }
  for (const feed of [
    ...site.topics.map((topic) => topicFeed(topic, site)),
    ...site.places.map((place) => placeFeed(place, site)),
  ]) {
    yield {
      address: feed.address,
      releases: feed.releases,
      get content() {
        return atomFeed(feed, site);
      },
    };
  }
  yield FEED_STYLESHEET;
}

/** The feeds of the newest releases, for the head of every page. */
export function newestFeedLinks(site: Site): readonly FeedLink[] {
  const { title } = newestFeed(site);
  return FORMATS.map(({ address, name, type }) => ({
    type,
    title: `${title} (${name})`,
    href: site.url(address),
  }));
}

/**
 * The feed of a topic, for the head of its page.
 *
 * @example topicFeedLink(topic, site) → { type: "application/atom+xml", title: "Kreis Soest: Integration", href: "/themen/integration/feed.xml" }
 */
export function topicFeedLink(topic: Topic, site: Site): FeedLink {
  return feedLink(topicFeed(topic, site), site);
}

/** The feed of a place, for the head of its page. */
export function placeFeedLink(place: Place, site: Site): FeedLink {
  return feedLink(placeFeed(place, site), site);
}

function feedLink({ title, address }: Feed, site: Site): FeedLink {
  return { type: "application/atom+xml", title, href: site.url(address) };
}

function newestFeed({ office, edition }: Site): Omit<Feed, "address"> {
  return {
    title: `${office.name}: Pressemitteilungen`,
    description: office.description,
    page: ADDRESSES.releases,
    releases: newestOf(edition.listed),
  };
}

function topicFeed({ name, slug, description }: Topic, { office, edition }: Site): Feed {
  return {
    title: `${office.name}: ${name}`,
    description: description ?? `Pressemitteilungen zum Thema ${name}`,
    ...feedBeside(topicAddress(slug)),
    releases: newestOf(edition.byTopic.get(slug)),
  };
}

function placeFeed({ name, slug }: Place, { office, edition }: Site): Feed {
  return {
    title: `${office.name}: ${name}`,
    description: `Pressemitteilungen zum Ort ${name}`,
    ...feedBeside(placeAddress(slug)),
    releases: newestOf(edition.byPlace.get(slug)),
  };
}

function feedBeside(page: string): Pick<Feed, "page" | "address"> {
  return { page, address: `${page}feed.xml` };
}

function newestOf(releases: readonly Release[] = []): readonly Release[] {
  return releases.slice(0, FEED_LENGTH);
}
