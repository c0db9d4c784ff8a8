import { type PressId, parsePressId } from "./press-id.ts";

/**
 * The running numbers of a year that a text names in press IDs, also in those that break the grammar elsewhere:
 * a number that was once written is not given again.
 *
 * @example pressNumbersIn("pressId: kso.2019.03.27.134.SM", "kso", "2019") → [134]
 */
export function pressNumbersIn(text: string, prefix: string, year: string): number[] {
  const id = new RegExp(String.raw`(?<!\p{L})${prefix}\.${year}\.\d{1,2}\.\d{1,2}\.(\d{1,5})(?!\d)`, "giu");
  return [...text.matchAll(id)].map(([, digits]) => Number(digits));
}

/**
 * The ID of a new release: one above the highest number of its year. Gaps stay, as their numbers may be in print.
 *
 * @param taken the running numbers of the day's year
 * @example nextPressId([133, 134], { prefix: "kso", day: "2019-03-27", sign: "sm" }) → { prefix: "kso", day: "2019-03-27", number: 135, sign: "sm" }
 */
export function nextPressId(taken: readonly number[], rest: Omit<PressId, "number">): PressId {
  return { ...rest, number: Math.max(0, ...taken) + 1 };
}

/**
 * Whether a text can end a press ID: initials of the author, of the editor, or of both.
 *
 * @example isPressIdSign("sm/-rn") → true; isPressIdSign("Sabine") → false
 */
export function isPressIdSign(text: string): boolean {
  return parsePressId(`kso.2000.01.01.001.${text}`)?.sign === text;
}
