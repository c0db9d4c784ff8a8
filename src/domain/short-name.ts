import { slugify } from "./slug.ts";

const LONGEST = 60;
/** A leading word or two before a colon that name the matter: „Integration: …“. */
const KICKER = /^[^:„“"]{2,30}:\s+(?=\S)/u;

/**
 * The short name under which a release is filed: its title without the word that leads it, at most sixty
 * characters, cut between words.
 *
 * @example shortName("Integration: „Gemeinsam klappt´s“") → "gemeinsam-klappts"
 */
export function shortName(title: string): string {
  const words = slugify(title.replace(KICKER, "")) || slugify(title) || "ohne-titel";
  if (words.length <= LONGEST) return words;
  const cut = words.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 1)).replace(/-+$/, "");
}
