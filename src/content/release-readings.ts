import { availableParallelism } from "node:os";
import { posix } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ProblemPlace } from "../domain/problem.ts";
import type { Release } from "../domain/release.ts";
import { toldToOthers } from "./agreement.ts";
import type { ContentFile } from "./content-folder.ts";
import {
  bodyDigest,
  type KeptReading,
  type KeptReadings,
  type LineAndColumn,
  namesOf,
  openReading,
  releaseFileOf,
  type WrittenReading,
  withText,
} from "./kept-reading.ts";
import type { ClaimPlaces } from "./release-claims.ts";
import { type ReleaseContext, type ReleaseFile, readReleaseFile } from "./release-file.ts";
import { readSourceBytes, sourceDigest } from "./source-text.ts";
import { giveTasks } from "./worker-thread.ts";

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
  const ended = Promise.all(Array.from({ length: threads }, () => readOnThread(shares, context, take)));
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
  return giveTasks(
    new URL("./reading-thread.ts", import.meta.url),
    besideReleases(context),
    () => shares.shift(),
    (share) => take(share as readonly ReadRelease[]),
  );
}

/** What a release can refer to: no other release's file, ten thousand of which need not cross to another thread. */
function besideReleases({ files, ...context }: ReleaseContext): ReleaseContext {
  return { ...context, files: new Map([...files].filter(([name]) => !name.endsWith(".md"))) };
}
