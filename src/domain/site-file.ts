import type { Release } from "./release.ts";

/**
 * A file of the site that is made from content: a page, a feed, a calendar. What it is made from is told beside it,
 * so that a build can leave it as it is where nothing of that has changed.
 */
export type SiteFile = {
  /** Address below the site's root: `/feed.xml`; of a page the folder's: `/themen/`. */
  readonly address: string;
  /** The release that it belongs to, as its page does, or what lies beside that. */
  readonly release?: Release;
  /** Every release whose fields it tells. */
  readonly releases: readonly Release[];
  /** What it tells beside those releases and the office's own files, as JSON can hold it: counts, the build's "now". */
  readonly facts?: unknown;
  /** Made each time it is asked for. */
  readonly content: string;
};

/**
 * Where the file of an address lies below the site's folder.
 *
 * @example servedFile("/themen/") → "themen/index.html"; servedFile("/404.html") → "404.html"
 */
export function servedFile(address: string): string {
  return address.endsWith("/") ? `${address.slice(1)}index.html` : address.slice(1);
}
