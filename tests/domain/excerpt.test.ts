import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerpt } from "../../src/domain/excerpt.ts";

describe("an excerpt", () => {
  it.each([
    ["Der Kreis warnt.\n\nEs regnet stark.", 20, "Der Kreis warnt. Es …"],
    ["Der Kreis warnt.", 16, "Der Kreis warnt."],
    ["Erstens, zweitens, drittens", 18, "Erstens, zweitens …"],
    ["Rindfleischetikettierung", 10, "Rindfleisc …"],
    ["", 10, ""],
  ])("of %j with at most %i characters is cut between words", (text, longest, cut) => {
    expect(excerpt(text, longest)).toBe(cut);
  });

  it("is never longer than asked for, save the mark that it goes on", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "ß", ".", " ", "\n", "😀"), maxLength: 400 }),
        fc.integer({ min: 1, max: 200 }),
        (text, longest) => {
          const cut = excerpt(text, longest);
          expect(cut.length).toBeLessThanOrEqual(longest + " …".length);
          expect(cut).not.toMatch(/\n/);
        },
      ),
    );
  });
});
