import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatPressId,
  formatShortPressId,
  isSamePressId,
  type PressId,
  parsePressId,
} from "../../src/domain/press-id.ts";
import { aPressId } from "../fixtures/newsroom.ts";

describe("A press ID names its office, day, running number and sign", () => {
  it("is read into its parts", () => {
    expect(parsePressId("kso.2019.03.27.134.sm/-rn")).toEqual({
      prefix: "kso",
      day: "2019-03-27",
      number: 134,
      sign: "sm/-rn",
    });
  });

  it.each([
    ["author and editor", "sm/-rn"],
    ["another author", "tw/-rn"],
    ["an editor of three letters", "ht/jdw"],
    ["an editor without a dash", "mh/tw"],
    ["an author alone", "tb"],
    ["an author of three letters", "amb"],
    ["an editor alone", "-rn"],
    ["initials with an umlaut", "jä/öß"],
  ])("may be signed by %s: %s", (_, sign) => {
    expect(parsePressId(`kso.2019.03.27.134.${sign}`)?.sign).toBe(sign);
  });

  it("may come without a sign, as short links have it", () => {
    expect(parsePressId("kso.2019.03.27.134")).toEqual({ prefix: "kso", day: "2019-03-27", number: 134 });
  });

  it.each([
    ["001", 1],
    ["099", 99],
    ["780", 780],
    ["1000", 1000],
    ["12345", 12345],
  ])("counts through the year in at least three digits: %s", (digits, number) => {
    expect(parsePressId(`kso.2019.03.27.${digits}.tb`)?.number).toBe(number);
  });

  it("may be dated on a leap day", () => {
    expect(parsePressId("kso.2020.02.29.001.tb")?.day).toBe("2020-02-29");
  });

  it.each([
    ["nothing", ""],
    ["the office alone", "kso"],
    ["capital letters in the office", "KSO.2019.03.27.134.tb"],
    ["an office of one letter", "k.2019.03.27.134.tb"],
    ["a month in one digit", "kso.2019.3.27.134.tb"],
    ["a day that no calendar has", "kso.2019.02.30.134.tb"],
    ["a leap day in a common year", "kso.2019.02.29.134.tb"],
    ["month 13", "kso.2019.13.01.134.tb"],
    ["number 0", "kso.2019.03.27.000.tb"],
    ["a number of two digits", "kso.2019.03.27.34.tb"],
    ["a needless leading zero", "kso.2019.03.27.0134.tb"],
    ["a number of six digits", "kso.2019.03.27.123456.tb"],
    ["a dot and no sign", "kso.2019.03.27.134."],
    ["a sign that breaks off", "kso.2019.03.27.134.sm/"],
    ["a sign without first initials but with a slash", "kso.2019.03.27.134./-rn"],
    ["a sign in capitals", "kso.2019.03.27.134.SM"],
    ["three signs", "kso.2019.03.27.134.sm/-rn/tb"],
    ["initials of five letters", "kso.2019.03.27.134.mueller"],
    ["a sign glued to the number", "kso.2019.03.27.134sm"],
    ["hyphens for dots", "kso-2019-03-27-134-tb"],
    ["brackets", "(kso.2019.03.27.134.tb)"],
    ["space around it", " kso.2019.03.27.134.tb "],
    ["a line end behind it", "kso.2019.03.27.134.tb\n"],
    ["digits of another script", "kso.２０１９.03.27.134.tb"],
  ])("is none with %s: %j", (_, text) => {
    expect(parsePressId(text)).toBeUndefined();
  });

  it("is printed with sign and linked without", () => {
    const id = aPressId("kso.2019.03.27.007.sm/-rn");
    expect(formatPressId(id)).toBe("kso.2019.03.27.007.sm/-rn");
    expect(formatShortPressId(id)).toBe("kso.2019.03.27.007");
  });
});

const day = fc
  .date({ min: new Date("1949-01-01T00:00Z"), max: new Date("2199-12-31T00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const initials = fc.string({ unit: fc.constantFrom(..."abcxyzäöüß"), minLength: 1, maxLength: 4 });
const dashed = fc.tuple(fc.constantFrom("", "-"), initials).map((parts) => parts.join(""));
const sign = fc.oneof(
  dashed,
  fc.tuple(dashed, dashed).map((signs) => signs.join("/")),
);
const pressId: fc.Arbitrary<PressId> = fc
  .record({
    prefix: fc.string({ unit: fc.constantFrom(..."ksoäöüß"), minLength: 2, maxLength: 8 }),
    day,
    number: fc.integer({ min: 1, max: 99_999 }),
    sign: fc.option(sign),
  })
  .map(({ sign, ...short }) => (sign === null ? short : { ...short, sign }));

describe("Whatever ID is printed can be read again", () => {
  it("parses what it formats", () => {
    fc.assert(
      fc.property(pressId, (id) => {
        expect(parsePressId(formatPressId(id))).toEqual(id);
      }),
    );
  });

  it("formats what it parses, letter by letter", () => {
    const nearlyAnId = fc.stringMatching(
      /^k?so\.20[12]\d\.[01]\d\.[0-3]\d\.\d{2,6}(\.-?[a-z]{0,5}(\/-?rn)?)?$/,
    );
    fc.assert(
      fc.property(nearlyAnId, (text) => {
        const id = parsePressId(text);
        if (id !== undefined) expect(formatPressId(id)).toBe(text);
      }),
    );
  });
});

describe("Two IDs", () => {
  it.each([
    ["kso.2019.03.27.134.sm/-rn", "kso.2019.03.27.134.sm/-rn", true],
    ["kso.2019.03.27.134.sm/-rn", "kso.2019.03.27.134", true],
    ["kso.2019.03.27.134", "kso.2019.03.27.134.tb", true],
    ["kso.2019.03.27.134.sm/-rn", "kso.2019.03.27.134.tb", false],
    ["kso.2019.03.27.134", "kso.2019.03.27.135", false],
    ["kso.2019.03.27.134", "kso.2018.03.27.134", false],
    ["kso.2019.03.27.134", "hsk.2019.03.27.134", false],
  ])("%s and %s name one release: %s", (a, b, isSame) => {
    expect(isSamePressId(aPressId(a), aPressId(b))).toBe(isSame);
    expect(isSamePressId(aPressId(b), aPressId(a))).toBe(isSame);
  });
});
