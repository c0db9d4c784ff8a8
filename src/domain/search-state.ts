import { BY_DATE, FACETS, type Facet } from "./search-index-format.ts";

/** What a reader has asked the search for; all of it stands in the address. */
export type SearchState = {
  /** As typed. */
  readonly query: string;
  /** Slugs of what was chosen. */
  readonly chosen: Readonly<Partial<Record<Facet, string>>>;
  /** Whether the newest come first; else the most relevant. */
  readonly isByDate: boolean;
  /** How many hits are shown. */
  readonly shown: number;
};

/** How many hits are shown at first, and how many are added. */
export const HITS_AT_ONCE = 10;

/** The names of the fields in the address and in the form, beside those of the facets. */
export const QUERY_FIELD = "q";
export const ORDER_FIELD = "sortierung";
const SHOWN_FIELD = "zeigen";

/**
 * Reads the query string of the search page; what it cannot read it passes over.
 *
 * @example readSearchState("?q=Kita&thema=integration&sortierung=datum") → { query: "Kita", chosen: { thema: "integration" }, isByDate: true, shown: 10 }
 */
export function readSearchState(queryString: string): SearchState {
  const fields = new URLSearchParams(queryString);
  const chosen = FACETS.flatMap((facet) => {
    const slug = fields.get(facet);
    return slug ? [[facet, slug] as const] : [];
  });
  const shown = Number(fields.get(SHOWN_FIELD));
  return {
    query: fields.get(QUERY_FIELD)?.trim() ?? "",
    chosen: Object.fromEntries(chosen),
    isByDate: fields.get(ORDER_FIELD) === BY_DATE,
    shown: Number.isSafeInteger(shown) && shown > HITS_AT_ONCE ? shown : HITS_AT_ONCE,
  };
}

/**
 * The inverse of {@link readSearchState}, in its shortest form.
 *
 * @example writeSearchState({ query: "März 2019", chosen: {}, isByDate: false, shown: 10 }) → "?q=M%C3%A4rz+2019"
 * @example writeSearchState({ query: "", chosen: {}, isByDate: false, shown: 10 }) → ""
 */
export function writeSearchState({ query, chosen, isByDate, shown }: SearchState): string {
  const fields = new URLSearchParams();
  if (query !== "") fields.set(QUERY_FIELD, query);
  for (const facet of FACETS) if (chosen[facet]) fields.set(facet, chosen[facet]);
  if (isByDate) fields.set(ORDER_FIELD, BY_DATE);
  if (shown > HITS_AT_ONCE) fields.set(SHOWN_FIELD, String(shown));
  return fields.size === 0 ? "" : `?${fields}`;
}

/** Whether a reader has asked for anything yet. */
export function asksForAnything({ query, chosen }: SearchState): boolean {
  return query !== "" || Object.keys(chosen).length > 0;
}
