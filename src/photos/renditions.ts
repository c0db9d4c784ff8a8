import { readFile } from "node:fs/promises";
import type { Edition } from "../domain/edition.ts";
import type { Office } from "../domain/office.ts";
import type { Photo, Release, SourceImage } from "../domain/release.ts";
import {
  type PhotoRenditions,
  photoKey,
  type Rendition,
  type RenditionLookup,
  renditionAddress,
} from "../domain/rendition.ts";
import { photoMetadata } from "./photo-metadata.ts";
import {
  type CachedPicture,
  cacheKey,
  openPictureCache,
  type PictureCache,
  sha256,
} from "./picture-cache.ts";
import {
  DamagedPhotoError,
  makePrintPicture,
  makeWebPictures,
  PRINT_RECIPE,
  WEB_RECIPE,
} from "./picture-recipes.ts";
import { createPixelBudget } from "./pixel-budget.ts";
import { DAMAGED, MOST_PIXELS } from "./probe-image.ts";
import { openSourceDigests, type SourceDigests } from "./source-digests.ts";

/** What renditions are made of, and where they are kept. */
export type RenditionOrder = {
  /** Only the photos of this edition are touched. */
  readonly edition: Edition;
  readonly office: Office;
  /** Folder that keeps the pictures between runs; made where it does not exist. */
  readonly cacheFolder: string;
};

/** A photo that turned out damaged behind its header. */
export type DamagedPhoto = {
  readonly release: Release;
  readonly photo: Photo;
  /** German sentence that follows the file's name. */
  readonly fault: string;
};

/** The pictures of an edition. */
export type Renditions = {
  readonly renditionsOf: RenditionLookup;
  /** The files to serve, in the order of the edition; copy or link them, never write to them. */
  readonly files: readonly { readonly address: string; readonly cachedPath: string }[];
  /** Photos that no picture could be made of. */
  readonly damaged: readonly DamagedPhoto[];
  /** Removes the pictures that no edition needed for a month from the cache; resolves to the number of entries removed. */
  readonly prune: () => Promise<number>;
};

/**
 * Makes the pictures of every photo at hand in an edition: WebP and JPEG for the page, one JPEG for print. What the
 * cache holds is not made again: pictures for the page hang on the photo's content, those for print also on what
 * is said of it. The same input gives the same bytes.
 *
 * @example makeRenditions({ edition, office, cacheFolder: ".cache/photos" }) →
 *   { files: [{ address: "/pressemitteilungen/…/kreis-soest-2019-03-27-x-1-400.webp", cachedPath: "/…/400.webp" }, …], … }
 * @throws where a photo cannot be read or the cache not be written
 */
export async function makeRenditions(order: RenditionOrder): Promise<Renditions> {
  const { edition, office, cacheFolder } = order;
  const cache = await openPictureCache(cacheFolder);
  const digests = openSourceDigests(cacheFolder);
  const withinBudget = createPixelBudget(MOST_PIXELS);
  const outcomes = await Promise.all(
    photosAtHand(edition).map((photo) =>
      withinBudget(photo.image.width * photo.image.height, () => picturesOf(photo, office, cache, digests)),
    ),
  );
  await digests.save();
  const published = outcomes.flatMap((outcome) => ("pictures" in outcome ? [publish(outcome, office)] : []));
  const byPhoto = new Map(published.map(({ key, renditions }) => [key, renditions]));
  return {
    renditionsOf: (release, photo) => byPhoto.get(photoKey(release, photo)),
    files: published.flatMap(({ files }) => files),
    damaged: outcomes.flatMap((outcome) => ("damaged" in outcome ? [outcome.damaged] : [])),
    prune: cache.prune,
  };
}

/** A photo of a release that is at hand. */
type PhotoAtHand = {
  readonly release: Release;
  readonly photo: Photo;
  readonly image: SourceImage;
};

function photosAtHand(edition: Edition): PhotoAtHand[] {
  return edition.releases.flatMap((release) =>
    release.photos.flatMap((photo) =>
      photo.image === undefined ? [] : [{ release, photo, image: photo.image }],
    ),
  );
}

/** All pictures of one photo. */
type Pictures = PhotoAtHand & {
  readonly pictures: { readonly web: readonly CachedPicture[]; readonly print: CachedPicture };
};

async function picturesOf(
  atHand: PhotoAtHand,
  office: Office,
  cache: PictureCache,
  digests: SourceDigests,
): Promise<Pictures | { readonly damaged: DamagedPhoto }> {
  const { release, photo, image } = atHand;
  const { digest, content } = await digests.digestOf(image.path);
  let reading = content && Promise.resolve(content);
  const original = () => {
    reading ??= readRemembered(image.path, digest);
    return reading;
  };
  const metadata = photoMetadata(release, photo, office);
  try {
    const [web, [print]] = await Promise.all([
      cache.obtain(cacheKey(digest, WEB_RECIPE), async () => makeWebPictures(await original())),
      cache.obtain(cacheKey(digest, PRINT_RECIPE, metadata), async () => [
        await makePrintPicture(await original(), metadata),
      ]),
    ]);
    if (print === undefined) throw new Error(`The cache holds no print picture of ${image.path}`);
    return { ...atHand, pictures: { web, print } };
  } catch (error) {
    if (error instanceof AnotherPhotoError) {
      digests.forget(image.path);
      return picturesOf(atHand, office, cache, digests);
    }
    if (!(error instanceof DamagedPhotoError)) throw error;
    return { damaged: { release, photo, fault: DAMAGED } };
  }
}

/** A photo that is not what is remembered of it: an editor replaced it at this moment, or the memory is damaged. */
class AnotherPhotoError extends Error {}

/** Reads a photo of which only the digest is known; another must not be kept under that. */
async function readRemembered(path: string, digest: string): Promise<Buffer> {
  const content = await readFile(path);
  if (sha256(content) !== digest) throw new AnotherPhotoError(`${path} is not what is remembered of it`);
  return content;
}

/** Puts the pictures of a photo at their addresses. */
function publish({ release, photo, pictures }: Pictures, office: Office) {
  const served = (picture: CachedPicture, variant: string) => {
    const { path: cachedPath, ...properties } = picture;
    const address = renditionAddress(office.name, release, photo.number, variant, picture.format);
    return { rendition: { address, ...properties } satisfies Rendition, cachedPath };
  };
  const web = pictures.web.map((picture) => served(picture, `${picture.width}`));
  const print = served(pictures.print, "druck");
  const inFormat = (format: Rendition["format"]) =>
    web.flatMap(({ rendition }) => (rendition.format === format ? [rendition] : []));
  const renditions: PhotoRenditions = {
    webp: inFormat("webp"),
    jpeg: inFormat("jpeg"),
    print: print.rendition,
  };
  return {
    key: photoKey(release, photo),
    renditions,
    files: [...web, print].map(({ rendition, cachedPath }) => ({ address: rendition.address, cachedPath })),
  };
}
