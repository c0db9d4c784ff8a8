import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACETS } from "../../src/domain/search-index-format.ts";
import { asksForAnything, readSearchState, writeSearchState } from "../../src/domain/search-state.ts";

describe("The address of a search", () => {
  it("says all that was asked for", () => {
    expect(
      readSearchState("?q=Kita&thema=integration&ort=werl&jahr=2019&sortierung=datum&zeigen=30"),
    ).toEqual({
      query: "Kita",
      chosen: { thema: "integration", ort: "werl", jahr: "2019" },
      isByDate: true,
      shown: 30,
    });
  });

  it.each(["", "?", "?q=", "?q=%20&thema=&sortierung=relevanz&zeigen=-3&fremd=1"])(
    "may say nothing: %j",
    (address) => {
      expect(asksForAnything(readSearchState(address))).toBe(false);
      expect(writeSearchState(readSearchState(address))).toBe("");
    },
  );

  it("is read as it was written", () => {
    const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const state = fc.record({
      query: fc.string({ unit: "grapheme" }).map((query) => query.trim()),
      chosen: fc.record(Object.fromEntries(FACETS.map((facet) => [facet, slug])), { requiredKeys: [] }),
      isByDate: fc.boolean(),
      shown: fc.integer({ min: 1, max: 500 }).map((tens) => 10 * tens),
    });
    fc.assert(
      fc.property(state, (asked) => {
        expect(readSearchState(writeSearchState(asked))).toEqual({ ...asked, chosen: { ...asked.chosen } });
      }),
    );
  });
});
