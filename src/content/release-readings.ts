import { hash } from "node:crypto";
import { availableParallelism } from "node:os";
import { posix } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Place, Topic } from "../domain/office.ts";
import { FILE_FIELD, type Problem, type ProblemPlace } from "../domain/problem.ts";
import type { Body, Release } from "../domain/release.ts";
import { toldToOthers } from "./agreement.ts";
import type { ContentFile } from "./content-folder.ts";
import { type BodyLink, type ClaimPlaces, claimsOf, type ReleaseClaims } from "./release-claims.ts";
import { type ReleaseContext, type ReleaseFile, readReleaseFile } from "./release-file.ts";
import { readSourceBytes, sourceDigest } from "./source-text.ts";
import { isAnswer, startThread } from "./worker-thread.ts";

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
  /** {@link ContentFile.stamp} at that time. */
  readonly stamp: string;
  /** Stamps of the photos and attachments beside it, by name. */
  readonly beside: readonly (readonly [name: string, stamp: string])[];
};

type LineAndColumn = readonly [line: number, column: number];

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

/** The readings of an earlier run, by {@link ContentFile.name}, of the same code, office, topics and places. */
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

/** The files behind readings, by name, that were opened among the same office, topics and places. */
export type OpenedReadings = Map<string, { readonly reading: KeptReading; readonly file: ReleaseFile }>;

/** Where nothing was kept, and nothing is to be. */
const NOTHING_KEPT: KeptReadings = {
  readings: new Map(),
  keep: (fresh) => (name, body) => withText(body, fresh.get(name)),
  restamp: () => {},
  forget: () => {},
};

/** Reads the files of releases, in their order; those that have not changed since they were kept are not read again. */
export async function readReleases(
  files: readonly ContentFile[],
  context: ReleaseContext,
  kept: KeptReadings = NOTHING_KEPT,
  opened: OpenedReadings = new Map(),
): Promise<ReleaseFile[]> {
  const names = namesOf(context);
  const touched = new Map<string, string>();
  let knownCount = 0;
  const read = files.map((file) => {
    const reading = kept.readings.get(file.name);
    if (reading !== undefined) knownCount += 1;
    if (reading === undefined || !isUnchanged(file, reading, context)) return undefined;
    if (reading.stamp !== file.stamp) touched.set(file.name, file.stamp);
    const before = opened.get(file.name);
    if (before?.reading === reading) return before.file;
    const unchanged = releaseFileOf(reading, file.shownAs, names);
    opened.set(file.name, { reading, file: unchanged });
    return unchanged;
  });
  if (knownCount < kept.readings.size) kept.forget(namesBeside(files, kept.readings));
  if (touched.size > 0) kept.restamp(touched);
  const fresh = new Map<string, ReleaseFile>();
  const changed = files.filter((_, index) => read[index] === undefined);
  await readAll(changed, context, (share) => {
    const written = new Map(share.flatMap((one) => ("written" in one ? [[one.name, one.written]] : [])));
    const bodyOf = kept.keep(written);
    for (const { name, shownAs, ...one } of share) {
      if ("faulty" in one) fresh.set(name, one.faulty);
      else {
        const reading = openReading(one.written, (body) => bodyOf(name, body));
        fresh.set(name, releaseFileOf(reading, shownAs, names));
      }
    }
  });
  return files.flatMap(({ name }, index) => read[index] ?? fresh.get(name) ?? []);
}

/** The names of readings whose files are gone. */
function namesBeside(files: readonly ContentFile[], readings: KeptReadings["readings"]): string[] {
  const isThere = new Set(files.map(({ name }) => name));
  return [...readings.keys()].filter((name) => !isThere.has(name));
}

/** By its times as Git does, else by its bytes: a fresh clone has other times and the same content. */
function isUnchanged(file: ContentFile, kept: KeptReading, { files }: ReleaseContext): boolean {
  const isBesideUnchanged = kept.beside.every(
    ([name, stamp]) => stamp !== "" && files.get(name)?.stamp === stamp,
  );
  if (!isBesideUnchanged) return false;
  return (
    (file.stamp !== "" && file.stamp === kept.stamp) ||
    sourceDigest(readSourceBytes(file)) === kept.release.digest
  );
}

/** A release's file as it was just read: its reading, or the file where it has problems. */
export type ReadRelease = Pick<ContentFile, "name" | "shownAs"> &
  ({ readonly written: WrittenReading } | { readonly faulty: ReleaseFile });

