import { type AzLetter, aToZ } from "../../src/domain/a-z.ts";
import { ADDRESSES } from "../../src/domain/address.ts";
import { once } from "../../src/domain/once.ts";
import type { Site } from "../../src/domain/site.ts";
import { type Html, html } from "../html.ts";

/** „Der Kreis Soest von A–Z“: the letters that hold entries. */
export const azLetters = once((site: Site): readonly AzLetter[] =>
  aToZ(site.services, site.topics, site.places),
);

/** @example azTitle(site) → "Der Kreis Soest von A–Z" */
export function azTitle({ office }: Site): string {
  return `Der ${office.name} von A–Z`;
}

/**
 * The part of the A–Z page where a letter begins.
 *
 * @example letterId("B") → "b"; letterId("#") → "andere"
 */
export function letterId(letter: string): string {
  return letter === "#" ? "andere" : letter.toLowerCase();
}

/** @example azLetterName("B") → "B"; azLetterName("#") → "0–9" */
export function azLetterName(letter: string): string {
  return letter === "#" ? "0–9" : letter;
}

/** The letters as links to their entries, from any page. */
export function azLetterLinks(site: Site): Html {
  return html`<ul class="letters">
${azLetters(site).map(
  ({
    letter,
  }) => html`<li><a href="${site.url(ADDRESSES.aToZ)}#${letterId(letter)}">${azLetterName(letter)}</a></li>
`,
)}</ul>`;
}
