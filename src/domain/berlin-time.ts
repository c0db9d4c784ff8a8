import { DateTime } from "luxon";
import { quoted } from "./problem.ts";

/** The only time zone of the newsroom: editors write, and readers read, wall-clock time in Berlin. */
export const BERLIN = "Europe/Berlin";

/** A point in time as an editor wrote it. */
export type Moment = {
  /** Milliseconds since 1970-01-01T00:00Z; of a day alone, its first instant in Berlin. */
  readonly instant: number;
  /** Calendar day in Europe/Berlin as `YYYY-MM-DD`. */
  readonly day: string;
  /** Wall-clock time in Europe/Berlin as `HH:MM`; absent where a day alone was written. */
  readonly time?: string;
};

/** What {@link parseMoment} answers where a text is no point in time: a German sentence for the editor. */
export type MomentFault = { readonly fault: string };

const EXPECTED =
  "Erwartet wird ein Datum mit Uhrzeit wie 2019-03-27 10:00 (Ortszeit) oder ein Tag wie 2019-03-27.";
const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})(?:(?:T| +)(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?\s?(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/;
const CLOCK = String.raw`(?:(?:T|,? +)(?<hour>\d{1,2})[:.](?<minute>\d{2})(?: Uhr)?)?`;
const GERMAN_FORM = new RegExp(String.raw`^(?<date>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})${CLOCK}$`);
const LOOSE_FORM = new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<date>\d{1,2})${CLOCK}$`);
const EARLIEST_YEAR = 1949;
const LATEST_YEAR = 2199;

/**
 * Reads wall-clock time in Europe/Berlin: `2019-03-27 10:00`, the same in ISO 8601 with or without an
 * offset, or a day alone; years 1949 to 2199. A time that daylight saving skips, or that occurs twice and names
 * no offset, is a fault.
 *
 * @example parseMoment("2019-03-27 10:00") → { instant: 1553677200000, day: "2019-03-27", time: "10:00" }
 */
export function parseMoment(text: string): Moment | MomentFault {
  const match = WRITTEN.exec(text.trim());
  if (!match)
    return { fault: `${quoted(text)} ist kein Datum. ${likelyMeant(withHyphens(text.trim())) ?? EXPECTED}` };
  const [, day = "", hour, minute = "00", second = "00", offset] = match;
  if (hour !== undefined && (hour > "23" || minute > "59" || second > "59")) {
    const clock = second > "59" ? `${hour}:${minute}:${second}` : `${hour}:${minute}`;
    return { fault: `Die Uhrzeit ${clock} gibt es nicht. Erwartet wird 00:00 bis 23:59.` };
  }
  const wall = `${day}T${hour}:${minute}:${second}`;
  const read =
    hour === undefined ? startOfDay(day) : offset === undefined ? atWallClock(wall) : atOffset(wall, offset);
  return "fault" in read ? read : withinYears(read);
}

/** Hyphens and dashes of all kinds as the one of a keyboard. */
function withHyphens(text: string): string {
  return text.replace(/[\p{Pd}\u2212]/gu, "-");
}

/** What an editor meant by a day or time of another form, where that is one. */
function likelyMeant(text: string): string | undefined {
  const { year, month, date, hour, minute } = (GERMAN_FORM.exec(text) ?? LOOSE_FORM.exec(text))?.groups ?? {};
  const twoDigits = (digits = "") => digits.padStart(2, "0");
  const day = `${year}-${twoDigits(month)}-${twoDigits(date)}`;
  const meant = hour === undefined ? day : `${day} ${twoDigits(hour)}:${minute}`;
  const isMoment = WRITTEN.test(meant) && !("fault" in parseMoment(meant));
  return isMoment ? `Gemeint ist wohl ${meant}.` : undefined;
}

function withinYears(moment: Moment): Moment | MomentFault {
  const year = Number(moment.day.slice(0, 4));
  if (year >= EARLIEST_YEAR && year <= LATEST_YEAR) return moment;
  return { fault: `Das Jahr ${year} liegt außerhalb von ${EARLIEST_YEAR} bis ${LATEST_YEAR}. ${EXPECTED}` };
}

function startOfDay(day: string): Moment | MomentFault {
  const plain = startOfPlainDay(day);
  if (plain !== undefined) return { instant: plain, day };
  const start = DateTime.fromISO(day, { zone: BERLIN });
  if (!start.isValid) return { fault: `Den Tag ${day} gibt es im Kalender nicht. ${EXPECTED}` };
  return { instant: start.startOf("day").toMillis(), day };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Berlin's offset two hours before a midnight of UTC, in minutes, by that midnight: luxon takes its time. */
const eveningOffsets = new Map<number, number>();

function offsetOnEveOf(midnight: number): number {
  const offset =
    eveningOffsets.get(midnight) ?? DateTime.fromMillis(midnight - 2 * HOUR, { zone: BERLIN }).offset;
  eveningOffsets.set(midnight, offset);
  return offset;
}

/** Berlin's offset in minutes through a day or its whole month, both of UTC, where its clock does not change in it. */
function offsetOfPlainDay(midnight: number): number | undefined {
  const utc = new Date(midnight);
  const [year, month] = [utc.getUTCFullYear(), utc.getUTCMonth()];
  return (
    offsetBetween(Date.UTC(year, month), Date.UTC(year, month + 1)) ?? offsetBetween(midnight, midnight + DAY)
  );
}

function offsetBetween(start: number, end: number): number | undefined {
  const offset = offsetOnEveOf(start);
  return offset === offsetOnEveOf(end) ? offset : undefined;
}

/** The first instant of a day without a change of the clock; nothing for others, and for no day at all. */
function startOfPlainDay(day: string): number | undefined {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1;
  const date = Number(day.slice(8));
  const midnight = Date.UTC(year, month, date);
  const utc = new Date(midnight);
  const isDay = utc.getUTCFullYear() === year && utc.getUTCMonth() === month && utc.getUTCDate() === date;
  const offset = isDay ? offsetOfPlainDay(midnight) : undefined;
  return offset === undefined ? undefined : midnight - offset * MINUTE;
}

function atWallClock(wall: string): Moment | MomentFault {
  const [day = "", time = ""] = wall.split("T");
  const shownTime = time.slice(0, 5);
  const start = startOfPlainDay(day);
  if (start !== undefined) {
    const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
    return { instant: start + hours * HOUR + minutes * MINUTE + seconds * 1000, day, time: shownTime };
  }
  const moment = DateTime.fromISO(wall, { zone: BERLIN });
  if (!moment.isValid) return { fault: `${day} ${shownTime} gibt es im Kalender nicht. ${EXPECTED}` };
  if (moment.toFormat("yyyy-MM-dd'T'HH:mm:ss") !== wall) {
    return {
      fault: `Die Uhrzeit ${shownTime} gibt es am ${day} nicht: Die Uhr springt von 2:00 auf 3:00 (Sommerzeit). Bitte eine andere Uhrzeit eintragen.`,
    };
  }
  const [first, second] = moment.getPossibleOffsets();
  if (first && second) {
    return {
      fault: `Die Uhrzeit ${shownTime} gibt es am ${day} zweimal (Ende der Sommerzeit). Bitte mit Abstand zur Weltzeit schreiben: ${first.toISO({ suppressMilliseconds: true })} oder ${second.toISO({ suppressMilliseconds: true })}.`,
    };
  }
  return { instant: moment.toMillis(), day, time: shownTime };
}

function atOffset(wall: string, offset: string): Moment | MomentFault {
  const moment = DateTime.fromISO(`${wall}${offset}`, { zone: BERLIN });
  if (!moment.isValid) return { fault: `${wall}${offset} gibt es im Kalender nicht. ${EXPECTED}` };
  return momentAt(moment.toMillis());
}

/**
 * The moment of an instant, to the minute of Berlin's wall clock.
 *
 * @example momentAt(1553677200000) → { instant: 1553677200000, day: "2019-03-27", time: "10:00" }
 */
export function momentAt(instant: number): Moment {
  const wall = isoDateTime(instant);
  return { instant, day: wall.slice(0, 10), time: wall.slice(11, 16) };
}

/**
 * The first instant after a moment has passed: of a day alone, the start of the next day in Berlin; else
 * the instant itself. A consent "until 2026-12-31" thus holds through that day.
 *
 * @example endOf({ day: "2026-12-31", … }) → instant of 2027-01-01T00:00+01:00
 */
export function endOf(moment: Moment): number {
  if (moment.time !== undefined) return moment.instant;
  return DateTime.fromISO(moment.day, { zone: BERLIN }).plus({ days: 1 }).toMillis();
}

/**
 * ISO 8601 with Berlin's offset, to the second (RFC 3339).
 *
 * @example isoDateTime(1553677200000) → "2019-03-27T10:00:00+01:00"
 */
export function isoDateTime(instant: number): string {
  const offset = offsetAt(instant);
  const wall = new Date(instant + offset * MINUTE).toISOString().slice(0, "2019-03-27T10:00:00".length);
  return `${wall}+0${offset / 60}:00`;
}

/** Berlin's offset at an instant, in minutes. */
function offsetAt(instant: number): number {
  const midnight = Math.floor(instant / DAY) * DAY;
  return offsetOfPlainDay(midnight) ?? DateTime.fromMillis(instant, { zone: BERLIN }).offset;
}

/**
 * A moment as releases print it; without a time where none was written.
 *
 * @example germanDateTime(moment) → "27.03.2019 10:00"
 */
export function germanDateTime(moment: Moment): string {
  const date = germanDate(moment.day);
  return moment.time === undefined ? date : `${date} ${moment.time}`;
}

/**
 * A calendar day in figures.
 *
 * @example germanDate("2019-03-27") → "27.03.2019"
 */
export function germanDate(day: string): string {
  return day.split("-").reverse().join(".");
}

const MONTHS = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
] as const;

/**
 * The name of a month, 1 to 12.
 *
 * @example germanMonth(3) → "März"
 * @throws RangeError for any other number
 */
export function germanMonth(month: number): string {
  const name = MONTHS[month - 1];
  if (name === undefined) throw new RangeError(`There is no month ${month}`);
  return name;
}

/**
 * A calendar day in words.
 *
 * @example germanLongDate("2019-03-27") → "27. März 2019"
 */
export function germanLongDate(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date}. ${germanMonth(month ?? 0)} ${year}`;
}
