import type { Place } from "./office.ts";

/** A municipality that a text names, by its own name or one of its Ortsteile. */
export type PlaceMention = {
  /** The municipality as `places` has it. */
  readonly place: string;
  /** What the text has: the municipality, its name without bracket, or an Ortsteil. */
  readonly word: string;
  /** Where that begins in the text, in UTF-16 units. */
  readonly index: number;
  /** Whether the word means this place; an Ortsteil such as „Bremen“ may also mean another. */
  readonly isSure: boolean;
};

/** Finds places in texts; made once, as the names become one pattern. */
export type PlaceReader = (text: string) => PlaceMention[];

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
/** Addresses on the net name no place. */
const NET_ADDRESS = /(?:https?:\/\/|www\.|@)\S+/g;

/**
 * Makes the reader for an office's places: each municipality and Ortsteil as a whole word, in the text's order.
 *
 * @example placeReader(places)("Kreis Soest: Warstein-Mülheim") → [{ place: "Warstein", word: "Warstein", index: 13, isSure: true },
 *   { place: "Warstein", word: "Mülheim", index: 22, isSure: false }]
 */
export function placeReader(places: readonly Place[]): PlaceReader {
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
  return (text) => {
    const words = text.replace(NET_ADDRESS, (address) => " ".repeat(address.length));
    return [...words.matchAll(pattern)].flatMap(({ 0: word, index }) => {
      const end = index + word.length;
      if (ELSEWHERE.test(words.slice(end, end + BEFORE))) return [];
      if (BEHIND_KREIS.test(words.slice(Math.max(0, index - BEFORE), index))) return [];
      return [{ place: homes.get(word) ?? "", word, index, isSure: !AMBIGUOUS.has(word) }];
    });
  };
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
