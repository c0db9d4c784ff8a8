import { readdirSync, readFileSync } from "node:fs";
import { create } from "fontkit";
import { describe, expect, it } from "vitest";
import { openTypeface, UNITS_PER_EM } from "../../src/photos/share-typeface.ts";

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
    expect(boxOf(typeface.outlinesOf("I")).left).toBe(0);
    expect(boxOf(typeface.outlinesOf("Im")).left).toBe(0);
  });

  it("are outlines of the width that was measured", () => {
    const text = "Wärmeplanung: „Łódź“";
    const { left, right } = boxOf(typeface.outlinesOf(text));
    const sidesOfLetters = 0.15;
    expect(Math.abs(typeface.widthOf(text) - (right - left) / UNITS_PER_EM)).toBeLessThan(sidesOfLetters);
  });

  it("come from fonts of one grid", () => {
    const fonts = readdirSync(FONTS).filter(
      (name) => name.startsWith("fira-sans-") && name.endsWith(".woff2"),
    );
    const grids = fonts.map((name) => {
      const font = create(readFileSync(new URL(name, FONTS)));
      return "unitsPerEm" in font ? font.unitsPerEm : undefined;
    });
    expect(new Set(grids)).toEqual(new Set([UNITS_PER_EM]));
  });
});

const FONTS = new URL("../../public/assets/fonts/", import.meta.url);

/** The leftmost and rightmost points of a path whose letters begin at absolute places and go on in steps. */
function boxOf(path: string): { readonly left: number; readonly right: number } {
  let [at, start, left, right] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [, command = "", numbers = ""] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const places = numbers
      .trim()
      .split(/ |(?<=\d)(?=-)/)
      .map(Number);
    if (command === "M") at = places[0] ?? 0;
    if (command === "z") at = start;
    if ("mlqc".includes(command)) at += places.at(-2) ?? 0;
    if (command === "m") start = at;
    if ("mlqc".includes(command)) [left, right] = [Math.min(left, at), Math.max(right, at)];
  }
  return { left, right };
}
