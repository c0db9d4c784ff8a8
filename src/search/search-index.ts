import { hash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { close, createIndex } from "pagefind";
import { giveTasks } from "../content/worker-thread.ts";
import type { Edition } from "../domain/edition.ts";
import { once } from "../domain/once.ts";
import { INDEX_FOLDER } from "../domain/search-index-format.ts";
import { knownBy, type Names, searchRecords, type VolumeText, volumeText } from "./search-record.ts";
import { type IndexFiles, type VolumeCache, volumeCache } from "./volume-cache.ts";
import { volumesOf } from "./volumes.ts";

/** What of a site goes into its index. */
export type Indexed = Names & { readonly edition: Pick<Edition, "listed"> };

/** Where the indexes of volumes are kept, and which years share one. */
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

/** The search index of a site. */
export type SearchIndex = {
  /**
   * Begins to index what has changed on threads of their own, whose results go to the cache, while a build finds out what
   * else is to be made, and makes it; resolves once they are at work.
   */
  readonly indexAhead: () => Promise<void>;
  /**
   * Writes the index from the cache, once that holds what has changed; the same releases give the same bytes.
   *
   * @param output folder of the site
   * @throws Error with what Pagefind reports
   */
  readonly write: (output: string) => Promise<void>;
};

/** The search index of a site, of which nothing is made yet. */
export function searchIndex(site: Indexed, { cacheFolder, fewest }: IndexOptions): SearchIndex {
  const textsOf = once((edition: Indexed["edition"]) =>
    volumesOf(edition.listed, fewest).map((volume) => volumeText(volume, site)),
  );
  const begin = async () => {
    const cache = await volumeCache(cacheFolder);
    const missing = textsOf(site.edition).filter((text) => !cache.holds(fingerprintOf(text)));
    const indexed = indexOnThreads(missing, cacheFolder);
    // Heard when the index is written, however early it fails.
    indexed.catch(() => {});
    return { cache, indexed };
  };
  let begun: ReturnType<typeof begin> | undefined;
  const beginOnce = () => {
    begun ??= begin();
    return begun;
  };
  return {
    indexAhead: async () => {
      await beginOnce();
    },
    write: async (output) => {
      const { cache, indexed } = await beginOnce();
      await indexed;
      await writeIndex(textsOf(site.edition), cache, join(output, INDEX_FOLDER));
    },
  };
}

/**
 * Indexes volumes on as many threads as there are cores, each with a Pagefind of its own: while that is at work, the
 * thread that feeds it waits, and the other way round. Texts are loaded as threads get to them.
 */
async function indexOnThreads(texts: readonly VolumeText[], cacheFolder: string): Promise<void> {
  const left = [...texts];
  const nextText = () => {
    const text = left.shift();
    return text && asData(text);
  };
  const thread = new URL("./indexing-thread.ts", import.meta.url);
  const threads = Math.min(texts.length, availableParallelism());
  await Promise.all(
    Array.from({ length: threads }, () => giveTasks(thread, cacheFolder, nextText, () => {})),
  );
}

/** A text that can cross to another thread, loaded where it was not. */
function asData({ releases, ...volume }: VolumeText): VolumeText {
  const loaded = releases.map(({ body: { digest, text }, ...release }) => ({
    ...release,
    body: { html: "", text, ...(digest !== undefined && { digest }) },
  }));
  return { ...volume, releases: loaded };
}

async function writeIndex(texts: readonly VolumeText[], cache: VolumeCache, folder: string): Promise<void> {
  const entries: Entry[] = [];
  try {
    for (const text of texts) {
      const files = await indexFiles(text, cache);
      entries.push(JSON.parse(new TextDecoder().decode(files.get(ENTRY))) as Entry);
      writeFiles(files, folder);
    }
  } finally {
    await close();
  }
  const entry = JSON.stringify({ ...entries[0], languages: Object.assign({}, ...entries.map(languagesOf)) });
  writeFiles(new Map([[ENTRY, Buffer.from(entry)]]), folder);
  await cache.prune();
}

type Entry = { readonly languages: Readonly<Record<string, unknown>> };

function languagesOf({ languages }: Entry): Entry["languages"] {
  return languages;
}

const fingerprintOf = once((text: VolumeText) => hash("sha256", knownBy(text)));

/** The index of a volume from the cache, or else made and put there. */
export async function indexFiles(text: VolumeText, cache: VolumeCache): Promise<IndexFiles> {
  const fingerprint = fingerprintOf(text);
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
