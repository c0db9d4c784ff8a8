import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mendHyphenation, wordFinder } from "../../src/legacy/hyphenation.ts";
import { escapeLineStart, escapeMarkdown } from "../../src/legacy/markdown-escape.ts";
import { mendDashes, tidyText } from "../../src/legacy/tidy-text.ts";
import { unwrapLines } from "../../src/legacy/wrapped-lines.ts";
import { renderMarkdown } from "../../src/markdown/newsroom-markdown.ts";

describe("A line of an old text", () => {
  it.each([
    ["Wir&nbsp;&uuml;ben &#8211; jetzt", "Wir üben – jetzt"],
    ["Wir &amp;uuml;ben", "Wir üben"],
    ["A & B", "A & B"],
    ["Acht  Bewerbungen\t", "Acht Bewerbungen"],
    [",,Mut“ und ''Kraft''", "„Mut“ und „Kraft“"],
    ["klappt´s, klappt’s, klappt`s und klappt's", "klappt´s, klappt’s, klappt`s und klappt's"],
    ["presse(at)kreis-soest(dot)de", "presse@kreis-soest.de"],
    ["Treffen (at) home", "Treffen (at) home"],
  ])("„%s“ is tidied to „%s“", (text, tidy) => {
    expect(tidyText(text)).toBe(tidy);
  });

  it.each([
    ["Sperrung ? Umleitung über Werl", "Sperrung – Umleitung über Werl", 1],
    ["„Warum?“ ? das fragt er", "„Warum?“ – das fragt er", 1],
    [
      "Wer reserviert hat ? und das sind viele ?, kommt",
      "Wer reserviert hat – und das sind viele –, kommt",
      2,
    ],
    ["Warum? Darum.", "Warum? Darum.", 0],
  ])("gets its dash back where a question mark stands for it: %s", (text, mended, count) => {
    expect(mendDashes(text)).toEqual({ text: mended, count });
  });
});

describe("A hyphen that an old line break left in a word", () => {
  it.each([
    ["Der Wahlaus-schuss tagt", "Der Kreiswahlausschuss", "Der Wahlausschuss tagt"],
    ["Der Rettungs-dienst hilft", "", "Der Rettungsdienst hilft"],
    ["Die Landschafts-geschichte", "", "Die Landschaftsgeschichte"],
  ])("goes where that is certain: %s", (text, evidence, mended) => {
    expect(mendHyphenation(text, wordFinder(evidence)).text).toBe(mended);
  });

  it.each([
    "NRW-weit",
    "18- bis 27-jährig",
    "Straßen- und Tiefbau",
    "www.kreis-soest.de",
    "Kreis-eigen",
    "E-Mail",
    "Wirkungs-orientiert",
  ])("is no fault in „%s“", (text) => {
    expect(mendHyphenation(text, wordFinder(""))).toEqual({ text, mended: [], suspects: [] });
  });

  it("stays, and is named, where nothing proves it", () => {
    expect(mendHyphenation("Die Sperr-mauer", wordFinder(""))).toEqual({
      text: "Die Sperr-mauer",
      mended: [],
      suspects: ["Sperr-mauer"],
    });
  });
});

describe("A text that was broken at a fixed width", () => {
  const broken = [
    "Das Kreishaus in Soest und alle Neben-",
    "stellen der Verwaltung bleiben am Montag",
    "geschlossen. Die Straßen- und",
    "Tiefbauverwaltung ist am Dienstag wieder",
    "zu erreichen und hilft allen gern weiter",
    "mit Rat und Tat.",
  ];
  const lines = (texts: readonly string[]) =>
    texts.map((text, index) => ({ text, line: index + 1, block: 0 }));

  it("is made whole, words and all", () => {
    const wide = broken.map((text) => text.replace("geschlossen. Die", "geschlossen. Auskunft geben die"));
    expect(unwrapLines(lines(wide)).map(({ text }) => text)).toEqual([
      "Das Kreishaus in Soest und alle Nebenstellen der Verwaltung bleiben am Montag geschlossen. Auskunft geben die Straßen- und Tiefbauverwaltung ist am Dienstag wieder zu erreichen und hilft allen gern weiter mit Rat und Tat.",
    ]);
  });

  it("may be short, where its lines go on in the middle of a sentence", () => {
    const mail = [
      "Die Landrätin hat am Montag die Feuerwehr",
      "besucht und sich über den neuen Wagen",
      "der Rettungswache informiert.",
    ];
    expect(unwrapLines(lines(mail)).map(({ text }) => text)).toEqual([mail.join(" ")]);
  });

  it("is told from short lines that stand for themselves", () => {
    const list = [
      "Montag: 9 bis 10 Uhr",
      "Dienstag: 9 bis 11 Uhr",
      "Mittwoch: geschlossen",
      "Donnerstag: 9 bis 18 Uhr und nach Vereinbarung",
    ];
    expect(unwrapLines(lines(list)).map(({ text }) => text)).toEqual(list);
  });
});

describe("Text as Markdown", () => {
  it.each([
    ["Schüler*innen", "Schüler*innen"],
    ["Schüler*innen und Lehrer*innen", "Schüler\\*innen und Lehrer\\*innen"],
    ["klappt`s", "klappt`s"],
    ["[24. November 2017]", "[24. November 2017]"],
    ["[Text](Ziel)", "\\[Text](Ziel)"],
    ["a < b & c", "a < b & c"],
    ["<b>", "\\<b>"],
  ])("„%s“ is escaped no more than it needs: „%s“", (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  it.each([
    ["27. März: Sitzung", "27\\. März: Sitzung"],
    ["- Punkt", "\\- Punkt"],
    ["# Nummer", "\\# Nummer"],
    ["2019 war gut", "2019 war gut"],
    ["---", "\\---"],
  ])("„%s“ starts no list, heading or rule", (text, markdown) => {
    expect(escapeLineStart(text)).toBe(markdown);
  });

  it("reads as it was written, whatever marks it holds", () => {
    const piece = fc.constantFrom(
      ..."a Ä 1. - # > * _ ` ~ [x] (y) < & \\ ! | . „ “ www.example.org b* *c _d e_ ~~ ** __ `` &uuml; <b> ](".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = tidyText(pieces.join(" "));
        const shown = renderMarkdown(escapeLineStart(escapeMarkdown(text))).text;
        const letters = (written: string) => written.replace(/["'„“”‚‘’`´\s]/g, "");
        expect(letters(shown)).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });
});
