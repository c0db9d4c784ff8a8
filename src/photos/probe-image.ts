import { closeSync, openSync, readSync } from "node:fs";
import type { SourceImage } from "../domain/release.ts";
import { fileSignature, SIGNATURE_LENGTH } from "./file-signature.ts";

/** The largest photo file that is read, in bytes. */
export const LARGEST_PHOTO = 40_000_000;
/** The largest photo that is decoded, in pixels. */
export const MOST_PIXELS = 120_000_000;

/** What the header of a picture file says; orientation applied to width and height. */
export type ImageHeader = Pick<SourceImage, "format" | "width" | "height">;

/** Why a file cannot serve as a photo: a German sentence that follows the file's name. */
export type ImageFault = {
  readonly fault: string;
  /** Whether the file only stands in for an original that lies in Git LFS and was not fetched. */
  readonly isMissingOriginal: boolean;
};

const EXPECTED = "Erwartet wird JPEG, PNG oder WebP";
const SMALLER = "bitte als JPEG mit höchstens 6.000 Pixeln Kantenlänge speichern";

/** A picture whose data end or break off before the picture does. */
export const DAMAGED =
  "ist unvollständig oder beschädigt und lässt sich nicht ganz lesen. Bitte die Datei neu aus dem Original speichern.";

/**
 * Reads the header of a picture file: JPEG, PNG or WebP; nothing else is decoded. That the file is whole is told
 * by its end, and decoded only where its end leaves doubt; damage inside shows when its renditions are made.
 *
 * @param path absolute path of a regular file
 * @param bytes its size
 * @example probeImage("/…/foto.jpg", 7_136_604) → { format: "jpeg", width: 6000, height: 4000 }
 */
export async function probeImage(path: string, bytes: number): Promise<ImageHeader | ImageFault> {
  if (bytes === 0) return fault("ist leer. Bitte die Datei neu ablegen.");
  const signature = fileSignature(readPart(path, 0, SIGNATURE_LENGTH));
  if (signature.kind === "lfs-pointer") {
    return {
      fault:
        "ist nur ein Verweis von Git LFS; das Original fehlt in dieser Arbeitskopie. Bitte „git lfs pull“ ausführen.",
      isMissingOriginal: true,
    };
  }
  if (signature.kind === "unknown") return fault(`ist keine Bilddatei, die sich lesen lässt. ${EXPECTED}.`);
  if (signature.kind === "other-format") {
    const remedy =
      signature.name === "PDF" ? "eine PDF-Datei gehört in attachments" : "bitte als JPEG speichern";
    return fault(`ist eine Datei im Format ${signature.name}. ${EXPECTED}; ${remedy}.`);
  }
  if (bytes > LARGEST_PHOTO) {
    return fault(
      `ist ${german(bytes / 1_000_000)} MB groß. Erwartet werden höchstens ${LARGEST_PHOTO / 1_000_000} MB; ${SMALLER}.`,
    );
  }
  return probeHeader(path, bytes);
}

async function probeHeader(path: string, bytes: number): Promise<ImageHeader | ImageFault> {
  const header = await readHeader(path);
  if (header === undefined) return fault(DAMAGED);
  const { width, height } = header;
  if (width * height > MOST_PIXELS) {
    return fault(
      `hat ${german((width * height) / 1_000_000)} Megapixel (${german(width)} × ${german(height)}). Erwartet werden höchstens ${MOST_PIXELS / 1_000_000} Megapixel; ${SMALLER}.`,
    );
  }
  const isWhole = endsAsItShould(path, bytes) || (await decodesToTheEnd(path));
  return isWhole ? header : fault(DAMAGED);
}

async function readHeader(path: string): Promise<ImageHeader | undefined> {
  const { default: sharp } = await import("sharp");
  try {
    const { format, autoOrient } = await sharp(path, { limitInputPixels: false }).metadata();
    if (format !== "jpeg" && format !== "png" && format !== "webp") return undefined;
    return { format, ...autoOrient };
  } catch {
    return undefined;
  }
}

/** The marks that end a JPEG (ITU-T T.81, B.1.1.3: EOI) and a PNG (11.2.5: IEND). A cut WebP has no readable header. */
const END_MARKS = [Buffer.from([0xff, 0xd9]), Buffer.from("IEND")];
/** Room for what cameras and programs append behind the picture, in bytes. */
const TAIL = 4096;

function endsAsItShould(path: string, bytes: number): boolean {
  const tail = readPart(path, Math.max(0, bytes - TAIL), TAIL);
  return END_MARKS.some((mark) => tail.includes(mark));
}

async function decodesToTheEnd(path: string): Promise<boolean> {
  const { default: sharp } = await import("sharp");
  try {
    await sharp(path, { failOn: "truncated" }).resize(8, 8, { fit: "fill" }).raw().toBuffer();
    return true;
  } catch {
    return false;
  }
}

/** Read at once: of thousands of files opened asynchronously, all would be open before the first is closed. */
function readPart(path: string, position: number, length: number): Buffer {
  const part = Buffer.alloc(length);
  const file = openSync(path, "r");
  try {
    return part.subarray(0, readSync(file, part, 0, length, position));
  } finally {
    closeSync(file);
  }
}

function german(amount: number): string {
  return amount.toLocaleString("de-DE", { maximumFractionDigits: 1 });
}

function fault(sentence: string): ImageFault {
  return { fault: sentence, isMissingOriginal: false };
}
