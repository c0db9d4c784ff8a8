import type { Office } from "../domain/office.ts";
import { formatShortPressId, parsePressId } from "../domain/press-id.ts";
import { dateAndId } from "./date-and-id.ts";
import { type DateStamp, readDateStamp } from "./date-stamp.ts";
import { loseDoubledLead, loseTeasers } from "./doubled-lead.ts";
import { guessed } from "./found.ts";
import { daysIn } from "./german-date.ts";
import type { DatelineOffice } from "./legacy-dateline.ts";
import type { LegacyRelease, Unread } from "./legacy-release.ts";
import { isProse, sameness } from "./line-shape.ts";
import { takeMediaList } from "./media-list.ts";
import { itemNumber } from "./old-address.ts";
import type { Page, Unit } from "./page.ts";
import { belongsToPage, loseBehindEnd, loseEdges, loseFurniture } from "./page-frame.ts";
import { takePhotos } from "./photo-blocks.ts";
import type { PlaceFinder } from "./place-proposals.ts";
import { takeContact } from "./press-contact.ts";
import { hasId, idsIn } from "./printed-id.ts";
import { releaseSegments, type Segment } from "./release-boundaries.ts";
import { datelineOpening, plainOpening, takeText } from "./release-text.ts";
import { Sheet } from "./sheet.ts";
import { dayInName, familyOf, oldPlaces } from "./source-identity.ts";
import { fittingTitle, takeTitleLines, titleFromText } from "./title-lines.ts";
import type { TopicFinder } from "./topic-proposals.ts";
import { mendUnits } from "./unit-mends.ts";

/** What the office brings that old releases are read against. */
export type ReadingContext = {
  readonly office: Pick<Office, "name" | "pressIdPrefix">;
  readonly findTopics: TopicFinder;
  readonly findPlaces: PlaceFinder;
};

/** What a page gave: its releases, and the parts that are none. */
export type PageReading = { readonly releases: readonly LegacyRelease[]; readonly unread: readonly Unread[] };

/**
 * Reads the releases of an old page. Every line of it is accounted for: it went into a field, into the text, or is
 * told as lost with the reason.
 */
export function readPage(page: Page, context: ReadingContext): PageReading {
  if (isListing(page, context.office)) {
    return {
      releases: [],
      unread: [unreadPage(page, "ist eine Übersicht; die Meldungen stehen auf ihren eigenen Seiten")],
    };
  }
  const segments = releaseSegments(page, context.office);
  const releases: LegacyRelease[] = [];
  const unread: Unread[] = [];
  for (const [index, segment] of segments.entries()) {
    const part = segments.length === 1 ? page : partOf(page, segment, index + 1);
    if (part.units.length > MOST_LINES) {
      unread.push(
        unreadPage(part, `hat mehr als ${MOST_LINES} Zeilen; das ist keine einzelne Pressemitteilung`),
      );
      continue;
    }
    const release = readRelease(part, segment, context);
    if (release === undefined)
      unread.push(unreadPage(part, "hat keinen Text, der eine Pressemitteilung sein kann"));
    else releases.push(release);
  }
  return { releases, unread };
}

/** A release has some dozens of lines; the rules look back and forth, which takes time that grows with the square. */
const MOST_LINES = 5000;

/** One release of several: what the page as a whole states is not said of it. */
function partOf(page: Page, { units }: Segment, number: number): Page {
  const { date: _, ...rest } = page;
  return { ...rest, units, name: `${page.name}#${number}`, titleHints: [], addresses: [], documents: [] };
}

function wordsOf(units: readonly Unit[]): Unit[] {
  return units.filter(({ kind }) => kind !== "picture");
}

function unreadPage({ name, units }: Page, why: string): Unread {
  return {
    source: name,
    why,
    lines: wordsOf(units).map(({ line, text }) => ({ line, text, fate: { lost: why } })),
  };
}

/** A list of teasers: dates on lines of their own and links to read on, and nothing that only a release has. */
function isListing({ units, form }: Page, office: DatelineOffice): boolean {
  if (form === "feed") return false;
  const dates = units.filter(({ text }) => readDateStamp(text, office)?.isLabelled === false);
  const leadsOn = units.some(
    ({ text }) => /^(?:weiterlesen|mehr)$/i.test(text) || /^Seite:? \d+ (?:\d|\.{3}|…)/.test(text),
  );
  const hasRelease = units.some(({ text }) => hasId(text, office) || readDateStamp(text, office)?.isLabelled);
  return dates.length >= 2 && leadsOn && !hasRelease;
}

