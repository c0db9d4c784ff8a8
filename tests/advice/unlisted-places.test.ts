import { describe, expect, it } from "vitest";
import { passagesOf } from "../../src/advice/passage.ts";
import { unlistedPlaceAdvice } from "../../src/advice/unlisted-places.ts";
import type { WrittenRelease } from "../../src/advice/written-release.ts";
import { aPlace } from "../fixtures/newsroom.ts";
import { written } from "./written.ts";

const OFFICE = { name: "Kreis Soest", pressIdPrefix: "kso" };
const rule = unlistedPlaceAdvice(
  [
    aPlace("Soest"),
    aPlace("Werl"),
    aPlace("Wickede (Ruhr)"),
    { ...aPlace("Möhnesee"), parts: ["Körbecke"] },
    { ...aPlace("Ense"), parts: ["Bremen", "Höingen"] },
  ],
  { postalCode: "59494", city: "Soest" },
);

function adviceOn(body: string, fields: WrittenRelease["fields"] = {}): string[] {
  const release = written(body, fields);
  return rule(release, passagesOf(release, OFFICE)).map(
    ({ line, column, field, message }) => `${line}:${column} ${field}: ${message}`,
  );
}

describe("A place in the text", () => {
  it("that places lacks gets advice once, where it is first named", () => {
    expect(
      adviceOn("Kreis Soest (kso). Der Bus hält in Werl.\n\n- in Körbecke\n- in Werl\n- in Wickede").join(
        "\n",
      ),
    ).toMatchInlineSnapshot(`
      "10:36 Text: „Werl“ steht im Text, aber nicht in places. Geht es um diesen Ort, bitte dort „Werl“ ergänzen.
      12:6 Text: „Körbecke“ gehört zu Möhnesee, das in places fehlt. Geht es um diesen Ort, bitte dort „Möhnesee“ ergänzen.
      14:6 Text: „Wickede“ steht im Text, aber nicht in places. Geht es um diesen Ort, bitte dort „Wickede (Ruhr)“ ergänzen."
    `);
  });

  it("is a question where its name is found elsewhere, too, unless the municipality stands there as well", () => {
    expect(adviceOn("Sie fahren nach Bremen.").join("\n")).toMatchInlineSnapshot(
      `"10:17 Text: Ist mit „Bremen“ der Ortsteil von Ense gemeint? Dann bitte in places „Ense“ ergänzen."`,
    );
    expect(adviceOn("Sie fahren nach Bremen und Höingen.")).toEqual([
      expect.stringContaining("10:28 Text: „Höingen“ gehört zu Ense"),
    ]);
  });

  it("is found in the title, but not in the credit of a photo", () => {
    const fields = {
      title: "Werl feiert",
      photos: [{ credit: "Foto: Stadt Soest", caption: "In Körbecke" }],
    };
    expect(adviceOn("", fields)).toEqual([expect.stringContaining("1:1 title: „Werl“")]);
  });

  it.each([
    "Der Kreis Soest und die Kreisverwaltung Soest laden ein.",
    "Das Kreishaus liegt am Hohen Weg 1-3, 59494 Soest.",
    "Mehr auf www.soest.de und bei info@soest.example.",
    "Die Soester Börde, das Werler Tor.",
  ])("is none: %s", (text) => {
    expect(adviceOn(text)).toEqual([]);
  });

  it("that places has needs no advice, by whichever name the text has it", () => {
    const places = ["Ense", "Möhnesee", undefined];
    expect(adviceOn("In Ense, Höingen, Bremen und Körbecke.", { places })).toEqual([]);
  });
});
