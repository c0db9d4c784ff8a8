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
import { formatShortPressId, parsePressId } from "../domain/press-id.ts";
import { type Problem, quoted } from "../domain/problem.ts";
import { publicationMoment, type Release } from "../domain/release.ts";
import { type BodyLink, daysInDoubt, monthOf, NEVER, type ReleaseClaims } from "./release-claims.ts";
import type { ReleaseFile } from "./release-file.ts";

/**
 * The address on this site that a link names, without query and fragment; `undefined` where it leads elsewhere or
 * stays on its page.
 *
 * @example ownAddress("https://presse.example.org/kontakt/#tel", office) → "/kontakt/"
 */
export function ownAddress(href: string, office: Office | undefined): string | undefined {
  const url = URL.parse(href);
  const isOwn = url !== null && /^https?:$/.test(url.protocol) && url.host === (office && hostOf(office));
  if (isOwn) return readableAddress(url.pathname);
  if (url !== null || href.startsWith("#") || href.startsWith("?")) return undefined;
  return readableAddress(href.split(/[#?]/, 1)[0] ?? "");
}

const hostOf = once(({ url }: Office) => URL.parse(url)?.host);

/** The places that layouts give to pages; texts have none, as their headings have no addresses. */
const PLACES = new Set(["", "top", "inhalt", "a-bis-z", "schnellzugriff", "archiv", "aenderungen"]);
/** Pages whose scripts or lists make places of what they hold. */
const MANY_PLACES: readonly string[] = [ADDRESSES.aToZ, ADDRESSES.search, ADDRESSES.editing];

/**
 * What is wrong with the place on a page of this site that a link in a text names; `undefined` where nothing is.
 *
 * @example placeFault("/kontakt/#tel", office) → "Der Link „/kontakt/#tel“ führt ins Leere: …"
 */
export function placeFault(href: string, office: Office | undefined): string | undefined {
  const [page = "", place] = href.split("#", 2);
  if (place === undefined || PLACES.has(place) || place.startsWith(":~:")) return undefined;
  const address = ownAddress(page, office);
  const isOnOwnPage = page === "" || (address?.endsWith("/") && !MANY_PLACES.includes(address));
  if (!isOnOwnPage) return undefined;
  const remedy = page === "" ? "Bitte den Link löschen" : `Erwartet wird ${page}`;
  return `Der Link ${quoted(readableAddress(href))} führt ins Leere: Stellen in einem Text haben keine eigene Adresse. ${remedy}.`;
}

/** What of a newsroom has addresses. */
type Addressed = Pick<Newsroom, "topics" | "places" | "releases"> & {
  /** Of standing pages, of those with faults, too. */
  readonly pageSlugs: readonly string[];
};

/**
 * Problems of links within this site: one that leads nowhere, one to what goes with a withdrawn release, and one that
 * names a release before it is public, by whatever address, as its ID or short name would be out.
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
    ...standing.map((link) => ({ link, publicFrom: now, goesItself: false })),
    ...files.flatMap(({ release, claims: { links, publicFrom } }) =>
      links.map((link) => ({ link, publicFrom, goesItself: release?.withdrawn !== undefined })),
    ),
  ];
  const wanted = new Set(links.map(({ link }) => linkedAddress(link)));
  const pages = new Set([...wanted].map(pageAbove));
  const isLinked = ({ address, pressId, redirectFrom }: Release) =>
    pages.has(address) ||
    redirectFrom.length > 0 ||
    (pressId !== undefined && wanted.has(shortLinkAddress(formatShortPressId(pressId))));
  const { opening, withdrawn, inDoubt } = addressBook(newsroom, files, isLinked);
  const likelyMeant = addressGuesser(() => addressBook(newsroom, files, () => true));
  return links.flatMap(({ link, publicFrom, goesItself }): Problem[] => {
    const { href, place } = link;
    const address = linkedAddress(link);
    const report = (message: string) => [{ ...place, message: `Der Link ${quoted(href)} ${message}` }];
    const opensAt = opening.get(address);
    if (opensAt !== undefined && opensAt > publicFrom)
      return report(
        "führt zu einer Pressemitteilung, die noch nicht oder erst später erscheint. Bitte den Link erst danach setzen.",
      );
    if (opensAt !== undefined || inDoubt.pages.has(pageAbove(address))) return [];
    if (inDoubt.days.has(parsePressId(address.slice(1, -1))?.day)) return [];
    if (withdrawn.has(address)) {
      if (goesItself) return [];
      return report(
        "führt zu etwas, das mit einer zurückgezogenen Pressemitteilung verschwindet. Bitte den Link löschen oder auf deren Seite setzen.",
      );
    }
    const meant = likelyMeant(href);
    const remedy =
      meant === undefined
        ? "Erwartet wird eine Internetadresse mit https:// oder ein Pfad dieses Newsrooms wie /kontakt/."
        : `Gemeint ist wohl ${meant}.`;
    return report(`führt ins Leere. ${remedy}`);
  });
}

/** How many dead links get a guess: where there are more, a page was renamed or removed, and a guess takes a moment. */
const MOST_GUESSES = 100;

/** Guesses which address a link meant, once for each. */
function addressGuesser(bookOf: () => AddressBook): (href: string) => string | undefined {
  const guesses = new Map<string, string | undefined>();
  let addresses: readonly string[] | undefined;
  return (href) => {
    if (!guesses.has(href) && guesses.size < MOST_GUESSES) {
      addresses ??= [...bookOf().opening.keys()];
      guesses.set(href, nearest(href, addresses));
    }
    return guesses.get(href);
  };
}

/** A page is linked with or without the name of its file. */
function linkedAddress({ href }: BodyLink): string {
  return href.replace(/(?<=\/)index\.html$/, "");
}

/** The release's page that an address would be part of: a file beside a page lies in its folder. */
function pageAbove(address: string): string {
  return /^\/[^/]+\/\d{4}\/\d{2}\/\d{2}\/[^/]+\//.exec(address)?.[0] ?? address;
}

/** What can be linked. */
type AddressBook = {
  /** From when, in milliseconds since 1970. */
  readonly opening: ReadonlyMap<string, number>;
  /** What goes with withdrawn releases; it may be there until then, but time shall never break a link. */
  readonly withdrawn: ReadonlySet<string>;
  /** What cannot be told until files with problems are right: what lies beside their pages, and short links of days. */
  readonly inDoubt: {
    readonly pages: ReadonlySet<string>;
    readonly days: ReadonlySet<string | undefined>;
  };
};

/** The addresses of the site, and of those releases that are wanted. */
function addressBook(
  newsroom: Addressed,
  files: readonly ReleaseFile[],
  isWanted: (release: Release) => boolean,
): AddressBook {
  const opening = new Map<string, number>(fixedAddresses(newsroom).map((address) => [address, 0]));
  const withdrawn = new Set<string>();
  const faulty = files.flatMap(({ release, claims }) => (release === undefined ? claims : []));
  for (const claims of faulty) for (const address of claimedAddresses(claims)) opening.set(address, 0);
  const listed = new Map<string, number>();
  const held = new Map<string, number>();
  for (const release of newsroom.releases) {
    const from = release.isDraft ? NEVER : publicationMoment(release).instant;
    if (isWanted(release)) {
      for (const address of addressesOf(release)) opening.set(address, from);
      for (const address of partsOf(release)) {
        if (release.withdrawn === undefined) opening.set(address, from);
        else withdrawn.add(address);
      }
    }
    const month = release.date.day.slice(0, 7);
    keepEarliest(held, month, from);
    if (release.withdrawn === undefined) keepEarliest(listed, month, from);
  }
  for (const [month, from] of held)
    for (const address of dataAddresses(month)) keepEarliest(opening, address, from);
  for (const [month, from] of listed)
    for (const address of archiveAddresses(month)) keepEarliest(opening, address, from);
  for (const month of held.keys()) for (const address of archiveAddresses(month)) withdrawn.add(address);
  const pages = new Set(faulty.flatMap(({ address }) => address ?? []));
  return { opening, withdrawn, inDoubt: { pages, days: daysInDoubt(faulty) } };
}

function keepEarliest(moments: Map<string, number>, key: string, moment: number): void {
  moments.set(key, Math.min(moments.get(key) ?? NEVER, moment));
}

/** The lists of a month's releases: its year's and its own. */
function archiveAddresses(month: string): string[] {
  return [archiveAddress(month.slice(0, 4)), archiveAddress(month)];
}

/** What holds the data of a month's releases. */
function dataAddresses(month: string): string[] {
  return ["json", "csv"].map((ending) => `${ADDRESSES.data}${month.slice(0, 4)}.${ending}`);
}

/** What a file with problems claims beside its page. */
function claimedAddresses(claims: ReleaseClaims): string[] {
  const { pressId, redirectFrom } = claims;
  const month = monthOf(claims);
  return [
    ...(month ? [...archiveAddresses(month), ...dataAddresses(month)] : []),
    ...(pressId ? [shortLinkAddress(formatShortPressId(pressId))] : []),
    ...redirectFrom.flatMap((path) => (path === undefined ? [] : oldAddresses(path))),
  ];
}

/** Every address by which a release can be named for good. */
function addressesOf({ address, pressId, redirectFrom }: Release): string[] {
  return [
    address,
    `${address}ninjs.json`,
    `${address}text.txt`,
    ...(pressId ? [shortLinkAddress(formatShortPressId(pressId))] : []),
    ...redirectFrom.flatMap(oldAddresses),
  ];
}

/** What stands beside a release until it is withdrawn. */
function partsOf({ address, attachments, events }: Release): string[] {
  return [
    ...events.map((_, index) => `${address}termin-${index + 1}.ics`),
    ...attachments.map((attachment) => attachment.address),
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
export function fixedAddresses({ pageSlugs, topics, places }: Omit<Addressed, "releases">): string[] {
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
    ...pageSlugs.map(standingPageAddress),
    ...topics.map(({ slug }) => topicAddress(slug)),
    ...topics.map(({ slug }) => `${topicAddress(slug)}feed.xml`),
    ...places.map(({ slug }) => placeAddress(slug)),
    ...places.map(({ slug }) => `${placeAddress(slug)}feed.xml`),
  ];
}
