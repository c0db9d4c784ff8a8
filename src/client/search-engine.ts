import {
  BY_DATE,
  beginningOfTerm,
  endOfTerm,
  FACET_FILTER,
  FACETS,
  type Facet,
  FIELD_WEIGHTS,
  filterValue,
  slugsOf,
  volumeOf,
  wholeTerm,
} from "../domain/search-index-format.ts";
import { type QueryPart, queryParts } from "../domain/search-query.ts";
import { matchOf, weightOf } from "../domain/search-ranking.ts";
import { HITS_AT_ONCE, type SearchState } from "../domain/search-state.ts";

/** How many releases hold each topic, place or year, by its slug. */
export type FacetCounts = Readonly<Record<Facet, Readonly<Record<string, number>>>>;

/** A release that was found, as the index knows it. */
export type Hit = {
  readonly url: string;
  readonly title: string;
  /** Day in Berlin as `YYYY-MM-DD`. */
  readonly day: string;
  /** Slugs of its topics. */
  readonly topics: readonly string[];
};

/** What a search found. */
export type Findings = {
  readonly total: number;
  /** The hits from one position up to another, in the order asked for. */
  readonly hits: (from: number, to: number) => Promise<Hit[]>;
  /** Of each facet as if nothing had been chosen in it. */
  readonly counts: FacetCounts;
  /** Words that stand in no release, as typed; with one of them nothing is found. */
  readonly unknown: readonly string[];
  /** Words that stand in no release and were taken for the end or beginning of others. */
  readonly completed: readonly string[];
};

/** Runs a search. @throws Error where the index cannot be fetched */
export type SearchEngine = (state: SearchState) => Promise<Findings>;

/** The parts of Pagefind's browser API that are used; see https://pagefind.app/docs/api/ */
type Filters = Readonly<Record<typeof FACET_FILTER, { readonly any: string[]; readonly all?: string[] }>>;
type PagefindResult = {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<{
    readonly url: string;
    readonly meta: Readonly<Record<"title" | "date", string>>;
    readonly filters: Readonly<Record<typeof FACET_FILTER, readonly string[]>>;
  }>;
};
type PagefindResponse = {
  readonly results: readonly PagefindResult[];
  readonly unfilteredResultCount: number;
  readonly filters: Readonly<Partial<Record<typeof FACET_FILTER, Readonly<Record<string, number>>>>>;
};
type SearchOptions = { readonly filters: Filters; readonly sort?: Readonly<Record<string, "asc" | "desc">> };
type PagefindInstance = {
  readonly filters: () => Promise<unknown>;
  readonly mergeIndex: (folder: string, options: object) => Promise<void>;
  readonly search: (term: string | null, options?: SearchOptions) => Promise<PagefindResponse>;
};
type Pagefind = { readonly createInstance: (options: object) => PagefindInstance };
type Entry = { readonly languages: Readonly<Record<string, { readonly page_count: number }>> };

/** An opened index. */
type Index = {
  /** How many releases each volume holds, newest volume first. */
  readonly sizes: ReadonlyMap<string, number>;
  /** How many all hold. */
  readonly size: number;
  readonly search: PagefindInstance["search"];
  /** The releases that have a term. */
  readonly matches: (term: string) => Promise<Matches>;
};

/** By volume and by result, how much there is of a term, however rare it is. */
type Matches = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A value that no release has: with it Pagefind counts what a term would find and ranks nothing. */
const NO_RELEASE: Filters = { [FACET_FILTER]: { any: ["-"] } };

/** Lets the browser's cache answer for what the first request has just brought up to date. */
const ENTRY_TAG = "band";

/**
 * Opens the index of a site with all its volumes.
 *
 * @param folder address of the index, with a slash at its end
 * @throws Error where it cannot be fetched or the browser lacks WebAssembly
 */
