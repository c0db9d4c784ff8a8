import { describe, expect, it } from "vitest";
import type { ReleaseMatter } from "../../src/editing/release-form.ts";
import { saveFaults } from "../../src/editing/save-faults.ts";

const PATH = "content/pressemitteilungen/2019/2019-03-27-titel.md";
const RIGHT = { title: "Titel", date: "2019-03-27 10:00", pressId: "kso.2019.03.27.134.sm/-rn" };

const faults = (changed: ReleaseMatter) => saveFaults(PATH, { ...RIGHT, ...changed }, "kso");

describe("An editor who saves a release", () => {
  it("meets nothing in the way where all is right", () => {
    expect(faults({})).toEqual([]);
  });

  it("reads what is wrong, where, and what is expected", () => {
    expect(
      [
        { title: "" },
        { photos: [{ file: "/2019/foto.jpg", alt: "Bild", credit: "Foto" }] },
        { photos: [{ file: "foto.jpg", credit: "Foto" }] },
        { date: "2019-03-31 02:30" },
        { date: "2019-03-28 10:00" },
        { pressId: "abc.2019.03.27.134.sm" },
        { events: [{ title: "Termin", start: "2019-04-05 18:00", end: "2019-04-04" }] },
        { contact: { name: "Stelle", phone: "anrufen" } },
        { unbekannt: "x" },
      ].flatMap(faults),
    ).toMatchInlineSnapshot(`
      [
        "title: ist leer. Erwartet: Die Überschrift, eine Zeile, höchstens 160 Zeichen.",
        "photos[0].file: „/2019/foto.jpg“ ist kein Dateiname. Die Datei muss neben der Pressemitteilung liegen; erwartet wird nur ihr Name wie foto.jpg.",
        "photos[0].alt: fehlt. Erwartet wird ein Satz, was auf dem Foto zu sehen ist, für Menschen, die es nicht sehen.",
        "date: Die Uhrzeit 02:30 gibt es am 2019-03-31 nicht: Die Uhr springt von 2:00 auf 3:00 (Sommerzeit). Bitte eine andere Uhrzeit eintragen.",
        "date: Der Tag 2019-03-28 ist nicht der im Dateinamen (2019-03-27). Bitte das Datum ändern oder den Kurznamen mit 2019-03-28 beginnen lassen.",
        "pressId: Der Tag 2019-03-27 in der Presse-ID ist nicht der von date (2019-03-28).",
        "pressId: Die Presse-ID beginnt mit abc. Erwartet wird kso.",
        "events[0].end: liegt vor start. Erwartet wird ein Ende nach dem Beginn.",
        "contact.phone: „anrufen“ ist keine Telefonnummer. Erwartet wird eine Schreibweise wie 02921 30-3200.",
        "unbekannt: Das Feld „unbekannt“ gibt es nicht. Möglich sind: title, subtitle, date, pressId, printedId, tags, places, photo, photos, attachments, contact, embargo, draft, corrections, withdrawn, events, follows, redirectFrom, pinned, noindex.",
      ]
    `);
  });
});
