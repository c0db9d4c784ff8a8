import { hash } from "node:crypto";
import type { Place, Topic } from "../domain/office.ts";
import { FILE_FIELD, type Problem, type ProblemPlace } from "../domain/problem.ts";
import type { Body, Release } from "../domain/release.ts";
import { type BodyLink, type ClaimPlaces, claimsOf, type ReleaseClaims } from "./release-claims.ts";
import type { ReleaseContext, ReleaseFile } from "./release-file.ts";

/**
 * A release's file without problems as it was read, and by what to tell that it still is the same. Of its topics and
 * places the slugs are enough.
 */
export type KeptReading = {
  readonly release: Release;
  readonly links: readonly BodyLink[];
  /** {@link ReleaseFile.told}. */
  readonly told: string;
  /** Lines and columns of {@link ClaimPlaces}. */
  readonly at: {
    readonly pressId?: LineAndColumn;
    readonly follows?: LineAndColumn;
    readonly redirectFrom: readonly LineAndColumn[];
  };
  /** `ContentFile.stamp` at that time. */
  readonly stamp: string;
  /** Stamps of the photos and attachments beside it, by name. */
  readonly beside: readonly (readonly [name: string, stamp: string])[];
};

/** Where something stands in its file; both count from 1. */
export type LineAndColumn = readonly [line: number, column: number];

/** A release's rendered text. */
export type BodyText = Pick<Body, "html" | "text">;

/** It as UTF-8: its HTML, a zero byte, which no text holds, and its plain text. */
export type BodyBytes = Uint8Array<ArrayBuffer>;

/**
 * A reading as it crosses from thread to thread and is stored. A text passes at once, where the objects of ten thousand
 * readings take longer than reading half of them.
 */
export type WrittenReading = {
  readonly stamp: string;
  /** The reading as JSON, without its stamp and rendered text. */
  readonly json: string;
  /** The rendered text, apart, so that it need not be at hand. */
  readonly body: BodyBytes;
};

/** The readings of an earlier run, by `ContentFile.name`, of the same code, office, topics and places. */
export type KeptReadings = {
  readonly readings: ReadonlyMap<string, KeptReading>;
  /**
   * Takes readings that are new, to be known next time.
   *
   * @returns how to come by the rendered text of each from now on, by name and what is known of it
   */
  readonly keep: (fresh: ReadonlyMap<string, WrittenReading>) => (name: string, body: Body) => Body;
  /** Takes stamps of files that were touched and are the same. */
  readonly restamp: (stamps: ReadonlyMap<string, string>) => void;
  /** Takes the names of files that are gone. */
  readonly forget: (gone: readonly string[]) => void;
};

/** What a release's rendered text is known by. */
export function bodyDigest(bytes: BodyBytes): string {
  return hash("sha256", bytes, "base64url");
}

/** @example bodyText(new TextEncoder().encode("<p>x</p>\0x")) → { html: "<p>x</p>", text: "x" } */
export function bodyText(bytes: BodyBytes): BodyText {
  const [html = "", text = ""] = new TextDecoder().decode(bytes).split("\0");
  return { html, text };
}

/** What is known of a body together with its text. */
export function withText(body: Body, written: WrittenReading | undefined): Body {
  return written === undefined ? body : { ...body, ...bodyText(written.body) };
}

/**
 * The reading behind its JSON.
 *
 * @param bodyOf makes the release's body of what the JSON tells of it
 */
export function openReading(
  { json, stamp }: Pick<WrittenReading, "json" | "stamp">,
  bodyOf: (body: Body) => Body,
): KeptReading {
  const reading = JSON.parse(json) as Omit<KeptReading, "stamp">;
  // Copies of ten thousand releases would live as long as they do.
  const release = Object.assign(reading.release, { body: bodyOf(reading.release.body) });
  return Object.assign(reading, { stamp, release });
}

/** The file as `readReleaseFile` read it; what it claims is asked for only where files must be held together. */
export function releaseFileOf(reading: KeptReading, shownAs: string, names: Names): ReleaseFile {
  let claims: ReleaseClaims | undefined;
  return {
    release: withNames(reading.release, names),
    problems: NO_PROBLEMS,
    told: reading.told,
    get claims() {
      claims ??= claimsOfReading(reading, shownAs);
      return claims;
    },
  };
}

const NO_PROBLEMS: readonly Problem[] = [];

function claimsOfReading({ release, links, at }: KeptReading, shownAs: string): ReleaseClaims {
  const place = ([line, column]: LineAndColumn, field: string): ProblemPlace => ({
    file: shownAs,
    line,
    column,
    field,
  });
  const places: ClaimPlaces = {
    file: place([1, 1], FILE_FIELD),
    ...(at.pressId && { pressId: place(at.pressId, "pressId") }),
    ...(at.follows && { follows: place(at.follows, "follows") }),
    redirectFrom: at.redirectFrom.map((position, index) => place(position, `redirectFrom[${index}]`)),
  };
  return claimsOf(release, { shownAs, links, places });
}

/** The files of all kept readings, as `readReleases` answers them where no file has changed. */
export function keptReleaseFiles(
  readings: Iterable<KeptReading>,
  context: Pick<ReleaseContext, "topics" | "places">,
): ReleaseFile[] {
  const names = namesOf(context);
  return Array.from(readings, (reading) => releaseFileOf(reading, reading.release.source, names));
}

/** The topics and places of an office by their slugs, of which readings name them. */
export type Names = {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly places: ReadonlyMap<string, Place>;
};

/** Looks up what readings name. */
export function namesOf({ topics = [], places = [] }: Pick<ReleaseContext, "topics" | "places">): Names {
  return {
    topics: new Map(topics.map((topic) => [topic.slug, topic])),
    places: new Map(places.map((place) => [place.slug, place])),
  };
}

/** A kept release names topics and places by their slugs; one object of each is enough. */
function withNames(release: Release, { topics, places }: Names): Release {
  return {
    ...release,
    topics: release.topics.map((topic) => topics.get(topic.slug) ?? topic),
    places: release.places.map((place) => places.get(place.slug) ?? place),
  };
}
