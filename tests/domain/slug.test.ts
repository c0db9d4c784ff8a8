import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SLUG, slugify } from "../../src/domain/slug.ts";

describe("A segment of an address", () => {
  it.each([
    ["Straßenbau und Verkehr in Rüthen", "strassenbau-und-verkehr-in-ruethen"],
    ["Öffnungszeiten", "oeffnungszeiten"],
    ["ÄRGER ÜBER GROẞE STRASSE", "aerger-ueber-grosse-strasse"],
    ["Wickede (Ruhr)", "wickede-ruhr"],
    ["Integration: „Gemeinsam klappt’s“", "integration-gemeinsam-klappts"],
    ["Gemeinsam klappt´s", "gemeinsam-klappts"],
    ["Gemeinsam klappt`s", "gemeinsam-klappts"],
    ["Gemeinsam klappt'S", "gemeinsam-klappts"],
    ["B 229 – Vollsperrung / Umleitung", "b-229-vollsperrung-umleitung"],
    ["Café São Łódź, Åse & Ørsted", "cafe-sao-lodz-ase-oersted"],
    ["U\u0308bung decomposed", "uebung-decomposed"],
    ["İstanbul", "istanbul"],
    ["ﬁnanziell, 30 m²", "finanziell-30-m2"],
    ["100 % 🎉 --- ../../etc/passwd", "100-etc-passwd"],
    ["Unter_strich.und.Punkt", "unter-strich-und-punkt"],
  ])("of %j is %s", (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it.each(["", "   ", "!!!", "日本", "–"])("of %j is empty", (text) => {
    expect(slugify(text)).toBe("");
  });

  it("is a segment or empty, whatever the text", () => {
    const text = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(text, (written) => {
        expect(slugify(written)).toMatch(/^$|^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });

  it("stays as it is when made again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(slugify(slugify(text))).toBe(slugify(text));
      }),
    );
  });

  it.each(["a", "bad-sassendorf", "2019", "a-1-b"])("may be %s", (text) => {
    expect(text).toMatch(SLUG);
  });

  it.each(["", "-a", "a-", "a--b", "A", "ä", "a b", "a/b", "..", "a.b", "a\n"])("may not be %j", (text) => {
    expect(text).not.toMatch(SLUG);
  });
});
