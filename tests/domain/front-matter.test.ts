import { describe, expect, it } from "vitest";
import { frontMatterSchema } from "../../src/domain/front-matter.ts";
import { aPressId, at } from "../fixtures/newsroom.ts";
import { undescribedFields } from "./undescribed-fields.ts";

const least = { title: "Beispiel", date: "2019-03-27 10:00" };

/** What is wrong with front matter, as `field: message`; unknown keys by name. */
function faultsOf(given: object): string[] {
  const { error } = frontMatterSchema.safeParse({ ...least, ...given });
  return (error?.issues ?? []).map((issue) => {
    const path = issue.path.join(".");
    return issue.code === "unrecognized_keys"
      ? `${path}: unknown ${issue.keys.join(", ")}`
      : `${path}: ${issue.message}`;
  });
}

/** The fields that are wrong, each once. */
const wrongFields = (given: object) => [...new Set(faultsOf(given).map((fault) => fault.split(":")[0]))];

describe("A release needs no more than a title and a date", () => {
  it("and has nothing it was not given", () => {
    expect(frontMatterSchema.parse(least)).toEqual({ title: "Beispiel", date: at("2019-03-27 10:00") });
  });

  it.each(["title", "date"])("but not less: %s is required", (field) => {
    expect(wrongFields({ [field]: undefined })).toEqual([field]);
  });
});

describe("Each field of a release", () => {
  it.each<[string, unknown, unknown]>([
    ["title", "x".repeat(160), "x".repeat(160)],
    ["subtitle", " Unterzeile ", "Unterzeile"],
    ["date", "2019-03-27", at("2019-03-27")],
    ["date", "2019-03-27T10:00+02:00", at("2019-03-27 09:00")],
    ["pressId", "kso.2019.03.27.134.sm/-rn", aPressId("kso.2019.03.27.134.sm/-rn")],
    ["pressId", "kso.2019.03.27.134.-rn", aPressId("kso.2019.03.27.134.-rn")],
    ["printedId", "kso.2012.3.27/134", "kso.2012.3.27/134"],
    ["tags", ["Integration", "Kita"], ["Integration", "Kita"]],
    ["tags", [], []],
    ["places", ["Wickede (Ruhr)"], ["Wickede (Ruhr)"]],
    ["photo", { credit: "Foto: © Name" }, { credit: "Foto: © Name" }],
    [
      "photos",
      [{ credit: "© Name/ Kreis Soest", file: "foto.jpg", alt: "Ein Beispiel" }],
      [{ credit: "© Name/ Kreis Soest", file: "foto.jpg", alt: "Ein Beispiel" }],
    ],
    [
      "photos",
      [{ credit: "Symbolfoto: A & B", until: "2026-12-31" }],
      [{ credit: "Symbolfoto: A & B", until: at("2026-12-31") }],
    ],
    [
      "attachments",
      [{ file: "Amtsblatt Nr. 12.pdf", title: "Amtsblatt" }],
      [{ file: "Amtsblatt Nr. 12.pdf", title: "Amtsblatt" }],
    ],
    ["contact", "Pressestelle", "Pressestelle"],
    ["contact", { name: "Eva", phone: "02921/303200" }, { name: "Eva", phone: "02921/303200" }],
    [
      "embargo",
      { until: "2019-03-27 12:00", reason: "Sitzung." },
      { until: at("2019-03-27 12:00"), reason: "Sitzung." },
    ],
    ["draft", true, true],
    ["draft", false, false],
    [
      "corrections",
      [{ date: "2019-03-28", note: "Zahl.", minor: true }],
      [{ date: at("2019-03-28"), note: "Zahl.", minor: true }],
    ],
    ["withdrawn", { date: "2019-03-28", reason: "Falsch." }, { date: at("2019-03-28"), reason: "Falsch." }],
    ["events", [{ title: "Fest", start: "2019-04-05" }], [{ title: "Fest", start: at("2019-04-05") }]],
    [
      "events",
      [{ title: "Fest", start: "2019-04-05 18:00", end: "2019-04-05 18:00", place: "Kreishaus, Saal 1" }],
      [
        {
          title: "Fest",
          start: at("2019-04-05 18:00"),
          end: at("2019-04-05 18:00"),
          place: "Kreishaus, Saal 1",
        },
      ],
    ],
    ["follows", "kso.2019.03.26.133", "kso.2019.03.26.133"],
    ["follows", "/pressemitteilungen/2019/03/26/x/", "/pressemitteilungen/2019/03/26/x/"],
    [
      "redirectFrom",
      ["/pressemitteilungen/presseservice/1090657.php"],
      ["/pressemitteilungen/presseservice/1090657.php"],
    ],
    [
      "redirectFrom",
      ["/pressemitteilungen/detailansicht/?id=1107350&x=ä"],
      ["/pressemitteilungen/detailansicht/?id=1107350&x=ä"],
    ],
    ["pinned", true, true],
    ["noindex", true, true],
  ])("is read: %s %j", (field, written, read) => {
    expect(frontMatterSchema.parse({ ...least, [field]: written })).toMatchObject({ [field]: read });
  });

  it.each<[string, unknown]>([
    ["title", ""],
    ["title", "zwei\nZeilen"],
    ["title", "x".repeat(161)],
    ["title", ["Liste"]],
    ["subtitle", "zwei\nZeilen"],
    ["date", "27.03.2019"],
    ["date", "2019-03-31 02:30"],
    ["date", "2019-10-27 02:30"],
    ["pressId", "134"],
    ["pressId", "kso.2019.03.27.134"],
    ["pressId", "KSO.2019.03.27.134.tb"],
    ["printedId", "x".repeat(61)],
    ["tags", "Integration"],
    ["places", "Soest"],
    ["photo", "foto.jpg"],
    ["photos", { credit: "x" }],
    ["attachments", "amtsblatt.pdf"],
    ["contact", ["Pressestelle"]],
    ["embargo", "2019-03-27 12:00"],
    ["draft", "true"],
    ["draft", "ja"],
    ["corrections", "Zahl."],
    ["withdrawn", true],
    ["events", "2019-04-05"],
    ["follows", ["x"]],
    ["redirectFrom", "/alt"],
    ["pinned", "1"],
    ["noindex", "nein"],
  ])("can be wrong: %s %j", (field, written) => {
    expect(wrongFields({ [field]: written })).toEqual([field]);
  });

  it("is described in a sentence for the editor", () => {
    expect(undescribedFields(frontMatterSchema)).toEqual([]);
  });
});

