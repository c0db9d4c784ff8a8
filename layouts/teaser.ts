import { excerpt } from "../src/domain/excerpt.ts";
import { once } from "../src/domain/once.ts";
import type { Release } from "../src/domain/release.ts";
import { filters } from "../src/eleventy/filters.ts";

/**
 * What a release is about, in a sentence or two: its subtitle, or else the beginning of its text.
 *
 * @example teaser({ …, body: { text: "Soest und Bad Sassendorf haben sich …" } }) → "Soest und Bad Sassendorf haben sich …"
 */
export const teaser = once(({ subtitle, body }: Release): string =>
  filters.typeset(subtitle ?? body.excerpt ?? excerpt(body.text)),
);
