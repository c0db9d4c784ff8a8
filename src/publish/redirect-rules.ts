import { readableAddress } from "../domain/percent-encoding.ts";
import { servedPath } from "../domain/served-path.ts";
import type { RedirectList } from "../outputs/redirects.ts";

/** A permanent redirect (301) as a server's configuration knows it. */
export type Redirect = {
  /** The path on the host that is asked for: escapes read, without trailing slash or `index.html`. */
  readonly path: string;
  /** The query string that must be asked for as it stands, without `?`; absent where any may be. */
  readonly query?: string;
  /** The path on the host to which it leads. */
  readonly target: string;
};

/** The redirects of a site, and the old addresses of which none can be made. */
export type ServerRedirects = {
  readonly redirects: readonly Redirect[];
  readonly unfitAddresses: readonly string[];
};

/**
 * Makes a list of forwarded addresses into what servers need.
 *
 * Old addresses are those of a former system on the same host, so below a path prefix they are known with it and
 * without. An address whose characters could end a word in a configuration has no redirect: an editor's file must
 * never become a server's command. Its page still forwards.
 *
 * @param prefix path below which the site stands, with slashes at both ends
 * @example serverRedirects({ …, oldAddresses: { "/a/1.php?id=3": "/x/" } }, "/").redirects → [{ path: "/a/1.php", query: "id=3", target: "/x/" }]
 */
export function serverRedirects({ shortLinks, oldAddresses }: RedirectList, prefix: string): ServerRedirects {
  const below = (address: string) => `${prefix}${address.slice(1)}`;
  const old = Object.entries(oldAddresses);
  const moved = [
    ...Object.entries(shortLinks).map(([from, to]) => [below(from), to] as const),
    ...old.map(([from, to]) => [below(from), to] as const),
    ...old.filter(([from]) => !from.startsWith(prefix)),
  ];
  const redirects = new Map<string, Redirect>();
  for (const [from, to] of moved) {
    for (const redirect of redirectsFrom(from, below(to))) {
      const key = addressOf(redirect);
      if (isFit(key) && !redirects.has(key)) redirects.set(key, redirect);
    }
  }
  return {
    redirects: [...redirects.values()],
    unfitAddresses: old.map(([from]) => from).filter((from) => !isFit(servedPath(from))),
  };
}

/**
 * The address that a redirect answers: what a configuration looks up.
 *
 * @example addressOf({ path: "/a/1.php", query: "id=3", target: "/x/" }) → "/a/1.php?id=3"
 */
export function addressOf({ path, query }: Redirect): string {
  return query === undefined ? path : `${path}?${query}`;
}

/**
 * Whether a redirect answers one query string alone.
 *
 * @example hasQuery({ path: "/a/1.php", query: "id=3", target: "/x/" }) → true
 */
export function hasQuery({ query }: Redirect): boolean {
  return query !== undefined;
}

/** The rule of an address; of one with a query string a rule for each way in which browsers send its brackets. */
function redirectsFrom(from: string, target: string): Redirect[] {
  const mark = from.indexOf("?");
  if (mark < 0) return [{ path: servedPath(from), target }];
  const path = servedPath(from.slice(0, mark));
  const written = from.slice(mark + 1);
  const readable = readableAddress(written);
  return [...new Set([written, readable, encodeURI(readable)])].map((query) => ({ path, query, target }));
}

/** Whether an address is free of spaces, control characters and what quotes, nests or expands in a configuration. */
function isFit(address: string): boolean {
  return /^\/[^\s\p{Cc}"'`\\{}$<>]+$/u.test(address);
}
