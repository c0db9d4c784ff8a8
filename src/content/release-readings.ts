import { availableParallelism } from "node:os";
import { posix } from "node:path";
import { Worker } from "node:worker_threads";
import type { Place, Topic } from "../domain/office.ts";
import type { Body, Release } from "../domain/release.ts";
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

/** A release's rendered text. */
export type BodyText = Pick<Body, "html" | "text">;

/**
 * A reading as it crosses from thread to thread and is stored. A text passes at once, where the objects of ten thousand
 * readings take longer than reading half of them.
 */
export type WrittenReading = {
  readonly stamp: string;
  /** The reading as JSON, without its stamp and rendered text. */
  readonly json: string;
  /** The rendered text, apart, so that it need not be at hand. */
  readonly body: BodyText;
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

/** Where nothing was kept, and nothing is to be. */
const NOTHING_KEPT: KeptReadings = {
  readings: new Map(),
  keep: (fresh) => (name, body) => ({ ...body, ...fresh.get(name)?.body }),
  restamp: () => {},
  forget: () => {},
};

/** Reads the files of releases, in their order; those that have not changed since they were kept are not read again. */
export async function readReleases(
  files: readonly ContentFile[],
  context: ReleaseContext,
  kept: KeptReadings = NOTHING_KEPT,
): Promise<ReleaseFile[]> {
  const found = new Map<string, ReleaseFile>();
  const names = namesOf(context);
  const touched = new Map<string, string>();
  const changed = files.filter((file) => {
    const reading = kept.readings.get(file.name);
    if (reading === undefined || !isUnchanged(file, reading, context)) return true;
    found.set(file.name, { ...reading.file, release: withNames(reading.file.release, names) });
    if (reading.stamp !== file.stamp) touched.set(file.name, file.stamp);
    return false;
  });
  if (touched.size > 0) kept.restamp(touched);
  await readAll(changed, context, (share) => {
    const fresh = new Map(share.flatMap((read) => ("faulty" in read ? [] : [[read.name, read.written]])));
    const bodyOf = kept.keep(fresh);
    for (const read of share) {
      if ("faulty" in read) found.set(read.name, read.faulty);
      else {
        const { file } = openReading(read.written, (body) => bodyOf(read.name, body));
        found.set(read.name, { ...file, release: withNames(file.release, names) });
      }
    }
  });
  const isThere = new Set(files.map(({ name }) => name));
  const gone = [...kept.readings.keys()].filter((name) => !isThere.has(name));
  if (gone.length > 0) kept.forget(gone);
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

/** A release's file as it was just read: its reading, or the file where it has problems. */
export type ReadRelease = { readonly name: string } & (
  | { readonly written: WrittenReading }
  | { readonly faulty: ReleaseFile }
);

/** Reads one file. */
export async function readRelease(file: ContentFile, context: ReleaseContext): Promise<ReadRelease> {
  const { name, stamp } = file;
  const read = await readReleaseFile(file, context);
  const { release } = read;
  if (release === undefined) return { name, faulty: read };
  const { html, text, ...body } = release.body;
  const lean = {
    ...release,
    body,
    topics: release.topics.map(({ slug }) => ({ slug })),
    places: release.places.map(({ slug }) => ({ slug })),
  };
  const json = JSON.stringify({ file: { ...read, release: lean }, beside: besideOf(release, context) });
  return { name, written: { stamp, json, body: { html, text } } };
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
  const { file, beside } = JSON.parse(json) as KeptReading;
  const { release } = file;
  return { stamp, beside, file: { ...file, release: { ...release, body: bodyOf(release.body) } } };
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

async function readAll(
  files: readonly ContentFile[],
  context: ReleaseContext,
  take: (share: readonly ReadRelease[]) => void,
): Promise<void> {
  if (files.length < MANY || availableParallelism() === 1) {
    for (let start = 0; start < files.length; start += SHARE) {
      const share = files.slice(start, start + SHARE);
      take(await Promise.all(share.map((file) => readRelease(file, context))));
    }
    return;
  }
  let next = 0;
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL("./reading-thread.ts", import.meta.url), {
        workerData: besideReleases(context),
        execArgv: ["--disable-warning=ExperimentalWarning"],
      });
      const hand = () => {
        const share = files.slice(next, next + SHARE);
        next += SHARE;
        if (share.length > 0) worker.postMessage(share);
        else worker.terminate().then(() => resolve(), reject);
      };
      worker.on("error", reject);
      worker.on("message", (share: readonly ReadRelease[]) => {
        hand();
        try {
          take(share);
        } catch (error) {
          reject(error);
        }
      });
      hand();
    });
  await Promise.all(Array.from({ length: availableParallelism() }, work));
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
  return Array.from(readings, ({ file }) => ({ ...file, release: withNames(file.release, names) }));
}