describe("Keys that a release has not are errors", () => {
  it.each([
    "titel",
    "permalink",
    "layout",
    "eleventyComputed",
    "templateEngineOverride",
    "pagination",
    "__proto__x",
    "constructor",
  ])("%s", (key) => {
    expect(faultsOf({ [key]: "x" })).toEqual([`: unknown ${key}`]);
  });

  it.each<[string, object]>([
    ["photo", { photo: { credit: "x", kredit: "x" } }],
    ["photos.0", { photos: [{ credit: "x", url: "https://www.example.org/x.jpg" }] }],
    ["attachments.0", { attachments: [{ file: "a.pdf", title: "x", size: "1" }] }],
    ["contact", { contact: { name: "x", fax: "1" } }],
    ["embargo", { embargo: { until: "2019-03-27", reason: "x", by: "x" } }],
    ["corrections.0", { corrections: [{ date: "2019-03-27", note: "x", by: "x" }] }],
    ["withdrawn", { withdrawn: { date: "2019-03-27", reason: "x", by: "x" } }],
    ["events.0", { events: [{ title: "x", start: "2019-03-27", price: "x" }] }],
  ])("in %s too", (path, given) => {
    expect(wrongFields(given)).toEqual([path]);
  });
});

describe("A photo", () => {
  it("needs a credit", () => {
    expect(wrongFields({ photo: { caption: "x" } })).toEqual(["photo.credit"]);
  });

  it("at hand needs words for those who do not see it", () => {
    expect(faultsOf({ photo: { credit: "x", file: "foto.jpg" } })).toMatchInlineSnapshot(`
      [
        "photo.alt: fehlt. Erwartet wird ein Satz, was auf dem Foto zu sehen ist, für Menschen, die es nicht sehen.",
      ]
    `);
  });

  it("may be given in the short or in the long form, not in both", () => {
    expect(faultsOf({ photo: { credit: "x" }, photos: [{ credit: "y" }] })).toMatchInlineSnapshot(`
      [
        "photo: steht neben photos. Erwartet wird nur eines von beiden; mehrere Fotos gehören in photos.",
      ]
    `);
  });
});

describe("A file lies beside the release", () => {
  it.each(["foto.jpg", "Foto 1 (groß).JPG", "ü.png", "a..b.jpg"])("and may be called %s", (file) => {
    expect(faultsOf({ photo: { credit: "x", alt: "x", file } })).toEqual([]);
  });

  it.each([
    "../foto.jpg",
    "../../etc/passwd",
    "bilder/foto.jpg",
    "/etc/passwd",
    "..",
    ".",
    ".htaccess",
    "..\\foto.jpg",
    "C:\\foto.jpg",
    "https://www.example.org/foto.jpg",
    "//www.example.org/foto.jpg",
    "file:///etc/passwd",
    "data:image/png;base64,AAAA",
    "",
  ])("not elsewhere: %j", (file) => {
    expect(wrongFields({ photo: { credit: "x", alt: "x", file } })).toEqual(["photo.file"]);
    expect(wrongFields({ attachments: [{ title: "x", file }] })).toEqual(["attachments.0.file"]);
  });

  it("and an address on the net is told apart from a path", () => {
    const faults = ["https://www.example.org/foto.jpg", "../foto.jpg"].flatMap((file) =>
      faultsOf({ attachments: [{ title: "x", file }] }),
    );
    expect(faults).toMatchInlineSnapshot(`
      [
        "attachments.0.file: „https://www.example.org/foto.jpg“ ist eine Adresse im Netz. Die Datei muss neben der Pressemitteilung liegen; erwartet wird nur ihr Name wie foto.jpg.",
        "attachments.0.file: „../foto.jpg“ ist kein Dateiname. Die Datei muss neben der Pressemitteilung liegen; erwartet wird nur ihr Name wie foto.jpg.",
      ]
    `);
  });
});

