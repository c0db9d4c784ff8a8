import { describe, expect, it } from "vitest";
import { readDateStamp } from "../../src/legacy/date-stamp.ts";
import { edgeName, endName, furnitureName } from "../../src/legacy/furniture.ts";
import { findDateline } from "../../src/legacy/legacy-dateline.ts";
import { isHeadingLike, isProse } from "../../src/legacy/line-shape.ts";
import { creditedName, isEmptyCredit, splitCredit } from "../../src/legacy/photo-credit.ts";
import { readContact } from "../../src/legacy/press-contact.ts";
import { KREIS } from "./reading.ts";

describe("The line that dates a release", () => {
  it.each([
    ["Pressemeldung vom 27.03.2019 10:00", "2019-03-27 10:00", true],
    ["Pressemeldung vom 9.6.2017", "2017-06-09", true],
    ["Meldungsdatum: 20.05.2025", "2025-05-20", true],
    ["Pressemitteilung von Freitag, 3. Juni 2022 Kreis Soest", "2022-06-03", true],
    ["Pressemitteilung vom 27. März 2019, 10.30 Uhr", "2019-03-27 10:30", true],
    ["Veröffentlicht am 01.02.2020 um 9 Uhr", "2020-02-01 09:00", true],
    ["Kreis Soest - Pressemitteilung von Montag, 4. Mai 2009", "2009-05-04", true],
    ["Pressemitteilung Nr. 12/2019 vom 27.03.2019", "2019-03-27", true],
    ["3. Juni 2022", "2022-06-03", false],
    ["18.05.2022 Pressemitteilung", "2022-05-18", false],
    ["Pressemitteilungen | 18.05.2022", "2022-05-18", false],
    ["11.03.2024 - Kreis Soest", "2024-03-11", false],
    ["Soest, den 14. April 2026", "2026-04-14", false],
    ["Freitag, 03.06.2022", "2022-06-03", false],
    ["2022-06-03 08:15", "2022-06-03 08:15", false],
    ["Pressemeldung vom 29.03.2015 02:30", "2015-03-29", true],
  ])("%s is %s", (text, moment, isLabelled) => {
    expect(readDateStamp(text, KREIS)).toEqual({ moment, isLabelled });
  });

  it.each([
    "am Dienstag, 26. März 2019, in Soest",
    "Montag: 13. Juni",
    "Pressemeldung vom 30.02.2019",
    "Zuletzt aktualisiert am: 19.07.2019",
  ])("is not %s", (text) => {
    expect(readDateStamp(text, KREIS)).toBeUndefined();
  });
});

describe("The furniture of a page", () => {
  it.each([
    [
      "Der Kreis Soest auf FacebookDer Kreis Soest auf TwitterDer Kreis Soest auf Youtube",
      "Soziale Netzwerke",
    ],
    ["Schnellzugriff", "Schnellzugriff"],
    ["Der Kreis Soest von A-Z", "Von A bis Z"],
    ["Der Kreis Soest von A – Z", "Von A bis Z"],
    ["Zuletzt aktualisiert am: 19.07.2019", "Stand der Seite"],
    ["Seite: 1 2 3 ... 427", "Seitenzahlen"],
    ["1 | 2 | 3 | … | 12", "Seitenzahlen"],
    ["Sie sind hier: Startseite > Pressemitteilungen", "Brotkrumen"],
    ["Menü einblenden", "Menü"],
    ["nach", "Nach oben"],
    ["Print Friendly, PDF & Email", "Drucken und teilen"],
    ["« Zurück", "Blättern"],
    ["Eine Überschrift weiterlesen", "Weiterlesen"],
    ["A B C D E F G H I J K L M", "Buchstabenleiste"],
    ["Dieser Meldung sind zwei Fotos zugeordnet!", "Hinweis des Presse-Service"],
    ["Zu dieser Meldung können wir Ihnen folgendes Medium anbieten:", "Hinweis des Presse-Service"],
    ["Die Kreisverwaltung Soest im Überblick:", "Eigenwerbung"],
    ["© 2019 Kreis Soest", "Urheberhinweis"],
    ["----------", "Trennlinie"],
    ["Mehr zum Thema", "Weitere Meldungen"],
    ["Drucken | Seite empfehlen | Zurück", "Werkzeugleiste"],
  ])("„%s“ is %s", (text, name) => {
    expect(furnitureName(text, KREIS)).toBe(name);
  });

  it.each([
    "Der Kreis Soest auf dem Weg in die Zukunft",
    "Nach oben offen: die Skala",
    "Teilen macht Freude",
    "© Vorname Name/ Kreis Soest",
    "Weitere Meldungen liegen nicht vor, teilt der Kreis in seiner Bilanz des Jahres mit.",
    "1.232 Menschen",
    "Soest | Werl | Zurück",
    "Öffnungszeiten",
  ])("„%s“ is none", (text) => {
    expect(furnitureName(text, KREIS)).toBeUndefined();
  });

  it("ends a release at some lines, and is menu at the edges alone at others", () => {
    expect([endName("Schnellzugriff", KREIS), endName("Menü", KREIS)]).toEqual(["Schnellzugriff", undefined]);
    expect([
      edgeName("Pressemitteilungen", KREIS),
      edgeName("Quelle: Pressestelle Kreis Soest", KREIS),
      edgeName("Text", KREIS),
    ]).toEqual(["Seitenname", "Quellenangabe", undefined]);
  });
});

