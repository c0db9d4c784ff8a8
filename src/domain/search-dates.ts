import type { Mention } from "./search-mentions.ts";
import { fold } from "./search-terms.ts";

const MONTHS = [
  "januar",
  "februar",
  "marz",
  "april",
  "mai",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "dezember",
] as const;
/** Other names of months, folded. */
const OTHER_NAMES: Readonly<Record<string, number>> = { janner: 1, feber: 2, mrz: 3, sept: 9 };

/** A day or month as people write it, its parts in named groups. */
const FORMS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}.])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/gu,
  /(?<![\p{L}\p{N}.])(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4}|\d{2})(?![\p{L}\p{N}]|\.\d)/gu,
  /(?<![\p{L}\p{N}.])(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(?!\s?\d)/gu,
  /(?<![\p{L}\p{N}.])(?<day>\d{1,2})(?:\.\s?|\s)(?<name>\p{L}{3,9})(?:\.?\s(?<year>\d{4})(?!\d))?(?!\p{L})/gu,
  /(?<![\p{L}\p{N}])(?<name>\p{L}{3,9})\.?\s(?<year>\d{4})(?!\d)/gu,
  /(?<![\p{L}\p{N}./])(?<month>\d{1,2})[./](?<year>(?:19|20)\d{2})(?![\p{L}\p{N}]|[./]\d)/gu,
];

/**
 * The days and months that a text names, in its order, in any of the forms people type.
 *
 * @example dateMentions("am 27. März 2019") → [{ start: 3, end: 16, term: "tag20190327", pieces: [], wider: ["tag0327", "monat201903", "marz", "2019"] }]
 * @example dateMentions("März 2019") → term "monat201903"; dateMentions("27.3.") → term "tag0327"
 */
export function dateMentions(text: string): Mention[] {
  const found: Mention[] = [];
  for (const form of FORMS) {
    for (const { 0: written, index: start, groups = {} } of text.matchAll(form)) {
      const end = start + written.length;
      const terms = dateTerms(groups);
      if (terms === undefined || found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ start, end, pieces: [], ...terms });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

type DateTerms = Pick<Mention, "term" | "wider">;

function dateTerms(groups: Readonly<Record<string, string | undefined>>): DateTerms | undefined {
  const month = groups.name === undefined ? Number(groups.month) : monthNumber(groups.name);
  const name = MONTHS[month - 1];
  if (name === undefined) return undefined;
  const mm = twoDigits(month);
  const year = groups.year && fullYear(groups.year);
  const ofMonth = year ? [`monat${year}${mm}`, name, year] : [name];
  if (groups.day === undefined) return { term: ofMonth[0] ?? name, wider: ofMonth.slice(1) };
  const day = Number(groups.day);
  if (day < 1 || day > 31) return undefined;
  const anyYear = `tag${mm}${twoDigits(day)}`;
  if (!year) return { term: anyYear, wider: ofMonth };
  return { term: `tag${year}${mm}${twoDigits(day)}`, wider: [anyYear, ...ofMonth] };
}

function monthNumber(name: string): number {
  const folded = fold(name);
  const known = OTHER_NAMES[folded];
  if (known !== undefined) return known;
  return (
    1 + MONTHS.findIndex((month) => month === folded || (folded.length === 3 && month.startsWith(folded)))
  );
}

/** Two figures are a year of this century up to 79, as the newsroom's archive begins with the Federal Republic. */
function fullYear(written: string): string {
  if (written.length === 4) return written;
  return `${written < "80" ? "20" : "19"}${written}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
