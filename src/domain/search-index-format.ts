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

/** The facets of a search: their names in Pagefind's index and in the address of the search page. */
export const FACETS = ["thema", "ort", "jahr"] as const;

export type Facet = (typeof FACETS)[number];

/** The name of the order by date, in the index and in the address. */
export const BY_DATE = "datum";

/**
 * How much a match counts in a field, beside how often a term occurs in the text. `teile` are the parts of compounds,
 * `enden` long nouns backwards.
 */
export const FIELD_WEIGHTS = { kennung: 6, titel: 5, vorspann: 2, namen: 1, teile: 0.5, enden: 0.5 } as const;
