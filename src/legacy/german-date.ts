import { germanMonth, parseMoment } from "../domain/berlin-time.ts";

const MONTHS = Array.from({ length: 12 }, (_, index) => germanMonth(index + 1));
const MONTH_NAMES = [
  ...MONTHS,
  "Jan",
  "Feb",
  "Mär",
  "Apr",
  "Jun",
  "Jul",
  "Aug",
  "Sept?",
  "Okt",
  "Nov",
  "Dez",
];

/** A day with its year, in figures, in words or as ISO 8601 has it; groups are added with a suffix. */
function dateSource(suffix: string): string {
  const words = MONTH_NAMES.join("|");
  return [
    String.raw`(?<date${suffix}>\d{1,2})\.\s?(?<month${suffix}>\d{1,2})\.\s?(?<year${suffix}>\d{4})`,
    String.raw`(?<dateW${suffix}>\d{1,2})\.\s?(?<name${suffix}>${words})\.?\s(?<yearW${suffix}>\d{4})`,
    String.raw`(?<yearI${suffix}>\d{4})-(?<monthI${suffix}>\d{2})-(?<dateI${suffix}>\d{2})`,
  ].join("|");
}

/** A weekday, full or short, with what parts it from the date. */
export const WEEKDAY = String.raw`(?:(?:Mon|Diens|Donners|Frei|Sams)tag|Mittwoch|Sonn(?:tag|abend)|(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?)`;

/** The source of a pattern for a day; see {@link dayOf}. */
export const DATE = `(?:${dateSource("")})`;

/**
 * The day that {@link DATE} matched, as `YYYY-MM-DD`; `undefined` where the calendar has no such day.
 *
 * @example dayOf(/…/.exec("3. Juni 2022").groups) → "2022-06-03"
 */
export function dayOf(groups: Readonly<Record<string, string | undefined>> | undefined): string | undefined {
  if (groups === undefined) return undefined;
  const year = groups.year ?? groups.yearW ?? groups.yearI ?? "";
  const month = groups.month ?? groups.monthI ?? monthNumber(groups.name ?? "");
  const date = groups.date ?? groups.dateW ?? groups.dateI ?? "";
  return calendarDay(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}

/** The number of a month by its name, full or short: `März` → `3`. */
export function monthNumber(name: string): string {
  const index = MONTHS.findIndex((month) => month.slice(0, 3) === name.slice(0, 3));
  return index === -1 ? "" : String(index + 1);
}

const EARLIEST = "1949";
const LATEST = "2200";

/** The day itself where the calendar has it, in the years that the newsroom knows. */
export function calendarDay(day: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < EARLIEST || day >= LATEST) return undefined;
  const utc = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(utc.getTime()) && utc.toISOString().startsWith(day) ? day : undefined;
}

/**
 * A day and a time as a release's `date` has them; the day alone where the clock had no such time.
 *
 * @example momentText("2019-03-27", "9", "5") → "2019-03-27 09:05"
 */
export function momentText(day: string, hour?: string, minute = "00"): string {
  if (hour === undefined) return day;
  const clock = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  const text = `${day} ${clock}`;
  return isOrdinary(clock) || !("fault" in parseMoment(text)) ? text : day;
}

/** Clocks change between two and three; every other time of day is there once. */
function isOrdinary(clock: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(clock) && !clock.startsWith("02");
}

const ALL_DATES = new RegExp(`(?<![\\d.])${DATE}(?!\\d)`, "gu");

/** Every day with its year that a text names, in its order. */
export function daysIn(text: string): string[] {
  return [...text.matchAll(ALL_DATES)].flatMap(({ groups }) => dayOf(groups) ?? []);
}

const DAY = 86_400_000;

/** Days from the one to the other; negative where it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/**
 * The day so many days later.
 *
 * @example dayAfter("2019-02-27", 2) → "2019-03-01"
 */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
