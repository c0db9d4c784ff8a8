import { describe, expect, it } from "vitest";
import { personNames } from "../../src/advice/person-names.ts";

const namesIn = (text: string) => personNames(text).map(({ first, surname }) => [first, surname]);

describe("A person is named", () => {
  it.each([
    ["Für Judith Beispielfrau (Stadt Soest) ist das neu.", [["Judith", "Beispielfrau"]]],
    ["KI-Leiterin Sina Mustermann sagt", [["Sina", "Mustermann"]]],
    ["Hans-Peter von der Beispielheide kam", [["Hans-Peter", "Beispielheide"]]],
    ["Karl Heinz Muster-Beispiel", [["Karl Heinz", "Muster-Beispiel"]]],
    [
      "Dr. Mustermann und Prof. Dr. med. Anna Mustermann",
      [
        ["", "Mustermann"],
        ["Anna", "Mustermann"],
      ],
    ],
    [
      "Frau Mustermann, Herrn Beispiel",
      [
        ["", "Mustermann"],
        ["", "Beispiel"],
      ],
    ],
    [
      "Landrätin Muster und Frau Bürgermeisterin Beispiel",
      [
        ["", "Muster"],
        ["", "Beispiel"],
      ],
    ],
    ["Foto: Thomas Mustermann/ Kreis Soest", [["Thomas", "Mustermann"]]],
  ])("in „%s“", (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each([
    "Der Kreis Soest und die Evangelische Frauenhilfe Westfalen",
    "Die Konrad-Adenauer-Straße, das Lise Gymnasium, Maria Himmelfahrt, Sankt Martin Umzug, St. Peter Kirmes",
    "Frau und Beruf, Frauen, Herren",
    "Am Dienstag, 26. März, in Bad Sassendorf",
    "Der Bürgermeister und die Landrätin",
  ])("nowhere in „%s“", (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it("where the name begins", () => {
    expect(personNames("Es kam Frau Mustermann.").map(({ index }) => index)).toEqual([12]);
  });
});
