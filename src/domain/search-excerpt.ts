import { type Mention, mentions, termsOf } from "./search-mentions.ts";
import type { QueryPart } from "./search-query.ts";

/** A stretch of a text, and whether it is what was asked for. */
export type Segment = { readonly text: string; readonly isMatch: boolean };

/** Endings of derived words; in front of them stands no part of a compound: „Planung“ is not about a Plan. */
const DERIVED = /^(?:ung|er|lich|isch|ig|los|bar)$/;
/** The fewest letters of a compound's other part. */
const SHORTEST_REST = 3;

/**
 * A text in stretches, those that answer a query marked; what a reader asked for inside a compound marks all of it.
 *
 * @example markMatches("Neue Notunterkünfte", queryParts("Unterkunft")) → [{ text: "Neue ", isMatch: false }, { text: "Notunterkünfte", isMatch: true }]
 */
export function markMatches(text: string, query: readonly QueryPart[]): Segment[] {
  return segments(text, matches(text, query));
}

/**
 * The stretch of a text in which the most words of a query stand together, matches marked; without any the beginning.
 *
 * @param length UTF-16 units to show, give or take a word
 * @example excerptOf("Lange Vorrede. Neue Unterkünfte.", queryParts("Unterkunft"), 16) → "… " "Neue " [Unterkünfte] "."
 */
export function excerptOf(text: string, query: readonly QueryPart[], length: number): Segment[] {
  const line = text.replace(/\s+/g, " ").trim();
  const found = matches(line, query);
  const [from, to] = window(line, found, length);
  const shown = found.filter(({ start, end }) => start >= from && end <= to);
  const inside = segments(
    line.slice(from, to),
    shown.map(({ start, end, ...rest }) => ({ ...rest, start: start - from, end: end - from })),
  );
  const gap = { text: "…", isMatch: false };
  return [
    ...(from > 0 ? [{ ...gap, text: "… " }] : []),
    ...inside,
    ...(to < line.length ? [{ ...gap, text: " …" }] : []),
  ];
}

/** A mention that answers a query, and which of its parts. */
type Match = { readonly start: number; readonly end: number; readonly part: QueryPart };

function matches(text: string, query: readonly QueryPart[]): Match[] {
  return mentions(text).flatMap((mention) => {
    const part = query.find((candidate) => answers(mention, candidate));
    return part === undefined ? [] : [{ start: mention.start, end: mention.end, part }];
  });
}

function answers(mention: Mention, { readings }: QueryPart): boolean {
  const terms = termsOf(mention);
  return readings.flat().some((asked) => terms.some((term) => term === asked || isPartOf(asked, term)));
}

/** Whether a term begins or ends a compound. */
function isPartOf(asked: string, term: string): boolean {
  const rest = term.length - asked.length;
  if (asked.length < SHORTEST_REST || rest < SHORTEST_REST || /\d/.test(term)) return false;
  return term.endsWith(asked) || (term.startsWith(asked) && !DERIVED.test(term.slice(asked.length)));
}

/** How much of the text is shown before the first match, as a share of the length. */
const LEAD_IN = 0.25;

/** Where an excerpt begins and ends: around the matches that answer the most parts of the query. */
function window(line: string, found: readonly Match[], length: number): readonly [number, number] {
  let best: { readonly from: number; readonly answered: number } = { from: 0, answered: 0 };
  for (const { start } of found) {
    const leadIn = Math.floor(length * LEAD_IN);
    const from = start < 2 * leadIn ? 0 : Math.min(start - leadIn, Math.max(0, line.length - length));
    const inside = found.filter((match) => match.start >= from && match.end <= from + length);
    const answered = new Set(inside.map(({ part }) => part)).size;
    if (answered > best.answered) best = { from, answered };
  }
  const from = best.from === 0 ? 0 : line.indexOf(" ", best.from) + 1;
  const end = line.indexOf(" ", Math.min(line.length, from + length));
  return [from, end === -1 ? line.length : end];
}

function segments(text: string, found: readonly Pick<Match, "start" | "end">[]): Segment[] {
  const parts: Segment[] = [];
  let at = 0;
  for (const { start, end } of found) {
    parts.push(
      { text: text.slice(at, start), isMatch: false },
      { text: text.slice(start, end), isMatch: true },
    );
    at = end;
  }
  return [...parts, { text: text.slice(at), isMatch: false }].filter((part) => part.text !== "");
}
