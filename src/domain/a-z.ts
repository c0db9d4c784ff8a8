import { placeAddress, topicAddress } from "./address.ts";
import type { Place, Service, Topic } from "./office.ts";
import { slugify } from "./slug.ts";

/** An entry of „Der Kreis von A–Z“. */
export type AzEntry = {
  readonly name: string;
  /** An address of this site or, of a service, an absolute one. */
  readonly url: string;
  readonly kind: "service" | "topic" | "place";
  /** Where the entry is another name: the name it is listed under. */
  readonly seeAlso?: string;
};

/** The entries of one letter, in order. */
export type AzLetter = { readonly letter: string; readonly entries: readonly AzEntry[] };

const germanOrder = new Intl.Collator("de", { sensitivity: "base", numeric: true });

/**
 * Compares two names in German dictionary order (DIN 5007-1), word by word: ä sorts as a, ß as ss, other signs
 * as a space.
 *
 * @example ["Zoo", "Äpfel", "Apfel"] sorted → "Apfel", "Äpfel", "Zoo"
 */
export function compareGerman(a: string, b: string): number {
  return germanOrder.compare(wordsOnly(a), wordsOnly(b)) || a.localeCompare(b, "de");
}

function wordsOnly(name: string): string {
  return name.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
}

/**
 * The letter under which a name is filed; `#` for what starts with none.
 *
 * @example letterOf("Öffnungszeiten") → "O"
 */
export function letterOf(name: string): string {
  const first = slugify(name).charAt(0);
  return /[a-z]/.test(first) ? first.toUpperCase() : "#";
}

/** Services with their other names, topics and places under their letters, in German dictionary order. */
export function aToZ(
  services: readonly Service[],
  topics: readonly Topic[],
  places: readonly Place[],
): AzLetter[] {
  const entries: AzEntry[] = [
    ...services.flatMap(({ name, url, aka }) => [
      { name, url, kind: "service" as const },
      ...(aka ?? []).map((other) => ({ name: other, url, kind: "service" as const, seeAlso: name })),
    ]),
    ...topics.map(({ name, slug }) => ({ name, url: topicAddress(slug), kind: "topic" as const })),
    ...places.map(({ name, slug }) => ({ name, url: placeAddress(slug), kind: "place" as const })),
  ].sort((a, b) => compareGerman(a.name, b.name));
  return [...Map.groupBy(entries, (entry) => letterOf(entry.name))]
    .map(([letter, ofLetter]) => ({ letter, entries: ofLetter }))
    .sort((a, b) => (a.letter < b.letter ? -1 : 1));
}
