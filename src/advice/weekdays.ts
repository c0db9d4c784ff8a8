import { germanLongDate, germanMonth } from "../domain/berlin-time.ts";
import type { Problem } from "../domain/problem.ts";
import type { Passage } from "./passage.ts";

const WEEKDAYS = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"] as const;
const MONTHS = Array.from({ length: 12 }, (_, index) => germanMonth(index + 1));

/** A weekday, also in „Karfreitag“ and „Dienstagabend“, or short before a figure. */
const WEEKDAY = String.raw`(?:\p{Lu}?\p{Ll}*?(?:[Mm]ontag|[Dd]ienstag|[Mm]ittwoch|[Dd]onnerstag|[Ff]reitag|[Ss]amstag|[Ss]onntag|Sonnabend)(?:abend|morgen|vormittag|mittag|nachmittag|nacht)?|(?:Mo|Di|Mi|Do|Fr|Sa)(?:\.,?|,)?|So(?:\.,?|,))`;
const MONTH = `(?:(?:${MONTHS.join("|")})(?!\\p{L})|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Okt\\.|Nov\\.|Dez\\.)`;
/** A date, in which month and year may be left to a later one: `24.`, `24. März`, `24.3.`, `24.03.2019`. */
const DATE = String.raw`\d{1,2}\.(?:\s?(?:${MONTH}|(?:0?[1-9]|1[0-2])\.)(?:\s?\d{4}(?!\d)|\d{2}(?!\d))?)?(?![\d:])`;
const AND = String.raw`(?:\s?[/–-]\s?|,\s|,?\s(?:und|bis|oder|sowie)\s(?:zum\s|dem\s|den\s)?)`;
/** Weekdays, at most those of a week, and dates right behind them. */
const GROUP = new RegExp(
  String.raw`(?<![\p{L}\d-])(?<weekdays>${WEEKDAY}(?:${AND}${WEEKDAY}){0,6})(?:,?\s(?:de[nm]\s)?|\s\()(?<dates>${DATE}(?:${AND}${DATE}){0,6})`,
  "gu",
);
const EACH_WEEKDAY = new RegExp(WEEKDAY, "gu");
const EACH_DATE = new RegExp(DATE, "gu");
const DATE_PARTS = new RegExp(
  String.raw`^(?<date>\d{1,2})\.\s?(?:(?<name>${MONTH})|(?<month>\d{1,2})\.)?\s?(?<year>\d{2,4})?$`,
  "u",
);
/** What may stand between „Dienstag, 26.“ and „Mittwoch, 27. März“. */
const CONTINUES = new RegExp(`^${AND}$`, "u");
/** Most texts have none: the long pattern is spared them. */
const QUICK = /(?:tag|woch|abend|morgen|nacht|\b(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?),?[\s/–(-]/;

const DAY = 86_400_000;
/** A date without a year is the one so many days before or after the release; farther off it may be of any year. */
const DAYS_BACK = 90;
const DAYS_AHEAD = 180;

/**
 * Advice on dates whose weekday is another in the calendar, with both ways to mend them.
 *
 * @param releaseDay calendar day of the release as `YYYY-MM-DD`, to tell the year of dates that have none
 * @example "Dienstag, 27. März 2019" → "Der 27. März 2019 ist ein Mittwoch. Richtig ist „Mittwoch, 27. März 2019“ oder
 *   „Dienstag, 26. März 2019“."
 */
export function weekdayAdvice(passages: readonly Passage[], releaseDay: string | undefined): Problem[] {
  return passages.flatMap(({ text, placeAt }) =>
    QUICK.test(text)
      ? datedWeekdays(text).flatMap(({ index, weekday, date }) => {
          const message = weekdayFault(weekday, date, releaseDay);
          return message === undefined ? [] : [{ ...placeAt(index), message }];
        })
      : [],
  );
}

/** What a date names of day, month (1 to 12) and year. */
type WrittenDate = { readonly date: number; readonly month?: number; readonly year?: number };
type DatedWeekday = { readonly index: number; readonly weekday: number; readonly date: WrittenDate };

/** Each weekday with its date, where a text gives as many dates as weekdays; months and years taken from later dates. */
function datedWeekdays(text: string): DatedWeekday[] {
  const found: DatedWeekday[] = [];
  let next: { readonly index: number; readonly date: WrittenDate } | undefined;
  for (const { 0: written, index, groups = {} } of [...text.matchAll(GROUP)].reverse()) {
    const { weekdays = "", dates = "" } = groups;
    const between = next && text.slice(index + written.length, next.index);
    const later = between !== undefined && CONTINUES.test(between) ? next?.date : undefined;
    const days = withLater(
      [...dates.matchAll(EACH_DATE)].map(([date]) => partsOf(date)),
      later,
    );
    const names = [...weekdays.matchAll(EACH_WEEKDAY)].map(([name]) => weekdayNumber(name));
    const [first] = days;
    if (first !== undefined) next = { index, date: first };
    if (names.length !== days.length) continue;
    found.push(
      ...days.flatMap((date, position) => {
        const weekday = names[position];
        return weekday === undefined ? [] : [{ index, weekday, date }];
      }),
    );
  }
  return found;
}

function partsOf(written: string): WrittenDate {
  const { date, name, month, year } = DATE_PARTS.exec(written)?.groups ?? {};
  const byName = MONTHS.findIndex((known) => name !== undefined && known.startsWith(name.slice(0, 3))) + 1;
  const number = month === undefined ? byName : Number(month);
  const fullYear = year?.length === 2 ? 2000 + Number(year) : Number(year);
  return {
    date: Number(date),
    ...(number > 0 && { month: number }),
    ...(year !== undefined && { year: fullYear }),
  };
}

/** In „24. bis 26. Juni 2024“ the first has month and year of the last. */
function withLater(dates: readonly WrittenDate[], later: WrittenDate | undefined): WrittenDate[] {
  let next = later;
  const whole = dates.toReversed().map((date) => {
    const { month, year } = next ?? {};
    next = { ...(month && { month }), ...(year && { year }), ...date };
    return next;
  });
  return whole.reverse();
}

/** 0 is Sunday. */
function weekdayNumber(name: string): number {
  if (name.startsWith("Sonnabend")) return 6;
  const full = WEEKDAYS.findIndex((weekday) => name.toLowerCase().includes(weekday.toLowerCase()));
  return full === -1 ? WEEKDAYS.findIndex((weekday) => weekday.startsWith(name.slice(0, 2))) : full;
}

function weekdayFault(
  weekday: number,
  { date, month, year }: WrittenDate,
  releaseDay: string | undefined,
): string | undefined {
  if (month === undefined || (year === undefined && releaseDay === undefined)) return undefined;
  const instant = year === undefined ? nearRelease(month, date, releaseDay ?? "") : utcDay(year, month, date);
  if (instant === undefined) {
    if (year === undefined) return undefined;
    return `Den ${date}. ${germanMonth(month)} ${year} gibt es im Kalender nicht. Bitte das Datum berichtigen.`;
  }
  const actual = new Date(instant).getUTCDay();
  if (actual === weekday) return undefined;
  const days = ((weekday - actual + 10) % 7) - 3;
  const shown = (at: number, name: number) => {
    const day = germanLongDate(new Date(at).toISOString().slice(0, 10));
    return `„${WEEKDAYS[name]}, ${year === undefined ? day.slice(0, -5) : day}“`;
  };
  const long = germanLongDate(new Date(instant).toISOString().slice(0, 10));
  return `Der ${long} ist ein ${WEEKDAYS[actual]}. Richtig ist ${shown(instant, actual)} oder ${shown(instant + days * DAY, weekday)}.`;
}

/** Midnight UTC of a day, in milliseconds since 1970; `undefined` where the calendar has no such day. */
function utcDay(year: number, month: number, date: number): number | undefined {
  const instant = Date.UTC(year, month - 1, date);
  return new Date(instant).getUTCDate() === date ? instant : undefined;
}

function nearRelease(month: number, date: number, releaseDay: string): number | undefined {
  const release = Date.parse(releaseDay);
  const year = new Date(release).getUTCFullYear();
  return [year - 1, year, year + 1]
    .map((candidate) => utcDay(candidate, month, date))
    .find(
      (instant) =>
        instant !== undefined &&
        instant >= release - DAYS_BACK * DAY &&
        instant <= release + DAYS_AHEAD * DAY,
    );
}
