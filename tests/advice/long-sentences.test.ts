import { describe, expect, it } from "vitest";
import { longSentenceAdvice } from "../../src/advice/long-sentences.ts";
import { passagesOf } from "../../src/advice/passage.ts";
import { written } from "./written.ts";

const OFFICE = { name: "Kreis Soest", pressIdPrefix: "kso" };
const words = (count: number, word = "wort") => Array.from({ length: count }, () => word).join(" ");
const adviceOn = (body: string) => longSentenceAdvice(passagesOf(written(body), OFFICE));

describe("A sentence", () => {
  it("may have thirty words, in each point of a list anew", () => {
    expect(adviceOn(`Ein ${words(29)}.`)).toEqual([]);
    expect(adviceOn(`- Ein ${words(20)}\n- Ein ${words(20)}`)).toEqual([]);
    expect(adviceOn(`Kreis Soest (kso.2019.03.27.134.sm/-rn). Ein ${words(29)}.`)).toEqual([]);
  });

  it("gets advice when it has more, where it begins", () => {
    expect(adviceOn(`Es regnet. Der **Kreis** ${words(29)}\nund mehr.`)).toMatchInlineSnapshot(`
      [
        {
          "column": 12,
          "field": "Text",
          "file": "x.md",
          "line": 10,
          "message": "Dieser Satz hat 33 Wörter: „Der Kreis wort wort …“. Leichter zu lesen sind höchstens 30; vielleicht werden zwei Sätze daraus.",
        },
      ]
    `);
  });

  it.each([
    [`Alle ${words(15)}; danach kommt das Ende ${words(14)}.`, "danach kommt das …"],
    [`Alle ${words(15)}, aber das Ende ${words(14)}.`, "aber das Ende …"],
  ])("is told where it can be cut: %s", (sentence, place) => {
    expect(adviceOn(sentence)[0]?.message).toContain(`teilen ließe er sich vor „${place}“`);
  });

  it("is not told to part with a few words only", () => {
    expect(adviceOn(`Alle ${words(30)}, und das war es.`)[0]?.message).toContain("zwei Sätze");
  });

  it("counts a number, a compound with hyphens and an address as one word each", () => {
    expect(adviceOn(`Die 1.232 Schulte-Beispiel-Wege www.kreis-soest.de/a/b – ${words(26)}.`)).toEqual([]);
  });
});
