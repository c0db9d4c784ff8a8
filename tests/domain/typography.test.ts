import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bindWithNoBreakSpaces,
  germanQuotes,
  plainSpaces,
  typesetLine,
} from "../../src/domain/typography.ts";

/** Shows no-break spaces as ~, so that a table can be read. */
const shown = (text: string) => text.replaceAll("\u00A0", "~");

describe("What belongs on one line is bound", () => {
  it.each([
    ["day and month", "am 3. März und 26. Dezember 2019", "am 3.~März und 26.~Dezember 2019"],
    ["both days of a range", "vom 1. Mai bis 2. Juni", "vom 1.~Mai bis 2.~Juni"],
    ["the time", "um 10 Uhr, 18:30 Uhr und 10 bis 12 Uhr", "um 10~Uhr, 18:30~Uhr und 10 bis 12~Uhr"],
    ["date and time in one", "3. März 2019 um 10 Uhr", "3.~März 2019 um 10~Uhr"],
    ["money", "5 Euro, 3,50 €, 20 Cent", "5~Euro, 3,50~€, 20~Cent"],
    ["large money", "3 Mio. Euro, 2,5 Mrd. €, 4 Millionen Euro", "3~Mio.~Euro, 2,5~Mrd.~€, 4~Millionen Euro"],
    ["percent and degrees", "10 %, 10 Prozent, 20 °C", "10~%, 10~Prozent, 20~°C"],
    ["measures", "50 km/h auf 3 km, 20 m², 5 l, 3 t", "50~km/h auf 3~km, 20~m², 5~l, 3~t"],
    ["thousands", "306 700 Menschen, 1 000 000 Euro", "306~700 Menschen, 1~000~000~Euro"],
    ["title and name", "Dr. Stefan Buchholt, Prof. Dr. Eva", "Dr.~Stefan Buchholt, Prof.~Dr.~Eva"],
    [
      "long titles",
      "Dr. med. Eva, Dr. rer. nat. Kim, Dr. h. c. Max",
      "Dr.~med.~Eva, Dr.~rer.~nat.~Kim, Dr.~h.~c.~Max",
    ],
    ["a saint", "St. Patrokli", "St.~Patrokli"],
    ["paragraphs of law", "§ 18 Abs. 2 Nr. 3, §§ 5 und 6, Art. 3", "§~18 Abs.~2 Nr.~3, §§~5 und 6, Art.~3"],
    ["roads", "die B 229, A 44, L 747 und K 12", "die B~229, A~44, L~747 und K~12"],
    ["telephone", "Tel. 02921 30-3200", "Tel.~02921 30-3200"],
    [
      "for example",
      "z. B. hier, d. h. dort, u. a. auch, i. d. R. so",
      "z.~B. hier, d.~h. dort, u.~a. auch, i.~d.~R. so",
    ],
    ["from left to right", "v. l. n. r. Eva und Kim", "v.~l.~n.~r. Eva und Kim"],
    ["before and after Christ", "50 v. Chr. und 50 n. Chr.", "50 v.~Chr. und 50 n.~Chr."],
    ["retired", "Landrat a. D. Kim", "Landrat a.~D. Kim"],
    ["a dash to the word before it", "Soest – das ist – gut", "Soest~– das ist~– gut"],
  ])("%s", (_, text, bound) => {
    expect(shown(bindWithNoBreakSpaces(text))).toBe(bound);
  });
});

describe("What may part is left alone", () => {
  it.each([
    "18- bis 27-jährige Flüchtlinge",
    "1.232 dieser Menschen",
    "27.03.2019 10:00",
    "126. März",
    "der 3. Platz",
    "10 machen 5 liegen 3 teilen",
    "10 Uhren und 5 Eurocent",
    "10 Prozentpunkte",
    "in 59494 Soest",
    "02921 30-3200",
    "im Jahr 2019 120 Kinder",
    "Plan B 3000er",
    "EU A 5a",
    "Dr. und Prof. sind Titel",
    "XDr. Eva",
    "Soest - Lippstadt",
    "Soest –Lippstadt",
    "– am Anfang",
    "Klasse. B. ist gut",
    "z.B. hier",
    "am 3.\tMärz",
    "",
    " ",
  ])("%j", (text) => {
    expect(bindWithNoBreakSpaces(text)).toBe(text);
  });
});

describe("The apostrophe is ’, whichever of its marks was typed", () => {
  it.each([
    "Gemeinsam klappt´s",
    "Gemeinsam klappt’s",
    "Gemeinsam klappt's",
    "Gemeinsam klappt`s",
    "Gemeinsam klappt‘s",
  ])("%s", (text) => {
    expect(germanQuotes(text)).toBe("Gemeinsam klappt’s");
  });

  it.each([
    ["'s war einmal", "’s war einmal"],
    ["´s war einmal", "’s war einmal"],
    ["‘s war einmal", "’s war einmal"],
    ["die '90er Jahre", "die ’90er Jahre"],
    ["'ne gute Idee", "’ne gute Idee"],
    ["Hans' Auto, Hans´ Haus", "Hans’ Auto, Hans’ Haus"],
    ["Rock 'n' Roll", "Rock ’n’ Roll"],
    ["O´Neill, d'accord, Ku`damm", "O’Neill, d’accord, Ku’damm"],
    ["„Hans' Auto“", "„Hans’ Auto“"],
    ['"Gemeinsam klappt\'s"', "„Gemeinsam klappt’s“"],
    ["„Gemeinsam klappt`s“, „Gemeinsam klappt´s“", "„Gemeinsam klappt’s“, „Gemeinsam klappt’s“"],
    ["‚Hans’ Auto‘", "‚Hans’ Auto‘"],
  ])("%s → %s", (text, set) => {
    expect(germanQuotes(text)).toBe(set);
  });
});

