import { availableParallelism } from "node:os";
import { firstAnswer, startThread } from "../content/worker-thread.ts";
import type { Newsroom } from "../domain/newsroom.ts";
import type { Release } from "../domain/release.ts";
import { type PhotoRenditions, photoKey } from "../domain/rendition.ts";
import type { SharePicture } from "../domain/share-picture.ts";
import type { Site, SiteOptions, SitePictures } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import type { KeptFile } from "../incremental/build-cache.ts";
import { fingerprintsOf } from "../incremental/fingerprints.ts";
import type { FilesToWrite } from "../incremental/stale-files.ts";
import { type MadeFile, type ReleaseWork, releaseMaker } from "./release-maker.ts";

/** What is made, and where. */
export type Making = {
  readonly site: Site;
  /** What the site was made with. */
  readonly options: SiteOptions;
  /** What the code is known by; see `code-digest.ts`. */
  readonly code: string;
  /** Folder to write to. */
  readonly stage: string;
  /** Folder of the site in place. */
  readonly target: string;
  /** Path of the build's cache; absent where that does not hold the archive. */
  readonly cache: string | undefined;
};

/** Shares of work, and the number of the next one: whoever takes one moves it on, on whatever thread. */
export type WorkList = { readonly shares: readonly (readonly ReleaseWork[])[]; readonly next: Int32Array };

/**
 * What a thread makes a site of: all of it but the releases, which it takes from the build's cache, and what functions
 * cannot tell on another thread.
 */
export type MakingOrder = Pick<Making, "code" | "stage" | "target"> & {
  readonly cache: string;
  readonly newsroom: Omit<Newsroom, "releases">;
  readonly options: Omit<SiteOptions, "sha256">;
  readonly pictures: PictureTable;
  readonly work: WorkList;
};

/** Work that goes on on other threads. */
export type ThreadedMaking = {
  /** What they do not make. */
  readonly left: FilesToWrite;
  /** Makes what is not yet begun, beside them, and waits for their end. */
  readonly join: () => Promise<ReadonlyMap<string, KeptFile>>;
};

/** From how many releases on threads are worth their start, each of which opens the whole archive. */
const MANY = 1_000;
/** How many releases are handed to a thread at a time. */
const SHARE = 50;

/**
 * Makes and writes the files of releases on all cores of the machine, where there are enough of them to be worth it;
 * lists, feeds and all that sums up the archive are left to the caller. Each thread opens the archive for itself from the
 * build's cache, so that nothing but addresses crosses over.
 *
 * @throws on joining, what a layout, the cache or the file system throws on a thread
 */
export function makeOnThreads(files: FilesToWrite, making: Making): ThreadedMaking {
  const { cache, site, code, stage, target } = making;
  const byRelease = Map.groupBy([...files.pages, ...files.outputs], ({ release }) => release);
  byRelease.delete(undefined);
  const threads = availableParallelism() - 1;
  if (cache === undefined || byRelease.size < MANY || threads === 0)
    return { left: files, join: async () => new Map() };
  const isLeft = ({ release }: SiteFile) => release === undefined;
  const work = workListOf(byRelease);
  const order = orderOf(making, cache, work);
  const ends = Promise.allSettled(Array.from({ length: threads }, () => makeOnThread(order)));
  const join = async () => {
    const made = workThrough(work, releaseMaker(site, fingerprintsOf(site, code), stage, target));
    const madeOnThreads = (await ends).flatMap((end) => {
      if (end.status === "rejected") throw end.reason;
      return end.value;
    });
    return new Map([...made, ...madeOnThreads]);
  };
  return {
    left: { ...files, pages: files.pages.filter(isLeft), outputs: files.outputs.filter(isLeft) },
    join,
  };
}

function workListOf(byRelease: ReadonlyMap<Release | undefined, readonly SiteFile[]>): WorkList {
  const work = Array.from(byRelease, ([release, files]) => ({
    of: release?.address ?? "",
    files: files.map(({ address }) => address),
  }));
  const shares = Array.from({ length: Math.ceil(work.length / SHARE) }, (_, index) =>
    work.slice(index * SHARE, (index + 1) * SHARE),
  );
  return { shares, next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
}

/** Takes shares of work until none is left; where one fails, none is left for the others. */
export function workThrough(
  { shares, next }: WorkList,
  make: (work: readonly ReleaseWork[]) => readonly MadeFile[],
): MadeFile[] {
  const take = () => shares[Atomics.add(next, 0, 1)];
  const made: MadeFile[] = [];
  try {
    for (let share = take(); share !== undefined; share = take()) made.push(...make(share));
    return made;
  } finally {
    Atomics.store(next, 0, shares.length);
  }
}

function orderOf({ site, options, code, stage, target }: Making, cache: string, work: WorkList): MakingOrder {
  const { office, topics, places, services, pages } = site;
  const { sha256: _function, ...told } = options;
  const newsroom = { office, topics, places, services, pages };
  return { cache, code, stage, target, newsroom, options: told, pictures: pictureTable(site), work };
}

/** Works through a list on a thread of its own, which answers once. */
async function makeOnThread(order: MakingOrder): Promise<readonly MadeFile[]> {
  const thread = startThread(new URL("./making-thread.ts", import.meta.url), order);
  return (await firstAnswer(thread)) as readonly MadeFile[];
}

/** The pictures of a site as data, which can cross to another thread. */
export type PictureTable = {
  readonly renditions: ReadonlyMap<string, PhotoRenditions | undefined>;
  readonly ofReleases: ReadonlyMap<string, SharePicture | undefined>;
  readonly ofTopics: ReadonlyMap<string, SharePicture | undefined>;
  readonly general: SharePicture | undefined;
};

/** Asks a site for all its pictures. */
export function pictureTable({ edition, topics, renditionsOf, sharePictures }: Site): PictureTable {
  const { pictureOf, topicPictureOf, defaultPicture } = sharePictures;
  return {
    renditions: new Map(
      edition.releases.flatMap((release) =>
        release.photos.map((photo) => [photoKey(release, photo), renditionsOf(release, photo)]),
      ),
    ),
    ofReleases: new Map(edition.releases.map((release) => [release.address, pictureOf(release)])),
    ofTopics: new Map(topics.map((topic) => [topic.slug, topicPictureOf(topic)])),
    general: defaultPicture,
  };
}

/** Answers for the site that a table was made of. */
export function picturesIn({ renditions, ofReleases, ofTopics, general }: PictureTable): SitePictures {
  return {
    renditionsOf: (release, photo) => renditions.get(photoKey(release, photo)),
    sharePictures: {
      pictureOf: ({ address }) => ofReleases.get(address),
      topicPictureOf: ({ slug }) => ofTopics.get(slug),
      defaultPicture: general,
    },
  };
}
