import { describe, expect, it } from "vitest";
import { placeReader } from "../../src/domain/place-mentions.ts";
import { aPlace } from "../fixtures/newsroom.ts";

const mentionsIn = placeReader([
  aPlace("Soest"),
  aPlace("Wickede (Ruhr)"),
  { ...aPlace("Ense"), parts: ["Bremen", "Höingen"] },
]);

describe("Places that a text names", () => {
  it("come in its order, each with its municipality, where it stands and whether it is sure", () => {
    expect(mentionsIn("Soest, Ense-Höingen, Bremen")).toEqual([
      { place: "Soest", word: "Soest", index: 0, isSure: true },
      { place: "Ense", word: "Ense", index: 7, isSure: true },
      { place: "Ense", word: "Höingen", index: 12, isSure: true },
      { place: "Ense", word: "Bremen", index: 21, isSure: false },
    ]);
  });

  it("are named with or without what stands in brackets", () => {
    expect(mentionsIn("Wickede und Wickede (Ruhr)").map(({ place }) => place)).toEqual([
      "Wickede (Ruhr)",
      "Wickede (Ruhr)",
    ]);
  });

  it.each(["Kreis Soest", "Wahlkreis 146 Soest", "Soester Börde", "info@Soest.example"])(
    "are not in „%s“",
    (text) => {
      expect(mentionsIn(text)).toEqual([]);
    },
  );

  it("keep their place behind an address on the net", () => {
    expect(mentionsIn("www.soest.example/Soest in Soest").map(({ index }) => index)).toEqual([27]);
  });

  it("are none where the office has no places", () => {
    expect(placeReader([])("Soest")).toEqual([]);
  });
});
