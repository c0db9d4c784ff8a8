import { publicationMoment, type Release } from "../domain/release.ts";

/** Whole years of an archive that are indexed together and kept while nothing in them changes. */
export type Volume = {
  /** Its years: `2019`, `2016-2018`. */
  readonly name: string;
  /** Oldest first. */
  readonly releases: readonly Release[];
};

/**
 * The fewest releases of a volume. A year of a Kreis has more and is a volume by itself; a small archive is one, as
 * its compounds are split by the words of their volume and each volume costs its readers three requests.
 */
const FEWEST_RELEASES = 400;

/**
 * Binds the years of an archive into volumes, oldest first. What is left at the end, as the year has just begun, joins
 * the volume before.
 *
 * @param newestFirst in the order of lists
 * @param fewest the fewest releases of a volume, be it that there are no more
 * @example volumesOf(edition.listed).map(({ name }) => name) → ["2016-2018", "2019", "2020-2021"]
 */
export function volumesOf(newestFirst: readonly Release[], fewest = FEWEST_RELEASES): readonly Volume[] {
  const volumes: Release[][] = [];
  let open: Release[] = [];
  for (const [position, release] of newestFirst.toReversed().entries()) {
    const next = newestFirst[newestFirst.length - 2 - position];
    open.push(release);
    const isYearOver = next === undefined || yearOf(next) !== yearOf(release);
    if (isYearOver && open.length >= fewest) {
      volumes.push(open);
      open = [];
    }
  }
  const last = volumes.pop() ?? [];
  return [...volumes, [...last, ...open]]
    .filter((releases) => releases.length > 0)
    .map((releases) => ({ name: yearsOf(releases), releases }));
}

/** The year of publication, in whose order lists stand. */
function yearOf(release: Release): string {
  return publicationMoment(release).day.slice(0, 4);
}

function yearsOf(oldestFirst: readonly Release[]): string {
  const years = oldestFirst.map(yearOf);
  const [first = "", last = ""] = [years[0], years.at(-1)];
  return first === last ? first : `${first}-${last}`;
}