/** Reads one file. */
export async function readRelease(file: ContentFile, context: ReleaseContext): Promise<ReadRelease> {
  const { name, shownAs, stamp } = file;
  const read = await readReleaseFile(file, context);
  const { release, claims } = read;
  if (release === undefined) return { name, shownAs, faulty: read };
  const { html, text, ...said } = release.body;
  const bytes = new TextEncoder().encode(`${html}\0${text}`);
  const body = { ...said, digest: bodyDigest(bytes) };
  const reading: Omit<KeptReading, "stamp" | "release"> & { readonly release: object } = {
    release: { ...release, body, topics: slugsOf(release.topics), places: slugsOf(release.places) },
    links: claims.links,
    told: toldToOthers(release, claims),
    at: positionsOf(claims.places),
    beside: besideOf(release, context),
  };
  return { name, shownAs, written: { stamp, json: JSON.stringify(reading), body: bytes } };
}

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

function slugsOf(named: readonly { readonly slug: string }[]): { readonly slug: string }[] {
  return named.map(({ slug }) => ({ slug }));
}

function positionsOf({ pressId, follows, redirectFrom }: ClaimPlaces): KeptReading["at"] {
  const position = ({ line, column }: ProblemPlace): LineAndColumn => [line, column];
  return {
    ...(pressId && { pressId: position(pressId) }),
    ...(follows && { follows: position(follows) }),
    redirectFrom: redirectFrom.map(position),
  };
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

/** The file as {@link readReleaseFile} read it; what it claims is asked for only where files must be held together. */
function releaseFileOf(reading: KeptReading, shownAs: string, names: Names): ReleaseFile {
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

/** The files beside a release that its reading depends on. */
function besideOf(
  { source, photos, attachments }: Release,
  { files }: ReleaseContext,
): KeptReading["beside"] {
  const directory = posix.dirname(source);
  const names = [
    ...photos.flatMap(({ image }) => (image === undefined ? [] : [posix.basename(image.path)])),
    ...photos.flatMap(({ missingOriginal }) => missingOriginal ?? []),
    ...attachments.map(({ file }) => file),
  ];
  return names.map((name) => {
    const path = posix.join(directory, name.normalize("NFC"));
    return [path, files.get(path)?.stamp ?? ""];
  });
}

/** From how many files on other threads are worth their start. */
const MANY = 400;
/** Files read at a time. */
const SHARE = 50;
/** Shares handed to a thread ahead, so that it need not wait while this one reads. */
const AHEAD = 2;

/** Reads files on all cores of the machine, and hands over what was read share by share. */
async function readAll(
  files: readonly ContentFile[],
  context: ReleaseContext,
  take: (share: readonly ReadRelease[]) => void,
): Promise<void> {
  const shares = Array.from({ length: Math.ceil(files.length / SHARE) }, (_, index) =>
    files.slice(index * SHARE, (index + 1) * SHARE),
  );
  const threads = files.length < MANY ? 0 : availableParallelism() - 1;
  const ends = Array.from({ length: threads }, () => readOnThread(shares, besideReleases(context), take));
  const ended = Promise.all(ends);
  // Heard below, however early it comes.
  ended.catch(() => {});
  for (let share = shares.shift(); share !== undefined; share = shares.shift()) {
    take(await Promise.all(share.map((file) => readRelease(file, context))));
    await setImmediate();
  }
  await ended;
}

function readOnThread(
  shares: ContentFile[][],
  context: ReleaseContext,
  take: (share: readonly ReadRelease[]) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = startThread(new URL("./reading-thread.ts", import.meta.url), context);
    let waiting = 0;
    const hand = () => {
      for (; waiting < AHEAD && shares.length > 0; waiting += 1) thread.postMessage(shares.shift());
      if (waiting === 0) thread.terminate().then(() => resolve(), reject);
    };
    thread.on("error", reject);
    thread.on("message", (message: unknown) => {
      if (!isAnswer(message)) return;
      waiting -= 1;
      hand();
      try {
        take(message as readonly ReadRelease[]);
      } catch (error) {
        reject(error);
      }
    });
    hand();
  });
}

/** What a release can refer to: no other release's file, ten thousand of which need not cross to another thread. */
function besideReleases({ files, ...context }: ReleaseContext): ReleaseContext {
  return { ...context, files: new Map([...files].filter(([name]) => !name.endsWith(".md"))) };
}

type Names = { readonly topics: ReadonlyMap<string, Topic>; readonly places: ReadonlyMap<string, Place> };

function namesOf({ topics = [], places = [] }: Pick<ReleaseContext, "topics" | "places">): Names {
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

/** The files of all kept readings, as {@link readReleases} answers them where no file has changed. */
export function keptReleaseFiles(
  readings: Iterable<KeptReading>,
  context: Pick<ReleaseContext, "topics" | "places">,
): ReleaseFile[] {
  const names = namesOf(context);
  return Array.from(readings, (reading) => releaseFileOf(reading, reading.release.source, names));
}
