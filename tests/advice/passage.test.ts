import { describe, expect, it } from "vitest";
import { ADDRESS, passagesOf } from "../../src/advice/passage.ts";
import type { WrittenRelease } from "../../src/advice/written-release.ts";
import { written } from "./written.ts";

const OFFICE = { name: "Kreis Soest", pressIdPrefix: "kso" };
const passages = (body: string, fields: WrittenRelease["fields"] = {}) =>
  passagesOf(written(body, fields), OFFICE);

/** Where a word of the text is said to stand. */
function placeOf(body: string, word: string): string | undefined {
  const passage = passages(body).find(({ text }) => text.includes(word));
  const place = passage?.placeAt(passage.text.indexOf(word));
  return place && `${place.line}:${place.column}`;
}

describe("What a release says", () => {
  it("is read without markup, addresses and dateline", () => {
    const body = [
      "**Kreis Soest (kso.2019.03.27.134.sm/-rn).** Ein *wich­tiges*",
      "Wort: [hier](https://www.example.org/) oder www.example.org/x, name@example.org.",
      "",
      "## Wann",
      "",
      "1. `Code`, 5 * 3, Bürger*innen, a_b_c und \\*Stern",
      "",
      "| Ort | Zeit |",
      "| --- | --- |",
      "| Werl | 9 Uhr |",
    ].join("\n");
    expect(passages(body).map(({ text }) => text.trim())).toEqual([
      `Ein wichtiges Wort: hier oder ${ADDRESS}, ${ADDRESS}.`,
      "Wann",
      `${ADDRESS}, 5 * 3, Bürger*innen, a_b_c und *Stern`,
      "Ort",
      "Zeit",
      "Werl",
      "9 Uhr",
    ]);
  });

  it.each([
    ["Eins zwei", "zwei", "10:6"],
    ["Kreis Soest (kso).  Eins zwei", "zwei", "10:26"],
    ["Kreis Soest (kso).\n\nEins zwei", "zwei", "12:6"],
    ["\nEins\nzwei **drei** vier", "vier", "12:15"],
    ["- Eins\n  zwei\n  - drei", "drei", "12:5"],
    ["> Eins\n> zwei", "zwei", "11:3"],
    ["| Eins | zwei |\n| --- | --- |\n| drei | vier |", "vier", "12:10"],
    ["## Eins zwei", "zwei", "10:9"],
    ["[Eins](https://www.example.org/zwei) drei", "drei", "10:38"],
  ])("keeps its place in the file: %j", (body, word, place) => {
    expect(placeOf(body, word)).toBe(place);
  });

  it("comes in the order of the file, each with what it is for", () => {
    const photos = [{ headline: "Kopf", caption: "Bild", credit: "Foto: Name" }];
    expect(
      passages("Text", { title: "Titel", subtitle: "Unterzeile", photos }).map(({ part, text }) => [
        part,
        text,
      ]),
    ).toEqual([
      ["title", "Titel"],
      ["title", "Unterzeile"],
      ["caption", "Kopf"],
      ["caption", "Bild"],
      ["credit", "Foto: Name"],
      ["text", "Text"],
    ]);
  });
});
