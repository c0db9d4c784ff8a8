import {
  BY_DATE,
  beginningOfTerm,
  endOfTerm,
  FACETS,
  type Facet,
  FIELD_WEIGHTS,
  wholeTerm,
} from "../domain/search-index-format.ts";
import { type QueryPart, queryParts } from "../domain/search-query.ts";
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
type Filters = Partial<Record<Facet, string>>;
type PagefindResult = {
  readonly data: () => Promise<{
    readonly url: string;
    readonly meta: Readonly<Record<"title" | "date", string>>;
    readonly filters: Readonly<Partial<Record<Facet, readonly string[]>>>;
  }>;
};
type PagefindResponse = {
  readonly results: readonly PagefindResult[];
  readonly unfilteredResultCount: number;
  readonly filters: Readonly<Partial<FacetCounts>>;
};
type PagefindInstance = {
  readonly init: () => Promise<void>;
  readonly filters: () => Promise<Partial<FacetCounts>>;
  readonly search: (
    term: string | null,
    options: { readonly filters: Filters; readonly sort?: Readonly<Record<string, "asc" | "desc">> },
  ) => Promise<PagefindResponse>;
};
type Pagefind = { readonly createInstance: (options: object) => PagefindInstance };

/** A year that no release has: with it Pagefind counts what a word alone would find and ranks nothing. */
const NO_RELEASE: Filters = { jahr: "0000" };

/**
 * Opens the index of a site.
 *
 * @param module address of Pagefind's script
 * @throws Error where it cannot be fetched or the browser lacks WebAssembly
 */
export async function openSearch(module: string): Promise<SearchEngine> {
  const { createInstance } = (await import(module)) as Pagefind;
  const index = createInstance({ noWorker: true, ranking: { metaWeights: FIELD_WEIGHTS } });
  await index.init();
  const { jahr = {} } = await index.filters();
  const size = Object.values(jahr).reduce((sum, count) => sum + count, 0);
  const mostCompleted = Math.max(HITS_AT_ONCE, size * LARGEST_SHARE_COMPLETED);
  return (state) => search(index, state, mostCompleted);
}

/** What more of the releases have in common tells nothing: „Burg“ is not completed to „Bürger“. */
const LARGEST_SHARE_COMPLETED = 0.1;

async function search(index: PagefindInstance, state: SearchState, mostCompleted: number): Promise<Findings> {
  const words = await Promise.all(queryParts(state.query).map((part) => lookUp(index, part, mostCompleted)));
  const unknown = words.filter(({ query }) => query === undefined).map(({ written }) => written);
  const completed = words.filter(({ isCompleted }) => isCompleted).map(({ written }) => written);
  if (unknown.length > 0 || (words.length === 0 && state.query !== "")) {
    return { total: 0, hits: async () => [], counts: NO_COUNTS, unknown, completed };
  }
  const term = words.length === 0 ? null : words.map(({ query }) => query).join(" ");
  const sort = state.isByDate || term === null ? { sort: { [BY_DATE]: "desc" as const } } : {};
  const { results, filters } = await index.search(term, { filters: chosen(state), ...sort });
  const counts = await Promise.all(
    FACETS.map(async (facet) => {
      if (state.chosen[facet] === undefined) return [facet, filters[facet] ?? {}] as const;
      const others = await index.search(term, { filters: chosen(state, facet) });
      return [facet, others.filters[facet] ?? {}] as const;
    }),
  );
  return {
    total: results.length,
    hits: (from, to) => Promise.all(results.slice(from, to).map(hitOf)),
    counts: { ...NO_COUNTS, ...Object.fromEntries(counts) },
    unknown,
    completed,
  };
}

const NO_COUNTS: FacetCounts = { thema: {}, ort: {}, jahr: {} };

/** A word of the query in Pagefind's terms; none where no release has it. */
type LookedUp = { readonly written: string; readonly query?: string; readonly isCompleted: boolean };

async function lookUp(index: PagefindInstance, part: QueryPart, mostCompleted: number): Promise<LookedUp> {
  const { written, readings, end, beginning } = part;
  for (const terms of readings) {
    const query = terms.map(wholeTerm);
    const counts = await Promise.all(query.map((term) => countOf(index, term)));
    if (!counts.includes(0)) return { written, query: query.join(" "), isCompleted: false };
  }
  for (const query of [end && endOfTerm(end), beginning && beginningOfTerm(beginning)]) {
    const count = query ? await countOf(index, query) : 0;
    if (query && count > 0 && count <= mostCompleted) return { written, query, isCompleted: true };
  }
  return { written, isCompleted: false };
}

/** How many releases have a term; in a query Pagefind passes over those that none has. */
async function countOf(index: PagefindInstance, term: string): Promise<number> {
  return (await index.search(term, { filters: NO_RELEASE })).unfilteredResultCount;
}

function chosen({ chosen }: SearchState, except?: Facet): Filters {
  return Object.fromEntries(Object.entries(chosen).filter(([facet]) => facet !== except));
}

async function hitOf({ data }: PagefindResult): Promise<Hit> {
  const { url, meta, filters } = await data();
  return { url, title: meta.title, day: meta.date, topics: filters.thema ?? [] };
}
