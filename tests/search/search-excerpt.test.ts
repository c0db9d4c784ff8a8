import { describe, expect, it } from "vitest";
import { excerptOf, markMatches, type Segment, storyIn } from "../../src/domain/search-excerpt.ts";
import { queryParts } from "../../src/domain/search-query.ts";
import { releaseText } from "../../src/outputs/text.ts";
import { anAttachment, aPhoto, aPhotoNotAtHand, aPressId, aRelease, aSite } from "../fixtures/newsroom.ts";
import { everyRendition } from "../outputs/machine-reader.ts";

/** Segments with matches in brackets. */
function shown(segments: readonly Segment[]): string {
  return segments.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");
}

const marked = (text: string, query: string) => shown(markMatches(text, queryParts(query)));

describe("What was asked for is marked", () => {
  it.each([
    ["in any spelling", "Gemeinsam klappt´s", "gemeinsam klappt's", "[Gemeinsam] [klappt´s]"],
    ["in any inflection", "Die Unterkünfte sind voll", "unterkunft", "Die [Unterkünfte] sind voll"],
    ["inside a compound", "Neue Flüchtlingsunterkünfte", "Unterkünfte", "Neue [Flüchtlingsunterkünfte]"],
    ["at a compound's beginning", "Der Flüchtlingsrat tagt", "Flüchtling", "Der [Flüchtlingsrat] tagt"],
    ["as a day", "Am Dienstag, 26. März 2019", "26.03.2019", "Am Dienstag, [26. März 2019]"],
    ["as a month", "Am Dienstag, 26. März 2019", "März 2019", "Am Dienstag, [26. März 2019]"],
    ["in joined words", "Die Kfz-Zulassung", "Zulassung", "Die [Kfz-Zulassung]"],
  ])("%s", (_, text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it.each([
    ["a derived word", "Die Planung ist geplant", "Plan"],
    ["a function word", "Der Kreis und die Stadt", "und"],
    ["what only looks alike", "Bürger und Planeten", "Burg"],
    ["what is no noun and so no compound", "Das ist frei ausgedacht", "acht"],
    ["a short word behind little", "In echten Notfällen", "Fall"],
    ["a noun behind a prefix", "Der Überblick", "Blick"],
  ])("but not %s", (_, text, query) => {
    expect(marked(text, query)).toBe(text);
  });
});

it("A short word that stands there by itself is not taken for a part of others", () => {
  expect(marked("Acht Monate nach der Schlacht", "acht Monate")).toBe("[Acht] [Monate] nach der Schlacht");
  expect(marked("Ein Dorfladen für das Dorf", "Dorf")).toBe("Ein Dorfladen für das [Dorf]");
  expect(marked("Ein Dorfladen für alle", "Dorf")).toBe("Ein [Dorfladen] für alle");
});

describe("The story of a release, of which an excerpt shows a part", () => {
  const site = aSite({}, {}, everyRendition);

  it("is its text with captions, without addresses of files and links and what every text has", () => {
    const release = aRelease({
      subtitle: "Kommission reist durch den Kreis",
      pressId: aPressId("kso.2024.06.18.341.tw/-rn"),
      photos: [
        aPhoto({ headline: "Abendlicht", caption: "Der Dorfplatz.", credit: "Foto: Kreis Soest" }),
        aPhotoNotAtHand({ credit: "Foto: privat" }),
      ],
      attachments: [anAttachment({ title: "Amtsblatt", address: "/pressemitteilungen/amtsblatt.pdf" })],
      body: {
        html: "<p>Hier.</p>",
        text: "Das Formular (https://www.kreis-soest.de/a_(1).pdf) geht an das Amt (amt@kreis-soest.de).\n\nKontakt: siehe Termine (/termine/).",
      },
    });
    expect(storyIn(releaseText(release, site)).split(/\s*\n/)).toEqual([
      "Kommission reist durch den Kreis – Das Formular geht an das Amt.",
      "Kontakt: siehe Termine.",
      "Foto 1: Abendlicht",
      "Der Dorfplatz.",
      "Foto: Kreis Soest",
      "Foto 2",
      "Foto: privat",
      "Anlagen:",
      "- Amtsblatt",
    ]);
  });

  it("is empty where the text cannot be had", () => {
    expect(storyIn("")).toBe("");
  });
});

describe("An excerpt", () => {
  const text = `${"Vorrede ohne Belang. ".repeat(20)}Die Unterkünfte in Werl sind fertig. ${"Nachwort ohne Belang. ".repeat(20)}`;

  it("stands around what was asked for, in whole words", () => {
    expect(shown(excerptOf(text, queryParts("Unterkunft Werl"), 60))).toBe(
      "… Belang. Die [Unterkünfte] in [Werl] sind fertig. Nachwort ohne Belang. …",
    );
  });

  it("takes the stretch where most of the query stands together", () => {
    const two = `Eine Unterkunft ist frei. ${"Dazwischen. ".repeat(30)}Die Unterkunft in Werl ist voll.`;
    expect(shown(excerptOf(two, queryParts("Unterkunft Werl"), 40))).toContain("[Unterkunft] in [Werl]");
  });

  it("is the beginning of the text where nothing of the query stands in it", () => {
    expect(shown(excerptOf("Der Kreis Soest teilt mit, was neu ist.", queryParts("Werl"), 15))).toBe(
      "Der Kreis Soest …",
    );
  });

  it("of a short text is all of it", () => {
    expect(shown(excerptOf("Kurz\nund gut.", queryParts("gut"), 100))).toBe("Kurz und [gut].");
  });
});
