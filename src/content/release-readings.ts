import { availableParallelism } from "node:os";
import { posix } from "node:path";
import { Worker } from "node:worker_threads";
import type { Place, Topic } from "../domain/office.ts";
import type { Release } from "../domain/release.ts";
import type { ContentFile } from "./content-folder.ts";
import { type ReleaseContext, type ReleaseFile, readReleaseFile } from "./release-file.ts";
import { readSourceBytes, sourceDigest } from "./source-text.ts";

/**
 * A release's file as it was read, and by what to tell that it still is the same. Of its topics and places the slugs
 * are enough.
 */
export type KeptReading = {
  readonly file: ReleaseFile & { readonly release: Release };
  /** {@link ContentFile.stamp} at that time. */
  readonly stamp: string;
  /** Stamps of the photos and attachments beside it, by name. */
  readonly beside: readonly (readonly [name: string, stamp: string])[];
};

/** The readings of an earlier run, by {@link ContentFile.name}, of the same code, office, topics and places. */
export type KeptReadings = {
  readonly readings: ReadonlyMap<string, KeptReading>;
  /** Takes what is to be known next time: the readings that are new, and the names of files that are gone. */
  readonly keep: (fresh: ReadonlyMap<string, KeptReading>, gone: readonly string[]) => void;
};

/** Reads the files of releases, in their order; those that have not changed since they were kept are not read again. */
export async function readReleases(
  files: readonly ContentFile[],
  context: ReleaseContext,
  kept?: KeptReadings,
): Promise<ReleaseFile[]> {
  const found = new Map<string, ReleaseFile>();
  const names = namesOf(context);
  const fresh = new Map<string, KeptReading>();
  const changed = files.filter((file) => {
    const reading = kept?.readings.get(file.name);
    if (reading === undefined || !isUnchanged(file, reading, context)) return true;
    found.set(file.name, { ...reading.file, release: withNames(reading.file.release, names) });
    if (reading.stamp !== file.stamp) fresh.set(file.name, { ...reading, stamp: file.stamp });
    return false;
  });
  for (const [index, read] of (await readAll(changed, context)).entries()) {
    const file = changed[index];
    if (file === undefined) continue;
    const reading = { ...read, release: read.release && withNames(read.release, names) };
    found.set(file.name, reading);
    const { release } = reading;
    if (release !== undefined)
      fresh.set(file.name, {
        file: { ...reading, release },
        stamp: file.stamp,
        beside: besideOf(release, context),
      });
  }
  const isThere = new Set(files.map(({ name }) => name));
  kept?.keep(
    fresh,
    [...kept.readings.keys()].filter((name) => !isThere.has(name)),
  );
  return files.flatMap(({ name }) => found.get(name) ?? []);
}

/** By its times as Git does, else by its bytes: a fresh clone has other times and the same content. */
function isUnchanged(file: ContentFile, kept: KeptReading, { files }: ReleaseContext): boolean {
  const isBesideUnchanged = kept.beside.every(
    ([name, stamp]) => stamp !== "" && files.get(name)?.stamp === stamp,
  );
  if (!isBesideUnchanged) return false;
  return (
    (file.stamp !== "" && file.stamp === kept.stamp) ||
    sourceDigest(readSourceBytes(file)) === kept.file.digest
  );
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
/** Files handed to a thread at a time. */
const SHARE = 100;

async function readAll(files: readonly ContentFile[], context: ReleaseContext): Promise<ReleaseFile[]> {
  if (files.length < MANY || availableParallelism() === 1)
    return Promise.all(files.map((file) => readReleaseFile(file, context)));
  const read: ReleaseFile[] = [];
  let next = 0;
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL("./reading-thread.ts", import.meta.url), {
        workerData: context,
        execArgv: ["--disable-warning=ExperimentalWarning"],
      });
      let start = 0;
      const hand = () => {
        start = next;
        next += SHARE;
        if (start < files.length) worker.postMessage(files.slice(start, start + SHARE));
        else worker.terminate().then(() => resolve(), reject);
      };
      worker.on("error", reject);
      worker.on("message", (share: readonly ReleaseFile[]) => {
        for (const [index, file] of share.entries()) read[start + index] = file;
        hand();
      });
      hand();
    });
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return read;
}

type Names = { readonly topics: ReadonlyMap<string, Topic>; readonly places: ReadonlyMap<string, Place> };

function namesOf({ topics = [], places = [] }: ReleaseContext): Names {
  return {
    topics: new Map(topics.map((topic) => [topic.slug, topic])),
    places: new Map(places.map((place) => [place.slug, place])),
  };
}

/** A release from another thread or an earlier run names topics and places of its own; one of each is enough. */
function withNames(release: Release, { topics, places }: Names): Release {
  return {
    ...release,
    topics: release.topics.map((topic) => topics.get(topic.slug) ?? topic),
    places: release.places.map((place) => places.get(place.slug) ?? place),
  };
}