describe("Quotes are „…“ and inside them ‚…‘", () => {
  it.each([
    ["straight", '"so"', "„so“"],
    ["straight, in brackets", '("so")', "(„so“)"],
    ["straight, before punctuation", '"so", "so"; "so"! "so."', "„so“, „so“; „so“! „so.“"],
    ["straight, in a compound", 'das "so"-Beispiel', "das „so“-Beispiel"],
    ["straight, with a dash between", '"so" – "so"', "„so“ – „so“"],
    ["English", "“so” and “so”", "„so“ and „so“"],
    ["Swedish", "”so”", "„so“"],
    ["German already", "„so“", "„so“"],
    ["German, closed straight", '„so" und „so"', "„so“ und „so“"],
    ["German, closed as in English", "„so”", "„so“"],
    ["opened straight, closed German", '"so“', "„so“"],
    ["opened and closed with “", "“so“", "„so“"],
    ["of three kinds in one line", 'zu „A“, „B" und “C”', "zu „A“, „B“ und „C“"],
    ["single", "'so' und ´so´", "‚so‘ und ‚so‘"],
    ["single German already", "‚so‘", "‚so‘"],
    ["straight in straight", "Er sagt: \"Sie sagt: 'Ja'\"", "Er sagt: „Sie sagt: ‚Ja‘“"],
    ["double in double, straight", '„Wir nennen es "Gemeinsam" hier“', "„Wir nennen es ‚Gemeinsam‘ hier“"],
    ["double in double, at the end", "„Er sagte: „Nein““", "„Er sagte: ‚Nein‘“"],
    ["double in single", "'a \"b\" c'", "‚a „b“ c‘"],
    ["French stay", "»so« und «so»", "»so« und «so»"],
    ["opened in this paragraph, closed in another", '"Erster Absatz.', "„Erster Absatz."],
    ["closed in this paragraph, opened in another", 'Letzter Absatz."', "Letzter Absatz.“"],
    ["around nothing", '""', "„“"],
  ])("%s", (_, text, set) => {
    expect(germanQuotes(text)).toBe(set);
  });

  it.each([['ein 5" Rohr'], ['27" breit'], ['a"b'], [' " '], ["„offen"], ["geschlossen“"], ["„zwei „offen"]])(
    "but %j stays",
    (text) => {
      expect(germanQuotes(text)).toBe(text);
    },
  );

  it("feet are set as an apostrophe, inches stay", () => {
    expect(germanQuotes("5' 10\" groß")).toBe('5’ 10" groß');
  });
});

describe("A title, caption or credit", () => {
  it("is set as the seed release needs it", () => {
    expect(typesetLine("Integration: „Gemeinsam klappt´s“")).toBe("Integration: „Gemeinsam klappt’s“");
    expect(shown(typesetLine("am Dienstag, 26. März 2019, mit Dr. Stefan Buchholt"))).toBe(
      "am Dienstag, 26.~März 2019, mit Dr.~Stefan Buchholt",
    );
  });

  it("is no markup", () => {
    const text = "<b>1 & 2</b> *drei* [vier](fünf) {{ sechs }} \\ & &amp;";
    expect(typesetLine(text)).toBe(text);
  });
});

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', "„", "“", "”", "'", "´", "`", "‘", "’", " ", " ", ".", ",", "(", ")", "–", "-"),
      fc.constantFrom("Kreis", "s", "5", "000", "März", "3.", "Dr.", "z.", "B.", "Uhr", "10", "n", "😀"),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

describe("Typesetting", () => {
  it("changes nothing when done again", () => {
    fc.assert(
      fc.property(words, (text) => {
        const set = typesetLine(text);
        expect(typesetLine(set)).toBe(set);
      }),
      { numRuns: 2_000 },
    );
  });

  it("keeps a text's length and all but its quotes and spaces", () => {
    const bare = (text: string) => text.replace(/["„“”'´`‚‘’ \u00A0]/g, "·");
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: "binary" })), (text) => {
        expect(bare(typesetLine(text))).toBe(bare(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '"',
    "'",
    "„",
    "„a“ ",
    '"a ',
    "'a ",
    "a' ",
    "‚'",
    "“”",
    "z. ",
    "1 000 ",
    "Dr. ",
    "3. März ",
    "– ",
    " ",
  ])("answers a hundred thousand times %j", (unit) => {
    expect(typesetLine(unit.repeat(100_000))).toHaveLength(unit.length * 100_000);
  });
});

describe("For machines and clipboards", () => {
  it("no-break spaces are spaces and soft hyphens are gone", () => {
    expect(plainSpaces("26.\u00A0März, Kreis\u00ADhaus")).toBe("26. März, Kreishaus");
  });
});
