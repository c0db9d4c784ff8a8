import type { PhotoMetadata } from "./photo-metadata.ts";

/**
 * IPTC-IIM 4.2, the older form of photo metadata that many picture desks still sort by. No kept npm package writes
 * it; XMP says the same at full length.
 */

const APPLICATION_RECORD = 2;
/** Datasets of record 2 with the most octets each may have (IIM 4.2, chapter 6), ascending. */
const DATASETS: readonly (readonly [
  number: number,
  octets: number,
  textOf: (metadata: PhotoMetadata) => string | undefined,
])[] = [
  [40, 256, (metadata) => metadata.usageTerms],
  [55, 8, (metadata) => metadata.dateCreated.replaceAll("-", "")],
  [80, 32, (metadata) => metadata.creator],
  [103, 32, (metadata) => metadata.jobId],
  [105, 256, (metadata) => metadata.headline],
  [110, 32, (metadata) => metadata.creditNames],
  [115, 32, (metadata) => metadata.source],
  [116, 128, (metadata) => metadata.copyrightNotice],
  [120, 2000, (metadata) => metadata.description],
];
/** Dataset 1:90, ESC % G: what follows is UTF-8. */
const CODED_CHARACTER_SET = dataset(1, 90, Buffer.from("\x1B%G"));
/** Dataset 2:00: version 4. */
const RECORD_VERSION = dataset(APPLICATION_RECORD, 0, Buffer.from([0, 4]));

/** Metadata as IIM datasets in UTF-8; what is too long for its dataset ends at the last whole character that fits. */
export function iptcIim(metadata: PhotoMetadata): Buffer {
  const fields = DATASETS.flatMap(([number, octets, textOf]) => {
    const text = textOf(metadata);
    return text === undefined ? [] : [dataset(APPLICATION_RECORD, number, utf8(text, octets))];
  });
  return Buffer.concat([CODED_CHARACTER_SET, RECORD_VERSION, ...fields]);
}

function dataset(record: number, number: number, value: Buffer): Buffer {
  const header = Buffer.from([0x1c, record, number, 0, 0]);
  header.writeUInt16BE(value.length, 3);
  return Buffer.concat([header, value]);
}

function utf8(text: string, octets: number): Buffer {
  const room = new Uint8Array(octets);
  return Buffer.from(room.subarray(0, new TextEncoder().encodeInto(text, room).written));
}

/**
 * A JPEG with IIM datasets in a Photoshop image resource (number 0x0404, segment APP13), behind the application
 * segments it already has.
 *
 * @param jpeg a whole JPEG without an APP13 segment
 */
export function withIptcIim(jpeg: Buffer, iim: Buffer): Buffer {
  const resource = Buffer.concat([
    Buffer.from("Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\0", "latin1"),
    iim,
    Buffer.alloc(iim.length % 2),
  ]);
  resource.writeUInt32BE(iim.length, resource.indexOf("8BIM") + 8);
  const segment = Buffer.from([0xff, 0xed, 0, 0]);
  segment.writeUInt16BE(resource.length + 2, 2);
  const position = endOfApplicationSegments(jpeg);
  return Buffer.concat([jpeg.subarray(0, position), segment, resource, jpeg.subarray(position)]);
}

/** Where the segments APP0 to APP15 that lead a JPEG end (ITU-T T.81, B.1.1.4). */
function endOfApplicationSegments(jpeg: Buffer): number {
  let position = 2;
  while (((jpeg[position + 1] ?? 0) & 0xf0) === 0xe0) position += 2 + jpeg.readUInt16BE(position + 2);
  return position;
}
