import type { Place } from "../domain/office.ts";
import { type Found, found, guessed } from "./found.ts";

/**
 * Ortsteile whose names are common words, surnames or towns elsewhere: by themselves they prove nothing. One that
 * stands beside its municipality does.
 */
const AMBIGUOUS = new Set([
  "Berge",
  "Bremen",
  "Büderich",
  "Cappel",
  "Effeln",
  "Herzfeld",
  "Hirschberg",
  "Horn",
  "Lohne",
  "Mülheim",
  "Stockum",
  "Waldhausen",
]);

/** „Kreis Soest“, „Kreisverwaltung Soest“ and „Wahlkreis 146 Soest“ do not name the town. */
const BEHIND_KREIS = /[Kk]reis\p{L}*[\s-]{1,2}(?:\d+\s)?$/u;
/** How far before a name that can stand. */
const BEFORE = 40;
const ELSEWHERE = /^(?:\s?(?:an der Ruhr|\/ ?Ruhr)|-Kärlich)/;

/** Finds places in texts; made once, as the names become one pattern. */
export type PlaceFinder = (text: string) => Found<string>[];

/**
 * Makes the finder for an office's places: each municipality and Ortsteil as a whole word, in the order in which
 * the text names them first.
 *
 * @example placeFinder(places)("Soest und der Kreis Lippstadt, Warstein-Mülheim") → [Soest, Warstein]
 */
export function placeFinder(places: readonly Place[]): PlaceFinder {
  const homes = new Map<string, string>();
  for (const { name, parts } of places) {
    homes.set(name, name);
    homes.set(name.replace(/\s*\(.*\)$/, ""), name);
    for (const part of parts ?? []) if (!homes.has(part)) homes.set(part, name);
  }
  const names = [...homes.keys()].filter((name) => name !== "").sort((a, b) => b.length - a.length);
  if (names.length === 0) return () => [];
  const pattern = new RegExp(
    `(?<![A-Za-zÄÖÜäöüß0-9])(?:${names.map(escaped).join("|")})(?![A-Za-zÄÖÜäöüß0-9])`,
    "g",
  );
  return (text) => findPlaces(text.replace(/(?:https?:\/\/|www\.|@)\S+/g, " "), pattern, homes);
}

function findPlaces(text: string, pattern: RegExp, homes: ReadonlyMap<string, string>): Found<string>[] {
  const byPlace = new Map<string, Found<string>>();
  for (const match of text.matchAll(pattern)) {
    const [word] = match;
    const place = homes.get(word) ?? "";
    if (ELSEWHERE.test(text.slice(match.index + word.length, match.index + word.length + BEFORE))) continue;
    if (BEHIND_KREIS.test(text.slice(Math.max(0, match.index - BEFORE), match.index))) continue;
    const isSure = !AMBIGUOUS.has(word);
    const known = byPlace.get(place);
    if (known !== undefined && (known.basis === "found" || !isSure)) continue;
    const why = word === place ? "im Text genannt" : `„${word}“ im Text`;
    byPlace.set(
      place,
      isSure ? found(place, why) : guessed(place, `${why}; den Namen gibt es auch anderswo`),
    );
  }
  return [...byPlace.values()];
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