describe("The credit of a photo", () => {
  it.each([
    ["Vier am Seil. Foto: Vorname Name/ Kreis Soest", "Vier am Seil.", "Foto: Vorname Name/ Kreis Soest"],
    [
      "Vier am Seil. Foto: © Vorname Name / Kreis Soest",
      "Vier am Seil.",
      "Foto: © Vorname Name / Kreis Soest",
    ],
    ["Vier am Seil. © Vorname Name/ Kreis Soest", "Vier am Seil.", "© Vorname Name/ Kreis Soest"],
    ["Vier am Seil. Symbolfoto: Agentur & Söhne GmbH", "Vier am Seil.", "Symbolfoto: Agentur & Söhne GmbH"],
    ["Vier am Seil (Foto: Name)", "Vier am Seil", "Foto: Name"],
    ["Vier am Seil. Fotos (2): Name", "Vier am Seil.", "Fotos (2): Name"],
    ["Vor- und Rückseite. Fotomontage: Pressestelle", "Vor- und Rückseite.", "Fotomontage: Pressestelle"],
    ["Foto: Name", "", "Foto: Name"],
    ["©", "", "©"],
    ["Vier am Seil. Foto:", "Vier am Seil.", "Foto:"],
  ])("ends „%s“", (text, caption, credit) => {
    expect(splitCredit(text)).toEqual({ caption, credit });
  });

  it.each([
    "Mehr Fotos gibt es unter www.example.org.",
    "Weitere Infos und Fotos: www.example.org/fotos",
    "Foto: Vier Menschen aus dem ganzen Kreis ziehen an einem langen Seil und lachen.",
    "Die Karte: ein Überblick",
    "Anmeldung: 02921/303200",
  ])("is not in „%s“", (text) => {
    expect(splitCredit(text)).toBeUndefined();
  });

  it("may name nobody, and the same name in two spellings is one", () => {
    expect(["©", "Foto:", "Foto: ©", "© Name"].map(isEmptyCredit)).toEqual([true, true, true, false]);
    expect(creditedName("Foto: Vorname Name/ Kreis Soest")).toBe(creditedName("©Vorname Name / Kreis Soest"));
  });
});

describe("The contact of a release", () => {
  it.each([
    [
      "Pressestelle, Vorname Name, Telefon 02921/303200",
      { name: "Pressestelle, Vorname Name", phone: "02921/303200" },
    ],
    [
      "Vorname Name, Tel.: 02921 30-3200, presse@example.org",
      { name: "Vorname Name", phone: "02921 30-3200", email: "presse@example.org" },
    ],
    [
      "Herr Vorname Name, Pressesprecher Anrufen: 02921 30-3200 name@example.org Adresse | Öffnungszeiten | Details",
      { name: "Vorname Name, Pressesprecher", phone: "02921 30-3200", email: "name@example.org" },
    ],
  ])("is read from „%s“", (text, contact) => {
    expect(readContact(text)).toEqual(contact);
  });

  it("needs a name and a way to reach it", () => {
    expect([readContact("Pressestelle"), readContact("02921/303200")]).toEqual([undefined, undefined]);
  });
});

describe("The dateline of an old text", () => {
  it.each([
    ["Kreis Soest (kso.2019.03.27.134.sm/-rn). Text", "kso.2019.03.27.134.sm/-rn", "Text"],
    ["Kreis Soest (kso.2021.09.27.556.tw) Der Text", "kso.2021.09.27.556.tw", "Der Text"],
    ["Kreis Soest kso.2022.06.15.353.mh/tw) Der Text", "kso.2022.06.15.353.mh/tw", "Der Text"],
    ["Kreis Soest (kso). Text", undefined, "Text"],
    ["Kreis Soest. Text", undefined, "Text"],
    ["**Kreis Soest (kso.2019.03.27.134.sm/-rn).** Text", "kso.2019.03.27.134.sm/-rn", "Text"],
    ["Kreis Soest (kso.2022.06.03.330.ds).", "kso.2022.06.03.330.ds", ""],
  ])("leads „%s“", (text, printedId, rest) => {
    expect(findDateline(text, KREIS)).toMatchObject({ rest, ...(printedId && { printedId }) });
  });

  it("does not lead a sentence about the Kreis", () => {
    expect(findDateline("Kreis Soest und Stadt Werl laden ein.", KREIS)).toBeUndefined();
  });
});

describe("The shape of a line", () => {
  it("tells headings from running text", () => {
    const heading = "Arbeiten können erst im neuen Jahr weitergeführt werden";
    const prose =
      "Das teilt die Abteilung Straßenwesen mit und bittet alle Anlieger in dieser Zeit um ihr Verständnis.";
    expect([isHeadingLike(heading), isProse(heading), isHeadingLike(prose), isProse(prose)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it("takes one long sentence without its end for a heading, and two for running text", () => {
    const words = (count: number) => Array.from({ length: count }, () => "Worte").join(" ");
    const subtitle = `${words(28)} und ein Ende`;
    expect([subtitle, `${subtitle}.`, `${words(14)}. ${words(16)}`, words(50)].map(isProse)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it.each(["www.kreis-soest.de/amtsblatt", "presse@example.org", "02921/303200", "Es folgt:", "Ja."])(
    "makes no heading of „%s“",
    (text) => {
      expect(isHeadingLike(text)).toBe(false);
    },
  );
});
