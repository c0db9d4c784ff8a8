import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pagination, shownPages } from "../../../layouts/partials/pagination.ts";
import { aSite } from "../../fixtures/newsroom.ts";
import { readPage } from "../read-page.ts";

describe("the pages of a list", () => {
  it.each([
    [1, 2, [1, 2]],
    [1, 30, [1, 2, "gap", 30]],
    [6, 30, [1, "gap", 5, 6, 7, "gap", 30]],
    [3, 5, [1, 2, 3, 4, 5]],
    [4, 30, [1, 2, 3, 4, 5, "gap", 30]],
    [30, 30, [1, "gap", 29, 30]],
  ])("on page %i of %i are shown as %j", (number, total, shown) => {
    expect(shownPages(number, total)).toEqual(shown);
  });

  it("always reach the first, the last and the next, in order, however many there are", () => {
    const positions = fc
      .integer({ min: 1, max: 600 })
      .chain((total) => fc.record({ total: fc.constant(total), number: fc.integer({ min: 1, max: total }) }));
    fc.assert(
      fc.property(positions, ({ number, total }) => {
        const pages = shownPages(number, total).filter((page) => page !== "gap");
        expect(pages).toEqual([...new Set(pages)].sort((a, b) => a - b));
        expect(pages).toEqual(expect.arrayContaining([1, total, number, Math.min(total, number + 1)]));
        expect(pages.length).toBeLessThanOrEqual(7);
      }),
    );
  });

  it("link to neighbours and mark this one; the first is the list's own address", () => {
    const nav = pagination({ address: "/themen/kita/", number: 2, total: 3 }, aSite());
    if (nav === undefined) throw new Error("There are pages to link to");
    const { $, text } = readPage(nav);
    expect($("a[rel=prev]").attr("href")).toBe("/themen/kita/");
    expect($("a[rel=next]").attr("href")).toBe("/themen/kita/seite/3/");
    expect(text("[aria-current=page]")).toBe("Seite 2");
  });

  it("are not shown where there is but one", () => {
    expect(pagination({ address: "/themen/kita/", number: 1, total: 1 }, aSite())).toBeUndefined();
  });
});
