import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, isFunctionWord, stem } from "../../src/domain/search-terms.ts";

describe("A word is folded", () => {
  it.each([
    ["whatever its case", ["Flüchtlinge", "FLÜCHTLINGE", "flüchtlinge"]],
    ["however its umlauts are typed", ["Flüchtlinge", "Fluechtlinge", "Fluchtlinge", "Flu\u0308chtlinge"]],
    ["with ß or ss", ["Straße", "Strasse", "STRASSE", "STRAẞE"]],
    ["with any of the four apostrophes or none", ["klappt's", "klappt’s", "klappt´s", "klappt`s", "klappts"]],
    ["with soft hyphens or none", ["Wahlaus\u00ADschuss", "Wahlausschuss"]],
    ["with accents or none", ["Café", "Cafe", "CAFÉ"]],
    ["as the name of a place that has no umlaut", ["Soest", "SOEST", "Söst"]],
    ["with an umlaut before an e", ["Jubiläen", "Jubilaeen", "JUBILÄEN"]],
  ])("to one form, %s", (_, spellings) => {
    expect(new Set(spellings.map(fold)).size).toBe(1);
  });

  it.each([
    ["neue", "neue"],
    ["Steuer", "steuer"],
    ["Quelle", "quelle"],
    ["bauen", "bauen"],
    ["Feuerwehr", "feuerwehr"],
  ])("and %s keeps its ue, which is no ü", (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  it("once and for all", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aeouäöüßqsnAEÖ’´é\u00AD") }), (word) => {
        expect(fold(fold(word).toUpperCase())).toBe(fold(fold(word)));
      }),
    );
  });
});

describe("Inflection", () => {
  it.each([
    ["Unterkunft", ["Unterkünfte", "Unterkünften"]],
    ["Plan", ["Plans", "Pläne", "Plänen"]],
    ["Haus", ["Hauses", "Häuser", "Häusern"]],
    ["Krankenhaus", ["Krankenhauses", "Krankenhäuser"]],
    ["Kind", ["Kinder", "Kindern", "Kindes"]],
    ["Amt", ["Amts", "Amtes", "Ämter", "Ämtern"]],
    ["Rad", ["Räder", "Rädern", "Rades"]],
    ["Stadt", ["Städte", "Städten"]],
    ["Straße", ["Straßen"]],
    ["Bus", ["Busse", "Bussen", "Busses"]],
    ["Ergebnis", ["Ergebnisse", "Ergebnissen"]],
    ["Kreis", ["Kreise", "Kreises", "Kreisen"]],
    ["Termin", ["Termine", "Terminen", "Termins"]],
    ["Idee", ["Ideen"]],
    ["See", ["Seen"]],
    ["Kita", ["Kitas"]],
    ["Familie", ["Familien"]],
    ["Ampel", ["Ampeln"]],
    ["Bürger", ["Bürgern", "Bürgers", "Bürgerin", "Bürgerinnen"]],
    ["Arzt", ["Ärzte", "Ärzten", "Ärztin", "Ärztinnen"]],
    ["Landrat", ["Landrats", "Landräte", "Landrätin"]],
    ["öffentlich", ["öffentliche", "öffentlicher", "öffentlichen", "öffentliches"]],
  ])("of %s makes no difference", (word, forms) => {
    expect(forms.map((form) => stem(fold(form)))).toEqual(forms.map(() => stem(fold(word))));
  });

  it.each([
    ["Plan", "Planung"],
    ["Plan", "geplant"],
    ["Plan", "Planet"],
    ["Burg", "Bürger"],
    ["Bau", "Bauer"],
    ["Möhne", "Möhnesee"],
    ["Schule", "Schüler"],
    ["Kurs", "Kur"],
    ["Messe", "Messung"],
  ])("is not what parts %s and %s", (one, other) => {
    expect(stem(fold(one))).not.toBe(stem(fold(other)));
  });

  it("never takes all of a word", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aeinrsmltdu"), minLength: 1 }), (word) => {
        expect(stem(word).length).toBeGreaterThanOrEqual(Math.min(word.length, 2));
      }),
    );
  });
});

describe("Function words", () => {
  it.each(["über", "Ueber", "und", "für", "müssen"])("are known however they are typed: %s", (word) => {
    expect(isFunctionWord(fold(word))).toBe(true);
  });

  it.each(["Plan", "Kreis", "neu"])("%s is none", (word) => {
    expect(isFunctionWord(fold(word))).toBe(false);
  });
});
