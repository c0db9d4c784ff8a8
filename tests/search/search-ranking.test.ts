import fc from "fast-check";
import { expect, it } from "vitest";
import { matchOf, weightOf } from "../../src/domain/search-ranking.ts";

it("A word tells the more the fewer releases have it", () => {
  expect(weightOf(10_000, 10)).toBeCloseTo(6.859, 3);
  expect(weightOf(10_000, 9_000)).toBeCloseTo(0.105, 3);
  expect(weightOf(10_000, 10_000)).toBeGreaterThan(0);
});

it("How much there is of a word in a release does not depend on how rare it is in its volume", () => {
  const volume = fc.integer({ min: 1, max: 3_000 });
  const much = fc.constantFrom(0.8889, 1.25, 5.5, 12.3333);
  fc.assert(
    fc.property(volume, fc.double({ min: 0, max: 1, noNaN: true }), much, (size, share, match) => {
      const containing = Math.max(1, Math.round(share * size));
      const { fround } = Math;
      // As Pagefind's engine calculates it, in 32 bits.
      const rarity = fround(Math.log(fround(fround((size - containing + 0.5) / (containing + 0.5)) + 1)));
      expect(matchOf(size, containing)(fround(rarity * match))).toBe(match);
    }),
  );
});
