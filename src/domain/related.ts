import type { Edition } from "./edition.ts";
import type { Place, Topic } from "./office.ts";
import { once } from "./once.ts";
import { compareNewestFirst, type Release } from "./release.ts";

/** Releases on the same subject, and what they share with the one they stand beside. */
export type Related = {
  /** Newest first. */
  readonly releases: readonly Release[];
  /** Topics before places, in the order in which the release names them. */
  readonly shared: readonly (Topic | Place)[];
};

const MOST = 4;
const TOPIC_WEIGHT = 2;
const PLACE_WEIGHT = 1;
/**
 * How far related releases may lie from a release in the list of a topic or place. A new release thus changes
 * a bounded number of pages, however large the archive.
 */
const REACH = 10;

/**
 * Up to four releases that share the most topics and places with a release, a topic counting twice a place; of
 * equals those nearest in time. Releases on the same matter are left out, as their links stand elsewhere.
 *
 * @param release one of the edition's own
 * @example relatedReleases(release, edition) → { releases: [newer, older], shared: [{ name: "Integration", … }] }
 */
export function relatedReleases(release: Release, edition: Edition): Related {
  const found = foundIn(edition);
  const releases = found.get(release) ?? findRelated(release, edition);
  found.set(release, releases);
  return {
    releases,
    get shared() {
      return sharedWith(release, releases);
    },
  };
}

/** A build asks twice, to tell what a page is made from and to make it. */
const foundIn = once((_: Edition) => new Map<Release, readonly Release[]>());

/** Where the related releases of each listed release stand in the list of all; such data can be kept between builds. */
export type RelatedPositions = readonly (readonly number[])[];

/** All that the related releases of an edition are found by, as one text: where it is the same, so are they. */
export function relatedBy({ listed }: Edition): string {
  return JSON.stringify(
    listed.map(({ address, date, follows, topics, places }) => [
      address,
      date.instant,
      follows,
      topics.map(({ slug }) => slug),
      places.map(({ slug }) => slug),
    ]),
  );
}

/** Finds the related releases of all. */
export function relatedPositions(edition: Edition): RelatedPositions {
  const positions = positionsIn(edition.listed);
  return edition.listed.map((release) =>
    relatedReleases(release, edition).releases.flatMap((related) => positions.get(related) ?? []),
  );
}

/** Takes the related releases of an edition from those of one that was the same by {@link relatedBy}. */
export function recallRelated(edition: Edition, positions: RelatedPositions): void {
  const { listed } = edition;
  const found = foundIn(edition);
  for (const [position, related] of positions.entries()) {
    const release = listed[position];
    if (release !== undefined)
      found.set(
        release,
        related.flatMap((other) => listed[other] ?? []),
      );
  }
}

function findRelated(release: Release, edition: Edition): readonly Release[] {
  const scores = new Map<Release, number>();
  const score = (list: readonly Release[] = [], weight: number) => {
    const position = positionsIn(list).get(release) ?? 0;
    const end = Math.min(list.length, position + REACH + 1);
    for (let at = Math.max(0, position - REACH); at < end; at += 1) {
      const near = list[at];
      if (near !== undefined) scores.set(near, (scores.get(near) ?? 0) + weight);
    }
  };
  for (const { slug } of release.topics) score(edition.byTopic.get(slug), TOPIC_WEIGHT);
  for (const { slug } of release.places) score(edition.byPlace.get(slug), PLACE_WEIGHT);
  const best: Candidate[] = [];
  for (const [other, points] of scores) {
    if (other === release || other.follows === release.address || other.address === release.follows) continue;
    const distance = Math.abs(other.date.instant - release.date.instant);
    enter({ release: other, points, distance }, best);
  }
  return best.map((candidate) => candidate.release).sort(compareNewestFirst);
}

type Candidate = { readonly release: Release; readonly points: number; readonly distance: number };

/** Puts a candidate in its place among the best, if it has one. */
function enter(candidate: Candidate, best: Candidate[]): void {
  let position = best.length;
  for (; position > 0; position -= 1) {
    const better = best[position - 1];
    if (better !== undefined && compareBestFirst(better, candidate) <= 0) break;
  }
  if (position === MOST) return;
  best.splice(position, 0, candidate);
  best.length = Math.min(best.length, MOST);
}

function compareBestFirst(a: Candidate, b: Candidate): number {
  return b.points - a.points || a.distance - b.distance || compareNewestFirst(a.release, b.release);
}

const positionsIn = once(
  (list: readonly Release[]) => new Map(list.map((release, position) => [release, position])),
);

function sharedWith(release: Release, others: readonly Release[]): (Topic | Place)[] {
  const topics = new Set(others.flatMap((other) => other.topics.map(({ slug }) => slug)));
  const places = new Set(others.flatMap((other) => other.places.map(({ slug }) => slug)));
  return [
    ...release.topics.filter(({ slug }) => topics.has(slug)),
    ...release.places.filter(({ slug }) => places.has(slug)),
  ];
}
