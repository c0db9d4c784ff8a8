import { describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  emailAddress,
  line,
  linkTarget,
  moment,
  paragraph,
  phoneNumber,
  slug,
  webAddress,
} from "../../src/domain/field-types.ts";
import { at } from "../fixtures/newsroom.ts";

const messagesOf = (type: z.ZodType, value: unknown) =>
  type.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe("A line", () => {
  const title = line(160);

  it("is trimmed and otherwise left alone", () => {
    expect(title.parse("  Integration: „Gemeinsam klappt´s“ & mehr <b>  ")).toBe(
      "Integration: „Gemeinsam klappt´s“ & mehr <b>",
    );
  });

  it("is as long as a reader counts it", () => {
    expect(title.parse("ä".repeat(160))).toHaveLength(160);
    expect(title.parse("😀".repeat(160))).toHaveLength(320);
    expect(messagesOf(title, "x".repeat(161))).toMatchInlineSnapshot(`
      [
        "hat 161 Zeichen. Erwartet werden höchstens 160; bitte kürzen.",
      ]
    `);
  });

  it("is one line", () => {
    expect(messagesOf(title, "eins\nzwei")).toMatchInlineSnapshot(`
      [
        "geht über mehrere Zeilen. Erwartet wird eine einzige Zeile.",
      ]
    `);
    expect(messagesOf(title, "eins\rzwei")).toHaveLength(1);
  });

  it("tells both where it is too long and too many", () => {
    expect(messagesOf(line(3), "eins\nzwei")).toHaveLength(2);
  });

  it.each(["", "   ", "\n\n"])("is not empty: %j", (text) => {
    expect(messagesOf(title, text)).not.toHaveLength(0);
  });

  it.each([[undefined], [true], [["x"]], [{}]])("is text: %j is none", (value) => {
    expect(messagesOf(title, value)).toHaveLength(1);
  });
});

describe("A paragraph", () => {
  it("may go over several lines, up to its length", () => {
    expect(paragraph(20).parse(" eins\nzwei ")).toBe("eins\nzwei");
    expect(messagesOf(paragraph(3), "vier")).toEqual([
      "hat 4 Zeichen. Erwartet werden höchstens 3; bitte kürzen.",
    ]);
  });
});

describe("A moment", () => {
  it("is read on the clock of Berlin", () => {
    expect(moment.parse("2019-03-27 10:00")).toEqual(at("2019-03-27 10:00"));
  });

  it("is told with its own fault", () => {
    expect(messagesOf(moment, "27.03.2019")).toEqual([
      "„27.03.2019“ ist kein Datum. Gemeint ist wohl 2019-03-27.",
    ]);
  });
});

describe("A telephone number", () => {
  it.each([
    "02921/303200",
    "02921 30-3200",
    "02921/30-2249",
    "02921 30-0",
    "+49 2921 30-3200",
    "+49 (0)2921 30-3200",
    "(02921) 30-3200",
    "0 29 21 / 30 32 00",
    "115",
  ])("may be written %s", (phone) => {
    expect(phoneNumber.parse(phone)).toBe(phone);
  });

  it.each([
    "",
    "12",
    "Zentrale",
    "02921 30-3200 (Büro)",
    "02921-30-",
    "++49 2921",
    "0292130 3200\n",
    "tel:02921",
    "1".repeat(40),
  ])("is not %j", (text) => {
    expect(messagesOf(phoneNumber, text)[0]).toMatch(
      /ist keine Telefonnummer\. Erwartet wird .* 02921 30-3200\.$/,
    );
  });
});

describe("An e-mail address", () => {
  it.each(["presse@example.org", "vor.nach-name+x@sub.example.org"])("may be %s", (email) => {
    expect(emailAddress.parse(email)).toBe(email);
  });

  it.each([
    "",
    "presse",
    "presse@",
    "@example.org",
    "a b@example.org",
    "a@b",
    "Presse <a@example.org>",
    "a@example.org\nBcc: x@example.org",
  ])("is not %j", (text) => {
    expect(messagesOf(emailAddress, text)[0]).toMatch(/^„.*“ ist keine E-Mail-Adresse\./);
  });
});

describe("A web address", () => {
  it.each([
    "https://www.example.org",
    "http://example.org/a?b=c#d",
    "HTTPS://EXAMPLE.ORG",
    "https://müller.example.org/ü",
  ])("may be %s", (url) => {
    expect(webAddress.parse(url)).toBe(url);
  });

  it.each([
    "",
    "www.example.org",
    "example.org",
    "//example.org",
    "/kontakt/",
    "http:example.org",
    "https:/example.org",
    "https://",
    "https:\\\\example.org",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "https://exa\nmple.org",
    "https://example.org/a b",
    "data:text/html,x",
    "ftp://example.org",
    "file:///etc/passwd",
    "https://name@example.org",
    "https://:wort@example.org",
    "https://$arg_host.example.org",
    'https://a"x=y.example.org',
    "https://a;b.example.org",
  ])("is not %j", (text) => {
    expect(messagesOf(webAddress, text)[0]).toMatch(/^„[^\n]*“ ist keine Internetadresse\./);
  });
});

describe("A link", () => {
  it.each(["/", "/kontakt/", "/termine/#mai", "https://www.example.org"])("may lead to %s", (target) => {
    expect(linkTarget.parse(target)).toBe(target);
  });

  it.each([
    "",
    "kontakt",
    "//evil.example",
    "/\\evil.example",
    "/a b",
    "javascript:alert(1)",
    "mailto:a@example.org",
  ])("may not lead to %j", (target) => {
    expect(messagesOf(linkTarget, target)).toHaveLength(1);
  });
});

describe("A segment of an address", () => {
  it("is small letters, figures and hyphens", () => {
    expect(slug.parse("bad-sassendorf")).toBe("bad-sassendorf");
    expect(messagesOf(slug, "Bad Sassendorf")).toMatchInlineSnapshot(`
      [
        "„Bad Sassendorf“ taugt nicht als Teil einer Adresse. Erwartet werden kleine Buchstaben a–z, Ziffern und Bindestriche wie bad-sassendorf.",
      ]
    `);
  });

  it.each(["", "..", "a/b", "ä", "A", "a_b", "-a", "a-"])("is not %j", (text) => {
    expect(messagesOf(slug, text)).toHaveLength(1);
  });
});

it("A line of invisible characters is no line", () => {
  expect(line(10).safeParse("\u200B\u2060").success).toBe(false);
});