describe("An old address is a path of this site", () => {
  it.each([
    "https://www.example.org/alt",
    "//evil.example/alt",
    "alt.php",
    "",
    "/../alt",
    "/a/../../b",
    "/a?..",
    "/a b",
    "/a\nb",
    "/a#b",
    "/a\\b",
    '/"onclick="',
    "/<script>",
  ])("not %j", (path) => {
    expect(wrongFields({ redirectFrom: [path] })).toEqual(["redirectFrom.0"]);
  });
});

describe("An appointment", () => {
  it.each([
    ["at an instant", "2019-04-05 18:00", "2019-04-05 17:59"],
    ["on a day", "2019-04-05", "2019-04-04"],
    ["on a day, of one that has a time", "2019-04-05 18:00", "2019-04-04"],
    ["at an instant, of one that has none", "2019-04-05", "2019-04-04 23:00"],
  ])("does not end before it starts: %s", (_, start, end) => {
    expect(faultsOf({ events: [{ title: "x", start, end }] })).toEqual([
      "events.0.end: liegt vor start. Erwartet wird ein Ende nach dem Beginn.",
    ]);
  });

  it.each([
    ["2019-04-05 18:00", "2019-04-05"],
    ["2019-04-05", "2019-04-05 18:00"],
    ["2019-04-05", "2019-04-05"],
    ["2019-04-05 18:00", "2019-04-06 02:00"],
  ])("from %s may last until %s", (start, end) => {
    expect(faultsOf({ events: [{ title: "x", start, end }] })).toEqual([]);
  });
});

describe("An embargo, correction or withdrawal is whole", () => {
  it.each<[string, object]>([
    ["embargo.until", { embargo: { reason: "x" } }],
    ["embargo.reason", { embargo: { until: "2019-03-27" } }],
    ["corrections.0.date", { corrections: [{ note: "x" }] }],
    ["corrections.0.note", { corrections: [{ date: "2019-03-27" }] }],
    ["withdrawn.date", { withdrawn: { reason: "x" } }],
    ["withdrawn.reason", { withdrawn: { date: "2019-03-27" } }],
  ])("%s is required", (field, given) => {
    expect(wrongFields(given)).toEqual([field]);
  });
});

describe("All that is wrong is told at once", () => {
  it("rules between fields beside faults of single fields", () => {
    expect(
      wrongFields({
        title: "",
        date: "morgen",
        titel: "x",
        photo: { file: "../x.jpg" },
        photos: [{ credit: "x", file: "a.jpg" }, {}],
        events: [{ start: "2019-04-05", end: "2019-04-04" }],
      }).sort(),
    ).toEqual([
      "",
      "date",
      "events.0.end",
      "events.0.title",
      "photo",
      "photo.alt",
      "photo.credit",
      "photo.file",
      "photos.0.alt",
      "photos.1.credit",
      "title",
    ]);
  });

  it.each<[string, object]>([
    ["photos.0", { photos: [undefined] }],
    ["photos.0", { photos: ["foto.jpg"] }],
    ["events.0", { events: [undefined] }],
    ["photo", { photo: [] }],
    ["events.0.start", { events: [{ title: "x", start: "bald", end: "2019-01-01" }] }],
    ["events.0.end", { events: [{ title: "x", start: "2019-01-01", end: "bald" }] }],
  ])("of an entry of the wrong kind as well: %s", (field, given) => {
    expect(wrongFields(given)).toEqual([field]);
  });

  it.each([[undefined], ["x"], [[]], [true]])("of a head that is none: %j", (head) => {
    expect(frontMatterSchema.safeParse(head).success).toBe(false);
  });

  it("a press ID with what it lacks", () => {
    expect([
      ...faultsOf({ pressId: "134" }),
      ...faultsOf({ pressId: "kso.2019.03.27.134" }),
    ]).toMatchInlineSnapshot(`
      [
        "pressId: „134“ ist keine Presse-ID. Erwartet wird kso.JJJJ.MM.TT.NNN.ZEICHEN wie kso.2019.03.27.134.sm/-rn; eine alte ID, die davon abweicht, gehört in printedId.",
        "pressId: In „kso.2019.03.27.134“ fehlt am Ende das Zeichen der Verfasserin oder des Verfassers. Erwartet wird kso.2019.03.27.134.sm/-rn.",
      ]
    `);
  });
});