export async function openSearch(folder: string): Promise<SearchEngine> {
  const entry = await fetch(`${folder}pagefind-entry.json?ts=${ENTRY_TAG}`, { cache: "no-cache" });
  const { languages } = (await entry.json()) as Entry;
  const volumes = Object.entries(languages).map(([name, { page_count }]) => [name, page_count] as const);
  if (volumes.length === 0) return async () => NOTHING;
  const { search } = await openVolumes(folder, volumes);
  const sizes = new Map(volumes.toSorted(([a], [b]) => (a < b ? 1 : -1)));
  const size = volumes.reduce((sum, [, count]) => sum + count, 0);
  const remembered = new Map<string, Matches>();
  // Pagefind passes over parts that it could not fetch and tries again the next time.
  const matches = async (term: string) => {
    const { unfilteredResultCount } = await search(term, { filters: NO_RELEASE });
    const known = remembered.get(term);
    if (known !== undefined && countOf(known) === unfilteredResultCount) return known;
    const found = matchesOf((await search(term)).results, sizes);
    remembered.set(term, found);
    return found;
  };
  return (state) => findIn({ sizes, size, search, matches }, state);
}

async function openVolumes(
  folder: string,
  volumes: readonly (readonly [name: string, size: number])[],
): Promise<PagefindInstance> {
  const { createInstance } = (await import(`${folder}pagefind.js`)) as Pagefind;
  const options = {
    baseUrl: new URL("../../", folder).pathname,
    metaCacheTag: ENTRY_TAG,
    ranking: { pageLength: 0, metaWeights: FIELD_WEIGHTS },
  };
  const index = createInstance({ ...options, noWorker: true });
  // Where Pagefind has no index of the page's language it opens the largest. It merges no folder with itself.
  const [, ...others] = volumes.toSorted(([, a], [, b]) => b - a);
  await Promise.all([
    index.filters(),
    ...others.map(([language]) => index.mergeIndex(`${folder}./`, { ...options, language })),
  ]);
  return index;
}

function matchesOf(results: readonly PagefindResult[], sizes: Index["sizes"]): Matches {
  return new Map(
    [...Map.groupBy(results, ({ id }) => volumeOf(id))].map(([volume, found]) => {
      const match = matchOf(sizes.get(volume) ?? 0, found.length);
      return [volume, new Map(found.map(({ id, score }) => [id, match(score)]))];
    }),
  );
}

function countOf(matches: Matches): number {
  return [...matches.values()].reduce((sum, found) => sum + found.size, 0);
}

/** What more of the releases have in common tells nothing: „Burg“ is not completed to „Bürger“. */
const LARGEST_SHARE_COMPLETED = 0.1;

const NO_COUNTS: FacetCounts = { thema: {}, ort: {}, jahr: {} };
const NOTHING: Findings = { total: 0, hits: async () => [], counts: NO_COUNTS, unknown: [], completed: [] };

async function findIn(index: Index, state: SearchState): Promise<Findings> {
  const words = await Promise.all(queryParts(state.query).map((part) => lookUp(index, part)));
  const unknown = words.filter(({ terms }) => terms.size === 0).map(({ written }) => written);
  const completed = words.filter(({ isCompleted }) => isCompleted).map(({ written }) => written);
  const terms = new Map(words.flatMap((word) => [...word.terms]));
  // Of a term that a volume lacks Pagefind would find whatever has the others.
  const volumes = [...index.sizes.keys()].filter((volume) =>
    [...terms.values()].every((matches) => matches.has(volume)),
  );
  if (unknown.length > 0 || volumes.length === 0 || (terms.size === 0 && state.query !== "")) {
    return { ...NOTHING, unknown, completed };
  }
  const query = terms.size === 0 ? null : [...terms.keys()].join(" ");
  const ask = (except?: Facet) =>
    index.search(query, { filters: filtersOf(state, volumes, except), sort: { [BY_DATE]: "desc" } });
  const { results, filters } = await ask();
  if (volumes.some((volume) => filters[FACET_FILTER]?.[filterValue("band", volume)] === undefined))
    throw new Error("The filter of a volume could not be fetched");
  const counts = FACETS.map(async (facet) => {
    const isChosen = state.chosen[facet] !== undefined;
    return [facet, countsOf(facet, isChosen ? (await ask(facet)).filters : filters)] as const;
  });
  const newestFirst = volumes.flatMap((volume) => results.filter(({ id }) => volumeOf(id) === volume));
  const found = state.isByDate
    ? newestFirst
    : mostRelevantFirst(newestFirst, [...terms.values()], index.size);
  return {
    total: found.length,
    hits: (from, to) => Promise.all(found.slice(from, to).map(hitOf)),
    counts: { ...NO_COUNTS, ...Object.fromEntries(await Promise.all(counts)) },
    unknown,
    completed,
  };
}

