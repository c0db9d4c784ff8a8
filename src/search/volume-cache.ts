import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";

/** The files of an index by their path below its folder. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** Indexes of volumes, kept between builds by the fingerprint of what they were made from. */
export type VolumeCache = {
  /** Whether something is kept under a fingerprint, be it damaged. */
  readonly holds: (fingerprint: string) => boolean;
  /** The index kept under a fingerprint; none where it was never kept or is not as it was. */
  readonly read: (fingerprint: string) => Promise<IndexFiles | undefined>;
  /** Where it cannot be kept, as on a full disk, the next build makes it anew. */
  readonly keep: (fingerprint: string, files: IndexFiles) => Promise<void>;
  /** Removes what no build has needed for a day: an office may build more than one site, and preview it in between. */
  readonly prune: () => Promise<void>;
};

/** SHA-256 in bytes. */
const DIGEST_LENGTH = 32;

/** In milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/**
 * Opens a cache folder for one build. An index is one file: a digest, and behind it the version of the indexer, the
 * fingerprint and all files. What does not match its digest, or was kept by another version or under another
 * fingerprint, is as good as absent.
 */
export async function volumeCache(folder: string): Promise<VolumeCache> {
  const version = await indexerVersion();
  const fileOf = (fingerprint: string) => join(folder, `${fingerprint}.index`);
  return {
    holds: (fingerprint) => existsSync(fileOf(fingerprint)),
    read: async (fingerprint) => {
      const bytes = await readFile(fileOf(fingerprint)).catch(() => Buffer.alloc(0));
      const content = bytes.subarray(DIGEST_LENGTH);
      if (!digest(content).equals(bytes.subarray(0, DIGEST_LENGTH))) return undefined;
      const [keptBy, keptAs, files] = deserialize(content) as [string, string, IndexFiles];
      if (keptBy !== version || keptAs !== fingerprint) return undefined;
      await utimes(fileOf(fingerprint), new Date(), new Date());
      return files;
    },
    keep: async (fingerprint, files) => {
      const content = serialize([version, fingerprint, files]);
      const file = fileOf(fingerprint);
      const unfinished = `${file}.neu-${process.pid}`;
      await mkdir(folder, { recursive: true })
        .then(() => writeFile(unfinished, Buffer.concat([digest(content), content])))
        .then(() => rename(unfinished, file))
        .catch(() => rm(unfinished, { force: true }).catch(() => {}));
    },
    prune: async () => {
      for (const name of await readdir(folder).catch((): string[] => [])) {
        const file = join(folder, name);
        const lastNeeded = await stat(file).catch(() => undefined);
        if (lastNeeded !== undefined && Date.now() - lastNeeded.mtimeMs > DAY)
          await rm(file, { force: true });
      }
    },
  };
}

function digest(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

/** The code that makes an index from the text of a volume: this folder, and what it shares with the reader's browser. */
const INDEXER = [
  { folder: "./", files: /\.ts$/ },
  { folder: "../domain/", files: /^search-.*\.ts$/ },
] as const;

async function indexerVersion(): Promise<string> {
  const project = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  const hash = createHash("sha256").update(JSON.parse(project).dependencies.pagefind);
  for (const { folder, files } of INDEXER) {
    const url = new URL(folder, import.meta.url);
    const names = (await readdir(url)).filter((name) => files.test(name)).sort();
    for (const name of names) hash.update(name).update(await readFile(new URL(name, url)));
  }
  return hash.digest("hex");
}
