import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datelineFault, type FoundDateline, splitDateline } from "../../src/domain/dateline.ts";
import { aPressId } from "../fixtures/newsroom.ts";

const ID = "kso.2019.03.27.134.sm/-rn";
const split = (text: string) => splitDateline(text, "Kreis Soest", "kso");

describe("The dateline that leads a text is taken off, for the layout sets it from the press ID", () => {
  it.each([
    ["as it is printed", `Kreis Soest (${ID}). Soest und Bad Sassendorf`],
    ["bold", `**Kreis Soest (${ID}).** Soest und Bad Sassendorf`],
    ["bold with underscores", `__Kreis Soest (${ID}).__ Soest und Bad Sassendorf`],
    ["bold and italic", `***Kreis Soest (${ID}).*** Soest und Bad Sassendorf`],
    ["italic", `_Kreis Soest (${ID})._ Soest und Bad Sassendorf`],
    ["bold but for the full stop", `**Kreis Soest (${ID})**. Soest und Bad Sassendorf`],
    ["with a bold place", `**Kreis Soest** (${ID}). Soest und Bad Sassendorf`],
    ["with a bold ID", `Kreis Soest **(${ID}).** Soest und Bad Sassendorf`],
    ["with both bold by themselves", `**Kreis Soest** **(${ID}).** Soest und Bad Sassendorf`],
    ["with the space inside the emphasis", `**Kreis Soest (${ID}). ** Soest und Bad Sassendorf`],
    ["without the opening bracket", `Kreis Soest ${ID}). Soest und Bad Sassendorf`],
    ["without the closing bracket", `Kreis Soest (${ID}. Soest und Bad Sassendorf`],
    ["without brackets", `Kreis Soest ${ID}. Soest und Bad Sassendorf`],
    ["without the full stop", `Kreis Soest (${ID}) Soest und Bad Sassendorf`],
    ["with a colon", `Kreis Soest (${ID}): Soest und Bad Sassendorf`],
    ["without the space behind it", `Kreis Soest (${ID}).Soest und Bad Sassendorf`],
    ["without full stop and space", `Kreis Soest (${ID})Soest und Bad Sassendorf`],
    ["with the full stop inside", `Kreis Soest (${ID}.) Soest und Bad Sassendorf`],
    ["with square brackets", `Kreis Soest [${ID}]. Soest und Bad Sassendorf`],
    ["with spaces inside the brackets", `Kreis Soest ( ${ID} ). Soest und Bad Sassendorf`],
    ["with no-break spaces", `Kreis\u00A0Soest\u00A0(${ID}).\u00A0Soest und Bad Sassendorf`],
    ["with the date of a reprint", `Kreis Soest [27.03.2019] (${ID}). Soest und Bad Sassendorf`],
    ["behind the date of a reprint", `[27. März 2019] Kreis Soest (${ID}). Soest und Bad Sassendorf`],
    ["before a stray bar", `Kreis Soest (${ID}). | Soest und Bad Sassendorf`],
    ["behind a stray bar", `| Kreis Soest (${ID}). Soest und Bad Sassendorf`],
    ["on a line of its own", `Kreis Soest (${ID}).\nSoest und Bad Sassendorf`],
    ["as a paragraph of its own", `Kreis Soest (${ID})\n\nSoest und Bad Sassendorf`],
    ["behind empty lines", `\n\nKreis Soest (${ID}). Soest und Bad Sassendorf`],
  ])("%s", (_, text) => {
    expect(split(text)).toMatchObject({
      dateline: { place: "Kreis Soest", printedId: ID },
      rest: "Soest und Bad Sassendorf",
    });
  });

  it.each([
    ["an ID alone", `(${ID}) Text`],
    ["an ID on a line of its own", `${ID}\n\nText`],
    ["an ID in brackets on a line of its own", `(${ID})\nText`],
  ])("even where it is %s", (_, text) => {
    expect(split(text)).toMatchObject({ dateline: { place: "", printedId: ID }, rest: "Text" });
  });

  it.each([
    ["with the bare prefix", "Kreis Soest (kso). Text"],
    ["with the bare prefix, bold", "**Kreis Soest (kso).** Text"],
    ["with the bare prefix and no full stop", "Kreis Soest (kso) Text"],
    ["with the bare prefix in capitals", "Kreis Soest (KSO). Text"],
    ["with the bare prefix and no opening bracket", "Kreis Soest kso). Text"],
    ["without any ID", "Kreis Soest. Text"],
    ["without any ID, bold", "**Kreis Soest.** Text"],
    ["without any ID, bold but for the full stop", "**Kreis Soest**. Text"],
    ["without any ID and without the space", "Kreis Soest.Text"],
    ["without any ID, with a date", "Kreis Soest [27.03.2019]. Text"],
    ["without any ID, on a line of its own", "Kreis Soest.\n\nText"],
  ])("%s", (_, text) => {
    const { dateline, rest } = split(text);
    expect(dateline).toEqual({
      place: "Kreis Soest",
      offset: text.search(/kso/i.test(text) ? /kso/i : /Kreis/),
    });
    expect(rest).toBe("Text");
  });

  it.each([
    "Bad Sassendorf",
    "Wickede (Ruhr)",
    "Möhnesee-Körbecke",
    "Soest/Bad Sassendorf",
    "Soest / Bad Sassendorf",
    "Kreis Soest/Lippstadt",
    "Lippstadt/Erwitte/Geseke",
    "St. Georgen",
  ])("with the place %s", (place) => {
    expect(split(`${place} (${ID}). Text`)).toMatchObject({
      dateline: { place, printedId: ID },
      rest: "Text",
    });
    expect(split(`**${place} (kso).** Text`)).toMatchObject({ dateline: { place }, rest: "Text" });
  });

  it.each([
    ["a sign in capitals", "kso.2019.03.27.134.SM/-RN"],
    ["the office in capitals", "KSO.2019.03.27.134.sm/-rn"],
    ["a question mark for a dash", "kso.2019.03.27.134.sm/?rn"],
    ["a space", "kso. 2019.03.27.134.sm/-rn"],
    ["a space in the sign", "kso.2019.03.27.134.sm - rn"],
    ["a short number", "kso.2019.03.27.9.sm"],
    ["no number", "kso.2019.03.27"],
    ["a note", "kso.2019.03.27.134.sm/-rn, korrigiert"],
  ])("with an ID damaged by %s, which is kept as it was printed", (_, printedId) => {
    expect(split(`Kreis Soest (${printedId}). Text`)).toMatchObject({
      dateline: { printedId },
      rest: "Text",
    });
  });

  it("and where its ID stands is known to the letter", () => {
    for (const text of [`**Kreis Soest (${ID}).** Text`, `\n [1.2.2019] Soest **( ${ID}).** Text`]) {
      expect(split(text).dateline?.offset).toBe(text.indexOf("kso"));
    }
    expect(splitDateline("Essener Kreis (es). Text", "x", "es").dateline?.offset).toBe(15);
    expect(split("\n**Kreis Soest.** Text").dateline?.offset).toBe(3);
  });

  it.each([
    [
      "a paragraph that is bold as a whole",
      `**Kreis Soest (${ID}). Alles fett.** Rest`,
      "**Alles fett.** Rest",
    ],
    ["a bold word behind it", `Kreis Soest (${ID}). **Achtung:** Rest`, "**Achtung:** Rest"],
    ["a bold word glued to it", `Kreis Soest (${ID})**Achtung:** Rest`, "**Achtung:** Rest"],
    ["a bold word behind a bold dateline", `**Kreis Soest (${ID}).** **Achtung:** Rest`, "**Achtung:** Rest"],
    ["a list behind it", `Kreis Soest (${ID}).\n\n* eins\n* zwei`, "* eins\n* zwei"],
    ["a table behind it", `Kreis Soest (${ID}).\n\n| a | b |\n|---|---|`, "| a | b |\n|---|---|"],
    ["a number behind it", `Kreis Soest (${ID}) 120 Kinder`, "120 Kinder"],
    ["a quote behind it", `Kreis Soest (${ID}) „Ja“, sagt`, "„Ja“, sagt"],
    ["nothing behind it", `**Kreis Soest (${ID}).**`, ""],
  ])("and leaves the Markdown whole: %s", (_, text, rest) => {
    expect(split(text).rest).toBe(rest);
  });
});

