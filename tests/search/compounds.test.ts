import { describe, expect, it } from "vitest";
import { mentions } from "../../src/domain/search-mentions.ts";
import { fold, stem } from "../../src/domain/search-terms.ts";
import { compoundSplitter, vocabularyOf } from "../../src/search/compounds.ts";

/** Terms of words as people write them. */
const terms = (words: string) =>
  words
    .split(" ")
    .filter(Boolean)
    .map((word) => stem(fold(word)));

/** The words of a text as they are written. */
const words = (text: string) => mentions(text).map(({ start, end }) => text.slice(start, end));

function parts(word: string, texts: readonly string[], names: readonly string[] = []): string[] {
  const split = compoundSplitter(
    vocabularyOf(texts.flatMap(words)),
    new Set(names.map((name) => stem(fold(name)))),
  );
  return [...split(fold(word))].sort();
}

/** A little of what an archive says, enough words to split others by. */
const ARCHIVE = [
  "Flüchtlinge suchen Unterkünfte. Die Unterkunft liegt am Kreishaus.",
  "Die Stadt plant Wege für das Rad. Der Weg ist frei, das Rad rollt. Der Plan ist gut, die Pläne sind alt.",
  "Das Amt für Gesundheit bietet Termine. Wir impfen die Kinder. Der Garten ist schön.",
  "Das Wasser ist hoch, der Schutz ist gut. Hochwasser bedroht die Straße im Kreis. Der Tag im Rat, der Ort und die Orte.",
  "Die Schule fördert Kinder. Der Ausschuss berät. Der Antrag liegt vor.",
];

describe("A compound is split into words of the archive", () => {
  it.each([
    ["Flüchtlingsunterkünfte", "Flüchtling Unterkunft"],
    ["Gesundheitsamt", "Gesundheit Amt"],
    ["Radweg", "Rad Weg"],
    ["Impftermin", "impfen Termin"],
    ["Kindergärten", "Kind Garten"],
    ["Schulausschuss", "Schule Ausschuss"],
    ["Ratsantrag", "Rat Antrag"],
    ["Kreisstraßen", "Kreis Straße"],
    ["Ortsplan", "Ort Plan"],
  ])("%s into %s, whatever links them", (word, expected) => {
    expect(parts(word, ARCHIVE)).toEqual(terms(expected).sort());
  });

  it("with shorter compounds within", () => {
    expect(parts("Hochwasserschutzplan", ARCHIVE)).toEqual(
      terms("hoch Wasser Hochwasser Schutz Plan").sort(),
    );
  });

  it("however much more frequent it is than they are", () => {
    const texts = ["Flüchtlinge, Unterkünfte", "Flüchtlingsunterkünfte ".repeat(100)];
    expect(parts("Flüchtlingsunterkünfte", texts)).toEqual(terms("Flüchtling Unterkunft").sort());
  });

  it("in the way that takes the more frequent words", () => {
    const texts = ["Stau Stau Stau Becken Becken Becken", "Staub Ecken"];
    expect(parts("Staubecken", texts)).toEqual(terms("Stau Becken").sort());
  });
});

describe("Where one side alone is a word of the archive", () => {
  it.each([
    ["Asylbewerberunterkunft", "Unterkunft"],
    ["Notunterkünfte", "Unterkunft"],
    ["Terminvereinbarung", "Termin"],
  ])("%s still holds %s", (word, expected) => {
    expect(parts(word, ARCHIVE)).toEqual(terms(expected));
  });

  it("a word that begins one noun and ends another is one", () => {
    expect(parts("Feuerwehrhaus", ["Die Jugendfeuerwehr baut ein Feuerwehrhaus neben dem Haus."])).toEqual(
      terms("Feuerwehr Haus"),
    );
  });
});

describe("A word stays whole", () => {
  it.each(["Planung", "Planet", "Planetarium", "geplant", "Pflanze", "Explanation"])(
    "%s, which is not about a Plan",
    (word) => {
      expect(parts(word, ARCHIVE)).not.toContain("plan");
    },
  );

  it.each([
    ["Überblick", "Blick"],
    ["Mitarbeit", "Arbeit"],
    ["Darstellung", "Stellung"],
    ["Landschaft", "Land"],
    ["Bürgerinnen", "Bürger"],
    ["Talent", "Tal Ente"],
  ])("%s, although there is %s", (word, others) => {
    expect(parts(word, [others.replaceAll(" ", ", ")])).toEqual([]);
  });

  it("when it is a name", () => {
    const texts = ["Die Stadt und die Lippe", "Donner am Tag"];
    for (const name of ["Lippstadt", "Donnerstag"]) {
      expect(parts(name, texts, [name])).toEqual([]);
      expect(parts(name, texts)).not.toEqual([]);
    }
  });

  it("when it is longer than any German word, and takes no time", () => {
    expect(parts("Rad".repeat(2_000), [`${"Rad".repeat(2_000)} Rad Radrad Radradrad`])).toEqual([]);
  });
});
