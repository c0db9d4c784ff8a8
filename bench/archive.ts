import { releaseAddress } from "../src/domain/address.ts";
import { germanLongDate } from "../src/domain/berlin-time.ts";
import type { Place, Topic } from "../src/domain/office.ts";
import { formatPressId, type PressId } from "../src/domain/press-id.ts";
import { slugify } from "../src/domain/slug.ts";
import {
  CORRECTION_NOTES,
  EVENT_TITLES,
  HEADINGS,
  MARKING,
  NOUN_ENDS,
  NOUN_STARTS,
  SENTENCES,
  SIGNS,
  SUBTITLES,
  TITLES,
} from "./archive-phrases.ts";
import { type Chance, createChance } from "./chance.ts";

/** A made-up release before it becomes a file of one generator or another. */
export type ExampleRelease = {
  /** Begins the title and is in no other release: `Beispiel-04711`. */
  readonly mark: string;
  readonly title: string;
  readonly subtitle?: string;
  /** Calendar day in Europe/Berlin as `YYYY-MM-DD`. */
  readonly day: string;
  /** Wall-clock time in Europe/Berlin as `HH:MM`; no two releases share day and time. */
  readonly time: string;
  readonly slug: string;
  /** Address below the site's root. */
  readonly address: string;
  readonly pressId?: PressId;
  readonly topics: readonly Topic[];
  readonly places: readonly Place[];
  readonly contact?: ExampleContact;
  readonly corrections: readonly { readonly date: string; readonly note: string; readonly minor?: true }[];
  readonly events: readonly ExampleEvent[];
  /** Press ID or path of an earlier release. */
  readonly follows?: string;
  readonly redirectFrom: readonly string[];
  /** None in an archive as it is made; the photo bench adds them. */
  readonly photos?: readonly { readonly file: string; readonly alt: string; readonly credit: string }[];
  /** Markdown without dateline, some 3 kB. */
  readonly body: string;
};

type ExampleContact = { readonly name: string; readonly phone: string; readonly email: string };
type ExampleEvent = {
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
};

/** The names that releases are filed under. */
export type Names = { readonly topics: readonly Topic[]; readonly places: readonly Place[] };

const FIRST_DAY = Date.UTC(2006, 0, 2);
const DAY = 24 * 60 * 60 * 1000;
/** Twenty years, to the end of 2025. */
const DAYS = 7_302;

/** A moment after all releases of every archive, for builds that need a fixed "now"; in Unix seconds. */
export const AFTER_ALL = Date.UTC(2026, 0, 5, 12) / 1000;

/** From this day on published texts carry no press ID any more, as in the real archive. */
const WITHOUT_PRESS_ID = "2023-05-01";
/** Shares of releases, one in so many, that carry what not all do. */
const ONE_IN = { subtitle: 2, contact: 4, correction: 25, event: 8, follower: 12, oldAddress: 3 } as const;
/** Shares of texts, one in so many. */
const ONE_TEXT_IN = { heading: 6, list: 4, table: 16, link: 3, ownLink: 10 } as const;
/** How far back a release follows or names another. */
const REACH = 200;
const SHORTEST_TEXT = 2_000;
const LONGEST_TEXT = 3_800;

/**
 * Makes up an archive, oldest first: the same releases for the same size on every machine, spread evenly over
 * twenty years, in the words of a Kreis's press office and marked as examples. Text only.
 *
 * @example [...exampleArchive(10_000, { topics, places })].length → 10000
 */
export function* exampleArchive(size: number, names: Names): Iterable<ExampleRelease> {
  const chance = createChance(19_740_327);
  const earlier: ExampleRelease[] = [];
  let counted = { year: "", number: 0 };
  let last = { day: "", count: 0 };
  for (let index = 0; index < size; index += 1) {
    const day = dayAfter(FIRST_DAY + Math.floor((index / size) * DAYS) * DAY, 0);
    const year = day.slice(0, 4);
    counted = { year, number: counted.year === year ? counted.number + 1 : 1 };
    last = { day, count: last.day === day ? last.count + 1 : 0 };
    const release = exampleRelease(
      { index, day, time: timeOf(last.count), number: counted.number },
      earlier,
      {
        ...names,
        chance,
      },
    );
    earlier[index % REACH] = release;
    yield release;
  }
}

function dayAfter(instant: number, days: number): string {
  return new Date(instant + days * DAY).toISOString().slice(0, 10);
}

