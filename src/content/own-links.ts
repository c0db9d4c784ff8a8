import {
  ADDRESSES,
  archiveAddress,
  placeAddress,
  shortLinkAddress,
  standingPageAddress,
  topicAddress,
} from "../domain/address.ts";
import { nearest } from "../domain/nearest.ts";
import type { Newsroom } from "../domain/newsroom.ts";
import type { Office } from "../domain/office.ts";
import { once } from "../domain/once.ts";
import { readableAddress } from "../domain/percent-encoding.ts";
import { formatShortPressId } from "../domain/press-id.ts";
import { type Problem, quoted } from "../domain/problem.ts";
import { publicationMoment, type Release } from "../domain/release.ts";
import { type BodyLink, NEVER, type ReleaseClaims } from "./release-claims.ts";
import type { ReleaseFile } from "./release-file.ts";

/**
 * The address on this site that a link names, without query and fragment; `undefined` where it leads elsewhere or
 * stays on its page.
 *
 * @example ownAddress("https://presse.example.org/kontakt/#tel", office) → "/kontakt/"
 */
export function ownAddress(href: string, office: Office | undefined): string | undefined {
  const origin = office && originOf(office);
  const url = URL.parse(href);
  if (url !== null && url.origin === origin) return readableAddress(url.pathname);
  if (url !== null || href.startsWith("#") || href.startsWith("?")) return undefined;
  return readableAddress(href.split(/[#?]/, 1)[0] ?? "");
}

const originOf = once(({ url }: Office) => URL.parse(url)?.origin);

/** What of a newsroom has addresses. */
type Addressed = Pick<Newsroom, "pages" | "topics" | "places" | "releases">;

/**
 * Problems of links within this site: one that leads nowhere, and one that names a release before it is public,
 * by whatever address, as its ID or short name would be out.
 *
 * @param standing links that are public at once: of standing pages and the office's own files
 * @param now milliseconds since 1970
 */
export function ownLinkProblems(
  newsroom: Addressed,
  files: readonly ReleaseFile[],
  standing: readonly BodyLink[],
  now: number,
): Problem[] {
  const links = [
    ...standing.map((link) => ({ link, publicFrom: now })),
    ...files.flatMap(({ claims }) => claims.links.map((link) => ({ link, publicFrom: claims.publicFrom }))),
  ];
  const wanted = new Set(links.map(({ link }) => linkedAddress(link)));
  const pages = new Set([...wanted].map(pageAbove));
  const isLinked = ({ address, pressId, redirectFrom }: Release) =>
    pages.has(address) ||
    redirectFrom.length > 0 ||
    (pressId !== undefined && wanted.has(shortLinkAddress(formatShortPressId(pressId))));
  const book = addressBook(newsroom, files, isLinked);
  return links.flatMap(({ link, publicFrom }): Problem[] => {
    const { href, place } = link;
    const opensAt = book.get(linkedAddress(link));
    if (opensAt === undefined) {
      const meant = nearest(href, [...addressBook(newsroom, files, () => true).keys()]);
      const remedy =
        meant === undefined
          ? "Erwartet wird eine Internetadresse mit https:// oder ein Pfad dieses Newsrooms wie /kontakt/."
          : `Gemeint ist wohl ${meant}.`;
      return [{ ...place, message: `Der Link ${quoted(href)} führt ins Leere. ${remedy}` }];
    }
    if (opensAt <= publicFrom) return [];
    const message = `Der Link ${quoted(href)} führt zu einer Pressemitteilung, die noch nicht oder erst später erscheint. Bitte den Link erst danach setzen.`;
    return [{ ...place, message }];
  });
}

/** A page is linked with or without the name of its file. */
function linkedAddress({ href }: BodyLink): string {
  return href.replace(/(?<=\/)index\.html$/, "");
}

/** The release's page that an address would be part of: a file beside a page lies in its folder. */
function pageAbove(address: string): string {
  return /^\/[^/]+\/\d{4}\/\d{2}\/\d{2}\/[^/]+\//.exec(address)?.[0] ?? address;
}

/** From when the addresses of the site, and of those releases that are wanted, can be linked, in milliseconds since 1970. */
function addressBook(
  newsroom: Addressed,
  files: readonly ReleaseFile[],
  isWanted: (release: Release) => boolean,
): ReadonlyMap<string, number> {
  const book = new Map<string, number>(fixedAddresses(newsroom).map((address) => [address, 0]));
  const months = new Map<string, number>();
  // What a file with problems will be cannot be told yet; links to it are checked once it is right.
  for (const { release, claims } of files) {
    if (release === undefined) for (const address of claimedAddresses(claims)) book.set(address, 0);
  }
  for (const release of newsroom.releases) {
    const from = release.isDraft ? NEVER : publicationMoment(release).instant;
    if (isWanted(release)) for (const address of addressesOf(release)) book.set(address, from);
    const month = release.date.day.slice(0, 7);
    months.set(month, Math.min(months.get(month) ?? NEVER, from));
  }
  for (const [month, from] of months) {
    for (const address of periodAddresses(month))
      book.set(address, Math.min(book.get(address) ?? NEVER, from));
  }
  return book;
}

/** What lists and holds the releases of a month: its year, itself, the data of the year. */
function periodAddresses(month: string): string[] {
  const year = month.slice(0, 4);
  return [
    archiveAddress(year),
    archiveAddress(month),
    ...["json", "csv"].map((ending) => `${ADDRESSES.data}${year}.${ending}`),
  ];
}

function claimedAddresses({ address, pressId, redirectFrom }: ReleaseClaims): string[] {
  const [, day] = /^\/pressemitteilungen\/(\d{4}\/\d{2}\/\d{2})\//.exec(address ?? "") ?? [];
  return [
    ...(address ? [address, `${address}ninjs.json`, `${address}text.txt`] : []),
    ...(day ? periodAddresses(day.replaceAll("/", "-").slice(0, 7)) : []),
    ...(pressId ? [shortLinkAddress(formatShortPressId(pressId))] : []),
    ...redirectFrom.flatMap((path) => (path === undefined ? [] : oldAddresses(path))),
  ];
}

/** Every address by which a release can be named. */
function addressesOf({ address, pressId, redirectFrom, attachments, events }: Release): string[] {
  return [
    address,
    `${address}ninjs.json`,
    `${address}text.txt`,
    ...events.map((_, index) => `${address}termin-${index + 1}.ics`),
    ...attachments.map((attachment) => attachment.address),
    ...(pressId ? [shortLinkAddress(formatShortPressId(pressId))] : []),
    ...redirectFrom.flatMap(oldAddresses),
  ];
}

/**
 * How an old address can be linked: what is no file is a folder, too, and found with or without a slash.
 *
 * @example oldAddresses("/alt/M%C3%BCll") → ["/alt/Müll", "/alt/Müll/"]; oldAddresses("/alt.php?id=3") → ["/alt.php"]
 */
function oldAddresses(path: string): string[] {
  const bare = readableAddress(path.split("?", 1)[0] ?? "").replace(/\/$/, "");
  return /\.[a-z0-9]+$/i.test(bare) ? [bare] : [bare, `${bare}/`];
}

/** The addresses that stand whatever the archive holds. */
export function fixedAddresses({
  pages,
  topics,
  places,
}: Pick<Newsroom, "pages" | "topics" | "places">): string[] {
  return [
    ...Object.values(ADDRESSES),
    ...[
      "/feed.xml",
      "/rss.xml",
      "/feed.json",
      "/termine.ics",
      "/sitemap.xml",
      "/sitemap-seiten.xml",
      "/news-sitemap.xml",
      "/robots.txt",
      "/.well-known/security.txt",
    ],
    ...["index.json", "schema.json", "dcat.jsonld", "weiterleitungen.json"].map(
      (file) => `${ADDRESSES.data}${file}`,
    ),
    ...pages.map(({ slug }) => standingPageAddress(slug)),
    ...topics.map(({ slug }) => topicAddress(slug)),
    ...topics.map(({ slug }) => `${topicAddress(slug)}feed.xml`),
    ...places.map(({ slug }) => placeAddress(slug)),
    ...places.map(({ slug }) => `${placeAddress(slug)}feed.xml`),
  ];
}
