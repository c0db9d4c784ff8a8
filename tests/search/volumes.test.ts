import { describe, expect, it } from "vitest";
import { volumesOf } from "../../src/search/volumes.ts";
import { aRelease, aSite, at } from "../fixtures/newsroom.ts";

/** The volumes of an archive with so many releases in each year. */
function volumes(counts: Readonly<Record<string, number>>, fewest?: number) {
  const releases = Object.entries(counts).flatMap(([year, count]) =>
    Array.from({ length: count }, (_, number) =>
      aRelease({ slug: `m-${number}`, date: at(`${year}-01-01 10:00`) }),
    ),
  );
  return volumesOf(aSite({ releases }).edition.listed, fewest);
}

const named = (counts: Readonly<Record<string, number>>) =>
  volumes(counts, 3).map(({ name, releases }) => `${name}: ${releases.length}`);

describe("An archive is bound in whole years", () => {
  it.each([
    ["one of its own for each that has enough", { 2018: 3, 2019: 4 }, ["2018: 3", "2019: 4"]],
    ["several together until they have enough", { 2016: 1, 2017: 1, 2018: 4 }, ["2016-2018: 6"]],
    ["with no release in between", { 2010: 3, 2018: 3 }, ["2010: 3", "2018: 3"]],
    [
      "and a year just begun joins the one before",
      { 2018: 3, 2019: 3, 2020: 1 },
      ["2018: 3", "2019-2020: 4"],
    ],
    ["and a small archive is one volume", { 2018: 1, 2020: 1 }, ["2018-2020: 2"]],
    ["and an empty one has none", {}, []],
  ])("%s", (_, counts, expected) => {
    expect(named(counts)).toEqual(expected);
  });

  it("by the day of publication, as lists are, so that volumes follow each other", () => {
    const held = { until: at("2019-01-02 10:00"), reason: "Feier" };
    const releases = [
      aRelease({ slug: "gesperrt", date: at("2018-12-30 10:00"), embargo: held }),
      aRelease({ slug: "neujahr", date: at("2019-01-01 10:00") }),
    ];
    const bound = volumesOf(aSite({ releases }).edition.listed, 1);
    expect(bound.map(({ name, releases }) => [name, releases.map(({ slug }) => slug)])).toEqual([
      ["2019", ["neujahr", "gesperrt"]],
    ]);
  });

  it("so that each year of a Kreis is a volume", () => {
    expect(volumes({ 2018: 550, 2019: 560 }).map(({ name }) => name)).toEqual(["2018", "2019"]);
  });
});
