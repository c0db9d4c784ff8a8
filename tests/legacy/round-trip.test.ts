import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  expectedBody,
  feed,
  type OldRelease,
  oldCmsHtml,
  oldCmsText,
  presseServiceHtml,
  presseServiceText,
  typo3Html,
  typo3Text,
} from "./old-pages.ts";
import { fieldsOf, lostOf, readOne } from "./reading.ts";

const WORDS =
  "Kreis Amt Straße Brücke Schülerinnen „Dorf“ Übung Prüfung Haus weiter öffnet startet plant für Bürger*innen im zum mit neue Wege 2022 A&B Lippe- und Möhnetal Größe <10 sucht jetzt Ärzte Tag 1.232 Zahl „Mut“ – erst".split(
    " ",
  );
const word = fc.constantFrom(...WORDS);

/** Words in a row that start with a capital letter, as headings do. */
function phrase(least: number, most: number): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom("Kreis", "Neues", "Über", "Gemeinsam", "„Hand“", "Äpfel"),
      fc.array(word, { minLength: least, maxLength: most }),
    )
    .map(([first, words]) =>
      [first, ...words]
        .join(" ")
        .replace(/[–&<-]+$/, "")
        .trim(),
    )
    .filter((text) => !/[.,;:–]$/.test(text));
}

const sentence = fc
  .tuple(phrase(9, 18), fc.constantFrom(".", "!", "?"))
  .map(([text, end]) => `${text} geht es weiter${end}`);
const paragraph = fc.array(sentence, { minLength: 2, maxLength: 4 }).map((sentences) => sentences.join(" "));
const sign = fc.constantFrom("sm/-rn", "tw/-rn", "ht/jdw", "mh/tw", "tb", "amb", "-rn");
const person = fc.constantFrom("Vorname Name", "Beate Beispiel", "Max Mustermann-Meier");

const oldRelease: fc.Arbitrary<OldRelease> = fc
  .record({
    title: phrase(2, 6),
    subtitle: phrase(3, 7),
    date: fc.date({ min: new Date("2012-01-02"), max: new Date("2025-12-30"), noInvalidDate: true }),
    hour: fc.integer({ min: 7, max: 18 }),
    number: fc.integer({ min: 1, max: 800 }),
    sign,
    paragraphs: fc.array(paragraph, { minLength: 2, maxLength: 5 }),
    items: fc.oneof(fc.constant([]), fc.array(phrase(1, 5), { minLength: 2, maxLength: 4 })),
    photos: fc.array(
      fc.record({
        headline: phrase(1, 3),
        caption: sentence,
        credit: person.map((name) => `Foto: ${name}/ Kreis Soest`),
      }),
      { maxLength: 2 },
    ),
    contact: person.map((name) => ({ name: `Pressestelle, ${name}`, phone: "02921/303200" })),
    item: fc.integer({ min: 900_000, max: 1_300_000 }),
  })
  .map(({ date, hour, number, sign: initials, item, ...rest }) => {
    const day = date.toISOString().slice(0, 10);
    const time = `${String(hour).padStart(2, "0")}:00`;
    const pressId = `kso.${day.replaceAll("-", ".")}.${String(number).padStart(3, "0")}.${initials}`;
    return { ...rest, day, time, pressId, number: item };
  })
  .filter(isPlausible);

/** Two photos with the same words are one, and so are a lead and a paragraph. */
function isPlausible({ title, subtitle, photos, paragraphs, items }: OldRelease): boolean {
  const texts = [
    title,
    subtitle,
    ...photos.flatMap(({ headline, caption }) => [headline, caption]),
    ...paragraphs,
    ...items,
  ];
  return new Set(texts).size === texts.length;
}

type Family = {
  readonly page: (release: OldRelease) => string;
  readonly name: string;
  readonly hasTime: boolean;
  readonly hasId: "with stop" | "without stop" | "no";
  readonly hasPhotos: boolean;
  readonly hasContact: boolean;
};

const FAMILIES: readonly (readonly [string, Family])[] = [
  [
    "the old CMS, as text",
    {
      page: oldCmsText,
      name: "seite.txt",
      hasTime: true,
      hasId: "with stop",
      hasPhotos: true,
      hasContact: false,
    },
  ],
  [
    "the old CMS, as HTML",
    {
      page: oldCmsHtml,
      name: "seite.html",
      hasTime: true,
      hasId: "with stop",
      hasPhotos: true,
      hasContact: false,
    },
  ],
  [
    "TYPO3, as text",
    {
      page: typo3Text,
      name: "seite.txt",
      hasTime: false,
      hasId: "without stop",
      hasPhotos: true,
      hasContact: false,
    },
  ],
  [
    "TYPO3, as HTML",
    {
      page: typo3Html,
      name: "seite.html",
      hasTime: false,
      hasId: "without stop",
      hasPhotos: true,
      hasContact: false,
    },
  ],
  [
    "the press service, as text",
    {
      page: presseServiceText,
      name: "seite.txt",
      hasTime: false,
      hasId: "no",
      hasPhotos: true,
      hasContact: true,
    },
  ],
  [
    "the press service, as HTML",
    {
      page: presseServiceHtml,
      name: "seite.html",
      hasTime: false,
      hasId: "no",
      hasPhotos: true,
      hasContact: true,
    },
  ],
];

describe("An archive that former systems printed comes back as it was", () => {
  it.each(FAMILIES)("from %s", (_, { page, name, hasTime, hasId, hasPhotos, hasContact }) => {
    fc.assert(
      fc.property(oldRelease, (release) => {
        const read = readOne(page(release), name);
        const dateline =
          hasId === "no" ? "" : `Kreis Soest (${release.pressId})${hasId === "with stop" ? "." : ""}`;
        expect(fieldsOf(read)).toEqual({
          title: release.title,
          subtitle: release.subtitle,
          date: hasTime ? `${release.day} ${release.time}` : release.day,
          pressId: hasId === "no" ? undefined : release.pressId,
          printedId: undefined,
          photos: hasPhotos ? release.photos : [],
          contact: hasContact ? release.contact : undefined,
        });
        expect(read.body).toBe(expectedBody(release, dateline));
        expect(lostOf(read).filter((line) => !/Seitenrahmen|zweiter Abdruck/.test(line))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("from a feed, with the text as far as the feed has it", () => {
    fc.assert(
      fc.property(oldRelease, (release) => {
        const read = readOne(feed(release), "feed.xml");
        expect(read.title.value).toBe(release.title);
        expect(read.subtitle?.value).toBe(release.subtitle);
        expect(read.date?.value.slice(0, 10)).toBe(release.day);
        expect(read.body).toBe(expectedBody(release, ""));
      }),
      { numRuns: 100 },
    );
  });
});