describe("What only looks like a dateline stays in the text", () => {
  it.each([
    "Der Kreis Soest lädt ein.",
    "Kreis Soest und Stadt Lippstadt laden ein.",
    "Kreis Soest lädt ein (kso).",
    "Kreis Soest: Alles neu.",
    "Kreis Soest – Alles neu.",
    "Kreis Soest GmbH. Text",
    "Kreis Soester Liste. Text",
    "Soest. Text",
    "Hochsauerlandkreis. Text",
    "Stadt Soest (Rathaus). Text",
    `Kreis Soest (${ID}) wurde zurückgezogen.`,
    "Meldung kso.2019.03.27.134.tb ist überholt.",
    "kso.de ist eine Adresse.",
    "Kreis Soest (hsk.2019.03.27.134.tb). Text",
    `# Kreis Soest (${ID}). Text`,
    `> Kreis Soest (${ID}). Text`,
    `* Kreis Soest (${ID}). Text`,
    `Es regnet. Kreis Soest (${ID}). Text`,
    "[Kreis Soest](https://www.example.org). Text",
    "| Kreis Soest | Zahl |\n|---|---|\n| a | 1 |",
    "",
    " ",
  ])("%j", (text) => {
    expect(split(text)).toEqual({ rest: text });
  });

  it("whatever it is: a text without its office's name or ID comes back unchanged", () => {
    const text = fc.string({ unit: fc.constantFrom(..."Kreis Soest(kso).[]*_|\n 12.Äß„“") });
    fc.assert(
      fc.property(text, (written) => {
        fc.pre(!/kso|Kreis\sSoest/i.test(written));
        expect(split(written)).toEqual({ rest: written });
      }),
    );
  });

  it("and an office's name is no pattern", () => {
    expect(splitDateline("Kreis A+B (West). Text", "Kreis A+B (West)", "kab").rest).toBe("Text");
    expect(splitDateline("Kreis AAB. Text", "Kreis A+B", "kab").dateline).toBeUndefined();
  });
});

