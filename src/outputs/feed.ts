import { modifiedMoment, type Release } from "../domain/release.ts";
import type { Site } from "../domain/site.ts";
import { utcTimestamp } from "./timestamp.ts";

/** How many releases a feed holds. */
export const FEED_LENGTH = 20;

/** What a feed of any format tells. */
export type Feed = {
  readonly title: string;
  readonly description: string;
  /** Address of the feed below the site's root: `/feed.xml`. */
  readonly address: string;
  /** Address of the page that shows the same to people. */
  readonly page: string;
  /** Newest first, at most {@link FEED_LENGTH}. */
  readonly releases: readonly Release[];
};

/** What a feed without releases says of its last change: no clock, so it never changes while it stays empty. */
const EMPTY_SINCE = Date.UTC(2026, 0, 1);

/** When a feed last changed, in milliseconds since 1970: the latest publication or correction in it. */
export function updatedInstant({ releases }: Pick<Feed, "releases">): number {
  if (releases.length === 0) return EMPTY_SINCE;
  return Math.max(...releases.map((release) => modifiedMoment(release).instant));
}

/** The same as RFC 3339 demands it. */
export function updatedTimestamp(feed: Pick<Feed, "releases">): string {
  return utcTimestamp(updatedInstant(feed));
}

/** Who writes: the office, with its homepage. */
export function authorOf({ office, absoluteUrl }: Site) {
  return { name: office.name, uri: office.homepage ?? absoluteUrl("/") };
}
