import { describe, expect, it } from "vitest";
import { queryParts } from "../../src/domain/search-query.ts";

describe("A query", () => {
  it("asks for each of its words once, and for no function word", () => {
    expect(queryParts("die Unterkünfte und der Unterkunft").map(({ written }) => written)).toEqual([
      "Unterkünfte",
    ]);
  });

  it("asks for a word by its term, or else for words that end or begin so", () => {
    expect(queryParts("Unterkünfte")).toEqual([
      { written: "Unterkünfte", readings: [["unterkunft"]], end: "unterkunft", beginning: "unterkunft" },
    ]);
  });

  it.each([
    ["Kfz-Zulassung", [["kfz", "zulassung"], ["kfzzulassung"]]],
    ["2019.03.27.134", [["20190327134"], ["2019", "03", "27", "134"]]],
    ["i-Kfz", [["ikfz"], ["kfz"]]],
    ["27.03.2019", [["tag20190327"]]],
    ["März 2019", [["monat201903"]]],
  ])("reads %s in its likeliest sense first", (query, readings) => {
    expect(queryParts(query)).toEqual([{ written: query, readings }]);
  });

  it.each(["", "  ", "der die das", "„“ – !"])("of nothing telling asks for nothing: %j", (query) => {
    expect(queryParts(query)).toEqual([]);
  });

  it("is not completed from a few letters", () => {
    expect(queryParts("Amt")[0]).not.toHaveProperty("beginning");
  });
});
