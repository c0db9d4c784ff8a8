import { type Mention, mentions } from "./search-mentions.ts";

/** A word, date or number of a query. All parts of a query must be met. */
export type QueryPart = {
  /** As the reader typed it. */
  readonly written: string;
  /** What it may be found as, best first; of each all terms must be met. */
  readonly readings: readonly (readonly string[])[];
  /** How a term may end where no whole one is found; none for dates, numbers and joined words. */
  readonly end?: string;
  /** How a term may begin where none ends so. */
  readonly beginning?: string;
};

/** The fewest letters that are looked for at the end of words, and at their beginning. */
const SHORTEST_END = 3;
const SHORTEST_BEGINNING = 4;

/**
 * What a reader asks for; function words ask for nothing.
 *
 * @example queryParts("die Kfz-Zulassung") → [{ written: "Kfz-Zulassung", readings: [["kfz", "zulassung"], ["kfzzulassung"]] }]
 * @example queryParts("Unterkünfte") → [{ written: "Unterkünfte", readings: [["unterkunft"]], end: "unterkunft", beginning: "unterkunft" }]
 */
export function queryParts(query: string): QueryPart[] {
  const seen = new Set<string>();
  return mentions(query.normalize("NFC")).flatMap((mention) => {
    if (seen.has(mention.term)) return [];
    seen.add(mention.term);
    return [partOf(query.normalize("NFC").slice(mention.start, mention.end), mention)];
  });
}

function partOf(written: string, mention: Mention): QueryPart {
  const { term, pieces, wider } = mention;
  const isWord = pieces.length === 0 && wider.length === 0 && !/\d/.test(term);
  return {
    written,
    readings: readingsOf(mention),
    ...(isWord && term.length >= SHORTEST_END && { end: term }),
    ...(isWord && term.length >= SHORTEST_BEGINNING && { beginning: term }),
  };
}

/** Joined figures are a number and stay joined, if they can; joined words are words. */
function readingsOf({ term, pieces }: Mention): string[][] {
  if (pieces.length === 0) return [[term]];
  const [whole, apart] = [[term], [...pieces]];
  return /\d/.test(term) || pieces.length === 1 ? [whole, apart] : [apart, whole];
}
