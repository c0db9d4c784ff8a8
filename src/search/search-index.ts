import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { close, createIndex } from "pagefind";
import type { Edition } from "../domain/edition.ts";
import { INDEX_FOLDER } from "../domain/search-index-format.ts";
import { knownBy, type Names, searchRecords, type VolumeText, volumeText } from "./search-record.ts";
import { type IndexFiles, type VolumeCache, volumeCache } from "./volume-cache.ts";
import { volumesOf } from "./volumes.ts";

/** What of a site goes into its index. */
export type Indexed = Names & { readonly edition: Pick<Edition, "listed"> };

/** Which years share an index. */
export type IndexOptions = {
  /** Folder in which the indexes of volumes are kept between builds. */
  readonly cacheFolder: string;
  /** The fewest releases of a volume; see {@link volumesOf}. */
  readonly fewest?: number;
};

/** What lists the volumes of an index; Pagefind calls them languages. */
const ENTRY = "pagefind-entry.json";

/** What a reader's browser fetches; the rest of what Pagefind writes are user interfaces of its own. */
const FETCHED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_\w+)$/;

/**
 * How much Pagefind puts into one file of terms, in places where they stand. A reader's browser fetches one file of each
 * volume for a term; by default they are ten times as large.
 */
const TERM_FILE_SIZE = 2_000;

/** How many releases share a file of what is shown of them: few to fetch for one, not one file for each. */
const RELEASES_A_FRAGMENT = 4;

/**
 * Writes the search index of a site, one volume after the other, those that have not changed from the cache; the same
 * releases give the same bytes.
 *
 * @param output folder of the site
 * @throws Error with what Pagefind reports
 */
export async function writeSearchIndex(
  site: Indexed,
  output: string,
  { cacheFolder, fewest }: IndexOptions,
): Promise<void> {
  const volumes = volumesOf(site.edition.listed, fewest);
  const cache = await volumeCache(cacheFolder);
  const entries: Entry[] = [];
  try {
    for (const volume of volumes) {
      const files = await indexFiles(volumeText(volume, site), cache);
      entries.push(JSON.parse(new TextDecoder().decode(files.get(ENTRY))) as Entry);
      writeFiles(files, join(output, INDEX_FOLDER));
    }
  } finally {
    await close();
  }
  const entry = JSON.stringify({ ...entries[0], languages: Object.assign({}, ...entries.map(languagesOf)) });
  writeFiles(new Map([[ENTRY, Buffer.from(entry)]]), join(output, INDEX_FOLDER));
  await cache.prune();
}

type Entry = { readonly languages: Readonly<Record<string, unknown>> };

function languagesOf({ languages }: Entry): Entry["languages"] {
  return languages;
}

/** The index of a volume from the cache, or else made and put there. */
async function indexFiles(text: VolumeText, cache: VolumeCache): Promise<IndexFiles> {
  const fingerprint = createHash("sha256").update(knownBy(text)).digest("hex");
  const kept = await cache.read(fingerprint);
  if (kept !== undefined) return kept;
  const files = await indexVolume(text);
  await cache.keep(fingerprint, files);
  return files;
}

/**
 * Indexes a volume. It is a language to Pagefind, which holds an index for each: one of no language that it knows, so
 * that it leaves the terms as they are.
 */
async function indexVolume(text: VolumeText): Promise<IndexFiles> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(TERM_FILE_SIZE);
  const { index, errors } = await createIndex({
    maxFragments: Math.ceil(text.releases.length / RELEASES_A_FRAGMENT),
  });
  if (index === undefined) throw new Error(`Pagefind: ${errors.join("; ")}`);
  // Not one after the other, so that terms are found while Pagefind is at work; it keeps their order.
  const records = [...searchRecords(text)].map((record) =>
    index.addCustomRecord({ ...record, language: text.name }),
  );
  for (const added of await Promise.all(records)) refuseErrors(added);
  const written = await index.getFiles();
  refuseErrors(written);
  await index.deleteIndex();
  return new Map(
    written.files.filter(({ path }) => FETCHED.test(path)).map(({ path, content }) => [path, content]),
  );
}

function refuseErrors({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
}

/** Synchronously, as thousands of small files take a third of the time that promises need. */
function writeFiles(files: IndexFiles, folder: string): void {
  const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))));
  for (const needed of folders) mkdirSync(needed, { recursive: true });
  for (const [path, content] of files) writeFileSync(join(folder, path), content);
}
