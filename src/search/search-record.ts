import { germanDate, germanMonth } from "../domain/berlin-time.ts";
import { formatPressId, formatShortPressId } from "../domain/press-id.ts";
import type { Release } from "../domain/release.ts";
import {
  BY_DATE,
  backwards,
  type Facet,
  type FIELD_WEIGHTS,
  wholeTerm,
} from "../domain/search-index-format.ts";
import { foldedParts, type Mention, mentions, termsOf } from "../domain/search-mentions.ts";
import { fold, stem } from "../domain/search-terms.ts";
import type { Site } from "../domain/site.ts";
import { typesetLine } from "../domain/typography.ts";
import { type CompoundSplitter, compoundSplitter, isNoun, vocabularyOf } from "./compounds.ts";

/** A release as Pagefind's `addCustomRecord` takes it. */
export type SearchRecord = {
  /** Address below the site's root. */
  readonly url: string;
  /** The terms of the text, as often as they occur; what a reader sees is the text itself. */
  readonly content: string;
  /** `title` and `date` to show, and the weighted fields. */
  readonly meta: Readonly<Record<"title" | "date" | keyof typeof FIELD_WEIGHTS, string>>;
  readonly filters: Readonly<Record<Facet, string[]>>;
  /** The place of a release among all, oldest first. */
  readonly sort: Readonly<Record<typeof BY_DATE, string>>;
};

/** What of a site goes into its index. */
export type Indexed = Pick<Site, "edition" | "topics" | "places" | "services">;

const WEEKDAYS = [
  "Montag",
  "Dienstag",
  "Mittwoch",
  "Donnerstag",
  "Freitag",
  "Samstag",
  "Sonnabend",
  "Sonntag",
];
const MONTHS = Array.from({ length: 12 }, (_, index) => germanMonth(index + 1));

/** The most that one term counts in a text: what is said five times is what it is about. */
const MOST_OCCURRENCES = 5;

/**
 * The records of all listed releases, oldest first.
 *
 * @example searchRecords(site)[0] → { url: "/pressemitteilungen/2019/03/27/x/", content: "þbundniþ þexpertþ …", … }
 */
export function* searchRecords({ edition, topics, places, services }: Indexed): Iterable<SearchRecord> {
  const oldestFirst = edition.listed.toReversed();
  const named = [...WEEKDAYS, ...MONTHS, ...places.flatMap(({ name, parts = [] }) => [name, ...parts])];
  const names = new Set(named.flatMap((name) => name.split(/[^\p{L}]+/u)).map((word) => stem(fold(word))));
  const vocabulary = vocabularyOf([
    ...oldestFirst.flatMap((release) => [release.title, ...textsOf(release)]),
    ...[...topics, ...services].map(({ name }) => name),
    ...topics.map(({ description = "" }) => description),
  ]);
  const split = compoundSplitter(vocabulary, names);
  for (const [position, release] of oldestFirst.entries()) yield recordOf(release, position, split);
}

function recordOf(release: Release, position: number, split: CompoundSplitter): SearchRecord {
  const { title, date, topics, places } = release;
  const heading = read([title]);
  const names = read([...topics, ...places].map(({ name }) => name));
  const text = read(textsOf(release));
  return {
    url: release.address,
    content: tokens([...terms(heading), ...compoundParts(heading, split), ...terms(text)], MOST_OCCURRENCES),
    meta: {
      title: typesetLine(title),
      date: date.day,
      kennung: tokens(terms(read(identifiers(release)))),
      titel: tokens(terms(heading)),
      vorspann: tokens(terms(read(leads(release)))),
      namen: tokens([...terms(names), ...compoundParts(names, split)]),
      teile: tokens(compoundParts(text, split)),
      enden: endings([...longNouns(heading), ...longNouns(text)]),
    },
    filters: {
      thema: topics.map(({ slug }) => slug),
      ort: places.map(({ slug }) => slug),
      jahr: [date.day.slice(0, 4)],
    },
    sort: { [BY_DATE]: String(position) },
  };
}

/** All of a release's texts but its title. */
function textsOf(release: Release): readonly string[] {
  const { body, photos, attachments, events } = release;
  return [
    ...leads(release),
    body.text,
    ...photos.flatMap(({ caption = "", credit }) => [caption, credit]),
    ...attachments.map((attachment) => attachment.title),
    ...events.flatMap(({ title, place = "" }) => [title, place]),
  ];
}

function leads({ subtitle = "", photos }: Release): readonly string[] {
  return [subtitle, ...photos.map(({ headline = "" }) => headline)];
}

/**
 * The day and the press ID with what people type of it.
 *
 * @example identifiers(release) → ["27.03.2019", "kso.2019.03.27.134.sm/-rn", "kso.2019.03.27.134", "2019.03.27.134", "kso.2019.03.27", "sm/-rn"]
 */
function identifiers({ date, pressId, printedId }: Release): readonly string[] {
  const day = germanDate(date.day);
  if (pressId === undefined) return printedId === undefined ? [day] : [day, printedId];
  const short = formatShortPressId(pressId);
  const { prefix, sign } = pressId;
  return [
    day,
    formatPressId(pressId),
    short,
    short.slice(prefix.length + 1),
    short.slice(0, short.lastIndexOf(".")),
    ...(sign === undefined ? [] : [sign]),
  ];
}

/** What some texts mention, each with the word as written. */
type Read = readonly (Mention & { readonly written: string })[];

function read(texts: readonly string[]): Read {
  return texts.flatMap((text) =>
    mentions(text).map((mention) => ({ ...mention, written: text.slice(mention.start, mention.end) })),
  );
}

function terms(text: Read): readonly string[] {
  return text.flatMap(termsOf);
}

/** The fewest letters of a noun that may be a compound of words the archive does not know. */
const LONG_NOUN = 7;

function longNouns(text: Read): readonly string[] {
  return text
    .filter(({ term, pieces, written }) => pieces.length === 0 && term.length >= LONG_NOUN && isNoun(written))
    .map(({ term }) => term);
}

function compoundParts(text: Read, split: CompoundSplitter): readonly string[] {
  return text.flatMap(({ wider, pieces, written }) =>
    wider.length === 0 && (pieces.length > 0 || isNoun(written)) ? foldedParts(written).flatMap(split) : [],
  );
}

function endings(terms: readonly string[]): string {
  return [...new Set(terms)].map(backwards).sort().join(" ");
}

/** Terms in the order of the alphabet, so that the index does not depend on the order of what was read. */
function tokens(terms: readonly string[], most = 1): string {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, Math.min(most, (counts.get(term) ?? 0) + 1));
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([term, count]) => Array<string>(count).fill(wholeTerm(term)))
    .join(" ");
}
