import { describe, expect, it } from "vitest";
import { openTypeface } from "../../src/photos/share-typeface.ts";

const typeface = openTypeface(600);

describe("What a share picture writes", () => {
  it.each([
    [
      "German as it is",
      "„Übergrößen“ – 5 €: ß, ẞ, Ÿ & ‚Straße‘ …",
      "„Übergrößen“ – 5 €: ß, ẞ, Ÿ & ‚Straße‘ …",
    ],
    ["names of Poland, Czechia and Turkey as they are", "Łódź, Plzeň, İzmir", "Łódź, Plzeň, İzmir"],
    ["letters and accents as one", "Mu\u0308hle", "Mühle"],
    ["a letter that the fonts lack as its base letter", "Ǎ, ế, ȟ", "A, e, h"],
    ["small figures as figures", "CO₂ ①", "CO2 1"],
    ["a ligature as its letters", "Staﬀel", "Staffel"],
    ["no emoji, whatever it is made of", "Warntag 🚨 im Kreis 👩‍🚒 🇩🇪", "Warntag im Kreis"],
    ["no space where an emoji went before a colon", "Warntag 🚨: Sirenen", "Warntag: Sirenen"],
    ["no marks of direction or joiners", "Kreis\u200F \u2067Soest\u2069\u200D", "Kreis Soest"],
    ["a line separator as a space", "Kreis\u2028Soest", "Kreis Soest"],
    ["narrow no-break spaces as wide ones", "z.\u202FB.", "z.\u00A0B."],
    ["soft hyphens for the lines to come", "Amts\u00ADblatt", "Amts\u00ADblatt"],
  ])("is %s", (_, text, expected) => {
    expect(typeface.spelled(text)).toBe(expected);
  });
});

describe("The letters of a share picture", () => {
  it("are kerned", () => {
    expect(typeface.widthOf("To")).toBeLessThan(typeface.widthOf("T") + typeface.widthOf("o"));
  });

  it("come from both font files in one line", () => {
    const width = (text: string) => Math.round(typeface.widthOf(text) * 1000);
    expect(width("oěo")).toBe(2 * width("o") + width("ě"));
  });

  it("stand closer where they are large", () => {
    expect(openTypeface(600, -0.01).widthOf("Soest")).toBeCloseTo(typeface.widthOf("Soest") - 0.05);
  });

  it("begin with their ink, so that lines of any size are flush", () => {
    const leftmost = (size: number) =>
      Math.min(
        ...Array.from(typeface.outlinesOf("I", 72, 100, size).matchAll(/[ML](\d+)/g), ([, x]) => Number(x)),
      );
    expect([leftmost(20), leftmost(100)]).toEqual([72, 72]);
  });
});
