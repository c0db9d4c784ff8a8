import { releaseAddress } from "../domain/address.ts";
import { nearest } from "../domain/nearest.ts";
import { pressNumbersIn } from "../domain/next-press-id.ts";
import { formatPressId, formatShortPressId, parsePressId } from "../domain/press-id.ts";
import { type Problem, quoted } from "../domain/problem.ts";
import type { Release } from "../domain/release.ts";
import { slugify } from "../domain/slug.ts";
import { daysInDoubt, NEVER, type ReleaseClaims } from "./release-claims.ts";
import type { ReleaseFile } from "./release-file.ts";

/** Problems between releases: what two of them claim, and what one expects of another. */
export function archiveProblems(
  claims: readonly ReleaseClaims[],
  directory: ReleaseDirectory<ReleaseClaims>,
): Problem[] {
  const freeId = freeIds(claims);
  const inDoubt = daysInDoubt(claims);
  return [
    ...clashes(
      claims,
      ({ address }) => address,
      (claim, first) => ({
        ...claim.places.file,
        message: `hat dieselbe Adresse ${claim.address} wie ${first.shownAs}. Bitte eine der beiden Dateien umbenennen.`,
      }),
    ),
    ...clashes(claims, runningNumber, (claim, first) => ({
      ...(claim.places.pressId ?? claim.places.file),
      message: `Die Nummer ${claim.pressId?.number} ist in diesem Jahr schon vergeben, an ${first.shownAs}. Erwartet wird ${freeId(claim)}; eine doppelt gedruckte alte ID gehört in printedId.`,
    })),
    ...claims.flatMap((claim) => followsProblems(claim, directory, inDoubt)),
  ];
}

function runningNumber({ pressId }: ReleaseClaims): string | undefined {
  return pressId && `${pressId.prefix} ${pressId.day.slice(0, 4)} ${pressId.number}`;
}

/**
 * Hands out IDs above all that are given or in print in their year, as `npm run new` does, each once, so that three who
 * clash do not clash again.
 */
function freeIds(claims: readonly ReleaseClaims[]): (claim: ReleaseClaims) => string {
  const highest = new Map<string, number>();
  return ({ pressId }) => {
    if (pressId === undefined) return "";
    const year = pressId.day.slice(0, 4);
    const key = `${pressId.prefix} ${year}`;
    const number = (highest.get(key) ?? Math.max(...numbersIn(claims, pressId.prefix, year))) + 1;
    highest.set(key, number);
    const id = formatPressId({ ...pressId, number });
    return parsePressId(id) === undefined ? "eine andere, die noch frei ist" : `die nächste freie: ${id}`;
  };
}

function numbersIn(claims: readonly ReleaseClaims[], prefix: string, year: string): number[] {
  return claims.flatMap(({ pressId, printedId = "" }) => [
    ...(pressId?.prefix === prefix && pressId.day.startsWith(year) ? [pressId.number] : []),
    ...pressNumbersIn(printedId, prefix, year),
  ]);
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

function followsProblems(
  claim: ReleaseClaims,
  directory: ReleaseDirectory<ReleaseClaims>,
  inDoubt: ReadonlySet<string | undefined>,
): Problem[] {
  if (claim.follows === undefined) return [];
  const report = (message: string) => [{ ...(claim.places.follows ?? claim.places.file), message }];
  const target = followedRelease(claim.follows, directory);
  if (target === claim)
    return report("verweist auf diese Pressemitteilung selbst. Erwartet wird eine frühere.");
  if (target?.instant !== undefined && claim.instant !== undefined && target.instant > claim.instant) {
    return report(
      `${quoted(claim.follows)} ist neuer als diese Pressemitteilung. Erwartet wird eine frühere; der Verweis gehört dann in die andere Datei.`,
    );
  }
  if (target !== undefined || inDoubt.has(parsePressId(claim.follows)?.day)) return [];
  const meant = nearest(claim.follows, earlierNames(claim, directory));
  const remedy =
    meant === undefined
      ? "Erwartet wird die Presse-ID oder der Pfad einer Pressemitteilung wie kso.2019.03.27.134 oder 2019/2019-03-27-kurzname.md."
      : `Gemeint ist wohl „${meant}“.`;
  return report(`${quoted(claim.follows)} gibt es nicht. ${remedy}`);
}

/** By what `follows` can name the releases that a release can follow. */
function earlierNames(
  claim: ReleaseClaims,
  { byPressId, byAddress }: ReleaseDirectory<ReleaseClaims>,
): string[] {
  return [...byPressId, ...byAddress].flatMap(([name, other]) => {
    const isEarlier = (other.instant ?? 0) <= (claim.instant ?? NEVER);
    return other !== claim && isEarlier ? name : [];
  });
}

/** What `follows` can name a release by. */
type Named = { readonly [Name in "address" | "pressId"]?: ReleaseClaims[Name] | undefined };

/** Releases, or what they claim, by what `follows` can name; of two that claim the same, the first by file name. */
export type ReleaseDirectory<Entry extends Named = Named> = {
  /** By press ID without sign. */
  readonly byPressId: ReadonlyMap<string, Entry>;
  readonly byAddress: ReadonlyMap<string, Entry>;
};

/** Makes the directory of all releases, once for whatever asks it. */
export function releaseDirectory<Entry extends Named>(entries: readonly Entry[]): ReleaseDirectory<Entry> {
  const byPressId = new Map<string, Entry>();
  const byAddress = new Map<string, Entry>();
  for (const entry of entries.toReversed()) {
    if (entry.pressId !== undefined) byPressId.set(formatShortPressId(entry.pressId), entry);
    if (entry.address !== undefined) byAddress.set(entry.address, entry);
  }
  return { byPressId, byAddress };
}

/** The release that `follows` names: by press ID with or without sign, by its address, or by its file. */
function followedRelease<Entry extends Named>(
  follows: string,
  { byPressId, byAddress }: ReleaseDirectory<Entry>,
): Entry | undefined {
  const id = parsePressId(follows);
  if (id !== undefined) return byPressId.get(formatShortPressId(id));
  const file = /(?:^|\/)((\d{4}-\d{2}-\d{2})-([^/]+))\.md$/.exec(follows);
  const address = file
    ? releaseAddress(file[2] ?? "", slugify(file[3] ?? ""))
    : `/${follows.replace(/^\/|\/$/g, "")}/`;
  return byAddress.get(address);
}

/** The releases of files without problems, `follows` resolved to addresses. */
export function resolveArchive(
  files: readonly ReleaseFile[],
  directory: ReleaseDirectory = releaseDirectory(files.flatMap(({ release }) => release ?? [])),
): Release[] {
  return files.flatMap(({ release }) => {
    if (release === undefined) return [];
    if (release.follows === undefined) return [release];
    const { follows, ...rest } = release;
    const target = followedRelease(follows, directory)?.address;
    return [target === undefined ? rest : { ...rest, follows: target }];
  });
}
