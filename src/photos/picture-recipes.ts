import type { Sharp } from "sharp";
import { captureDay } from "./capture-day.ts";
import { fileSignature } from "./file-signature.ts";
import { iptcIim, withIptcIim } from "./iptc-iim.ts";
import type { PhotoMetadata } from "./photo-metadata.ts";
import { PICTURE_LIBRARY } from "./picture-library.ts";
import { MOST_PIXELS } from "./probe-image.ts";
import { xmpPacket } from "./xmp-packet.ts";

/** The formats that pictures are made in; those of a photo are JPEG and WebP. */
export type PictureFormat = "jpeg" | "webp" | "png";

/** A picture made in memory. */
export type MadePicture<Format extends PictureFormat = "jpeg" | "webp"> = {
  readonly format: Format;
  /** Width in pixels. */
  readonly width: number;
  /** Height in pixels. */
  readonly height: number;
  readonly data: Buffer;
};

/**
 * Pictures for the page; `version` counts what changes in the code below. WebP serves nearly all readers and
 * ends at 16,383 pixels; the JPEG is for what is left, so it is made quickly.
 */
export const WEB_RECIPE = {
  version: 1,
  library: PICTURE_LIBRARY,
  widths: [400, 800, 1200, 1600],
  tallest: 8000,
  webp: { quality: 75, effort: 4 },
  jpeg: { quality: 78, progressive: true },
} as const;

/** The picture for print: the original's pixels up to an A2 page at 250 dpi, baseline for old systems. */
export const PRINT_RECIPE = {
  version: 2,
  library: PICTURE_LIBRARY,
  longEdge: 6000,
  jpeg: { quality: 90 },
} as const;

/** A photo that breaks off or is damaged somewhere behind its header. */
export class DamagedPhotoError extends Error {}

/**
 * The pictures for the page: upright, sRGB, on white where the photo is transparent, without any metadata.
 *
 * @throws DamagedPhotoError
 */
export async function makeWebPictures(photo: Buffer): Promise<MadePicture[]> {
  const { default: sharp } = await import("sharp");
  const pipeline = await open(photo);
  const { data, info } = await decoded(
    pipeline
      .resize({
        width: Math.max(...WEB_RECIPE.widths),
        height: WEB_RECIPE.tallest,
        fit: "inside",
        withoutEnlargement: true,
      })
      .raw()
      .toBuffer({ resolveWithObject: true }),
  );
  const { width: widest, height, channels } = info;
  const widths = [...WEB_RECIPE.widths.filter((width) => width < widest), widest];
  const resized = (width: number) =>
    sharp(data, { raw: { width: widest, height, channels } }).resize({ width });
  return Promise.all(
    widths.flatMap((width) => [
      picture("webp", resized(width).webp(WEB_RECIPE.webp)),
      picture("jpeg", resized(width).jpeg(WEB_RECIPE.jpeg)),
    ]),
  );
}

/**
 * The picture for print with what is to be said of it as XMP and IPTC-IIM; nothing else that the photo's file
 * said, camera and place least of all, comes with it.
 *
 * @throws DamagedPhotoError
 */
export async function makePrintPicture(photo: Buffer, metadata: PhotoMetadata): Promise<MadePicture> {
  const pipeline = await open(photo);
  const { exif } = await decoded(pipeline.metadata());
  const takenOn = exif && captureDay(exif);
  const isCredible = takenOn !== undefined && takenOn <= metadata.dateCreated;
  const said = isCredible ? { ...metadata, dateCreated: takenOn } : metadata;
  const made = await picture(
    "jpeg",
    pipeline
      .resize({
        width: PRINT_RECIPE.longEdge,
        height: PRINT_RECIPE.longEdge,
        fit: "inside",
        withoutEnlargement: true,
      })
      // Sixteen bits a channel would be taken for those of a wider space (sharp's `withIccProfile`).
      .pipelineColourspace("srgb")
      .withIccProfile("srgb")
      .withXmp(xmpPacket(said))
      .jpeg(PRINT_RECIPE.jpeg),
  );
  return { ...made, data: withIptcIim(made.data, iptcIim(said)) };
}

async function open(photo: Buffer): Promise<Sharp> {
  if (fileSignature(photo).kind !== "photo") throw new DamagedPhotoError("This is no photo any more");
  const { default: sharp } = await import("sharp");
  return sharp(photo, { failOn: "error", limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb");
}

async function picture(format: MadePicture["format"], pipeline: Sharp): Promise<MadePicture> {
  const { data, info } = await decoded(pipeline.toBuffer({ resolveWithObject: true }));
  return { format, width: info.width, height: info.height, data };
}

async function decoded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new DamagedPhotoError("The photo cannot be decoded to its end", { cause: error });
  }
}
