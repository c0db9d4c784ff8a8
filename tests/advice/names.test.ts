import { describe, expect, it } from "vitest";
import { nameAdvice } from "../../src/advice/names.ts";
import { passagesOf } from "../../src/advice/passage.ts";
import { written } from "./written.ts";

const OFFICE = { name: "Kreis Soest", pressIdPrefix: "kso" };
const LIST = { words: new Set(["Beispielmann", "Muster", "Beispiel"]), file: "content/woerter.txt" };

function adviceOn(body: string, list: typeof LIST | undefined = LIST): string[] {
  return nameAdvice(list)(passagesOf(written(body), OFFICE)).map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

describe("The name of a person", () => {
  it("that the office's list lacks gets advice once, with the name that may be meant", () => {
    expect(
      adviceOn(
        "Es sprach Anna Beispielman.\n\nDanach sprachen Eva Platzhalter und noch einmal Frau Platzhalter.",
      ).join("\n"),
    ).toMatchInlineSnapshot(`
      "10:11 Der Name „Beispielman“ steht nicht in content/woerter.txt. Gemeint ist vielleicht „Beispielmann“. Bitte die Schreibung prüfen; stimmt sie, dort in einer eigenen Zeile ergänzen.
      12:17 Der Name „Platzhalter“ steht nicht in content/woerter.txt. Bitte die Schreibung prüfen; stimmt sie, dort in einer eigenen Zeile ergänzen."
    `);
  });

  it.each([
    "Anna Beispielmann",
    "Anna Beispielmanns Rede",
    "Anna Muster-Beispiel",
    "Peter Thomas",
    "Frau Muster",
  ])("that it has needs none: %s", (text) => {
    expect(adviceOn(text)).toEqual([]);
  });

  it("is not looked up where the office keeps no list", () => {
    expect(nameAdvice(undefined)(passagesOf(written("Anna Platzhalter"), OFFICE))).toEqual([]);
  });

  it.each([
    ["Thomas Beispielmann", "Thomas Beispielman"],
    ["Stefan Beispielmann", "Stephan Beispielmann"],
    ["Frau Platzhalter", "Eva Plazhalter"],
  ])("is spelled in one way: „%s“, not „%s“", (first, second) => {
    const key = second.replace("Frau ", "");
    expect(
      adviceOn(`${first} lud ein.\n\nAlle folgten ${second}.`, {
        ...LIST,
        words: new Set(["Platzhalter", ...LIST.words]),
      }),
    ).toEqual([
      `12:14 „${key}“ heißt weiter oben „${first.replace("Frau ", "")}“. Ist dieselbe Person gemeint, stimmt nur eine Schreibung.`,
    ]);
  });

  it.each([
    ["Anna Muster", "Hanna Muster"],
    ["Anna Beispiel", "Peter Beispiele"],
    ["Thomas Beispielmann", "Thomas Beispielmanns"],
    ["Frau Beck", "Herr Bock"],
  ])("may be like another's: „%s“ and „%s“", (first, second) => {
    expect(adviceOn(`${first} und ${second}`).filter((advice) => advice.includes("weiter oben"))).toEqual([]);
  });
});
