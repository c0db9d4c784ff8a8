import { createHash } from "node:crypto";
import { lstatSync, readFileSync, utimesSync } from "node:fs";
import { lstat, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import type { MadePicture, PictureFormat } from "./picture-recipes.ts";

/** A picture that lies in the cache, whole. */
export type CachedPicture<Format extends PictureFormat = "jpeg" | "webp"> = Omit<
  MadePicture<Format>,
  "data"
> & {
  /** Size in bytes. */
  readonly bytes: number;
  /** Absolute path; the file is not to be written to. */
  readonly path: string;
};

/**
 * Derived pictures on disk: `<folder>/<key>/` holds the pictures of one recipe applied to one thing, and beside
 * them `pictures.json`, which knows the size, digest and time of each. A key names all that its pictures depend
 * on, so an entry is right or damaged, never out of date.
 */
export type PictureCache = {
  /**
   * The pictures of a key, made by `make` where they are not there or damaged, and once where several ask for
   * them together. What `make` throws is thrown.
   */
  readonly obtain: <Format extends PictureFormat>(
    key: string,
    make: () => Promise<readonly MadePicture<Format>[]>,
  ) => Promise<readonly CachedPicture<Format>[]>;
  /**
   * Removes what nobody asked for in a month, so that previews, builds of other folders and runs at the same time
   * do not take each other's pictures; resolves to the number of entries removed.
   */
  readonly prune: () => Promise<number>;
};

const INDEX = "pictures.json";
/** Begins the name of what is being written. */
export const UNFINISHED = "unfinished-";
const KEY = /^[0-9a-f]{40}$/;
/** Something unfinished that is older than this was left behind by a run that was stopped, in milliseconds. */
const ABANDONED_AFTER = 60 * 60 * 1000;
/** How long an entry is kept that nobody asks for, in milliseconds. */
const KEPT_UNUSED = 30 * 24 * 60 * 60 * 1000;

const indexSchema = z
  .array(
    z.strictObject({
      format: z.enum(["jpeg", "webp", "png"]),
      width: z.int().positive(),
      height: z.int().positive(),
      bytes: z.int().positive(),
      sha256: z.hex().length(64),
      modified: z.int(),
    }),
  )
  .min(1);
type IndexedPicture = z.output<typeof indexSchema>[number];

/** A key for all that pictures depend on: digests, recipes, texts. */
export function cacheKey(...ingredients: readonly unknown[]): string {
  return sha256(JSON.stringify(ingredients)).slice(0, 40);
}

export function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}

/** Opens the cache in a folder, which is made where it does not exist. */
export async function openPictureCache(folder: string): Promise<PictureCache> {
  const root = resolve(folder);
  await mkdir(root, { recursive: true });
  const asked = new Map<string, Promise<readonly CachedPicture<PictureFormat>[]>>();
  return {
    obtain: <Format extends PictureFormat>(
      key: string,
      make: () => Promise<readonly MadePicture<Format>[]>,
    ) => {
      const pictures = asked.get(key) ?? findOrMake(root, key, make);
      asked.set(key, pictures);
      // The recipe is part of the key, so what lies under it has the formats that this recipe makes.
      return pictures as Promise<readonly CachedPicture<Format>[]>;
    },
    prune: () => prune(root, new Set(asked.keys())),
  };
}

async function findOrMake(
  root: string,
  key: string,
  make: () => Promise<readonly MadePicture<PictureFormat>[]>,
): Promise<readonly CachedPicture<PictureFormat>[]> {
  const entry = join(root, key);
  const found = readEntry(entry);
  if (found !== undefined) return found;
  await writeEntry(root, entry, await make());
  const written = readEntry(entry);
  if (written === undefined) throw new Error(`The pictures in ${entry} changed while they were written`);
  return written;
}

/**
 * The pictures of an entry; `undefined` where one is missing or damaged. Synchronous: a warm build asks for ten
 * thousand files, and each costs a tenth of what it costs through the thread pool.
 */
function readEntry(entry: string): readonly CachedPicture<PictureFormat>[] | undefined {
  const index = readIndex(join(entry, INDEX));
  const pictures = index?.map((picture) => {
    const { format, width, height, bytes } = picture;
    const path = join(entry, fileName(picture));
    return isIntact(path, picture) ? { format, width, height, bytes, path } : undefined;
  });
  return pictures?.every((picture) => picture !== undefined) ? pictures : undefined;
}

function readIndex(path: string): readonly IndexedPicture[] | undefined {
  try {
    return indexSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
}

/** A file of the recorded size and time is trusted; one whose time alone differs, as after a restored backup, is read. */
function isIntact(path: string, { bytes, modified, sha256: digest }: IndexedPicture): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size !== bytes) return false;
  if (Math.round(stats.mtimeMs) === modified) return true;
  if (sha256(readFileSync(path)) !== digest) return false;
  utimesSync(path, new Date(modified), new Date(modified));
  return true;
}

/** Writes an entry beside its place and moves it there whole, so that no run ever finds half of one. */
async function writeEntry(
  root: string,
  entry: string,
  made: readonly MadePicture<PictureFormat>[],
): Promise<void> {
  const unfinished = await mkdtemp(join(root, UNFINISHED));
  const index: IndexedPicture[] = await Promise.all(
    made.map(async ({ data, ...picture }) => {
      const path = join(unfinished, fileName(picture));
      await writeFile(path, data);
      const modified = Math.round((await lstat(path)).mtimeMs);
      return { ...picture, bytes: data.length, sha256: sha256(data), modified };
    }),
  );
  await writeFile(join(unfinished, INDEX), JSON.stringify(index));
  if (readEntry(entry) === undefined) await rm(entry, { recursive: true, force: true });
  try {
    await rename(unfinished, entry);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!isTaken(error)) throw error;
  }
}

/** Another run made the same entry in the meantime: its pictures are the same. */
function isTaken(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOTEMPTY" || code === "EEXIST" || code === "EPERM";
}

function fileName({ format, width }: Pick<MadePicture<PictureFormat>, "format" | "width">): string {
  return `${width}.${format === "jpeg" ? "jpg" : format}`;
}

async function prune(root: string, used: ReadonlySet<string>): Promise<number> {
  const now = new Date();
  for (const key of used) utimesSync(join(root, key, INDEX), now, now);
  const names = await readdir(root);
  const unused = names.filter(
    (name) =>
      (KEY.test(name) && !used.has(name) && isOlder(join(root, name, INDEX), KEPT_UNUSED)) ||
      (name.startsWith(UNFINISHED) && isOlder(join(root, name), ABANDONED_AFTER)),
  );
  await Promise.all(unused.map((name) => rm(join(root, name), { recursive: true, force: true })));
  return unused.length;
}

/** Whether a file was last written, or an entry last asked for, longer ago than `age` milliseconds. */
function isOlder(path: string, age: number): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > age;
}
