import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { releaseText, textDigest } from "../../src/outputs/text.ts";
import {
  aCorrection,
  anAttachment,
  anEvent,
  aPhoto,
  aPhotoNotAtHand,
  aPressId,
  aRelease,
  aSite,
  at,
} from "../fixtures/newsroom.ts";
import { everyRendition } from "./machine-reader.ts";

const site = aSite({}, {}, everyRendition);

describe("A release as text to paste", () => {
  it("holds all of it in reading order", () => {
    const release = aRelease({
      title: "Integration: „Gemeinsam klappt´s“",
      subtitle: "Lokales Bündnis gegründet",
      pressId: aPressId("kso.2019.03.27.134.sm/-rn"),
      photos: [
        aPhoto({ headline: "An einem Strang", caption: "Ein Bündnis", credit: "Foto: Erika Beispiel" }),
        aPhotoNotAtHand({ credit: "Foto: privat" }),
      ],
      events: [
        anEvent("2019-04-05 18:00", {
          title: "Workshop",
          end: at("2019-04-05 20:00"),
          place: "Tagungsstätte, Soest",
        }),
        anEvent("2019-04-06", { title: "Aktionstag" }),
      ],
      attachments: [
        anAttachment({
          title: "Amtsblatt",
          address: "/pressemitteilungen/2019/03/27/beispiel/amtsblatt.pdf",
        }),
      ],
      corrections: [aCorrection("2019-03-28 14:30", { note: "Die Uhrzeit stimmte nicht." })],
      body: { html: "<p>Eins.</p>\n<p>Zwei.</p>\n", text: "Eins.\n\nZwei." },
    });
    expect(releaseText(release, site)).toMatchInlineSnapshot(`
      "Integration: „Gemeinsam klappt´s“
      Lokales Bündnis gegründet

      Pressemeldung vom 27.03.2019 10:00

      Kreis Soest (kso.2019.03.27.134.sm/-rn). Eins.

      Zwei.

      Termine:
      - 05.04.2019 18:00 bis 20:00: Workshop, Tagungsstätte, Soest
      - 06.04.2019: Aktionstag

      Foto 1: An einem Strang
      Ein Bündnis
      Foto: Erika Beispiel
      Datei: https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/foto-1-1600.jpg

      Foto 2
      Foto: privat

      Fotos: Verwendung nur mit Bildnachweis und nur im Zusammenhang mit dieser Pressemitteilung oder ihrem Thema. Keine gesonderte Nutzung.

      Anlagen:
      - Amtsblatt: https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/amtsblatt.pdf

      Berichtigt am 28.03.2019 14:30: Die Uhrzeit stimmte nicht.

      Kontakt:
      Pressestelle
      Telefon: 02921 30-3200
      E-Mail: presse@example.org

      Kreis Soest
      Hoher Weg 1-3
      59494 Soest
      https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/
      "
    `);
  });

  it("keeps a paragraph on one line, however long it is", () => {
    const paragraph = "Wort ".repeat(200).trim();
    const release = aRelease({ body: { html: `<p>${paragraph}</p>\n`, text: paragraph } });
    expect(releaseText(release, site).split("\n")).toContain(`Kreis Soest. ${paragraph}`);
  });

  it("is known by a digest, the same wherever it is asked for, another after a correction or a move", () => {
    const release = aRelease();
    const digest = createHash("sha256").update(releaseText(release, site)).digest("hex");
    expect([textDigest(release, site), textDigest(release, site)]).toEqual([digest, digest]);
    expect(textDigest({ ...release, corrections: [aCorrection("2019-03-28")] }, site)).not.toBe(digest);
    expect(textDigest(release, aSite({}, { origin: "https://www.example.org" }))).not.toBe(digest);
  });

  it("is a notice once the release is withdrawn", () => {
    const release = aRelease({
      title: "Titel",
      subtitle: "Unterzeile",
      pressId: aPressId("kso.2019.03.27.134.sm/-rn"),
      withdrawn: { date: at("2019-04-01 09:00"), reason: "Die Zahlen waren falsch." },
    });
    const [notice] = aSite({ releases: [release] }).edition.releases;
    expect(notice && releaseText(notice, site)).toMatchInlineSnapshot(`
      "Titel

      Pressemeldung vom 27.03.2019 10:00

      Presse-ID: kso.2019.03.27.134.sm/-rn
      Diese Pressemitteilung wurde am 01.04.2019 09:00 zurückgezogen.
      Grund: Die Zahlen waren falsch.

      Kontakt:
      Pressestelle
      Telefon: 02921 30-3200
      E-Mail: presse@example.org

      Kreis Soest
      Hoher Weg 1-3
      59494 Soest
      https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/
      "
    `);
  });
});
