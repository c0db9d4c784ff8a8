import { describe, expect, it } from "vitest";
import { aToZ, compareGerman, letterOf } from "../../src/domain/a-z.ts";
import { aPlace, aTopic } from "../fixtures/newsroom.ts";

describe("Names stand in German dictionary order (DIN 5007-1)", () => {
  it.each([
    ["ä sorts as a, and behind it where nothing else differs", ["Apfel", "Äpfel", "Apfelbaum", "Zoo"]],
    ["ö sorts as o, not as oe", ["Oel", "Ofen", "Öl", "Olpe"]],
    ["ß sorts as ss", ["Strasse", "Straße", "Strassenbau", "Straßenfest", "Strauß"]],
    ["word by word: a space stands before every letter", ["Bad", "Bad Sassendorf", "Badesee"]],
    ["a hyphen counts as a space", ["Kfz Zulassung", "Kfz-Zulassung", "Kfzsteuer"]],
    ["quotes and brackets do not count", ["Ampel", "„Anlage“", "(Antrag)", "Arbeit"]],
    ["accents do not count", ["Eclair", "Éclair", "Ede"]],
    ["capitals do not count", ["apfel", "Apfel", "birne", "Birne"]],
    ["figures stand before letters, by their value", ["9 Jahre", "10 Jahre", "Abend"]],
  ])("%s", (_, inOrder) => {
    expect([...inOrder].reverse().sort(compareGerman)).toEqual(inOrder);
  });
});

describe("A name is filed under a letter", () => {
  it.each([
    ["Öffnungszeiten", "O"],
    ["ärzte", "A"],
    ["Éclair", "E"],
    ["Łódź", "L"],
    ["Ørsted", "O"],
    ["i-Kfz", "I"],
    ["„Zeitung“", "Z"],
    ["(Ruhr)", "R"],
    ["U\u0308bung", "U"],
    ["112", "#"],
    ["9 Jahre", "#"],
    ["日本", "#"],
    ["", "#"],
  ])("%j under %s", (name, letter) => {
    expect(letterOf(name)).toBe(letter);
  });
});

describe("„Von A–Z“", () => {
  const letters = aToZ(
    [
      {
        name: "Führerschein (Umtausch)",
        url: "https://www.example.org/f",
        aka: ["Lappen", "Kartenführerschein"],
      },
      { name: "115", url: "/115/" },
    ],
    [aTopic("Öffnungszeiten"), aTopic("Kita"), aTopic("Kreisarchiv")],
    [aPlace("Bad Sassendorf"), aPlace("Lippstadt")],
  );

  it("has the letters that hold something, figures first", () => {
    expect(letters.map(({ letter }) => letter)).toEqual(["#", "B", "F", "K", "L", "O"]);
  });

  it("lists services, topics and places together, in order", () => {
    const k = letters.find(({ letter }) => letter === "K");
    expect(k?.entries.map(({ name, kind }) => `${name} (${kind})`)).toEqual([
      "Kartenführerschein (service)",
      "Kita (topic)",
      "Kreisarchiv (topic)",
    ]);
  });

  it("leads to the site's own pages and to the service", () => {
    const urls = letters.flatMap(({ entries }) => entries.map(({ name, url }) => [name, url]));
    expect(Object.fromEntries(urls)).toMatchObject({
      Öffnungszeiten: "/themen/oeffnungszeiten/",
      "Bad Sassendorf": "/orte/bad-sassendorf/",
      "Führerschein (Umtausch)": "https://www.example.org/f",
    });
  });

  it("sends another name of a service to the name it is listed under", () => {
    const l = letters.find(({ letter }) => letter === "L");
    expect(l?.entries[0]).toEqual({
      name: "Lappen",
      url: "https://www.example.org/f",
      kind: "service",
      seeAlso: "Führerschein (Umtausch)",
    });
  });

  it("is empty without anything to list", () => {
    expect(aToZ([], [], [])).toEqual([]);
  });
});