describe("A dateline of a hostile length", () => {
  it.each([
    " ",
    "*",
    "_* ",
    "Kreis ",
    "(",
    "[",
    "A.",
    "A/",
    "(A)",
    "kso.1",
    "Kreis Soest (kso.",
    "[1. ",
    "| ",
    "\n",
  ])("of repeated %j is answered", (unit) => {
    for (const head of ["", "Kreis Soest", "Kreis Soest (kso.2019.", "**Kreis Soest [1."]) {
      const text = head + unit.repeat(50_000);
      expect(text.endsWith(split(text).rest)).toBe(true);
    }
  });
});

describe("A dateline must agree with the head of the file", () => {
  const found = (printedId?: string): FoundDateline => ({
    place: "Kreis Soest",
    offset: 0,
    ...(printedId !== undefined && { printedId }),
  });
  const pressId = aPressId(ID);

  it.each([
    ["the same ID", found(ID), { pressId }],
    ["the same ID without sign", found("kso.2019.03.27.134"), { pressId }],
    ["no ID", found(), { pressId }],
    ["no ID anywhere", found(), {}],
    [
      "the ID as it was printed",
      found("kso.2012.03.27.134.tb"),
      { pressId, printedId: "kso.2012.03.27.134.tb" },
    ],
    ["a printed ID alone", found("kso.1.tb"), { printedId: "kso.1.tb" }],
  ])("it does with %s", (_, dateline, head) => {
    expect(datelineFault(dateline, head)).toBeUndefined();
  });

  it("and another ID is told with both", () => {
    expect(datelineFault(found("kso.2019.03.27.135.sm/-rn"), { pressId })).toMatchInlineSnapshot(
      `"Der Text beginnt mit der ID kso.2019.03.27.135.sm/-rn, im Kopf steht kso.2019.03.27.134.sm/-rn. Erwartet wird an beiden Stellen dieselbe; die Spitzmarke im Text darf auch wegfallen."`,
    );
  });

  it("another sign is another ID", () => {
    expect(datelineFault(found("kso.2019.03.27.134.tb"), { pressId })).toContain(`im Kopf steht ${ID}`);
  });

  it("a wrong year is told with the ID as it was printed", () => {
    expect(
      datelineFault(found("kso.2019.03.27.134.tb"), { pressId, printedId: "kso.2012.03.27.134.tb" }),
    ).toContain("im Kopf steht kso.2012.03.27.134.tb");
  });

  it("an ID that the head lacks is told with the field to add", () => {
    expect(datelineFault(found(ID), {})).toMatchInlineSnapshot(
      `"Der Text beginnt mit der ID kso.2019.03.27.134.sm/-rn, die im Kopf fehlt. Bitte dort „pressId: kso.2019.03.27.134.sm/-rn“ eintragen."`,
    );
  });

  it("a damaged ID belongs into printedId", () => {
    expect(datelineFault(found("kso.2019.03.27.134.sm/?rn"), {})).toMatchInlineSnapshot(
      `"Der Text beginnt mit der ID kso.2019.03.27.134.sm/?rn, die im Kopf fehlt. Bitte dort „printedId: kso.2019.03.27.134.sm/?rn“ eintragen."`,
    );
  });
});
