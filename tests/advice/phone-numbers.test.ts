import { describe, expect, it } from "vitest";
import { passagesOf } from "../../src/advice/passage.ts";
import { phoneAdvice } from "../../src/advice/phone-numbers.ts";
import { written } from "./written.ts";

const OFFICE = { name: "Kreis Soest", pressIdPrefix: "kso" };
const rule = phoneAdvice("02921 30-0");
const adviceOn = (body: string) => rule(written(body), passagesOf(written(body), OFFICE));

describe("A telephone number", () => {
  it.each([
    ["02921/303200", "02921 30-3200"],
    ["02921/30-2249", "02921 30-2249"],
    ["02921 / 30 - 32 00", "02921 30-3200"],
    ["(02921) 30-3200", "02921 30-3200"],
    ["(02921) 303200", "02921 30-3200"],
    ["0 29 21 / 30 32 00", "02921 30-3200"],
    ["02921-303200", "02921 30-3200"],
    ["02921 303200", "02921 30-3200"],
    ["02941/123456", "02941 123456"],
    ["02941 12 34 56", "02941 123456"],
    ["0171/1234567", "0171 1234567"],
    ["0049 2921 30-3200", "+49 2921 30-3200"],
    ["+49 (0)2921 30-3200", "+49 2921 30-3200"],
    ["+49-2921-303200", "+49 2921 30-3200"],
    ["+49 2921/30-0", "+49 2921 30-0"],
  ])("%s is better written %s", (number, expected) => {
    const [advice, ...more] = adviceOn(`Rufnummer: ${number}. Bis dann.`);
    expect(more).toEqual([]);
    expect(advice?.message).toBe(`„${number}“ folgt nicht DIN 5008. Erwartet wird ${expected}.`);
    expect(advice?.column).toBe("Rufnummer: ".length + 1);
  });

  it.each([
    "02921 30-3200",
    "02921\u00A030-3200",
    "+49 2921 30-3200",
    "030 123456",
    "0800 1234567",
    "0180 5 123456",
    "116 117, 110 und 112",
  ])("is right as %s", (number) => {
    expect(adviceOn(`Telefon ${number}`)).toEqual([]);
  });

  it.each([
    "am 01.02.2019 von 08.30 bis 10 Uhr, 03/2019, 01/02/2019, 07/2019-03/2020",
    "DE12 4145 0075 0123 4567 89",
    "IBAN: 0123 4567 89 und Konto 0123 45 67 89",
    "0,50 Euro, 1.232 Menschen, 50 000 Euro, 05 000 000",
    "kso.2019.03.27.134.sm/-rn",
    "Hoher Weg 1-3, 59494 Soest, 01067 Dresden",
    "Gemeindeschlüssel 05974040, Vorlage 0123/2019, Drucksache 058/2019, 0123/2019",
    "Az. 0815/471199",
    "02921/30-3200/-3201",
    "www.example.org/02921/303200 und https://example.org/02921/303200",
    "[anrufen](tel:02921/303200)",
    "B 475, 2,4 km, 0815 %",
    "02921 30-2222 24 Stunden am Tag, 02941 1234 24 Stunden am Tag",
  ])("is none of these: %s", (text) => {
    expect(adviceOn(text)).toEqual([]);
  });

  it("gets no extension invented where the office has none", () => {
    const body = "Telefon 02921/303200";
    expect(phoneAdvice("112")(written(body), passagesOf(written(body), OFFICE))[0]?.message).toContain(
      "Erwartet wird 02921 303200.",
    );
  });

  it("is looked at in the contact of a release", () => {
    const release = written("", { contact: { name: "Beispielstelle", phone: "02921/303200" } });
    expect(rule(release, []).map(({ field }) => field)).toEqual(["contact.phone"]);
    expect(rule(written("", { contact: "Pressestelle" }), [])).toEqual([]);
  });
});
