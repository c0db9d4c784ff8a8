import { describe, expect, it } from "vitest";
import { passagesOf } from "../../src/advice/passage.ts";
import { quotationMarkAdvice } from "../../src/advice/quotation-marks.ts";
import { written } from "./written.ts";

const OFFICE = { name: "Kreis Soest", pressIdPrefix: "kso" };
const adviceOn = (body: string) =>
  quotationMarkAdvice(passagesOf(written(body), OFFICE)).map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );

describe("Quotation marks", () => {
  it.each([
    "Die „Woche der Sirenen“ ist „auch ‚innen‘ richtig“.",
    'Die "Woche der Sirenen" setzt die Seite selbst.',
    "Die “Woche der Sirenen” auch.",
    "Gemeinsam klappt's, klappt´s, klappt`s und klappt’s.",
    '"**Fett**" und **"fett"** und ["im Link"](https://www.example.org/) auch.',
    "Ein Bildschirm mit 19\" und ein Brett von 2'.",
    "Rock 'n' Roll und die 80er' Jahre.",
    'Der Satz "endet hier.", sagt sie, "und hier".',
    "„Der erste Absatz geht weiter.\n\n„Der zweite schließt.“",
    "Ein Pfeil -> hier, ein anderer >> dort, und 5 << 7.",
    "Mit `Code <<hier>>` steht es da.",
  ])("need no advice: %s", (body) => {
    expect(adviceOn(body)).toEqual([]);
  });

  it("get advice where the site cannot set them right", () => {
    const texts = [
      "Die »Woche der Sirenen« beginnt.",
      "Die «Woche» und die <<Woche>>.",
      "Die ›Woche‹.",
      "Die ,,Woche'' beginnt.",
      "Die ‘Woche’ beginnt.",
      "Die 'Woche der Sirenen' beginnt.",
      "Die „Woche der Sirenen beginnt.",
      "Die Woche der Sirenen“ beginnt.",
      'Die " Woche beginnt.',
      "„Sie sagt: ‚Ja“",
    ];
    expect(texts.flatMap(adviceOn).join("\n")).toMatchInlineSnapshot(`
      "10:5 Erwartet werden die Anführungszeichen „…“ statt »…«.
      10:5 Erwartet werden die Anführungszeichen „…“ statt »…«.
      10:5 Erwartet werden die Anführungszeichen ‚…‘ statt ›…‹.
      10:5 Erwartet wird ein Anführungszeichen statt zweier Kommas oder Striche.
      10:5 Erwartet werden die Anführungszeichen „…“ statt ‘…’.
      10:5 Einfache Anführungszeichen stehen nur innerhalb von „…“. Erwartet werden vor „Woche der Sirenen“ doppelte.
      10:5 Zum öffnenden „ vor „Woche der Sirenen“ fehlt das schließende.
      10:22 Zum schließenden “ hinter „Woche der Sirenen“ fehlt das öffnende.
      10:5 Bei „Woche beginnt“ ist nicht zu erkennen, ob das " öffnet oder schließt. Erwartet wird „ oder “.
      10:12 Zum öffnenden ‚ vor „Ja“ fehlt das schließende."
    `);
  });

  it("are looked for in title and caption, too", () => {
    const fields = { title: "Die »Woche«", photos: [{ credit: "Foto: »x«", caption: "Die „Woche" }] };
    const advice = quotationMarkAdvice(passagesOf(written("", fields), OFFICE));
    expect(advice.map(({ field }) => field)).toEqual(["title", "photos.0.caption"]);
  });
});
