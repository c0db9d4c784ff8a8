import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ADVISE, adviceOn, written } from "./written.ts";

/** Fragments that each rule looks for, and what stands around them. */
const FRAGMENTS = [
  "Am Dienstag, 27. März 2019,",
  "Telefon 02921/303200",
  "»Zitat«",
  'ein " lonely',
  "in Werl",
  "Frau Platzhalter",
  "**fett**",
  "[Link](https://www.example.org/)",
  "www.example.org",
  "- Punkt",
  "> Zitat",
  "| a | b |\n| --- | --- |\n| Werl | 0171/1234567 |",
  "## Kopf",
  "`Code`",
  "\\*",
  "Kreis Soest (kso).",
  " ",
  "\n",
  "\n\n",
  "\t",
  "🚒",
];

describe("Advice on a release", () => {
  it("comes from every rule", () => {
    const body = [
      "Kreis Soest (kso.2019.03.27.134.sm/-rn). Am Dienstag, 27. März 2019, tagt der »Beirat« in Werl.",
      "",
      `Frau Platzhalter ist unter 02921/303200 zu erreichen, ${"und ".repeat(30)} so weiter.`,
    ].join("\n");
    const photo = { alt: "Foto von uns", credit: "Foto: Beispielname" };
    expect(adviceOn(body, { title: "ä".repeat(81), photo }).join("\n")).toMatchInlineSnapshot(`
      "1:1 title hat 81 Zeichen. Bis 80 steht eine Überschrift auch in Listen und Suchergebnissen ganz da; bitte kürzen; ein Teil passt in subtitle.
      1:1 photo.alt Der Anfang „Foto von“ kann wegfallen: Vorleseprogramme sagen selbst, dass es ein Bild ist. Erwartet wird ein Satz, der sagt, was zu sehen ist, etwa „Vier Menschen halten gemeinsam ein Seil“.
      12:1 Dieser Satz hat 39 Wörter: „Frau Platzhalter ist unter …“. Leichter zu lesen sind höchstens 30; vielleicht werden zwei Sätze daraus.
      10:79 Erwartet werden die Anführungszeichen „…“ statt »…«.
      12:28 „02921/303200“ folgt nicht DIN 5008. Erwartet wird 02921 30-3200.
      10:45 Der 27. März 2019 ist ein Mittwoch. Richtig ist „Mittwoch, 27. März 2019“ oder „Dienstag, 26. März 2019“.
      10:91 „Werl“ steht im Text, aber nicht in places. Geht es um diesen Ort, bitte dort „Werl“ ergänzen.
      12:6 Der Name „Platzhalter“ steht nicht in content/woerter.txt. Bitte die Schreibung prüfen; stimmt sie, dort in einer eigenen Zeile ergänzen."
    `);
  });

  it("is none where there is nothing to say", () => {
    expect(adviceOn("Der Kreis Soest lädt ein.", { title: "Einladung" })).toEqual([]);
    expect(adviceOn("")).toEqual([]);
  });

  it("always points at a place that the file has", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 30 }), (fragments) => {
        const body = fragments.join(" ");
        const lines = body.split("\n");
        for (const { line, column } of ADVISE(written(body))) {
          expect(line).toBeGreaterThanOrEqual(10);
          expect(lines.length).toBeGreaterThan(line - 10);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 10] ?? "").length);
        }
      }),
    );
  });

  it.each([
    "a",
    "A",
    "A'",
    "*",
    "`",
    "<a.",
    "[",
    "](",
    " ",
    '"',
    "„",
    "z. ",
    "0123 ",
    "1. ",
    "Mo, ",
    "Anna ",
    "Soest ",
    "a@",
    "@a.",
    "\\",
    "> ",
  ])("comes in time however often %j is repeated", (fragment) => {
    expect(() => ADVISE(written(`x ${fragment.repeat(19_900 / fragment.length)} 1`))).not.toThrow();
    expect(() => ADVISE(written(fragment.repeat(100_000)))).not.toThrow();
  });
});