/** The rules, in the order in which each leaves to the next what it understands better. */
function readRelease(page: Page, segment: Segment, context: ReadingContext): LegacyRelease | undefined {
  const { office } = context;
  const mended = mendUnits(page.units);
  const sheet = new Sheet(mended.units);
  sheet.mends.push(...page.mends, ...mended.mends);
  const contact = takeContact(sheet, office);
  const media = takeMediaList(sheet, office);
  const stamp = takeDateStamp(sheet, office);
  loseFurniture(sheet, office);
  loseBehindEnd(sheet, office);
  loseEdges(sheet, office);
  loseTeasers(sheet);
  const led = datelineOpening(sheet, office);
  const photos = [...takePhotos(sheet, led?.unit, page.isCompact), ...media];
  const titles = takeTitleLines(sheet, page, led?.unit, office);
  const opening = led ?? plainOpening(sheet);
  if (opening !== undefined) loseDoubledLead(sheet, opening);
  const text = takeText(sheet, led, office);
  if (text.markdown === "") return undefined;
  const words = opening?.words ?? text.plain;
  const title = fittingTitle(titles.title ?? titleFromText(words));
  const inText = daysIn(text.plain);
  const when = withoutRepeatedId(
    dateAndId(
      { stamp, markup: page.date, printedId: led?.dateline?.printedId, named: dayInName(page.name), inText },
      office.pressIdPrefix,
    ),
    text.plain,
  );
  remarkOnWhole(sheet, segment, titles.title === undefined ? title.why : undefined);
  if (when.date?.basis === "guessed") sheet.remark("date", when.date.why);
  const headlines = [title.value, titles.subtitle?.value, ...photos.map(({ headline }) => headline)].join(
    "\n",
  );
  const captions = photos.map(({ caption }) => caption ?? "").join("\n");
  return {
    source: page.name,
    family: familyOf(page, office),
    title,
    ...(titles.subtitle && { subtitle: titles.subtitle }),
    ...when,
    daysInText: inText,
    tags: context.findTopics({ headlines, lead: words, rest: text.plain.replace(words, "") }),
    places: context.findPlaces([headlines, text.plain, captions].join("\n")),
    photos,
    documents: page.documents,
    ...(contact && { contact }),
    statements: text.statements,
    ...oldPlaces(page),
    mentions: mentionsIn(text.markdown, led?.dateline?.printedId, office),
    body: text.markdown,
    opening: sameness(words).slice(0, OPENING),
    remarks: sheet.remarks,
    mends: sheet.mends,
    lines: accountOf(page.units, sheet),
  };
}

/** Letters of a text's start that tell it from others. */
const OPENING = 80;

/** Takes the line that dates the release: one that says so, wherever it stands; else a date alone before the text or as its end. */
function takeDateStamp(sheet: Sheet, office: DatelineOffice): DateStamp | undefined {
  const lines = sheet.open.flatMap((unit) => {
    const stamp = unit.kind === "picture" ? undefined : readDateStamp(unit.text, office);
    return stamp === undefined ? [] : [{ unit, stamp }];
  });
  const labelled = lines.filter(({ stamp }) => stamp.isLabelled);
  const words = sheet.open.filter((unit) => unit.kind !== "picture" && !belongsToPage(unit, office));
  const start = words.findIndex(({ text }) => isProse(text));
  const text = words[start];
  const alone = lines
    .filter(
      ({ unit }) => text === undefined || sheet.placeOf(unit) < sheet.placeOf(text) || unit === words.at(-1),
    )
    .toSorted((a, b) => Number(a.unit.isFrame) - Number(b.unit.isFrame));
  const [first, ...others] = [...labelled, ...alone];
  if (first === undefined) return undefined;
  const day = first.stamp.moment.slice(0, 10);
  const repeated = others.filter(({ stamp }) => stamp.moment.startsWith(day));
  sheet.lose("zweite Datumszeile", ...repeated.map(({ unit }) => unit));
  sheet.place("date", first.unit);
  return first.stamp;
}

/** How far into a text the newsroom looks for the ID that it sets itself, in UTF-16 units, and some more. */
const LEAD = 500;

/** An ID that the lead has again behind the dateline would stand there twice; it counts as printed alone. */
function withoutRepeatedId(when: ReturnType<typeof dateAndId>, text: string): ReturnType<typeof dateAndId> {
  const { pressId, ...rest } = when;
  const id = pressId && parsePressId(pressId.value);
  if (pressId === undefined || id === undefined || !text.slice(0, LEAD).includes(formatShortPressId(id)))
    return when;
  return { printedId: guessed(pressId.value, "die ID steht auch im Text"), ...rest };
}

function remarkOnWhole(sheet: Sheet, { isSure }: Segment, missingTitle: string | undefined): void {
  if (missingTitle !== undefined) sheet.remark("title", missingTitle);
  if (!isSure) sheet.remark("Text", "wo diese Meldung in der Datei beginnt, ist erschlossen");
  if (sheet.units.some(({ text }) => /\sweiterlesen$/.test(text))) {
    sheet.remark("Text", "die Quelle bricht ab („weiterlesen“); dies ist nur der Anfang");
  }
}

/** Other releases that a text names by ID or links by their old address. */
function mentionsIn(
  markdown: string,
  own: string | undefined,
  office: DatelineOffice,
): LegacyRelease["mentions"] {
  const targets = [...markdown.matchAll(/\]\(([^)]*)\)|(?:https?:\/\/|www\.)\S+/g)].map(
    ([whole, target]) => target ?? whole,
  );
  return {
    ids: idsIn(markdown, office).filter((id) => id !== own),
    items: targets.flatMap((target) => itemNumber(target) ?? []),
  };
}

/** Each line as the source had it, with its fate. */
function accountOf(units: readonly Unit[], sheet: Sheet): LegacyRelease["lines"] {
  return units.flatMap(({ kind, line, text }, index) => {
    const mended = sheet.units[index];
    return kind === "picture" || mended === undefined ? [] : [{ line, text, fate: sheet.fateOf(mended) }];
  });
}
