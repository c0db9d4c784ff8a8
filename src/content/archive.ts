import {
  ADDRESSES,
  archiveAddress,
  placeAddress,
  releaseAddress,
  shortLinkAddress,
  standingPageAddress,
  topicAddress,
} from "../domain/address.ts";
import { nearest } from "../domain/nearest.ts";
import type { Newsroom } from "../domain/newsroom.ts";
import { formatShortPressId, isSamePressId, parsePressId } from "../domain/press-id.ts";
import { type Problem, quoted } from "../domain/problem.ts";
import { publicationMoment, type Release } from "../domain/release.ts";
import type { BodyLink } from "./release-body.ts";
import type { ReleaseClaims, ReleaseFile } from "./release-file.ts";

/** Problems between releases: what two of them claim, and what one expects of another. */
export function archiveProblems(files: readonly ReleaseFile[]): Problem[] {
  const claims = files.map((file) => file.claims);
  return [
    ...clashes(
      claims,
      ({ address }) => address,
      (claim, first) =>
        claim.problemAt(
          [],
          `hat dieselbe Adresse ${claim.address} wie ${first.shownAs}. Bitte eine der beiden Dateien umbenennen.`,
        ),
    ),
    ...clashes(claims, runningNumber, (claim, first) =>
      claim.problemAt(
        ["pressId"],
        `Die Nummer ${claim.pressId?.number} ist in diesem Jahr schon vergeben, an ${first.shownAs}. Erwartet wird ${nextFreeNumber(claims, claim)}; eine doppelt gedruckte alte ID gehört in printedId.`,
      ),
    ),
    ...redirectProblems(claims),
    ...claims.flatMap((claim) => followsProblems(claim, claims)),
  ];
}

function runningNumber({ pressId }: ReleaseClaims): string | undefined {
  return pressId && `${pressId.prefix} ${pressId.day.slice(0, 4)} ${pressId.number}`;
}

function nextFreeNumber(claims: readonly ReleaseClaims[], { pressId }: ReleaseClaims): string {
  const year = pressId?.day.slice(0, 4);
  const taken = claims.flatMap((claim) =>
    claim.pressId?.day.startsWith(`${year}`) ? [claim.pressId.number] : [],
  );
  return `die nächste freie Nummer ${String(Math.max(0, ...taken) + 1).padStart(3, "0")}`;
}

/** A problem for each claim whose key an earlier one, by file name, already has. */
function clashes(
  claims: readonly ReleaseClaims[],
  keyOf: (claim: ReleaseClaims) => string | undefined,
  problem: (claim: ReleaseClaims, first: ReleaseClaims) => Problem,
): Problem[] {
  const firstByKey = new Map<string, ReleaseClaims>();
  return claims.flatMap((claim) => {
    const key = keyOf(claim);
    if (key === undefined) return [];
    const first = firstByKey.get(key);
    if (first !== undefined) return [problem(claim, first)];
    firstByKey.set(key, claim);
    return [];
  });
}

/** Old addresses that a page of this site has, or that two releases claim. */
function redirectProblems(claims: readonly ReleaseClaims[]): Problem[] {
  const taken = new Map(
    claims.flatMap((claim) => (claim.address === undefined ? [] : [[bare(claim.address), claim.shownAs]])),
  );
  for (const address of Object.values(ADDRESSES)) taken.set(bare(address), "eine Seite dieses Newsrooms");
  const claimed = new Map<string, string>();
  return claims.flatMap((claim) =>
    claim.redirectFrom.flatMap((path, index) => {
      const owner = taken.get(bare(path));
      const earlier = claimed.get(path);
      claimed.set(path, earlier ?? claim.shownAs);
      const report = (message: string) => [
        claim.problemAt(["redirectFrom", index], `${quoted(path)} ${message}`),
      ];
      if (owner !== undefined)
        return report(`ist schon vergeben: ${owner}. Erwartet wird eine Adresse, die es nicht mehr gibt.`);
      if (earlier !== undefined)
        return report(`führt schon zu ${earlier}. Erwartet wird jede alte Adresse nur einmal.`);
      return [];
    }),
  );
}

function bare(address: string): string {
  return address.replace(/\/$/, "");
}

