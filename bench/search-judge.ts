import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Findings, openSearch } from "../src/client/search-engine.ts";
import type { Release } from "../src/domain/release.ts";
import { INDEX_FOLDER } from "../src/domain/search-index-format.ts";
import { HITS_AT_ONCE, readSearchState } from "../src/domain/search-state.ts";
import { type Indexed, searchIndex } from "../src/search/search-index.ts";
import type { JudgedRelease } from "./search-archive.ts";
import type { Wanted } from "./search-queries.ts";
import { TOPIC_MEANINGS } from "./search-subjects.ts";

/** A query with the addresses of all releases that answer it. */
export type JudgedQuery = { readonly query: string; readonly expected: ReadonlySet<string> };

/** How well one query was answered by what stands on the first page of results. */
export type Quality = {
  readonly query: string;
  readonly found: number;
  readonly expected: number;
  /** Share of the first ten hits, or of all if fewer, that were expected; 1 where nothing was found and expected. */
  readonly precision: number;
  /** Share of those expected, of at most ten, among the first ten hits; 1 where none was. */
  readonly recall: number;
};

/**
 * Indexes a site and asks it each query as the search page does, through Pagefind itself.
 *
 * @param fewest the fewest releases of a volume; see `volumesOf`
 */
export function searchQuality(
  site: Indexed,
  queries: readonly JudgedQuery[],
  fewest?: number,
): Promise<Quality[]> {
  return withSearch(site, fewest, async (search) => {
    const qualities: Quality[] = [];
    for (const { query, expected } of queries) {
      const { total, addresses } = await search(`?${new URLSearchParams({ q: query })}`);
      qualities.push(qualityOf(query, total, addresses, expected));
    }
    return qualities;
  });
}

/** What is found for the query string of a search page, and where the shown hits lead. */
export type Found = Findings & { readonly addresses: readonly string[] };

/**
 * Lets a site be searched as its readers do, from a folder of its own.
 *
 * @param fewest the fewest releases of a volume; see `volumesOf`
 */
export async function withSearch<Answer>(
  site: Indexed,
  fewest: number | undefined,
  use: (search: (queryString: string) => Promise<Found>) => Promise<Answer>,
): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), "suche-"));
  try {
    const options = { cacheFolder: join(folder, "cache"), ...(fewest !== undefined && { fewest }) };
    await searchIndex(site, options).write(folder);
    return await withFilesFetched(async () => {
      const search = await openSearch(pathToFileURL(join(folder, INDEX_FOLDER, "/")).href);
      return use(async (queryString) => {
        const state = readSearchState(queryString);
        const findings = await search(state);
        const hits = await findings.hits(0, state.shown);
        return { ...findings, addresses: hits.map(({ url }) => addressOf(url, folder)) };
      });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function qualityOf(
  query: string,
  found: number,
  addresses: readonly string[],
  expected: ReadonlySet<string>,
): Quality {
  const right = addresses.filter((address) => expected.has(address)).length;
  const share = (of: number, empty: number) => (of === 0 ? empty : right / of);
  return {
    query,
    found,
    expected: expected.size,
    precision: share(addresses.length, expected.size === 0 ? 1 : 0),
    recall: share(Math.min(expected.size, HITS_AT_ONCE), 1),
  };
}

/** On a disk Pagefind takes the folder of the site for a part of each address. */
function addressOf(url: string, folder: string): string {
  return url.slice(url.indexOf(folder) + folder.length);
}

/** Lets Pagefind's script, which fetches the parts of its index, find them on the disk. */
async function withFilesFetched<Answer>(run: () => Promise<Answer>): Promise<Answer> {
  const { fetch: original } = globalThis;
  globalThis.fetch = async (input, init) => {
    const url = URL.parse(String(input));
    return url?.protocol === "file:" ? new Response(await readFile(url)) : original(input, init);
  };
  try {
    return await run();
  } finally {
    globalThis.fetch = original;
  }
}

/**
 * Queries judged by the short names of releases.
 *
 * @throws Error for a name that no release has
 */
export function namedAnswers(
  queries: readonly (readonly [query: string, expected: readonly string[]])[],
  releases: readonly Release[],
): JudgedQuery[] {
  const addresses = new Map(releases.map(({ slug, address }) => [slug, address]));
  return queries.map(([query, names]) => {
    const expected = names.map((name) => {
      const address = addresses.get(name);
      if (address === undefined) throw new Error(`No release is called ${name}`);
      return address;
    });
    return { query, expected: new Set(expected) };
  });
}

/** The addresses of the made-up releases that answer a query. */
export function answersTo(
  { meanings = [], place, day = "" }: Wanted,
  archive: readonly JudgedRelease[],
): ReadonlySet<string> {
  const answers = archive.filter(({ release, about, mentioned }) => {
    const said = [about, ...mentioned]
      .map((subject) => subject.meanings)
      .concat([TOPIC_MEANINGS[about.topic] ?? []]);
    const isMeant = said.some((told) => meanings.every((meaning) => told.includes(meaning)));
    const isThere = place === undefined || release.places.some(({ slug }) => slug === place);
    return (meanings.length === 0 || isMeant) && isThere && release.date.day.startsWith(day);
  });
  return new Set(answers.map(({ release }) => release.address));
}