/** Of what is equally relevant the newest comes first. */
function mostRelevantFirst(
  newestFirst: readonly PagefindResult[],
  terms: readonly Matches[],
  size: number,
): PagefindResult[] {
  const weighted = terms.map((matches) => ({ matches, weight: weightOf(size, countOf(matches)) }));
  const relevance = new Map(
    newestFirst.map(({ id }) => {
      const volume = volumeOf(id);
      const shares = weighted.map(({ matches, weight }) => weight * (matches.get(volume)?.get(id) ?? 0));
      return [id, shares.reduce((sum, share) => sum + share, 0)];
    }),
  );
  return newestFirst.toSorted((a, b) => (relevance.get(b.id) ?? 0) - (relevance.get(a.id) ?? 0));
}

/** A word of the query in Pagefind's terms with what has them; none where no release has it. */
type LookedUp = {
  readonly written: string;
  readonly terms: ReadonlyMap<string, Matches>;
  readonly isCompleted: boolean;
};

async function lookUp(index: Index, { written, readings, end, beginning }: QueryPart): Promise<LookedUp> {
  for (const reading of readings) {
    const terms = await matchesOfAll(index, reading.map(wholeTerm));
    if (terms !== undefined) return { written, terms, isCompleted: false };
  }
  for (const letters of [end && endOfTerm(end), beginning && beginningOfTerm(beginning)]) {
    const terms = letters ? await matchesOfAll(index, [letters]) : undefined;
    const count = Math.max(0, ...[...(terms?.values() ?? [])].map(countOf));
    if (terms !== undefined && count <= Math.max(HITS_AT_ONCE, index.size * LARGEST_SHARE_COMPLETED))
      return { written, terms, isCompleted: true };
  }
  return { written, terms: new Map(), isCompleted: false };
}

/** Of several terms, where each stands in some release. */
async function matchesOfAll(
  index: Index,
  terms: readonly string[],
): Promise<ReadonlyMap<string, Matches> | undefined> {
  const found = await Promise.all(terms.map(async (term) => [term, await index.matches(term)] as const));
  return found.every(([, matches]) => matches.size > 0) ? new Map(found) : undefined;
}

function filtersOf({ chosen }: SearchState, volumes: readonly string[], except?: Facet): Filters {
  const all = FACETS.flatMap((facet) => {
    const slug = facet === except ? undefined : chosen[facet];
    return slug === undefined ? [] : [filterValue(facet, slug)];
  });
  const any = volumes.map((volume) => filterValue("band", volume));
  return { [FACET_FILTER]: { any, ...(all.length > 0 && { all }) } };
}

function countsOf(facet: Facet, filters: PagefindResponse["filters"]): Readonly<Record<string, number>> {
  const counts = filters[FACET_FILTER] ?? {};
  return Object.fromEntries(
    slugsOf(facet, Object.keys(counts)).map((slug) => [slug, counts[filterValue(facet, slug)] ?? 0]),
  );
}

async function hitOf({ data }: PagefindResult): Promise<Hit> {
  const { url, meta, filters } = await data();
  return { url, title: meta.title, day: meta.date, topics: slugsOf("thema", filters[FACET_FILTER]) };
}
