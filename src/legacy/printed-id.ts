import type { Office } from "../domain/office.ts";
import { once } from "../domain/once.ts";
import { formatPressId, parsePressId } from "../domain/press-id.ts";
import { derived, type Found, found, guessed } from "./found.ts";
import { calendarDay, daysBetween } from "./german-date.ts";

/** What a printed ID gives a release: the ID that follows the rules, or the one that was printed, or both. */
export type IdFields = { readonly pressId?: Found<string>; readonly printedId?: Found<string> };

const LONGEST_PRINTED = 60;

/**
 * Decides between `pressId` and `printedId`. An ID that follows the rules and agrees with the day is the press ID;
 * one that only slips in its spaces, capitals or zeros is both; any other is kept as it was printed.
 *
 * @param day of the release, where known
 * @example idFields("kso.2012.04.12.134.sm/-rn", "2013-04-12", "kso") → { printedId: … }
 */
export function idFields(printed: string, day: string | undefined, prefix: string): IdFields {
  const asPrinted = printed.slice(0, LONGEST_PRINTED);
  const spelled = spelledRight(printed);
  const id = parsePressId(spelled);
  if (id?.sign === undefined || id.prefix !== prefix) {
    return { printedId: derived(asPrinted, `die ID folgt nicht der Form ${prefix}.JJJJ.MM.TT.NNN.ZEICHEN`) };
  }
  if (day !== undefined && id.day !== day) {
    return { printedId: derived(asPrinted, `der Tag der ID (${id.day}) ist nicht der der Meldung (${day})`) };
  }
  const pressId = formatPressId(id);
  if (pressId === printed) return { pressId: found(pressId, "Spitzmarke") };
  return {
    pressId: derived(pressId, "Schreibweise der ID berichtigt"),
    printedId: derived(asPrinted, "die ID, wie sie gedruckt war"),
  };
}

type PrefixedOffice = Pick<Office, "pressIdPrefix">;

const patterns = once(({ pressIdPrefix }: PrefixedOffice) => ({
  start: new RegExp(String.raw`(?<!\p{L})${pressIdPrefix}\.\d{4}`, "iu"),
  whole: new RegExp(
    String.raw`(?<!\p{L})${pressIdPrefix}\.\d{4}\.\d{2}\.\d{2}\.\d{3,5}(?:\.[a-zäöüß-]{1,4}(?:\/-?[a-zäöüß]{1,4})?)?`,
    "gu",
  ),
}));

/** Whether a line has an ID of the office, however it goes on. */
export function hasId(text: string, office: PrefixedOffice): boolean {
  return patterns(office).start.test(text);
}

/**
 * The IDs of the office that a text names.
 *
 * @example idsIn("wie berichtet (kso.2012.04.12.134.sm/-rn)", { pressIdPrefix: "kso" }) → ["kso.2012.04.12.134.sm/-rn"]
 */
export function idsIn(text: string, office: PrefixedOffice): readonly string[] {
  return text.match(patterns(office).whole) ?? [];
}

/** Spaces out, small letters, two-digit month and day, three-digit number, plain hyphens. */
function spelledRight(printed: string): string {
  return printed
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/[–—−]/g, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/\.$/, "")
    .replace(
      /^(\p{L}+)\.(\d{4})\.(\d{1,2})\.(\d{1,2})\.(\d{1,5})(?=\.|$)/u,
      (_, prefix, year, month, date, number) =>
        [prefix, year, month.padStart(2, "0"), date.padStart(2, "0"), number.padStart(3, "0")].join("."),
    );
}

/** The day that an ID names, whether or not the rest of it follows the rules. */
export function dayOfId(printed: string): string | undefined {
  const match = /^\p{L}+\.(\d{4})\.(\d{2})\.(\d{2})(?:\.|$)/u.exec(spelledRight(printed));
  return match === null ? undefined : calendarDay(match.slice(1).join("-"));
}

/** A text tells of days at most so far from its own. */
const NEAR = 60;
const FAR = 150;

/**
 * The day that an ID must have meant where the text speaks of the next year alone: the office printed the old year.
 *
 * @param daysInText every full date of the text
 * @example yearSlip("2012-07-19", ["2013-07-26"]) → "2013-07-19"
 */
export function yearSlip(day: string, daysInText: readonly string[]): Found<string> | undefined {
  const isNear = (other: string, limit: number) =>
    daysInText.some((said) => Math.abs(daysBetween(other, said)) <= limit);
  const year = Number(day.slice(0, 4));
  const meant = [1, -1].map((slip) => calendarDay(`${year + slip}${day.slice(4)}`));
  const right = meant.find((other) => other !== undefined && isNear(other, NEAR));
  if (daysInText.length === 0 || right === undefined || isNear(day, FAR)) return undefined;
  return guessed(right, `die ID nennt ${year}, der Text nur Tage des Jahres ${right.slice(0, 4)}`);
}
