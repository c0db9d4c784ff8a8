import { describe, expect, it } from "vitest";
import { nearest } from "../../src/domain/nearest.ts";
import { MUNICIPALITIES, TOPICS } from "../fixtures/newsroom.ts";

const topics = TOPICS.map(({ name }) => name);
const places = MUNICIPALITIES.map(({ name }) => name);

describe("An editor who misses a topic is told the one that was meant", () => {
  it.each([
    ["Integratoin", "Integration"],
    ["integration", "Integration"],
    ["Strassenbau und Verkehr", "Straßenbau und Verkehr"],
    ["Strassenbau", "Straßenbau und Verkehr"],
    ["Verkehr", "Straßenbau und Verkehr"],
    ["Führerschein", "Kfz und Führerschein"],
    ["Oeffnungszeiten", "Öffnungszeiten"],
    ["Schule", "Schule und Bildung"],
    ["Bildung und Schule", "Schule und Bildung"],
    ["Natur & Umwelt", "Natur und Umwelt"],
    ["Kitas", "Kita"],
    ["Wahl", "Wahlen"],
    ["Gesundheid", "Gesundheit"],
    ["Tempokontrolle", "Tempokontrollen"],
    ["Bevoelkerungsschutz", "Bevölkerungsschutz"],
    ["Tiergesundheit", "Tiergesundheit"],
  ])("%s → %s", (written, meant) => {
    expect(nearest(written, topics)).toBe(meant);
  });
});

describe("An editor who misses a municipality is told the one that was meant", () => {
  it.each([
    ["Wickede", "Wickede (Ruhr)"],
    ["Wickede/Ruhr", "Wickede (Ruhr)"],
    ["Sassendorf", "Bad Sassendorf"],
    ["Bad Sassendorff", "Bad Sassendorf"],
    ["Moehnesee", "Möhnesee"],
    ["Mohnesee", "Möhnesee"],
    ["Ruethen", "Rüthen"],
    ["Anroechte", "Anröchte"],
    ["Lipstadt", "Lippstadt"],
    ["Lippetall", "Lippetal"],
    ["Sost", "Soest"],
    ["WERL", "Werl"],
    ["Werle", "Werl"],
  ])("%s → %s", (written, meant) => {
    expect(nearest(written, places)).toBe(meant);
  });

  it("each name is nearest to itself", () => {
    for (const name of [...places, ...topics]) expect(nearest(name, [...topics, ...places])).toBe(name);
  });
});

describe("No name is proposed", () => {
  it.each(["Dortmund", "Unna", "Kreis Soest", "", " ", "x", "()", "日本", "x".repeat(100_000)])(
    "that is far from what was written: %j",
    (written) => {
      expect(nearest(written, places)).toBeUndefined();
    },
  );

  it("where there is none", () => {
    expect(nearest("Soest", [])).toBeUndefined();
  });
});

it("Two letters that changed places are one slip", () => {
  expect(nearest("titel", ["title", "subtitle", "date"])).toBe("title");
});