/** @example timeOf(0) → "07:00"; timeOf(2) → "07:50" */
function timeOf(count: number): string {
  const minutes = 7 * 60 + count * 25;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

type Slot = {
  readonly index: number;
  readonly day: string;
  readonly time: string;
  readonly number: number;
};

/** All that sentences are filled with. */
type Setting = Names & { readonly chance: Chance };
type Subject = { readonly noun: string; readonly place: Place; readonly day: string };

function exampleRelease(
  { index, day, time, number }: Slot,
  earlier: readonly ExampleRelease[],
  setting: Setting,
): ExampleRelease {
  const { chance } = setting;
  const noun = chance.pick(NOUN_STARTS) + chance.pick(NOUN_ENDS);
  const topics = distinct([chance.pick(setting.topics), ...someOf(setting.topics, chance.below(2), chance)]);
  const places = distinct(someOf(setting.places, 1 + chance.below(2), chance));
  const subject = { noun, place: places[0] as Place, day };
  const fill = (pattern: string) => filled(pattern, subject, chance);
  const mark = `Beispiel-${String(index + 1).padStart(5, "0")}`;
  const slug = slugify(`${mark} ${noun}`);
  const pressId = { prefix: "kso", day, number, sign: chance.pick(SIGNS) };
  const followed = chance.isOneIn(ONE_IN.follower) && earlier.length > 0 ? chance.pick(earlier) : undefined;
  return {
    mark,
    title: `${mark}: ${fill(chance.pick(TITLES))}`,
    ...(chance.isOneIn(ONE_IN.subtitle) && { subtitle: fill(chance.pick(SUBTITLES)) }),
    day,
    time,
    slug,
    address: releaseAddress(day, slug),
    ...(day < WITHOUT_PRESS_ID && { pressId }),
    topics,
    places,
    ...(chance.isOneIn(ONE_IN.contact) && { contact: contact(noun, chance) }),
    corrections: chance.isOneIn(ONE_IN.correction)
      ? [correction(day, fill(chance.pick(CORRECTION_NOTES)))]
      : [],
    events: chance.isOneIn(ONE_IN.event) ? [event(fill(chance.pick(EVENT_TITLES)), subject, chance)] : [],
    ...(followed && { follows: followed.pressId ? formatPressId(followed.pressId) : followed.address }),
    redirectFrom: chance.isOneIn(ONE_IN.oldAddress) ? [oldAddress(index)] : [],
    body: bodyText(fill, earlier, chance),
  };
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

function someOf<T>(from: readonly T[], count: number, chance: Chance): T[] {
  return Array.from({ length: count }, () => chance.pick(from));
}

function filled(pattern: string, { noun, place, day }: Subject, chance: Chance): string {
  const values: Readonly<Record<string, () => string>> = {
    sache: () => noun,
    sache_adresse: () => slugify(noun),
    ort: () => place.name,
    ortsteil: () => chance.pick(place.parts ?? [place.name]),
    tag: () => germanLongDate(dayAfter(Date.parse(day), chance.below(60))),
    zahl: () => String(110 + chance.below(880)),
    vier: () => String(2000 + chance.below(2000)),
    prozent: () => `${2 + chance.below(90)},${chance.below(10)}`,
    klein: () => chance.pick(["zwei", "drei", "vier", "fünf", "sechs"]),
  };
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name]?.() ?? "");
}

function contact(noun: string, chance: Chance): ExampleContact {
  const phone = `02921 30-${2000 + chance.below(2000)}`;
  return { name: `Beispielstelle ${noun}`, phone, email: "beispiel@example.org" };
}

function correction(day: string, note: string): ExampleRelease["corrections"][number] {
  return {
    date: `${dayAfter(Date.parse(day), 1)} 09:15`,
    note,
    ...(note.includes("Ortsname") && { minor: true }),
  };
}

function event(title: string, { day, place }: Subject, chance: Chance): ExampleEvent {
  const on = dayAfter(Date.parse(day), 3 + chance.below(40));
  return { title, start: `${on} 18:00`, end: `${on} 20:00`, place: `Beispielhaus, ${place.name}` };
}

/** One of two generations of old addresses; a static page can stand at the second alone. */
function oldAddress(index: number): string {
  const number = 1_000_000 + index;
  return index % 2 === 0
    ? `/pressemitteilungen/presseservice/${number}.php`
    : `/pressemitteilungen/detailansicht/${number}`;
}

function bodyText(
  fill: (pattern: string) => string,
  earlier: readonly ExampleRelease[],
  chance: Chance,
): string {
  const wanted = SHORTEST_TEXT + chance.below(LONGEST_TEXT - SHORTEST_TEXT);
  const sentence = () => fill(chance.pick(SENTENCES));
  const blocks = [paragraph(sentence, chance)];
  if (chance.isOneIn(ONE_TEXT_IN.list)) blocks.push(list(sentence, chance));
  if (chance.isOneIn(ONE_TEXT_IN.table)) blocks.push(table(fill, chance));
  if (chance.isOneIn(ONE_TEXT_IN.link)) {
    blocks.push(fill("Mehr zum Thema steht in der [Übersicht](https://www.example.org/{sache_adresse}/)."));
  }
  if (chance.isOneIn(ONE_TEXT_IN.ownLink) && earlier.length > 0) {
    blocks.push(`Der Kreis hat schon [früher berichtet](${chance.pick(earlier).address}).`);
  }
  for (let length = lengthOf(blocks); length < wanted; ) {
    if (chance.isOneIn(ONE_TEXT_IN.heading)) blocks.push(`## ${chance.pick(HEADINGS)}`);
    const next = paragraph(sentence, chance);
    blocks.push(next);
    length += next.length;
  }
  return `${[...blocks, MARKING].join("\n\n")}\n`;
}

function lengthOf(blocks: readonly string[]): number {
  return blocks.reduce((sum, block) => sum + block.length, 0);
}

function paragraph(sentence: () => string, chance: Chance): string {
  return Array.from({ length: 2 + chance.below(4) }, sentence).join(" ");
}

function list(sentence: () => string, chance: Chance): string {
  return Array.from({ length: 3 + chance.below(4) }, () => `- ${sentence()}`).join("\n");
}

function table(fill: (pattern: string) => string, chance: Chance): string {
  const rows = Array.from({ length: 3 + chance.below(5) }, () => fill("| {ortsteil} | {tag} | {zahl} |"));
  return ["| Ort | Tag | Anzahl |", "| --- | --- | ---: |", ...rows].join("\n");
}
