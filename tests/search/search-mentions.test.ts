import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mentions, termsOf } from "../../src/domain/search-mentions.ts";

/** What a text mentions, each stretch with its terms: `am 27.3.` → `27.3. → tag0327 marz`. */
function read(text: string): string[] {
  return mentions(text).map(
    (mention) => `${text.slice(mention.start, mention.end)} → ${termsOf(mention).join(" ")}`,
  );
}

describe("A day is found", () => {
  it.each([
    "27.03.2019",
    "27.3.2019",
    "27.3.19",
    "27. 3. 2019",
    "27. März 2019",
    "27.\u00A0März 2019",
    "27 März 2019",
    "27. Maerz 2019",
    "27. Mrz. 2019",
    "2019-03-27",
  ])("as %s, in its month, its year and on that day of any year", (written) => {
    expect(read(`Am ${written}, einem Mittwoch`)[0]).toBe(
      `${written} → tag20190327 tag0327 monat201903 marz 2019`,
    );
  });

  it.each([
    ["26. März", "tag0326 marz"],
    ["26.3.", "tag0326 marz"],
    ["März 2019", "monat201903 marz 2019"],
    ["Sept. 2020", "monat202009 september 2020"],
    ["03/2019", "monat201903 marz 2019"],
    ["3.2019", "monat201903 marz 2019"],
  ])("as %s", (written, terms) => {
    expect(read(written)).toEqual([`${written} → ${terms}`]);
  });

  it.each(["10.30 Uhr", "1.232 Menschen", "99/2025", "13. Ausgabe", "45.13.2019", "kso.2019.03.27.134"])(
    "not in %s",
    (text) => {
      expect(mentions(text).flatMap(({ wider }) => wider)).toEqual([]);
    },
  );
});

describe("A word is found", () => {
  it.each([
    ["Kfz-Zulassung", "kfzzulassung kfz zulassung"],
    ["i-Kfz", "ikfz kfz"],
    ["Schulte-Kellinghaus", "schultekellinghaus schult kellinghaus"],
    ["27-jährigen", "27jahrigen 27 jahrig"],
    ["kso.2019.03.27.134.sm/-rn", "kso20190327134smrn kso 2019 03 27 134 sm rn"],
    ["02921/303200", "02921303200 02921 303200"],
    ["klappt´s", "klappt"],
    ["K 18", "k18"],
    ["B\u00A01", "b1"],
  ])("whole and in its pieces: %s", (written, terms) => {
    expect(read(written)).toEqual([`${written} → ${terms}`]);
  });

  it("but for function words and single letters", () => {
    expect(read("Der Kreis und die z. B. über 5 Städte")).toEqual([
      "Kreis → kreis",
      "5 → 5",
      "Städte → stadt",
    ]);
  });

  it("without the quotation marks around it", () => {
    expect(read("„Gemeinsam klappt’s“")).toEqual(["Gemeinsam → gemeinsam", "klappt’s → klappt"]);
  });
});

it("Mentions stand in the order of the text and never overlap", () => {
  const piece = fc.constantFrom(
    "27.03.2019",
    "März 2019",
    "K 18",
    "Kfz-Zulassung",
    "und",
    "klappt’s",
    " ",
    ". ",
    "-",
    "2019",
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join(" ");
      const found = mentions(text);
      for (const [position, { start, end }] of found.entries()) {
        expect(end).toBeGreaterThan(start);
        expect(start).toBeGreaterThanOrEqual(found[position - 1]?.end ?? 0);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
