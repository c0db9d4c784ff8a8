import type { Problem } from "../domain/problem.ts";
import type { WrittenRelease } from "./written-release.ts";

/** What lists, feeds and search engines show of a title without cutting it. Characters. */
const LONGEST = 80;

/**
 * Advice on a title that is too long to be taken in at a glance.
 *
 * @example a title of 95 characters → "hat 95 Zeichen. …"
 */
export function longTitleAdvice({ fields: { title, subtitle }, placeOf }: WrittenRelease): Problem[] {
  const { length } = [...(title ?? "")];
  if (length <= LONGEST) return [];
  const remedy = subtitle === undefined ? "bitte kürzen; ein Teil passt in subtitle" : "bitte kürzen";
  return [
    {
      ...placeOf(["title"]),
      message: `hat ${length} Zeichen. Bis ${LONGEST} steht eine Überschrift auch in Listen und Suchergebnissen ganz da; ${remedy}.`,
    },
  ];
}
