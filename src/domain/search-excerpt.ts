import { type Mention, mentions, termsOf } from "./search-mentions.ts";
import type { QueryPart } from "./search-query.ts";
import { isFunctionWord, isNoun } from "./search-terms.ts";

/** A stretch of a text, and whether it is what was asked for. */
export type Segment = { readonly text: string; readonly isMatch: boolean };

/** Endings of derived words; in front of them stands no part of a compound: „Planung“ is not about a Plan. */
const DERIVED = /^(?:ung|er|lich|isch|ig|los|bar)$/;
/** The fewest letters of either part of a compound. */
const SHORTEST_PART = 3;
/** Behind fewer letters than these a short word is a chance: „Fall“ in „Notfall“. */
const SHORTEST_FRONT = 4;
const LONG_WORD = 7;
/** A shorter word that stands in the text by itself as well is not looked for inside others. */
const SHORTEST_PART_BESIDE_ITSELF = 5;

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

/** The dateline with its press ID, which a hit tells otherwise. */
const DATELINE = /^[^.()]{1,80}\([a-zäöüß]{2,8}\.\d[^()]*\)\. /;
/** The address of a file, at the end of its line, and of a link, in brackets behind its text. */
const ADDRESSES = /(?:^Datei)?: https?:\/\/\S+$| \((?:https?:\/\/|\/|[^\s()]+@)\S*\)/gm;

/**
 * What a release tells, from its `text.txt`: subtitle, text and captions without the addresses of links and files. Left
 * out are the title, date line and a dateline with its press ID, the terms of its photos, whom to ask and the imprint.
 *
 * @example storyIn("Titel\nUntertitel\n\nPressemeldung vom …\n\nMusterkreis (mk.2019.03.27.134). Es regnet.\n\nKontakt:\n…\n\nMusterkreis\n…") → "Untertitel – Es regnet."
 */
export function storyIn(text: string): string {
  const [heading = "", , ...blocks] = text.split("\n\n");
  const story = blocks
    .slice(0, -2)
    .filter((block) => !block.startsWith("Fotos: "))
    .join("\n")
    .replace(DATELINE, "")
    .replace(ADDRESSES, "");
  return [...heading.split("\n").slice(1), story].join(" – ");
}

/** A mention that answers a query, and which of its parts. */
type Match = { readonly start: number; readonly end: number; readonly part: QueryPart };

function matches(text: string, query: readonly QueryPart[]): Match[] {
  const named = mentions(text).map((mention) => ({
    mention,
    part: query.find((asked) => isNamedBy(mention, asked)),
  }));
  const standing = new Set(named.map(({ part }) => part));
  const shortestPart = (asked: QueryPart) =>
    standing.has(asked) ? SHORTEST_PART_BESIDE_ITSELF : SHORTEST_PART;
  return named.flatMap(({ mention, part }) => {
    const { start, end } = mention;
    const isCompound = part === undefined && isNoun(text.slice(start, end));
    const answered = isCompound ? query.find((asked) => isHeldBy(mention, asked, shortestPart(asked))) : part;
    return answered === undefined ? [] : [{ start, end, part: answered }];
  });
}

function isNamedBy(mention: Mention, { readings }: QueryPart): boolean {
  const terms = termsOf(mention);
  return readings.flat().some((asked) => terms.includes(asked));
}

function isHeldBy(mention: Mention, { readings }: QueryPart, shortest: number): boolean {
  const terms = termsOf(mention);
  return readings
    .flat()
    .some((asked) => asked.length >= shortest && terms.some((term) => isPartOf(asked, term)));
}

/** Whether a term begins or ends a compound. */
function isPartOf(asked: string, term: string): boolean {
  const rest = term.length - asked.length;
  if (rest < SHORTEST_PART || /\d/.test(term)) return false;
  if (term.startsWith(asked)) return !DERIVED.test(term.slice(asked.length));
  const isBehindEnough = rest >= SHORTEST_FRONT || asked.length >= LONG_WORD;
  return isBehindEnough && term.endsWith(asked) && !isFunctionWord(term.slice(0, rest));
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
