import { dateMentions } from "./search-dates.ts";
import { fold, isFunctionWord, stem } from "./search-terms.ts";

/** A stretch of a text and the terms under which it is found. */
export type Mention = {
  /** First UTF-16 unit in the text. */
  readonly start: number;
  /** One past the last UTF-16 unit. */
  readonly end: number;
  /** All of it as one term: `unterkunft`, `kfzzulassung`, `tag20190327`. */
  readonly term: string;
  /** Where words are joined, their terms: `kfz`, `zulassung`. */
  readonly pieces: readonly string[];
  /** Terms that hold it: of a day its month and year. */
  readonly wider: readonly string[];
};

const LETTER = String.raw`[\p{L}\p{M}\p{N}\u00AD]`;
const WORD = new RegExp(
  String.raw`[\p{L}\p{N}]${LETTER}*(?:[-‐‑./@'‘’´\x60ʼ]{1,2}[\p{L}\p{N}]${LETTER}*)*`,
  "gu",
);
const JOINT = /[-‐‑./@]+/;
/** A road with its number: Autobahn, Bundes-, Landes- or Kreisstraße. */
const ROAD = /(?<![\p{L}\p{N}])[ABKL][ \u00A0]\d{1,4}(?![\p{L}\p{N}])/gu;

/**
 * All that a text mentions, in its order: days and months, numbered roads, and words but for function words.
 *
 * @example mentions("Die Kfz-Zulassung am 27.03.2019") →
 *   [{ start: 4, end: 17, term: "kfzzulassung", pieces: ["kfz", "zulassung"], wider: [] },
 *    { start: 21, end: 31, term: "tag20190327", pieces: [], wider: ["tag0327", "monat201903", "marz", "2019"] }]
 */
export function mentions(text: string): Mention[] {
  const dates = dateMentions(text);
  const roads = outside(dates, [...text.matchAll(ROAD)].map(roadMention));
  const fixed = [...dates, ...roads].sort(byStart);
  const words = outside(fixed, [...text.matchAll(WORD)].flatMap(wordMention));
  return [...fixed, ...words].sort(byStart);
}

/** The terms of a mention, its own first. */
export function termsOf({ term, pieces, wider }: Mention): readonly string[] {
  return [term, ...pieces, ...wider];
}

function byStart(a: Mention, b: Mention): number {
  return a.start - b.start;
}

/** The mentions that touch none of those already found; both in the order of the text. */
function outside(found: readonly Mention[], candidates: readonly Mention[]): Mention[] {
  let next = 0;
  return candidates.filter(({ start, end }) => {
    while ((found[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    return end <= (found[next]?.start ?? Number.POSITIVE_INFINITY);
  });
}

function roadMention({ 0: road, index: start }: RegExpExecArray): Mention {
  return { start, end: start + road.length, term: fold(road).replace(/\s/g, ""), pieces: [], wider: [] };
}

/** What a written word says, wherever it stands. */
type WordReading = {
  /** The folded words that it joins, inflection and all. */
  readonly parts: readonly string[];
  readonly term: string;
  readonly pieces: readonly string[];
  readonly isTelling: boolean;
};

/** Words come back: an archive has some hundred thousand different ones among millions. */
const REMEMBERED_WORDS = 200_000;
const remembered = new Map<string, WordReading>();

function readWord(written: string): WordReading {
  const known = remembered.get(written);
  if (known !== undefined) return known;
  const parts = written.split(JOINT).map(fold);
  const whole = parts.join("");
  const pieces = parts.length > 1 ? parts.filter(isTelling).map(stem) : [];
  const reading = { parts, term: stem(whole), pieces, isTelling: pieces.length > 0 || isTelling(whole) };
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
  remembered.set(written, reading);
  return reading;
}

/**
 * The folded words that a written one joins, inflection and all.
 *
 * @example foldedParts("Kfz-Zulassungen") → ["kfz", "zulassungen"]
 */
export function foldedParts(written: string): readonly string[] {
  return readWord(written).parts;
}

function wordMention({ 0: written, index: start }: RegExpExecArray): Mention[] {
  const { term, pieces, isTelling } = readWord(written);
  return isTelling ? [{ start, end: start + written.length, term, pieces, wider: [] }] : [];
}

/** A single letter tells as little as a function word; a single figure does tell. */
function isTelling(folded: string): boolean {
  return !isFunctionWord(folded) && (folded.length > 1 || /\d/.test(folded));
}
