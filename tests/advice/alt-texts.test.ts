import { describe, expect, it } from "vitest";
import { altTextAdvice } from "../../src/advice/alt-texts.ts";
import { written } from "./written.ts";

const CREDIT = "Foto: Beispielname/ Kreis Soest";

function adviceOn(alt: string, others: { caption?: string; headline?: string; file?: string } = {}) {
  const photos = [undefined, { alt, credit: CREDIT, file: "buendnis.jpg", ...others }];
  return altTextAdvice(written("", { photos }));
}

describe("The description of a photo", () => {
  it.each([
    "Vier Menschen halten gemeinsam ein Seil.",
    "Grafik einer geraden Landstraße, die zwischen Feldern und Bäumen auf Hügel zuläuft.",
    "Bildhauerin Beispielfrau vor ihrer Werkstatt",
    "Fotografinnen bei der Arbeit",
    "Bilder hängen an einer Wand",
    "Im Vordergrund eine Sirene, dahinter das Kreishaus",
    "DSC-Verein beim Training",
    "ä".repeat(200),
  ])("passes as „%s“", (alt) => {
    expect(adviceOn(alt)).toEqual([]);
  });

  it.each([
    "buendnis.jpg",
    "IMG_2041",
    "DSC01234",
    "Buendnis",
    "Bündnis",
    "WhatsApp Image 2019-03-26",
    "foto-2.PNG",
  ])("is no file name: „%s“", (alt) => {
    expect(adviceOn(alt)[0]?.message).toMatch(/^Das ist der Name einer Datei/);
  });

  it.each([
    ["Bild von der Feuerwache", "Bild von"],
    ["Foto: Vier Menschen", "Foto:"],
    ["Das Foto zeigt vier Menschen", "Das Foto zeigt"],
    ["Auf dem Bild sind vier Menschen", "Auf dem Bild sind"],
    ["Ein Foto von vier Menschen", "Ein Foto von"],
    ["Symbolfoto – Stethoskop", "Symbolfoto –"],
  ])("need not say that it is a picture: „%s“", (alt, start) => {
    expect(adviceOn(alt)[0]?.message).toContain(`Der Anfang „${start}“ kann wegfallen`);
  });

  it.each(["Foto", "Gruppenfoto", "Symbolbild 2", "...", "folgt", "TODO", "xxx"])(
    "says something: „%s“",
    (alt) => {
      expect(adviceOn(alt)[0]?.message).toMatch(/^Das sagt nicht, was zu sehen ist/);
    },
  );

  it("does not repeat what stands beside it", () => {
    expect(adviceOn("Vier Menschen am Seil", { caption: "Vier Menschen am Seil." })[0]?.message).toMatch(
      /^Hier steht dasselbe wie in caption/,
    );
    expect(adviceOn("An einem Strang", { headline: "An einem Strang!" })[0]?.message).toMatch(
      /^Hier steht dasselbe wie in headline/,
    );
  });

  it("is short enough to be read out", () => {
    expect(adviceOn("ä".repeat(201))).toMatchInlineSnapshot(`
      [
        {
          "column": 1,
          "field": "photos.1.alt",
          "file": "x.md",
          "line": 1,
          "message": "hat 201 Zeichen. Gut sind ein bis zwei Sätze mit höchstens 200; was darüber hinausgeht, passt in caption.",
        },
      ]
    `);
  });

  it("is looked at in the short form of a single photo, too", () => {
    const release = written("", { photo: { alt: "Bild von uns", credit: CREDIT } });
    expect(altTextAdvice(release).map(({ field }) => field)).toEqual(["photo.alt"]);
  });
});
