import { topicAddress } from "../domain/address.ts";
import { germanLongDate } from "../domain/berlin-time.ts";
import type { Edition } from "../domain/edition.ts";
import type { Office, Topic } from "../domain/office.ts";
import type { Release } from "../domain/release.ts";
import type { SharePicture, SharePictures } from "../domain/share-picture.ts";
import { plainSpaces, typesetLine } from "../domain/typography.ts";
import { cacheKey, openPictureCache } from "./picture-cache.ts";
import { PICTURE_LIBRARY } from "./picture-library.ts";
import type { MadePicture } from "./picture-recipes.ts";
import type { ShareTexts } from "./share-drawing.ts";

/** What share pictures are made of, and where they are kept. */
export type ShareOrder = {
  /** Only its newest releases have pictures of their own. */
  readonly edition: Edition;
  readonly office: Office;
  readonly topics: readonly Topic[];
  /** Folder that keeps the pictures between runs; made where it does not exist, and shared with no other pictures. */
  readonly cacheFolder: string;
};

/** The pictures that links to a newsroom's pages show, and their files. */
export type MadeSharePictures = {
  readonly [Lookup in keyof SharePictures]: SharePictures[Lookup] extends (of: infer Of) => unknown
    ? (of: Of) => SharePicture
    : SharePicture;
} & {
  /** The files to serve; copy or link them, never write to them. */
  readonly files: readonly { readonly address: string; readonly cachedPath: string }[];
  /** Removes the pictures that no edition needed for a month; resolves to the number of entries removed. */
  readonly prune: () => Promise<number>;
};

/** How many releases have pictures of their own: those that are still being shared. */
const NEWEST = 20;

/**
 * How drawings become files; `version` counts what changes in the drawings, by code, fonts or libraries. A drawing
 * has four colours and the steps between them: sixteen are enough. Packing them harder takes twice as long as all the
 * rest, and makes files smaller by a twelfth.
 */
export const SHARE_RECIPE = {
  version: 2,
  library: PICTURE_LIBRARY,
  png: { palette: true, colours: 16, dither: 0, effort: 1, compressionLevel: 6 },
} as const;

/**
 * Makes the pictures for sharing (PNG, 1200 × 630 pixels): one for each of the newest releases without a photo, one for
 * each topic, one for all other pages. What the cache holds is not made again. The same input gives the same bytes, and
 * nothing is fetched. A title or name in letters that the site's fonts lack gets the next more general picture.
 *
 * @example makeSharePictures({ edition, office, topics, cacheFolder: ".cache/share-pictures" }) →
 *   { files: [{ address: "/teilen.png", cachedPath: "/…/1200.png" }, …], … }
 * @throws where the cache cannot be written
 */
export async function makeSharePictures(order: ShareOrder): Promise<MadeSharePictures> {
  const { edition, office, topics, cacheFolder } = order;
  const cache = await openPictureCache(cacheFolder);
  const draw = openDrawingOnce();
  const obtain = async (address: string, texts: ShareTexts) => {
    const [picture] = await cache.obtain(cacheKey(SHARE_RECIPE, texts), async () => [await draw(texts)]);
    if (picture === undefined) throw new Error(`The cache holds no picture for ${address}`);
    const { width, height, path: cachedPath } = picture;
    const shared: SharePicture = { address, type: "image/png", width, height, alt: altOf(texts, office) };
    return { shared, file: { address, cachedPath } };
  };
  const [general, ...specific] = await Promise.all([
    obtain(`/${FILE}`, textsOfSite(office)),
    ...topics
      .filter(({ name }) => isDrawable(name))
      .map((topic) => obtain(pictureAddress(topicAddress(topic.slug)), textsOfTopic(topic, office))),
    ...edition.listed
      .slice(0, NEWEST)
      .filter((release) => !hasPhoto(release) && isDrawable(release.title))
      .map((release) => obtain(pictureAddress(release.address), textsOfRelease(release, office))),
  ]);
  const byAddress = new Map(specific.map(({ shared }) => [shared.address, shared]));
  const topicPictureOf = ({ slug }: Topic) =>
    byAddress.get(pictureAddress(topicAddress(slug))) ?? general.shared;
  return {
    pictureOf: ({ address, topics: [topic] }) =>
      byAddress.get(pictureAddress(address)) ??
      (topic === undefined ? general.shared : topicPictureOf(topic)),
    topicPictureOf,
    defaultPicture: general.shared,
    files: [general, ...specific].map(({ file }) => file),
    prune: cache.prune,
  };
}

const FILE = "teilen.png";

function pictureAddress(page: string): string {
  return `${page}${FILE}`;
}

function hasPhoto({ photos }: Release): boolean {
  return photos.some(({ image }) => image !== undefined);
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** The fonts know Latin letters; `Common` and `Inherited` are digits, signs and what has no script. */
const FOREIGN_LETTER = /(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}/u;

function isDrawable(text: string): boolean {
  return LETTER_OR_DIGIT.test(text) && !FOREIGN_LETTER.test(text);
}

function textsOfSite(office: Office): ShareTexts {
  return { title: typesetLine(office.name), note: typesetLine(office.description) };
}

function textsOfTopic({ name, description }: Topic, office: Office): ShareTexts {
  const note = description ?? "Pressemitteilungen zu diesem Thema";
  return { office: typesetLine(office.name), title: typesetLine(name), note: typesetLine(note) };
}

function textsOfRelease({ title, date, topics: [topic] }: Release, office: Office): ShareTexts {
  const day = germanLongDate(date.day);
  const note = topic === undefined ? day : `${day} · ${topic.name}`;
  return { office: typesetLine(office.name), title: typesetLine(title), note: typesetLine(note) };
}

/** What stands in a picture, for people who do not see it. */
function altOf({ office, title, note }: ShareTexts, { name }: Office): string {
  const said = office === undefined ? note : `${title} – ${note}`;
  return plainSpaces(`Newsroom ${name}: ${said}`);
}

/** Fonts and patterns are opened, and their libraries loaded, only where something is to be drawn. */
function openDrawingOnce(): (texts: ShareTexts) => Promise<MadePicture<"png">> {
  let opened: Promise<(texts: ShareTexts) => Promise<MadePicture<"png">>> | undefined;
  return async (texts) => {
    opened ??= openDrawing();
    return (await opened)(texts);
  };
}

async function openDrawing(): Promise<(texts: ShareTexts) => Promise<MadePicture<"png">>> {
  const [{ default: sharp }, { openShareDrawing }] = await Promise.all([
    import("sharp"),
    import("./share-drawing.ts"),
  ]);
  const draw = openShareDrawing();
  return async (texts) => {
    const { data, info } = await sharp(Buffer.from(draw(texts)))
      .png(SHARE_RECIPE.png)
      .toBuffer({ resolveWithObject: true });
    return { format: "png", width: info.width, height: info.height, data };
  };
}
