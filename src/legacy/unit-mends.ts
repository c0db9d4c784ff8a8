import { mendHyphenation, wordFinder } from "./hyphenation.ts";
import type { Mend, Unit } from "./page.ts";
import { mendDashes } from "./tidy-text.ts";

/** Units after mending, one for each before, and what was mended. */
export type MendedUnits = { readonly units: readonly Unit[]; readonly mends: readonly Mend[] };

/** Mends dashes that became question marks, and words that kept the hyphen of an old line break. */
export function mendUnits(units: readonly Unit[]): MendedUnits {
  const stands = wordFinder(units.map(({ text }) => text).join("\n"));
  const joined = new Set<string>();
  const suspects = new Set<string>();
  let dashes = 0;
  let letters = 0;
  const mendText = (text: string): string => {
    const dashed = mendDashes(text);
    dashes += dashed.count;
    const { text: sound, mended, suspects: others } = mendHyphenation(dashed.text, stands);
    for (const word of mended) joined.add(word);
    for (const word of others) suspects.add(word);
    return sound;
  };
  const mended = units.map((unit): Unit => {
    if (STRAY_LETTER.test(unit.text)) {
      letters += 1;
      return { ...unit, text: unit.text.slice(0, -2), markdown: unit.markdown.slice(0, -2) };
    }
    if (unit.kind === "picture" || !/[a-zäöüß]-[a-zäöüß]{2}| \?[ ,]/.test(unit.text)) return unit;
    return {
      ...unit,
      text: mendOutsideAddresses(unit.text, mendText),
      markdown: mendOutsideAddresses(unit.markdown, mendText),
    };
  });
  const mends: Mend[] = [];
  if (dashes > 0) mends.push({ what: "Gedankenstrich, wo die Quelle ein Fragezeichen hat", isSure: false });
  if (letters > 0)
    mends.push({
      what: "ein einzelner Buchstabe hinter dem Bildnachweis, von einem Zeichen der Seite",
      isSure: true,
    });
  if (joined.size > 0) mends.push({ what: `alte Trennstriche: ${[...joined].join(", ")}`, isSure: true });
  if (suspects.size > 0)
    mends.push({
      what: `vielleicht alte Trennstriche, nicht angetastet: ${[...suspects].join(", ")}`,
      isSure: true,
    });
  return { units: mended, mends };
}

/** Behind a credit the mobile pages had a sign of their own typeface; as text it is a letter: „Foto: Vorname Name n“. */
const STRAY_LETTER = /(?:[Ff]oto\s?:|©)[^.!?:]{3,90}\p{L}{2} [a-zäöü]$/u;

/** Addresses keep their hyphens. */
function mendOutsideAddresses(markdown: string, mend: (text: string) => string): string {
  return markdown
    .split(/(\]\([^)]*\)|(?:https?:\/\/|www\.)\S+|[\w.+-]{1,64}@\S+)/)
    .map((part, index) => (index % 2 === 1 ? part : mend(part)))
    .join("");
}
