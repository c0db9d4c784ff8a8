import { LARGEST_TEXT } from "../content/source-text.ts";
import { releaseAddress } from "../domain/address.ts";
import type { Office } from "../domain/office.ts";
import { formatShortPressId, parsePressId } from "../domain/press-id.ts";
import { servedPath } from "../domain/served-path.ts";
import { shortName } from "../domain/short-name.ts";
import { dateGuesser } from "./archive-dates.ts";
import { type MergedRelease, mergeSources } from "./archive-merge.ts";
import type { FileFinder } from "./drafted-files.ts";
import { derived, type Found } from "./found.ts";
import { type DraftedRelease, draftRelease } from "./front-matter-data.ts";
import type { LegacyRelease, Unread } from "./legacy-release.ts";
import { itemNumber, oldPath } from "./old-address.ts";
import { releaseFileText } from "./release-file-text.ts";

/** A release that stands in the target already. */
export type StandingRelease = {
  /** Path below the target: `pressemitteilungen/2019/2019-03-27-x.md`. */
  readonly path: string;
  readonly pressId?: string;
  readonly redirects: readonly string[];
};

/** A release with the file it becomes. */
export type PlannedRelease = Omit<DraftedRelease, "frontMatter" | "body"> & {
  readonly release: LegacyRelease;
  readonly others: readonly LegacyRelease[];
  /** Path below the target: `pressemitteilungen/2019/2019-03-27-x.md`. */
  readonly path: string;
  readonly text: string;
  /** Path of the file under which the target has it already. */
  readonly standsAs?: string;
};

/** What becomes of an archive. */
export type ArchivePlan = { readonly planned: readonly PlannedRelease[]; readonly unread: readonly Unread[] };

/** A release with what the archive decides about it. */
type Placed = MergedRelease & {
  readonly day: string;
  readonly slug: string;
  readonly isWeaklyDated: boolean;
  readonly standsAs?: string;
};

/**
 * Plans the files of an archive from all its releases at once: sources of one release are merged, missing dates
 * guessed from neighbours, running numbers and file names made unique, follow-ups and links to old addresses
 * resolved. The same releases give the same plan, in whatever order they come.
 *
 * @param standing what the target holds already
 * @param findFile files beside the pages
 */
