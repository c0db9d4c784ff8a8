import { describe, expect, it } from "vitest";
import { shortName } from "../../src/domain/short-name.ts";

describe("The short name of a release", () => {
  it.each([
    ["Integration: „Gemeinsam klappt´s“", "gemeinsam-klappts"],
    ["Straße gesperrt", "strasse-gesperrt"],
    ["„Ja“: sagt der Kreis", "ja-sagt-der-kreis"],
    ["!!!", "ohne-titel"],
    [
      "Ein sehr langer Titel, der von vielen Dingen handelt und kein Ende findet, weil nichts fehlt",
      "ein-sehr-langer-titel-der-von-vielen-dingen-handelt-und-kein",
    ],
  ])("of „%s“ is %s", (title, name) => {
    expect(shortName(title)).toBe(name);
  });
});
