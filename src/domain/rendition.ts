import { releaseAddress } from "./address.ts";
import type { Photo, Release } from "./release.ts";
import { slugify } from "./slug.ts";

/** A picture made from a photo, ready to be served. */
export type Rendition = {
  /** Address below the site's root; see {@link renditionAddress}. */
  readonly address: string;
  readonly format: "jpeg" | "webp";
  /** Width in pixels. */
  readonly width: number;
  /** Height in pixels. */
  readonly height: number;
  /** Size in bytes. */
  readonly bytes: number;
};

/** All that is made from one photo of a release. */
export type PhotoRenditions = {
  /** For the page, narrowest first; never wider than the photo. */
  readonly webp: readonly Rendition[];
  /** The same as JPEG, for browsers and programs without WebP; the widest is the one that feeds name. */
  readonly jpeg: readonly Rendition[];
  /** In print resolution; caption, credit and terms of use are inside the file. */
  readonly print: Rendition;
};

/** Finds what was made from a photo; `undefined` where the photo is not at hand. */
export type RenditionLookup = (release: Release, photo: Photo) => PhotoRenditions | undefined;

/** What anyone may do with a press photo: said beside each photo and inside its print file. */
export const PHOTO_TERMS =
  "Verwendung nur mit Bildnachweis und nur im Zusammenhang mit dieser Pressemitteilung oder ihrem Thema. Keine gesonderte Nutzung.";

/**
 * The address of a picture, in its release's own folder. Its last part tells on any disk whose photo it is, of
 * which release and which of its photos.
 *
 * @param number the photo's place in its release, from 1
 * @param variant the width in pixels, or `druck` for the print resolution
 * @example renditionAddress("Kreis Soest", { date: 27 March 2019, slug: "x", … }, 1, "800", "webp") →
 *   "/pressemitteilungen/2019/03/27/x/kreis-soest-2019-03-27-x-1-800.webp"
 */
export function renditionAddress(
  officeName: string,
  { date, slug }: Pick<Release, "date" | "slug">,
  number: number,
  variant: string,
  format: Rendition["format"],
): string {
  const ending = format === "jpeg" ? "jpg" : format;
  return `${releaseAddress(date.day, slug)}${slugify(officeName)}-${date.day}-${slug}-${number}-${variant}.${ending}`;
}

/**
 * What a photo of a release is known by.
 *
 * @example photoKey({ address: "/pressemitteilungen/2019/03/27/x/" }, { number: 1 }) → "/pressemitteilungen/2019/03/27/x/#1"
 */
export function photoKey({ address }: Pick<Release, "address">, { number }: Pick<Photo, "number">): string {
  return `${address}#${number}`;
}
