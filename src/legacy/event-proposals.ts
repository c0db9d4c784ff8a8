import { type Found, guessed } from "./found.ts";
import { calendarDay, daysBetween, momentText, monthNumber, WEEKDAY } from "./german-date.ts";

/** An appointment as front matter has it. */
export type LegacyEvent = {
  readonly title: string;
  readonly start: string;
  readonly end?: string;
  readonly place?: string;
};

/** A sentence or list item of a release. */
export type Statement = { readonly text: string; readonly isItem: boolean };

const MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember";
const DAY = new RegExp(
  String.raw`(?:${WEEKDAY},?\s(?:den\s)?)?(?<date>\d{1,2})\.(?:\s(?<month>${MONTHS})(?:\s(?<year>\d{4}))?|\s?(?<number>\d{1,2})\.\s?(?<fullYear>\d{4}))`,
  "gu",
);
const CLOCK =
  /(?:(?:von|ab|um|gegen|zwischen)\s)?(?<![\d.])(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))?(?:\sUhr)?(?:\s(?:bis|und|[-–])\s(?<endHour>\d{1,2})(?:[.:](?<endMinute>\d{2}))?)?\sUhr/u;

/** Two days, or all from one to another: no single appointment. */
const SEVERAL_DAYS = new RegExp(
  String.raw`\d\.(?:\s(?:${MONTHS}))?(?:\s\d{4})?,?\s?(?:und|bis|oder|[-–/])\s?(?:\p{L}+,?\s){0,2}\d{1,2}\.`,
  "u",
);

/** No day without a month: most sentences end here. */
const MONTH = new RegExp(`\\d\\. (?:${MONTHS})|\\d\\.\\s?\\d{1,2}\\.\\s?\\d{4}`);

/** Words of an invitation. */
const ANNOUNCES =
  /(?<!\p{L})(?:lädt|laden|trifft sich|treffen sich|gefeiert wird|Gefeiert wird|Tag der offenen Tür|eingeladen|Einladung|findet|finden|beginnt|Beginn|startet|Los geht|los geht|eröffnet|Eröffnung|tagt|tritt|Treffpunkt|Veranstaltung|Sitzung|Führung|Wanderung|Vortr[aä]g|Sprechstunde|Preisverleihung|Siegerehrung|Infoabend|Informationsabend|Termin|Workshop|Seminar|Lesung|Konzert|Ausstellung)(?!\p{L}*(?:szeit|saufruf))/u;
/** Words of everything else that has a day and an hour. */
const NO_APPOINTMENT =
  /(?<!\p{L})(?:geschlossen|gesperrt|Sperrung|Stand|Geschwindigkeit|Tempokontroll|Überwachen|überwacht|spätestens|Anmeldeschluss|Frist|endet|erreichbar|Telefon(?:aktion|sprechstunde)|Hotline|bis (?:zum|zu[mr]|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)|fand|fanden|feierte|trafen|traf sich|besuchte|besuchten|eröffnete|gestern|am gestrigen)(?!\p{L})/u;

/** An appointment is announced at most so many days ahead. */
const FARTHEST = 330;

/**
 * Proposes the appointments that a release announces: a day to come and an hour, in a list or beside the words of
 * an invitation. All are guesses.
 *
 * @param day of the release
 * @param title of the release, which the appointments take over
 */
export function proposeEvents(
  statements: readonly Statement[],
  day: string,
  title: string,
): Found<LegacyEvent>[] {
  const events = statements.flatMap(({ text, isItem }, index): Found<LegacyEvent>[] => {
    if (!MONTH.test(text) || NO_APPOINTMENT.test(text) || SEVERAL_DAYS.test(text)) return [];
    const days = daysAhead(text, day);
    const [on] = days;
    if (days.length !== 1 || on === undefined) return [];
    const next = statements[index + 1];
    const follows =
      !isItem && next !== undefined && !next.isItem && daysAhead(next.text, day).length === 0
        ? next.text
        : "";
    const own = CLOCK.exec(text);
    const clock = own ?? CLOCK.exec(follows);
    if (clock?.groups === undefined || (own === null && NO_APPOINTMENT.test(follows))) return [];
    if (!isItem && !ANNOUNCES.test(own === null ? `${text} ${follows}` : text)) return [];
    return [
      guessed(
        eventOf(on, clock.groups, title, isItem ? placeBehind(text, clock) : undefined),
        `„${text.slice(0, 120)}“`,
      ),
    ];
  });
  const unique = new Map(events.map((event) => [`${event.value.start} ${event.value.place ?? ""}`, event]));
  return [...unique.values()];
}

function daysAhead(text: string, day: string): string[] {
  return [...text.matchAll(DAY)].flatMap(({ groups }) => {
    const month = (groups?.number ?? monthNumber(groups?.month ?? "")).padStart(2, "0");
    const date = (groups?.date ?? "").padStart(2, "0");
    const stated = groups?.year ?? groups?.fullYear;
    const year = Number(stated ?? day.slice(0, 4));
    const years = stated === undefined ? [year, year + 1] : [year];
    const meant = years
      .map((candidate) => calendarDay(`${candidate}-${month}-${date}`))
      .find((candidate) => candidate !== undefined && daysBetween(day, candidate) >= 0);
    return meant !== undefined && daysBetween(day, meant) <= FARTHEST ? [meant] : [];
  });
}

function eventOf(
  day: string,
  clock: Readonly<Record<string, string | undefined>>,
  title: string,
  place: string | undefined,
): LegacyEvent {
  const start = momentText(day, clock.hour, clock.minute);
  const end = clock.endHour === undefined ? undefined : momentText(day, clock.endHour, clock.endMinute);
  return {
    title,
    start,
    ...(end !== undefined && end > start && { end }),
    ...(place !== undefined && { place }),
  };
}

/** What stands behind the hour in a list: „14 bis 17 Uhr, Bahnhof, Bahnhofstr. 2, 59494 Soest“. */
function placeBehind(text: string, clock: RegExpExecArray): string | undefined {
  const rest = text.slice(clock.index + clock[0].length).replace(/^[\s,:;–-]+|[\s,;.]+$/g, "");
  const isPlace = rest.length >= 4 && rest.length <= 200 && !/\d\sUhr/.test(rest);
  return isPlace ? rest : undefined;
}

/** Abbreviations and dates whose full stop ends no sentence. */
const SENTENCE_BREAK =
  /(?<=(?<!(?:^|[\s([])(?:\d{1,2}|Dr|Prof|Str|str|Nr|Tel|ca|bzw|St|z|B|u|a|d|h|inkl|evtl|max|Mio|Mrd|Abs|e|V))[.!?]["“”]?)\s+(?=[\p{Lu}„"])/u;

/**
 * The sentences of a paragraph.
 *
 * @example sentencesOf("Am 5. März um 9 Uhr. Es wird voll.") → ["Am 5. März um 9 Uhr.", "Es wird voll."]
 */
export function sentencesOf(text: string): string[] {
  return text.split(SENTENCE_BREAK);
}
