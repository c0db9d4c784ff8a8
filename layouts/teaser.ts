import type { Release } from "../src/domain/release.ts";
import { filters } from "../src/eleventy/filters.ts";

/** What a list or a search engine shows of a text, in characters. */
const TEASER_LENGTH = 180;

/**
 * What a release is about, in a sentence or two: its subtitle, or else the beginning of its text.
 *
 * @example teaser({ …, body: { text: "Soest und Bad Sassendorf haben sich …" } }) → "Soest und Bad Sassendorf haben sich …"
 */
export function teaser(release: Release): string {
  return filters.typeset(release.subtitle ?? excerpt(release.body.text, TEASER_LENGTH));
}

/**
 * The beginning of a text, cut between two words.
 *
 * @param longest number of UTF-16 units the text may have without being cut
 * @example excerpt("Der Kreis warnt.\n\nEs regnet stark.", 20) → "Der Kreis warnt. Es …"
 */
export function excerpt(text: string, longest: number): string {
  const line = text
    .slice(0, 4 * longest)
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= longest) return line;
  const cut = line
    .slice(0, longest + 1)
    .replace(/\s\S*$/, "")
    .slice(0, longest);
  return `${cut.replace(/[\s,;:–-]+$/, "")} …`;
}
