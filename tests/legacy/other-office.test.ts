import { describe, expect, it } from "vitest";
import { readDateStamp } from "../../src/legacy/date-stamp.ts";
import { edgeName, furnitureName } from "../../src/legacy/furniture.ts";
import { aContext, KREIS, readSource } from "./reading.ts";

const STADT = { name: "Stadt Musterstadt", pressIdPrefix: "mst" };
const CONTEXT = { ...aContext(), office: STADT };

const LEAD =
  "Die Stadt baut zum Beispiel eine Brücke über einen Bach, den es nicht gibt. Die Arbeiten dauern vier Wochen und kosten nichts.";
const HEAD = "Beispielbrücke wird gebaut\n\nVier Wochen Umleitung\n\n";
const DATELINE = "Stadt Musterstadt (mst.2019.03.27.134.ab).";

/** The one release that another office's source has. */
function readRelease(content: string) {
  const { releases } = readSource(content, "quelle.html", CONTEXT);
  expect(releases).toHaveLength(1);
  return releases[0];
}

describe("The old pages of another office", () => {
  it.each([
    ["Die Stadt Musterstadt auf Facebook", "Soziale Netzwerke"],
    ["Die Stadt Musterstadt von A-Z", "Von A bis Z"],
    ["© Stadt Musterstadt 2019", "Urheberhinweis"],
  ])("have furniture with its name: „%s“ is %s", (text, name) => {
    expect(furnitureName(text, STADT)).toBe(name);
    expect(furnitureName(text, KREIS)).toBeUndefined();
  });

  it("have its name above a title", () => {
    expect([edgeName("Stadt Musterstadt", STADT), edgeName("Stadt Musterstadt", KREIS)]).toEqual([
      "Seitenname",
      undefined,
    ]);
  });

  it.each([
    ["Stadt Musterstadt - Pressemitteilung vom 27.03.2019", true],
    ["27.03.2019 | Stadt Musterstadt", false],
  ])("date a release beside its name: „%s“", (text, isLabelled) => {
    expect(readDateStamp(text, STADT)).toEqual({ moment: "2019-03-27", isLabelled });
    expect(readDateStamp(text, KREIS)).toBeUndefined();
  });

  it("keep a release wherever its press ID stands, even in what is named like a frame", () => {
    const page = `<html><body><div class="sidebar"><h2>Beispielbrücke wird gebaut</h2><p>${DATELINE} ${LEAD}</p></div></body></html>`;
    expect(readRelease(page)?.pressId?.value).toBe("mst.2019.03.27.134.ab");
  });

  it("name other releases by its IDs", () => {
    const text = `${HEAD}${DATELINE} ${LEAD}\n\nWie berichtet (mst.2019.03.26.133.ab), war die Brücke lange geplant und oft verschoben worden.`;
    expect(readRelease(text)?.mentions.ids).toEqual(["mst.2019.03.26.133.ab"]);
  });

  it("are no list of teasers where a release stands on them", () => {
    const text = `${HEAD}27.03.2019\n\n${DATELINE} ${LEAD}\n\n28.03.2019\n\nweiterlesen`;
    expect(readRelease(text)?.title.value).toBe("Beispielbrücke wird gebaut");
  });

  it("have IDs whose right form is told with its own prefix", () => {
    const text = `${HEAD}Stadt Musterstadt (mst.2019.03.27). ${LEAD}`;
    expect(readRelease(text)?.printedId?.why).toBe("die ID folgt nicht der Form mst.JJJJ.MM.TT.NNN.ZEICHEN");
  });
});