function followsProblems(claim: ReleaseClaims, claims: readonly ReleaseClaims[]): Problem[] {
  if (claim.follows === undefined) return [];
  const target = followedRelease(claim.follows, claims);
  if (target === claim)
    return [
      claim.problemAt(["follows"], "verweist auf diese Pressemitteilung selbst. Erwartet wird eine frühere."),
    ];
  if (target !== undefined) return [];
  const known = claims.flatMap(({ pressId, address }) =>
    pressId ? [formatShortPressId(pressId)] : address ? [address] : [],
  );
  const meant = nearest(claim.follows, known);
  const remedy =
    meant === undefined
      ? "Erwartet wird die Presse-ID oder der Pfad einer Pressemitteilung wie kso.2019.03.27.134 oder 2019/2019-03-27-kurzname.md."
      : `Gemeint ist wohl „${meant}“.`;
  return [claim.problemAt(["follows"], `${quoted(claim.follows)} gibt es nicht. ${remedy}`)];
}

/** The release that `follows` names: by press ID with or without sign, by its address, or by its file. */
function followedRelease(follows: string, claims: readonly ReleaseClaims[]): ReleaseClaims | undefined {
  const id = parsePressId(follows);
  if (id !== undefined)
    return claims.find(({ pressId }) => pressId !== undefined && isSamePressId(id, pressId));
  const file = /(?:^|\/)((\d{4}-\d{2}-\d{2})-([^/]+))\.md$/.exec(follows);
  const address = file
    ? releaseAddress(file[2] ?? "", file[3] ?? "")
    : `/${follows.replace(/^\/|\/$/g, "")}/`;
  return claims.find((claim) => claim.address === address);
}

/** The releases of files without problems, `follows` resolved to addresses. */
export function resolveArchive(files: readonly ReleaseFile[]): Release[] {
  const claims = files.map((file) => file.claims);
  return files.flatMap(({ release }) => {
    if (release === undefined) return [];
    if (release.follows === undefined) return [release];
    const { follows, ...rest } = release;
    const target = followedRelease(follows, claims)?.address;
    return [target === undefined ? rest : { ...rest, follows: target }];
  });
}

/** Links in texts and lists that lead nowhere on this site, or to a release that appears later than the text. */
export function brokenLinks(
  newsroom: Newsroom,
  files: readonly ReleaseFile[],
  links: readonly BodyLink[],
): Problem[] {
  const byAddress = new Map(newsroom.releases.map((release) => [release.address, release]));
  const known = knownAddresses(newsroom);
  const broken = ({ href, problem }: BodyLink): Problem[] => {
    const address = href.split(/[#?]/, 1)[0] ?? "";
    if (known.has(address)) return [];
    const meant = address.startsWith("/") ? nearest(address, [...known]) : undefined;
    const remedy =
      meant === undefined
        ? "Erwartet wird eine Internetadresse mit https:// oder ein Pfad dieses Newsrooms wie /kontakt/."
        : `Gemeint ist wohl ${meant}.`;
    return [problem(`Der Link ${quoted(href)} führt ins Leere. ${remedy}`)];
  };
  return [
    ...links.flatMap(broken),
    ...files.flatMap(({ release, claims }) =>
      claims.links.flatMap((link) => {
        const target = byAddress.get(link.href.split(/[#?]/, 1)[0] ?? "");
        if (target === undefined || release === undefined) return broken(link);
        return appearsLater(target, release)
          ? [
              link.problem(
                `Der Link ${quoted(link.href)} führt zu einer Pressemitteilung, die später erscheint. Bitte den Link erst danach setzen.`,
              ),
            ]
          : [];
      }),
    ),
  ];
}

function appearsLater(target: Release, source: Release): boolean {
  if (source.isDraft) return false;
  return target.isDraft || publicationMoment(target).instant > publicationMoment(source).instant;
}

function knownAddresses({ topics, places, pages, releases }: Newsroom): Set<string> {
  return new Set([
    ADDRESSES.start,
    ADDRESSES.releases,
    ADDRESSES.topics,
    ADDRESSES.places,
    ADDRESSES.aToZ,
    ADDRESSES.events,
    ADDRESSES.data,
    ...pages.map(({ slug }) => standingPageAddress(slug)),
    ...topics.map(({ slug }) => topicAddress(slug)),
    ...places.map(({ slug }) => placeAddress(slug)),
    ...releases.flatMap(({ address, date, pressId, redirectFrom, attachments }) => [
      address,
      archiveAddress(date.day.slice(0, 4)),
      archiveAddress(date.day.slice(0, 7)),
      ...(pressId ? [shortLinkAddress(formatShortPressId(pressId))] : []),
      ...redirectFrom,
      ...attachments.map((attachment) => attachment.address),
    ]),
  ]);
}
