import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { exampleArchive, type Names } from "./archive.ts";
import { contentPath, writeContentFolder } from "./archive-files.ts";
import { createChance } from "./chance.ts";
import { contest, type Results } from "./contest.ts";
import type { Progress } from "./progress.ts";
import type { Workbench } from "./workbench.ts";

/** What the builds of an archive with photos took. */
export type PhotoFigures = { readonly photos: number; readonly results: Results };

/** What a present camera delivers. */
const WIDTH = 6_000;
const HEIGHT = 4_000;
/** Noise is made this much smaller and enlarged, for files as large as a camera's. */
const GRAIN = 4;
/** How many pictures are drawn; the others differ from them by a comment, which is enough to be made anew. */
const DRAWN = 4;

/**
 * Builds releases with a photo each, of 24 megapixels, first with an empty cache, then again.
 *
 * @param photos number of releases, with one photo each
 */
export async function benchPhotos(
  workbench: Workbench,
  names: Names,
  photos: number,
  progress: Progress,
): Promise<PhotoFigures> {
  const content = join(workbench.folder, "photo-content");
  const output = join(workbench.folder, "_site");
  const releases = [...exampleArchive(photos, names)].map((release) => ({
    ...release,
    photos: [
      { file: photoName(release.slug), alt: "Buntes Rauschen", credit: "Foto: Beispiel/ Kreis Soest" },
    ],
  }));
  await writeContentFolder(content, releases, join(workbench.project, "content"));
  const drawn = await Promise.all(
    Array.from({ length: Math.min(DRAWN, photos) }, (_, seed) => noisePicture(seed)),
  );
  for (const [index, release] of releases.entries()) {
    const picture = drawn[index % drawn.length] as Buffer;
    const path = join(content, dirname(contentPath(release)), photoName(release.slug));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, withComment(picture, release.mark));
  }
  progress(`${photos} photos made up`);
  const command = () =>
    workbench.script("build", [`--input=${content}`, `--output=${output}`, "--no-search"]);
  const removed = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const check = async () => {};
  const startCold = async () => {
    await removed(join(workbench.project, ".cache"));
    await removed(output);
  };
  const title = `${photos} photos`;
  const cold = await contest(title, [{ name: "cold", prepare: startCold, command, check }], 1, progress);
  const warm = await contest(
    title,
    [{ name: "again", prepare: async () => {}, command, check }],
    3,
    progress,
  );
  await Promise.all([content, output].map(removed));
  return { photos, results: new Map([...cold, ...warm]) };
}

function photoName(slug: string): string {
  return `${slug}.jpg`;
}

async function noisePicture(seed: number): Promise<Buffer> {
  const width = WIDTH / GRAIN;
  const height = HEIGHT / GRAIN;
  const chance = createChance(seed);
  const pixels = Uint8Array.from({ length: width * height * 3 }, () => chance.below(256));
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(WIDTH, HEIGHT, { kernel: "cubic" })
    .jpeg({ quality: 85 })
    .toBuffer();
}

/**
 * Puts a comment behind the first marker of a JPEG file.
 *
 * @see ITU-T T.81, B.2.4.5
 */
function withComment(jpeg: Buffer, comment: string): Buffer {
  const text = Buffer.from(comment);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, text, jpeg.subarray(2)]);
}
