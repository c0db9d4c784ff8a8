import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "cheerio";
import sharp, { type Sharp } from "sharp";
import { onTestFinished } from "vitest";

/** Pictures that tests make for themselves, and what tests read from those the newsroom made. */

/** An empty folder that goes when its test ends. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "photos-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A picture with a red left and a blue right half. */
export function aPicture(width = 90, height = 60): Sharp {
  const half = {
    create: { width: Math.ceil(width / 2), height, channels: 3, background: "#0000ff" },
  } as const;
  return sharp({ create: { width, height, channels: 3, background: "#ff0000" } }).composite([
    { input: half, gravity: "east" },
  ]);
}

/** A JPEG as a phone leaves it: camera, place and time in EXIF, lying on its side. */
export function aPhoneJpeg(width = 90, height = 60): Promise<Buffer> {
  return aPicture(width, height)
    .withExif({
      IFD0: { Make: "Testkamera", Model: "Modell 7", Software: "Testkamera-App" },
      IFD2: { DateTimeOriginal: "2019:03:26 14:05:11", LensModel: "Testobjektiv" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "51/1 34/1 12/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "8/1 6/1 0/1",
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><GPSLatitude>51,34.2N</GPSLatitude></x:xmpmeta>')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** Writes a file and answers what a content folder knows of it. */
export function written(
  folder: string,
  name: string,
  data: Buffer | string,
): { path: string; bytes: number } {
  const path = join(folder, name);
  writeFileSync(path, data);
  return { path, bytes: Buffer.byteLength(data) };
}

/** The texts of an XMP packet by property name, as an XML parser of its own reads them. */
export function readXmp(packet: Buffer | undefined): Record<string, string> {
  const xml = load(packet?.toString("utf8") ?? "", { xml: true });
  return Object.fromEntries(
    xml("rdf\\:Description")
      .children()
      .toArray()
      .map((property) => [property.name, xml(property).text()]),
  );
}

/** The texts of the IPTC-IIM datasets in a Photoshop resource by record and number: `2:105`. */
export function readIim(resource: Buffer | undefined): Record<string, string> {
  const fields: Record<string, string> = {};
  if (resource === undefined) return fields;
  const header = resource.indexOf("8BIM\x04\x04\0\0", 0, "latin1");
  const start = header + 12;
  const end = start + resource.readUInt32BE(header + 8);
  for (let at = start; at < end; ) {
    const length = resource.readUInt16BE(at + 3);
    fields[`${resource[at + 1]}:${resource[at + 2]}`] = resource.toString("utf8", at + 5, at + 5 + length);
    at += 5 + length;
  }
  return fields;
}