export function planArchive(
  releases: readonly LegacyRelease[],
  office: Office,
  standing: readonly StandingRelease[],
  findFile: FileFinder,
): ArchivePlan {
  const merged = mergeSources(releases.toSorted((a, b) => compare(a.source, b.source)));
  const { placed, unread } = placeAll(merged, standing);
  const paths = new Set(placed.map(pathOf));
  const archive = archiveIndex(
    placed,
    standing.filter(({ path }) => !paths.has(path)),
  );
  const planned: PlannedRelease[] = [];
  for (const one of placed) {
    const baseName = `${one.day}-${one.slug}`;
    const release = { ...one.release, body: withNewAddresses(one, archive) };
    const redirects = ownRedirects(one, archive);
    const placement = {
      baseName,
      isWeaklyDated: one.isWeaklyDated,
      follows: followed(one, archive),
      redirects,
    };
    const drafted = draftRelease(release, placement, office, findFile);
    if ("fault" in drafted) {
      unread.push(unreadRelease(one.release, `lässt sich nicht ablegen: ${drafted.fault}`));
      continue;
    }
    const { frontMatter, body, ...rest } = drafted;
    const text = releaseFileText(frontMatter, body);
    if (Buffer.byteLength(text) > LARGEST_TEXT) {
      unread.push(unreadRelease(one.release, "lässt sich nicht ablegen: Der Text ist größer als 1 MB"));
      continue;
    }
    planned.push({
      ...rest,
      release,
      others: one.others,
      path: pathOf(one),
      text,
      ...(one.standsAs !== undefined && { standsAs: one.standsAs }),
    });
  }
  return { planned, unread };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function unreadRelease({ source, lines }: LegacyRelease, why: string): Unread {
  return { source, why, lines: lines.map(({ line, text }) => ({ line, text, fate: { lost: why } })) };
}

/** Dates, numbers and names, oldest first, so that the first to have had a number or name keeps it. */
function placeAll(
  merged: readonly MergedRelease[],
  standing: readonly StandingRelease[],
): { placed: Placed[]; unread: Unread[] } {
  const unread: Unread[] = [];
  const guessDate = dateGuesser(merged.map(({ release }) => release));
  const dated = merged.flatMap(({ release, others }) => {
    if (release.date !== undefined) return [{ release, others, isWeaklyDated: false }];
    const guess = guessDate(release);
    if (guess === undefined) {
      unread.push(unreadRelease(release, "nennt nirgends ein Datum"));
      return [];
    }
    const remark = { field: "date", what: guess.date.why, isGuess: true };
    return [
      {
        release: { ...release, date: guess.date, remarks: [...release.remarks, remark] },
        others,
        isWeaklyDated: guess.isWeak,
      },
    ];
  });
  const inOrder = dated.toSorted(
    (a, b) =>
      compare(a.release.date?.value ?? "", b.release.date?.value ?? "") ||
      compare(a.release.source, b.release.source),
  );
  const names = new Set<string>();
  const named = inOrder.map((one) => {
    const day = one.release.date?.value.slice(0, 10) ?? "";
    return { ...one, day, slug: uniqueName(day, shortName(one.release.title.value), names) };
  });
  const own = new Set(named.map(pathOf));
  const foreign = standing.filter(({ path }) => !own.has(path));
  const numbers = new Map<string, string>();
  for (const { pressId } of foreign) if (pressId !== undefined) claimNumber(numbers, pressId, "");
  const standingFile = standingFinder(foreign);
  const placed = named.map((one): Placed => {
    const standsAs = standingFile(one.release);
    if (standsAs !== undefined) return { ...one, standsAs };
    return { ...one, release: withOwnNumber(one.release, numbers) };
  });
  return { placed, unread };
}

function pathOf({ day, slug }: Pick<Placed, "day" | "slug">): string {
  return `pressemitteilungen/${day.slice(0, 4)}/${day}-${slug}.md`;
}

/** Finds the file under which the target has a release: by its ID or by an old address. */
function standingFinder(
  standing: readonly StandingRelease[],
): (release: LegacyRelease) => string | undefined {
  const byId = new Map(
    standing.flatMap(({ pressId, path }) => (pressId === undefined ? [] : [[pressId, path]])),
  );
  const byRedirect = new Map(
    standing.flatMap(({ redirects, path }) =>
      redirects.map((redirect) => [servedPath(redirect), path] as const),
    ),
  );
  return ({ pressId, oldPaths }) =>
    (pressId && byId.get(pressId.value)) ??
    oldPaths.map(({ value }) => byRedirect.get(servedPath(value))).find((path) => path !== undefined);
}

function numberKey(pressId: string): string | undefined {
  const id = parsePressId(pressId);
  return id && `${id.prefix} ${id.day.slice(0, 4)} ${id.number}`;
}

function claimNumber(numbers: Map<string, string>, pressId: string, source: string): string | undefined {
  const key = numberKey(pressId);
  if (key === undefined) return undefined;
  const owner = numbers.get(key);
  if (owner === undefined) numbers.set(key, source);
  return owner;
}

/** A number given to two releases stays with the older; the other keeps its ID as printed. */
function withOwnNumber(release: LegacyRelease, numbers: Map<string, string>): LegacyRelease {
  const { pressId } = release;
  const owner = pressId && claimNumber(numbers, pressId.value, release.source);
  if (pressId === undefined || owner === undefined) return release;
  const { pressId: _, ...rest } = release;
  const printedId =
    release.printedId ??
    derived(pressId.value, `die Nummer hat schon ${owner === "" ? "eine andere Meldung" : owner}`);
  return { ...rest, printedId };
}

function uniqueName(day: string, name: string, names: Set<string>): string {
  let unique = name;
  for (let number = 2; names.has(`${day}-${unique}`); number += 1) unique = `${name}-${number}`;
  names.add(`${day}-${unique}`);
  return unique;
}

/** Where each release stands by what others call it. */
type ArchiveIndex = {
  readonly byId: ReadonlyMap<string, Placed>;
  readonly byItem: ReadonlyMap<number, Placed>;
  /** By the path that a server looks up; the release that states it has it before one that only has its number. */
  readonly byPath: ReadonlyMap<string, Placed>;
  /** Paths that the target's other releases have. */
  readonly takenPaths: ReadonlySet<string>;
};

function archiveIndex(placed: readonly Placed[], standing: readonly StandingRelease[]): ArchiveIndex {
  const byId = new Map<string, Placed>();
  const byItem = new Map<number, Placed>();
  const byPath = new Map<string, Placed>();
  for (const one of placed) {
    const id = one.release.pressId && parsePressId(one.release.pressId.value);
    if (id !== undefined) byId.set(formatShortPressId(id), one);
    if (one.release.itemNumber !== undefined) byItem.set(one.release.itemNumber, one);
    for (const { value, basis } of one.release.oldPaths) {
      const path = servedPath(value);
      if (!byPath.has(path) || basis === "found") byPath.set(path, one);
    }
  }
  const takenPaths = new Set(standing.flatMap(({ redirects }) => redirects.map(servedPath)));
  return { byId, byItem, byPath, takenPaths };
}

function ownRedirects(one: Placed, { byPath, takenPaths }: ArchiveIndex): Found<string>[] {
  const own = new Map(one.release.oldPaths.map((path) => [servedPath(path.value), path]));
  return [...own].flatMap(([path, found]) => {
    const isFree = one.standsAs !== undefined || !takenPaths.has(path);
    return isFree && byPath.get(path) === one ? [found] : [];
  });
}

function isEarlier(other: Placed, one: Placed): boolean {
  return (
    other !== one &&
    !other.isWeaklyDated &&
    (other.release.date?.value ?? "") <= (one.release.date?.value ?? "")
  );
}

/** The earlier release that a text names or links first. */
function followed(one: Placed, { byId, byItem }: ArchiveIndex): Found<string> | undefined {
  const named = one.release.mentions.ids.flatMap((text) => {
    const id = parsePressId(text);
    const other = id && byId.get(formatShortPressId(id));
    return other === undefined ? [] : [{ other, why: `im Text steht ${text}` }];
  });
  const linked = one.release.mentions.items.flatMap((item) => {
    const other = byItem.get(item);
    return other === undefined ? [] : [{ other, why: `der Text verweist auf die Meldung ${item}` }];
  });
  const first = [...named, ...linked].find(({ other }) => isEarlier(other, one));
  if (first === undefined) return undefined;
  const { release, day, slug } = first.other;
  return derived(release.pressId?.value ?? `${day.slice(0, 4)}/${day}-${slug}.md`, first.why);
}

/** Links to old addresses of releases that are here now lead to the new ones, where those appeared earlier. */
function withNewAddresses(one: Placed, { byItem, byPath }: ArchiveIndex): string {
  return one.release.body.replace(/\]\((https?:\/\/[^)\s]+)\)/g, (link: string, target: string) => {
    const item = itemNumber(target);
    const path = oldPath(target);
    const other =
      (item === undefined ? undefined : byItem.get(item)) ??
      (path === undefined ? undefined : byPath.get(servedPath(path)));
    return other !== undefined && isEarlier(other, one)
      ? `](${releaseAddress(other.day, other.slug)})`
      : link;
  });
}
