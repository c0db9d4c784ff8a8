import { describe, expect, it } from "vitest";
import { longTitleAdvice } from "../../src/advice/long-titles.ts";
import { written } from "./written.ts";

describe("A title", () => {
  it("may have eighty characters", () => {
    expect(longTitleAdvice(written("", { title: "ä".repeat(80) }))).toEqual([]);
    expect(longTitleAdvice(written(""))).toEqual([]);
  });

  it("gets advice when it is longer, with the subtitle as a way out where there is none yet", () => {
    const title = "🚒".repeat(81);
    const advice = [
      ...longTitleAdvice(written("", { title })),
      ...longTitleAdvice(written("", { title, subtitle: "Unterzeile" })),
    ];
    expect(advice.map(({ field, message }) => `${field}: ${message}`)).toMatchInlineSnapshot(`
      [
        "title: hat 81 Zeichen. Bis 80 steht eine Überschrift auch in Listen und Suchergebnissen ganz da; bitte kürzen; ein Teil passt in subtitle.",
        "title: hat 81 Zeichen. Bis 80 steht eine Überschrift auch in Listen und Suchergebnissen ganz da; bitte kürzen.",
      ]
    `);
  });
});
