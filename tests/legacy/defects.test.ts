import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { fieldsOf, lostOf, readOne, readSource } from "./reading.ts";

const LEAD =
  "Der Kreis baut zum Beispiel eine Brücke über einen Bach, den es nicht gibt. Die Arbeiten dauern vier Wochen und kosten nichts.";
const MORE =
  "Eine Umleitung ist ausgeschildert. Die Verwaltung bittet alle Menschen, die hier unterwegs sind, um Verständnis.";

/** A made-up text of the old CMS, whole but for what a test replaces. */
function oldText({
  dateline = "Kreis Soest (kso.2019.03.27.134.sm/-rn).",
  stamp = "Pressemeldung vom 27.03.2019 10:00",
  head = "",
  lead = LEAD,
  tail = "",
} = {}): string {
  return [
    `Beispielbrücke wird gebaut`,
    "Vier Wochen Umleitung",
    head,
    stamp,
    `${dateline} ${lead}`,
    MORE,
    tail,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

const WHOLE = {
  title: "Beispielbrücke wird gebaut",
  subtitle: "Vier Wochen Umleitung",
  date: "2019-03-27 10:00",
};

describe("The real release of 27 March 2019, as its page was copied", () => {
  it("gives every field, the text, and tells of three lines of furniture", async () => {
    const seed = await readFile(new URL("../fixtures/legacy/gemeinsam-klappts.txt", import.meta.url));
    const release = readOne(seed);
    expect(fieldsOf(release)).toMatchObject({
      title: "Integration: „Gemeinsam klappt´s“",
      subtitle: "Landesinitiative fördert junge volljährige Flüchtlinge – Lokales Bündnis gegründet",
      date: "2019-03-27 10:00",
      pressId: "kso.2019.03.27.134.sm/-rn",
      photos: [{ headline: "An einem Strang", credit: "Foto: Thomas Weinstock/ Kreis Soest" }],
    });
    expect(release.tags.map(({ value }) => value)).toEqual(["Integration"]);
    expect(release.places.map(({ value }) => value)).toEqual(["Soest", "Bad Sassendorf"]);
    expect(release.body.split("\n\n")).toHaveLength(3);
    expect([release.remarks, release.mends]).toEqual([[], []]);
    expect(lostOf(release)).toEqual([
      "Der Kreis Soest auf FacebookDer Kreis So → Seitenrahmen: Soziale Netzwerke",
      "Schnellzugriff → Seitenrahmen: Schnellzugriff",
      "Der Kreis Soest von A-Z → Seitenrahmen: Von A bis Z",
    ]);
  });
});

describe("A dateline with a defect", () => {
  it.each([
    [
      "without the bracket before the ID",
      "Kreis Soest kso.2019.03.27.134.sm/-rn)",
      { pressId: "kso.2019.03.27.134.sm/-rn" },
    ],
    [
      "without the full stop behind it",
      "Kreis Soest (kso.2019.03.27.134.tb)",
      { pressId: "kso.2019.03.27.134.tb" },
    ],
    [
      "with the wrong year",
      "Kreis Soest (kso.2012.03.27.134.sm/-rn).",
      { printedId: "kso.2012.03.27.134.sm/-rn" },
    ],
    [
      "with another day",
      "Kreis Soest (kso.2019.03.26.134.sm/-rn).",
      { printedId: "kso.2019.03.26.134.sm/-rn" },
    ],
    ["without sign", "Kreis Soest (kso.2019.03.27.134).", { printedId: "kso.2019.03.27.134" }],
    ["with the bare short name", "Kreis Soest (kso).", {}],
    ["without ID", "Kreis Soest.", {}],
    [
      "in capitals",
      "Kreis Soest (KSO.2019.03.27.134.SM/-RN).",
      { pressId: "kso.2019.03.27.134.sm/-rn", printedId: "KSO.2019.03.27.134.SM/-RN" },
    ],
    [
      "with a day of one digit",
      "Kreis Soest (kso.2019.3.27.134.sm/-rn).",
      { pressId: "kso.2019.03.27.134.sm/-rn", printedId: "kso.2019.3.27.134.sm/-rn" },
    ],
  ])("%s keeps what was printed", (_, dateline, ids) => {
    const release = readOne(oldText({ dateline }));
    expect(fieldsOf(release)).toMatchObject({ ...WHOLE, pressId: undefined, printedId: undefined, ...ids });
    expect(release.body).toBe(`${dateline} ${LEAD}\n\n${MORE}`);
  });

  it("on a line of its own leads the paragraph below it", () => {
    const dateline = "Kreis Soest (kso.2019.03.27.134.sm/-rn).";
    const release = readOne(oldText({ dateline: `${dateline}\n` }));
    expect(release.body).toBe(`${dateline} ${LEAD}\n\n${MORE}`);
  });

  it("alone below its place leads with it", () => {
    const release = readOne(oldText({ dateline: "Kreis Soest\n(kso.2019.03.27.134.tb)\n\n" }));
    expect(release.subtitle?.value).toBe("Vier Wochen Umleitung");
    expect(release.body).toBe(`Kreis Soest (kso.2019.03.27.134.tb) ${LEAD}\n\n${MORE}`);
  });

  it("behind other lines leaves its ID to the head of the file", () => {
    const release = readOne(oldText({ dateline: `${MORE}\n\nKreis Soest (kso.2019.03.27.134.tb).` }));
    expect(release.pressId?.value).toBe("kso.2019.03.27.134.tb");
    expect(release.body).toBe(`${MORE}\n\nKreis Soest. ${LEAD}\n\n${MORE}`);
  });

  it("whose ID the lead has again counts as printed alone", () => {
    const release = readOne(oldText({ lead: `${LEAD} Das meldet kso.2019.03.27.134.sm/-rn.` }));
    expect([release.pressId, release.printedId]).toMatchObject([
      undefined,
      { value: "kso.2019.03.27.134.sm/-rn", basis: "guessed" },
    ]);
  });

  it("tells the day where no line does, and the text where its year is wrong", () => {
    const lead = `${LEAD} Beginn ist am Freitag [26. Juli 2013].`;
    const named = (id: string) =>
      fieldsOf(readOne(oldText({ stamp: "", dateline: `Kreis Soest (${id}).`, lead })));
    expect(named("kso.2013.07.19.300.mm")).toMatchObject({
      date: "2013-07-19",
      pressId: "kso.2013.07.19.300.mm",
    });
    expect(named("kso.2012.07.19.300.mm")).toMatchObject({
      date: "2013-07-19",
      printedId: "kso.2012.07.19.300.mm",
    });
  });

  it("gives way to the day in the file's name where it lies a year off, and wins where it lies a day before", () => {
    const dated = (id: string) =>
      readOne(oldText({ stamp: "", dateline: `Kreis Soest (${id}).` }), "archiv/bruecke-20130720.txt");
    expect(fieldsOf(dated("kso.2012.07.19.300.mm"))).toMatchObject({
      date: "2013-07-20",
      printedId: "kso.2012.07.19.300.mm",
    });
    expect(fieldsOf(dated("kso.2013.07.19.300.mm"))).toMatchObject({
      date: "2013-07-19",
      pressId: "kso.2013.07.19.300.mm",
    });
  });
});

describe("A text with a defect", () => {
  it("prints its lead once, though the page printed it twice", () => {
    const copy = `${LEAD.slice(2)} |`;
    const release = readOne(oldText({ tail: copy }).replace(MORE, "").concat(`\n\n${MORE}`));
    expect(release.body.split("\n\n").slice(1)).toEqual([MORE]);
    expect(lostOf(release)).toEqual([`${copy.slice(0, 40)} → zweiter Abdruck des Vorspanns`]);
  });

  it("loses the start of its lead that a portal shows above it, and a second line with its date", () => {
    const release = readOne(
      `18. Mai 2025 / Kreis Soest\n\nBeispielbrücke\n\n${LEAD.slice(0, 60)}...\n\nMeldungsdatum: 18.05.2025\n\n${LEAD}`,
    );
    expect([release.title.value, release.date?.value, release.body]).toEqual([
      "Beispielbrücke",
      "2025-05-18",
      LEAD,
    ]);
    expect(lostOf(release).map((line) => line.split(" → ")[1])).toEqual([
      "zweite Datumszeile",
      "Anriss des Absatzes darunter",
    ]);
  });

  it("loses its stray bars, and the report says so", () => {
    const release = readOne(oldText({ tail: "Noch ein Satz, der mit einem Strich endet. |\n\n|" }));
    expect(release.body).toMatch(/der mit einem Strich endet\.$/);
    expect(release.mends).toEqual([{ what: "ein überzähliger Strich am Zeilenende", isSure: true }]);
    expect(lostOf(release)).toEqual(["| → Seitenrahmen: Trennlinie"]);
  });

  it("gets its dashes back, as a guess", () => {
    const release = readOne(oldText({ lead: `${LEAD} Danach ? so der Plan ? ist alles neu.` }));
    expect(release.body).toContain("Danach – so der Plan – ist alles neu.");
    expect(release.mends).toEqual([
      { what: "Gedankenstrich, wo die Quelle ein Fragezeichen hat", isSure: false },
    ]);
  });

  it("keeps the bracketed dates of a reprint", () => {
    const release = readOne(oldText({ lead: `${LEAD} Beginn ist am Freitag [29. März 2019].` }));
    expect(release.body).toContain("am Freitag [29. März 2019].");
  });

  it.each([
    ["Windows-1252", Buffer.from(oldText(), "latin1")],
    ["UTF-8 read as Latin-1", Buffer.from(Buffer.from(oldText()).toString("latin1"))],
    ["HTML entities", Buffer.from(oldText().replaceAll("ü", "&uuml;").replaceAll("ä", "&auml;"))],
  ])("is read the same in %s", (_, bytes) => {
    const release = readOne(bytes);
    expect(fieldsOf(release)).toMatchObject(WHOLE);
    expect(release.body).toContain(LEAD);
  });

  it("is dated by a line behind a notice of the page, or by its last line", () => {
    const notice =
      "Wir sind wieder online. Noch einige wenige Services können wir jedoch weiter nicht wie gewohnt anbieten.";
    const dated = (text: string) => {
      const { date, body } = readOne(text);
      return [date?.value, body];
    };
    expect(dated(`${notice}\n\nBeispielbrücke\n\nUmleitung\n\n07.12.2023\n\n${LEAD}`)).toEqual([
      "2023-12-07",
      LEAD,
    ]);
    expect(dated(`Beispielbrücke\n\nUmleitung\n\n${LEAD}\n\n15.12.2022\n\nSchnellzugriff`)).toEqual([
      "2022-12-15",
      LEAD,
    ]);
  });

  it("may have title and two lines below it in one block", () => {
    const head =
      "Kreis Soest\nPressestelle\n\nBeispielbrücke wird gebaut\nVier Wochen Umleitung\nEs wird eng";
    expect(fieldsOf(readOne(`${head}\n\nPressemeldung vom 27.03.2019\n\n${LEAD}`))).toMatchObject({
      title: "Beispielbrücke wird gebaut",
      subtitle: "Vier Wochen Umleitung Es wird eng",
    });
  });

  it("without a title gets its beginning as one, as a guess", () => {
    const release = readOne(`Meldungsdatum: 20.05.2025\n${LEAD}\n${MORE}`);
    expect(release.title).toMatchObject({
      value: expect.stringMatching(/^Der Kreis baut zum Beispiel/),
      basis: "guessed",
    });
    expect(release.remarks).toMatchObject([{ field: "title", isGuess: true }]);
  });
});

describe("The photos of a text", () => {
  const photo = "Spatenstich\nVier Menschen mit Spaten. Foto: Vorname Name/ Kreis Soest";
  const found = [
    {
      headline: "Spatenstich",
      caption: "Vier Menschen mit Spaten.",
      credit: "Foto: Vorname Name/ Kreis Soest",
    },
  ];

  it.each([
    ["before the date line", { head: photo }],
    ["in one block with the date line", { stamp: `${photo}\nPressemeldung vom 27.03.2019 10:00` }],
    ["behind the lead", { lead: `${LEAD}\n\n${photo}` }],
    ["at the end", { tail: photo }],
  ])("may stand %s", (_, parts) => {
    const release = readOne(oldText(parts));
    expect(fieldsOf(release)).toMatchObject({ ...WHOLE, photos: found });
    expect(release.body).toBe(`Kreis Soest (kso.2019.03.27.134.sm/-rn). ${LEAD}\n\n${MORE}`);
  });

  it("may be several, or none", () => {
    const second = "Beim Richtfest\nAlle feiern. © Zweiter Name";
    expect(readOne(oldText({ tail: `${photo}\n\n${second}` })).photos).toHaveLength(2);
    expect(readOne(oldText()).photos).toEqual([]);
  });

  it.each([
    ["an empty credit", "Vier Menschen mit Spaten. ©", "© ohne Angabe"],
    ["no credit", "Das Foto zeigt vier Menschen mit Spaten.", "ohne Angabe"],
  ])("may have %s, which is told as a guess", (_, caption, credit) => {
    const release = readOne(oldText({ head: `Spatenstich\n${caption}` }));
    expect(fieldsOf(release)).toMatchObject({ photos: [{ headline: "Spatenstich", credit }] });
    expect(release.remarks).toMatchObject([{ field: "photos[0].credit", isGuess: true }]);
  });

  it("are printed once, though a reprint printed them twice", () => {
    const caption = "Vier Menschen mit Spaten. Foto: Vorname Name/ Kreis Soest";
    const release = readOne(oldText({ tail: `${caption}\n\n${caption}` }));
    expect(release.photos).toHaveLength(1);
    expect(lostOf(release)).toEqual([`${caption.slice(0, 40)} → zweiter Abdruck der Bildunterschrift`]);
  });

  it("are printed once, though a reprint without credit printed them twice", () => {
    const caption = "Das Logo der Aktionswochen zum Brückenbau.";
    const release = readOne(oldText({ lead: `${LEAD}\n\n${caption}\n\n${caption}` }));
    expect(fieldsOf(release).photos).toEqual([{ headline: undefined, caption, credit: "ohne Angabe" }]);
    expect(release.body).not.toContain(caption);
  });

  it("lose the letter that a sign of the mobile page left behind the credit", () => {
    const release = readOne(oldText({ head: `${photo} n` }));
    expect(fieldsOf(release)).toMatchObject({ photos: found });
    expect(release.mends).toMatchObject([{ what: expect.stringContaining("einzelner Buchstabe") }]);
  });

  it("are none where the lead itself ends in a sign", () => {
    const release = readOne(oldText({ lead: `${LEAD} ©` }));
    expect([release.photos, release.body]).toEqual([[], expect.stringContaining(LEAD)]);
  });

  it("name both where the page credits two", () => {
    const media =
      "Zu dieser Meldung können wir Ihnen folgendes Medium anbieten:\n\nSpatenstich\n\n©Erster Name\nSpatenstich\n\nVier Menschen. Foto: Zweiter Name";
    expect(fieldsOf(readOne(oldText({ tail: media }))).photos).toEqual([
      { headline: "Spatenstich", caption: "Vier Menschen.", credit: "Foto: Zweiter Name, ©Erster Name" },
    ]);
  });
});

describe("Several releases in one file", () => {
  const second = oldText({
    dateline: "Kreis Soest (kso.2019.03.28.135.tb).",
    stamp: "Pressemeldung vom 28.03.2019",
  }).replace("Beispielbrücke wird gebaut", "Zweite Meldung aus dem Beispielamt");

  it.each([
    ["one behind the other", "\n\n"],
    ["parted by a line of dashes", "\n\n-----\n\n"],
    ["parted by a page break", "\n\f\n"],
    ["parted by furniture", "\n\nSchnellzugriff\n\nDer Kreis Soest von A-Z\n\n"],
  ])("are told apart: %s", (_, between) => {
    const { releases } = readSource(`${oldText()}${between}${second}`);
    expect(releases.map((release) => fieldsOf(release))).toMatchObject([
      { ...WHOLE, pressId: "kso.2019.03.27.134.sm/-rn" },
      {
        title: "Zweite Meldung aus dem Beispielamt",
        subtitle: "Vier Wochen Umleitung",
        date: "2019-03-28",
        pressId: "kso.2019.03.28.135.tb",
      },
    ]);
    expect(releases.map(({ body }) => body.split("\n\n").length)).toEqual([2, 2]);
  });

  it("of the press service begin at their date lines", () => {
    const of = (day: string, title: string) =>
      `Meldungsdatum: ${day}\n\n${title}\n\nUnterzeile dazu\n\n${LEAD}\n\nPressekontakt: Pressestelle, Name, Telefon 02921/303200`;
    const { releases } = readSource(
      `${of("20.05.2025", "Erste Überschrift")}\n\nLogo\n\n${of("21.05.2025", "Zweite Überschrift")}`,
    );
    expect(releases.map((release) => fieldsOf(release))).toMatchObject([
      { title: "Erste Überschrift", date: "2025-05-20" },
      { title: "Zweite Überschrift", date: "2025-05-21" },
    ]);
  });

  it("are a guess where nothing parts them", () => {
    const { releases } = readSource(`${oldText()}\n\n${second}`);
    expect(releases[1]?.remarks).toMatchObject([{ field: "Text", isGuess: true }]);
  });

  it("may be teasers that break off, which is told", () => {
    const { releases } = readSource(`${oldText()}\n\nBeispielbrücke wird gebaut weiterlesen\n\n${second}`);
    expect(releases[0]?.remarks).toMatchObject([
      { what: expect.stringContaining("weiterlesen"), isGuess: true },
    ]);
  });
});

describe("An item of a feed", () => {
  it("has a title without the markup that the feed put in it", () => {
    const { releases } = readSource(
      `<feed><entry><title type="html">Neues im &lt;b&gt;Kreishaus&lt;/b&gt;</title><published>2023-01-06T11:20:00+01:00</published><content type="html">&lt;p&gt;${LEAD}&lt;/p&gt;</content></entry></feed>`,
    );
    expect(releases.map((release) => fieldsOf(release))).toMatchObject([
      { title: "Neues im Kreishaus", date: "2023-01-06 11:20" },
    ]);
  });
});

describe("What an item of a feed says beside its text", () => {
  it("is told, and its picture is a photo", () => {
    const { releases } = readSource(
      `<rss><channel><item><title>Beispielbrücke</title><pubDate>Wed, 03 Apr 2019 09:00:00 +0200</pubDate><category>Verkehr</category><description>Eine Brücke entsteht.</description><content:encoded>${LEAD}</content:encoded><enclosure url="https://www.example.org/bruecke.jpg" type="image/jpeg"/></item></channel></rss>`,
    );
    const [release] = releases;
    expect(release?.body).toBe(LEAD);
    expect(release?.photos).toMatchObject([{ picture: { source: "https://www.example.org/bruecke.jpg" } }]);
    expect(release && lostOf(release).map((line) => line.split(" → ")[0])).toEqual([
      "Eine Brücke entsteht.",
      "Verkehr",
    ]);
  });
});

describe("A page that is no release", () => {
  it("is told with every line: a list of teasers", () => {
    const item = (day: string) => `${day}\n\nÜberschrift\n\nEin Anriss von einigen Worten.`;
    const { releases, unread } = readSource(
      `Pressemitteilungen\n\n${["30.07.2021", "29.07.2021", "28.07.2021"].map(item).join("\n")}\nSeite: 1 2 3 ... 427`,
    );
    expect(releases).toEqual([]);
    expect(unread).toMatchObject([{ why: expect.stringContaining("Übersicht"), lines: { length: 11 } }]);
  });

  it("is told with every line: two teasers and the numbers of more pages", () => {
    const { unread } = readSource(
      `Pressemitteilungen\n\n27.11.2019\n\nÜberschrift\n\n${LEAD}\n26.11.2019\n\nÜberschrift\n\n${MORE}\nSeite: 1 ... 169 170 171 ... 222`,
    );
    expect(unread).toMatchObject([{ why: expect.stringContaining("Übersicht"), lines: { length: 8 } }]);
  });

  it("is told with every line: a page without text", () => {
    expect(readSource("Startseite\n\nKontakt").unread).toMatchObject([
      { lines: [{ text: "Startseite" }, { text: "Kontakt" }] },
    ]);
  });
});
