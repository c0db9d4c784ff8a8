import { germanDate, germanMonth } from "../domain/berlin-time.ts";
import { formatPressId, formatShortPressId } from "../domain/press-id.ts";
import type { Release } from "../domain/release.ts";
import {
  BY_DATE,
  backwards,
  FACET_FILTER,
  type FIELD_WEIGHTS,
  filterValue,
  wholeTerm,
} from "../domain/search-index-format.ts";
import { foldedParts, type Mention, mentions, termsOf } from "../domain/search-mentions.ts";
import { fold, isNoun, stem } from "../domain/search-terms.ts";
import type { Site } from "../domain/site.ts";
import { typesetLine } from "../domain/typography.ts";
import { type CompoundSplitter, compoundSplitter, vocabularyOf } from "./compounds.ts";
import type { Volume } from "./volumes.ts";

/** A release as Pagefind's `addCustomRecord` takes it. */
export type SearchRecord = {
  /** Address below the site's root. */
  readonly url: string;
  /** The terms of the text, as often as they occur; what a reader sees is the text itself. */
  readonly content: string;
  /** `title` and `date` to show, and the weighted fields. */
  readonly meta: Readonly<Record<"title" | "date" | keyof typeof FIELD_WEIGHTS, string>>;
  readonly filters: Readonly<Record<typeof FACET_FILTER, string[]>>;
  /** The place of a release in its volume, oldest first. */
  readonly sort: Readonly<Record<typeof BY_DATE, string>>;
};

/** The names that a site files its releases under. */
export type Names = Pick<Site, "topics" | "places" | "services">;

/** What of a release goes into an index. */
type Text = {
  readonly url: string;
  readonly title: string;
  /** The title in German typography. */
  readonly shownTitle: string;
  /** Day in Berlin as `YYYY-MM-DD`. */
  readonly day: string;
  readonly identifiers: readonly string[];
  readonly leads: readonly string[];
  readonly body: Release["body"];
  /** All other texts. */
  readonly rest: readonly string[];
  readonly topics: readonly Named[];
  readonly places: readonly Named[];
};
type Named = { readonly name: string; readonly slug: string };

/** All that goes into the index of a volume: the same text gives the same index. */
export type VolumeText = {
  readonly name: string;
  /** Oldest first. */
  readonly releases: readonly Text[];
  /** Texts whose words compounds are split by, beside those of the releases. */
  readonly vocabulary: readonly string[];
  /** Names of days, months and places, which are no compounds. */
  readonly names: readonly string[];
};

/** What a volume's index is made from. */
export function volumeText({ name, releases }: Volume, { topics, places, services }: Names): VolumeText {
  return {
    name,
    releases: releases.map(textOf),
    vocabulary: [
      ...[...topics, ...services].map((named) => named.name),
      ...topics.map(({ description = "" }) => description),
    ],
    names: [...WEEKDAYS, ...MONTHS, ...places.flatMap((place) => [place.name, ...(place.parts ?? [])])],
  };
}

function textOf(release: Release): Text {
  const { address, title, date, body, photos, attachments, events } = release;
  return {
    url: address,
    title,
    shownTitle: typesetLine(title),
    day: date.day,
    identifiers: identifiers(release),
    leads: leads(release),
    body,
    rest: [
      ...photos.flatMap(({ caption = "", credit }) => [caption, credit]),
      ...attachments.map((attachment) => attachment.title),
      ...events.flatMap((event) => [event.title, event.place ?? ""]),
    ],
    topics: release.topics.map(named),
    places: release.places.map(named),
  };
}

function named({ name, slug }: Named): Named {
  return { name, slug };
}

/**
 * What the text of a volume is known by: equal ones are equal texts. A release's text is not loaded where its digest is
 * at hand.
 */
export function knownBy({ releases, ...volume }: VolumeText): string {
  return JSON.stringify([
    volume,
    releases.map(({ body, ...release }) => [release, body.digest ?? body.text]),
  ]);
}

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
 * The records of a volume, oldest first.
 *
 * @example searchRecords(volumeText(volume, site))[0] → { url: "/pressemitteilungen/2019/03/27/x/", content: "þbundniþ þexpertþ …", … }
 */
export function* searchRecords({ name, releases, vocabulary, names }: VolumeText): Iterable<SearchRecord> {
  const texts = releases.map(readText);
  const words = [...texts.flatMap(({ heading, leads, rest }) => [heading, leads, rest]), read(vocabulary)];
  const split = compoundSplitter(
    vocabularyOf(words.flatMap(writtenWords)),
    new Set(names.flatMap((written) => written.split(/[^\p{L}]+/u)).map((word) => stem(fold(word)))),
  );
  for (const [position, text] of texts.entries()) yield recordOf(text, { name, position, split });
}

/** A release with what its texts mention. */
type ReadText = Omit<Text, "leads" | "body" | "rest"> & {
  readonly heading: Read;
  readonly leads: Read;
  readonly rest: Read;
};

function readText({ leads, body, rest, ...text }: Text): ReadText {
  return { ...text, heading: read([text.title]), leads: read(leads), rest: read([body.text, ...rest]) };
}

type Setting = { readonly name: string; readonly position: number; readonly split: CompoundSplitter };

function recordOf(release: ReadText, { name, position, split }: Setting): SearchRecord {
  const { heading, leads, topics, places } = release;
  const names = read([...topics, ...places].map((named) => named.name));
  const text = [...leads, ...release.rest];
  return {
    url: release.url,
    content: tokens([...terms(heading), ...compoundParts(heading, split), ...terms(text)], MOST_OCCURRENCES),
    meta: {
      title: release.shownTitle,
      date: release.day,
      kennung: tokens(terms(read(release.identifiers))),
      titel: tokens(terms(heading)),
      vorspann: tokens(terms(leads)),
      namen: tokens([...terms(names), ...compoundParts(names, split)]),
      teile: tokens(compoundParts(text, split)),
      enden: endings([...longNouns(heading), ...longNouns(text)]),
    },
    filters: {
      [FACET_FILTER]: [
        filterValue("band", name),
        ...topics.map(({ slug }) => filterValue("thema", slug)),
        ...places.map(({ slug }) => filterValue("ort", slug)),
        filterValue("jahr", release.day.slice(0, 4)),
      ],
    },
    sort: { [BY_DATE]: String(position) },
  };
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

/** The words of a text, as the vocabulary counts them. */
function writtenWords(text: Read): readonly string[] {
  return text.filter(({ wider }) => wider.length === 0).map(({ written }) => written);
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
