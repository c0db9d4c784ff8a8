import { describe, expect, it } from "vitest";
import { count, fileSize, filters, telephoneLink } from "../../src/eleventy/filters.ts";
import { aPressId, at } from "../fixtures/newsroom.ts";

/** Shows no-break spaces as ~, so that a table can be read. */
const shown = (text: string) => text.replaceAll("\u00A0", "~");

describe("A layout shows", () => {
  it("a date in figures and in words", () => {
    expect(filters.germanDate("2019-03-27")).toBe("27.03.2019");
    expect(filters.germanLongDate("2019-03-27")).toBe("27. März 2019");
    expect(filters.germanDateTime(at("2019-03-27 10:00"))).toBe("27.03.2019 10:00");
  });

  it("a press ID without its sign", () => {
    expect(filters.shortPressId(aPressId("kso.2019.03.27.134.sm/-rn"))).toBe("kso.2019.03.27.134");
  });

  it("a title in German typography", () => {
    expect(filters.typeset('Integration: "Gemeinsam klappt´s"')).toBe("Integration: „Gemeinsam klappt’s“");
  });
});

describe("A file size", () => {
  it.each([
    [0, "0~Byte"],
    [999, "999~Byte"],
    [1_000, "1~kB"],
    [250_499, "250~kB"],
    [999_499, "999~kB"],
    [999_500, "1~MB"],
    [1_250_000, "1,3~MB"],
    [99_949_999, "99,9~MB"],
    [123_456_789, "123~MB"],
    [1_234_567_890, "1.235~MB"],
  ])("of %i bytes is %s", (bytes, size) => {
    expect(shown(fileSize(bytes))).toBe(size);
  });
});

describe("A telephone number can be dialled (RFC 3966)", () => {
  it.each([
    ["02921 30-3200", "tel:+492921303200"],
    ["02921/303200", "tel:+492921303200"],
    ["02921/30-2249", "tel:+492921302249"],
    ["(02921) 30-0", "tel:+492921300"],
    ["+49 2921 30-0", "tel:+492921300"],
    ["+49 (0)2921 30-0", "tel:+492921300"],
    ["0049 2921 30-0", "tel:+492921300"],
    ["0 29 21 / 30 0", "tel:+492921300"],
    ["115", "tel:115"],
  ])("%s → %s", (phone, link) => {
    expect(telephoneLink(phone)).toBe(link);
  });
});

describe("A number stands with its noun", () => {
  it.each([
    [0, "0~Pressemitteilungen"],
    [1, "1~Pressemitteilung"],
    [2, "2~Pressemitteilungen"],
    [1232, "1.232~Pressemitteilungen"],
  ])("%i", (number, text) => {
    expect(shown(count(number, "Pressemitteilung", "Pressemitteilungen"))).toBe(text);
  });
});
