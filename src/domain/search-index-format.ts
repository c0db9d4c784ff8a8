/**
 * What the index and the reader's browser must agree on: how Pagefind is told a term, and the names of its fields.
 *
 * Pagefind completes every word of a query, falls back to a shorter word where it has none, and passes over words it
 * does not know: „Plan“ would find every „Planet“. Our terms therefore stand between two marks, so that none begins
 * another, and without the last mark a term is a beginning.
 */

/** Letters that {@link fold} leaves in no word and that Pagefind takes for letters. */
const MARK = "þ";
const BACKWARDS = "ð";

/** A whole term in the index or in a query. @example wholeTerm("plan") → "þplanþ" */
export function wholeTerm(term: string): string {
  return `${MARK}${term}${MARK}`;
}

/** All terms that begin so, in a query. @example beginningOfTerm("tempokontr") → "þtempokontr" */
export function beginningOfTerm(letters: string): string {
  return `${MARK}${letters}`;
}

/** A whole term in the index, read backwards. @example backwards("impftermin") → "ðnimretfpmiþ" */
export function backwards(term: string): string {
  return `${endOfTerm(term)}${MARK}`;
}

/** All terms that end so, in a query. @example endOfTerm("termin") → "ðnimret" */
export function endOfTerm(letters: string): string {
  return `${BACKWARDS}${[...letters].reverse().join("")}`;
}

/** Folder of the index below the site's root. */
export const INDEX_FOLDER = "suche/index";

/** The facets of a search: their names in Pagefind's index and in the address of the search page. */
export const FACETS = ["thema", "ort", "jahr"] as const;

export type Facet = (typeof FACETS)[number];

/** The one filter of the index. It holds all facets, as a reader's browser fetches each filter of each volume. */
export const FACET_FILTER = "merkmal";

/** A value of that filter: a topic, place or year, or the volume of the index that a release stands in. */
export function filterValue(facet: Facet | "band", slug: string): string {
  return `${facet}:${slug}`;
}

/** The slugs of one facet among values of the filter. @example slugsOf("ort", ["thema:kita", "ort:werl"]) → ["werl"] */
export function slugsOf(facet: Facet, values: readonly string[]): string[] {
  const beginning = filterValue(facet, "");
  return values.filter((value) => value.startsWith(beginning)).map((value) => value.slice(beginning.length));
}

/** The volume whose index made a result, as Pagefind names results. @example volumeOf("2016-2018_3f9c01a") → "2016-2018" */
export function volumeOf(resultId: string): string {
  return resultId.slice(0, resultId.lastIndexOf("_"));
}

/** The name of the order by date, in the index and in the address. */
export const BY_DATE = "datum";

/**
 * How much a match counts in a field, beside how often a term occurs in the text. `teile` are the parts of compounds,
 * `enden` long nouns backwards.
 */
export const FIELD_WEIGHTS = { kennung: 6, titel: 5, vorspann: 2, namen: 1, teile: 0.5, enden: 0.5 } as const;
