import { parseMoment } from "../domain/berlin-time.ts";

const TIFF_HEADER = 6;
const EXIF_IFD = 0x8769;
const DATE_TIME_ORIGINAL = 0x9003;

/**
 * The day a camera noted for a photo, `YYYY-MM-DD`: DateTimeOriginal of EXIF 2.32 (tag 0x9003), the camera's wall
 * clock. `undefined` where there is none, or what stands there is no day.
 *
 * @param exif the EXIF block from `Exif\0\0` on
 * @example captureDay(exif of a photo taken on 26 March 2019) → "2019-03-26"
 */
export function captureDay(exif: Buffer): string | undefined {
  try {
    const tiff = exif.subarray(TIFF_HEADER);
    const isLittleEndian = tiff.toString("latin1", 0, 2) === "II";
    const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
    const fieldOf = (directory: number, tag: number): number | undefined => {
      const count = view.getUint16(directory, isLittleEndian);
      for (let entry = directory + 2; entry < directory + 2 + 12 * count; entry += 12) {
        if (view.getUint16(entry, isLittleEndian) === tag) return view.getUint32(entry + 8, isLittleEndian);
      }
      return undefined;
    };
    const exifDirectory = fieldOf(view.getUint32(4, isLittleEndian), EXIF_IFD);
    const at = exifDirectory && fieldOf(exifDirectory, DATE_TIME_ORIGINAL);
    return at === undefined ? undefined : calendarDay(tiff.toString("latin1", at, at + 10));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function calendarDay(written: string): string | undefined {
  const moment = parseMoment(written.replaceAll(":", "-"));
  return "fault" in moment ? undefined : moment.day;
}
