import { once } from "../src/domain/once.ts";
import type { Release } from "../src/domain/release.ts";
import { filters } from "../src/eleventy/filters.ts";

/**
 * A release's title in German typography; it stands in a dozen places, so it is set once.
 *
 * @example releaseTitle({ title: 'Integration: "Gemeinsam klappt´s"', … }) → "Integration: „Gemeinsam klappt’s“"
 */
export const releaseTitle = once(({ title }: Release): string => filters.typeset(title));
