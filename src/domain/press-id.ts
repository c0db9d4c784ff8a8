/**
 * The press ID: the reference under which a release is filed, quoted and found again.
 *
 * Grammar: `PREFIX.YYYY.MM.DD.NNN.SIGN`. PREFIX is the office's short name, NNN the running number of the
 * year (at least three digits), SIGN the author's initials, then `/` and the editor's: `sm/-rn`, `ht/jdw`,
 * `tb`, `-rn`.
 */
export type PressId = {
  /** The office's short name, lower case: `kso`. */
  readonly prefix: string;
  /** Calendar day in Europe/Berlin as `YYYY-MM-DD`. */
  readonly day: string;
  /** Running number within the year, from 1. */
  readonly number: number;
  /** Initials of author and editor: `sm/-rn`. Absent where only the short form is known. */
  readonly sign?: string;
};

const SHORT_FORM = /^([a-zäöüß]{2,8})\.(\d{4})\.(\d{2})\.(\d{2})\.(\d{3,5})/u;
const SIGN = /^(?:-?[a-zäöüß]{1,4})(?:\/-?[a-zäöüß]{1,4})?$/u;

function isCalendarDay(year: number, month: number, date: number): boolean {
  const utc = new Date(Date.UTC(year, month - 1, date));
  return utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === date;
}

/**
 * Reads a press ID with or without its sign; `undefined` where the text is none.
 *
 * @example parsePressId("kso.2019.03.27.134.sm/-rn") → { prefix: "kso", day: "2019-03-27", number: 134, sign: "sm/-rn" }
 */
export function parsePressId(text: string): PressId | undefined {
  const match = SHORT_FORM.exec(text);
  if (!match) return undefined;
  const [short, prefix = "", year, month, date, digits = ""] = match;
  const day = `${year}-${month}-${date}`;
  const number = Number(digits);
  if (!isCalendarDay(Number(year), Number(month), Number(date)) || number === 0) return undefined;
  if (padNumber(number) !== digits) return undefined;
  const rest = text.slice(short.length);
  if (rest === "") return { prefix, day, number };
  const sign = rest.slice(1);
  if (!rest.startsWith(".") || !SIGN.test(sign)) return undefined;
  return { prefix, day, number, sign };
}

function padNumber(number: number): string {
  return String(number).padStart(3, "0");
}

/**
 * The ID without sign, as short links and searches use it.
 *
 * @example formatShortPressId({ prefix: "kso", day: "2019-03-27", number: 7 }) → "kso.2019.03.27.007"
 */
export function formatShortPressId(id: PressId): string {
  return `${id.prefix}.${id.day.replaceAll("-", ".")}.${padNumber(id.number)}`;
}

/**
 * The ID as it is printed; the inverse of {@link parsePressId}.
 *
 * @example formatPressId({ prefix: "kso", day: "2019-03-27", number: 134, sign: "sm/-rn" }) → "kso.2019.03.27.134.sm/-rn"
 */
export function formatPressId(id: PressId): string {
  return id.sign === undefined ? formatShortPressId(id) : `${formatShortPressId(id)}.${id.sign}`;
}

/**
 * Whether two IDs name the same release; a missing sign agrees with any.
 *
 * @example isSamePressId(parse("kso.2019.03.27.134"), parse("kso.2019.03.27.134.sm/-rn")) → true
 */
export function isSamePressId(a: PressId, b: PressId): boolean {
  const isSignCompatible = a.sign === undefined || b.sign === undefined || a.sign === b.sign;
  return formatShortPressId(a) === formatShortPressId(b) && isSignCompatible;
}
