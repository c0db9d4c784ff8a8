import { describe, expect, it } from "vitest";
import type { z } from "zod";
import {
  alertAt,
  currentSigningKeys,
  officeSchema,
  placesSchema,
  servicesSchema,
  standingPageSchema,
  topicsSchema,
} from "../../src/domain/office.ts";
import { anOffice, at, instantOf, MUNICIPALITIES, TOPICS } from "../fixtures/newsroom.ts";
import { undescribedFields } from "./undescribed-fields.ts";

describe("An office", () => {
  it("needs no more than its name, addresses, prefix, contacts and who answers for it", () => {
    expect(officeSchema.parse(anOffice())).toEqual(anOffice());
  });

  it("may have channels, quick links and an alert", () => {
    const whole = {
      ...anOffice(),
      homepage: "https://www.example.org",
      email: "post@example.org",
      social: [{ network: "x", name: "Twitter/X", url: "https://x.example.org/kreis" }],
      quickLinks: [
        { name: "Kontakt", url: "/kontakt/" },
        { name: "Kreishaus", url: "https://www.example.org/" },
      ],
      alert: { text: "Sirenenprobe um 11 Uhr.", url: "/kontakt/", until: "2026-12-31" },
    };
    expect(officeSchema.parse(whole)).toEqual({
      ...whole,
      alert: { ...whole.alert, until: at("2026-12-31") },
    });
  });

  it.each<[string, object]>([
    ["a prefix with a dot", { pressIdPrefix: "k.so" }],
    ["a prefix in capitals", { pressIdPrefix: "KSO" }],
    ["no press contact", { pressContacts: [] }],
    [
      "a network without an icon",
      { social: [{ network: "myspace", name: "x", url: "https://x.example.org" }] },
    ],
    ["a script for a link", { quickLinks: [{ name: "x", url: "javascript:alert(1)" }] }],
    ["another host for a path", { quickLinks: [{ name: "x", url: "//evil.example" }] }],
    ["another host for a path, disguised", { quickLinks: [{ name: "x", url: "/\\evil.example" }] }],
    ["an address without a scheme", { url: "presse.example.org" }],
    ["an address with a path, which is the build's to set", { url: "https://example.org/presse/" }],
    ["an address with a query", { url: "https://example.org?x=1" }],
    ["an unknown key", { fax: "02921 30-1" }],
  ])("is wrong with %s", (_, given) => {
    expect(officeSchema.safeParse({ ...anOffice(), ...given }).success).toBe(false);
  });
});

describe("The keys an office signs with", () => {
  const KEY = "RWRs7cAnRNuQ/lU66Vp8Dgq6py/8NVuO6/E5U7DH6jUBFHeQ1zo+nnrL";
  const since = "2026-11-22";
  const faultsOf = (...signingKeys: object[]) =>
    officeSchema.safeParse({ ...anOffice(), signingKeys }).error?.issues.map(({ message }) => message) ?? [];

  it("may be several; those that ended or were revoked stay known and sign no more", () => {
    const { signingKeys } = officeSchema.parse({
      ...anOffice(),
      signingKeys: [
        { key: KEY, since },
        { key: KEY.replace("RWR", "RWS"), since, until: "2026-12-31" },
        { key: KEY.replace("RWR", "RWT"), since, revoked: "Gestohlen." },
      ],
    });
    expect(signingKeys).toHaveLength(3);
    expect(currentSigningKeys({ signingKeys }).map(({ key }) => key)).toEqual([KEY]);
    expect(currentSigningKeys({})).toEqual([]);
  });

  it.each(["", KEY.slice(1), `${KEY}A`, KEY.replace("/", "-"), "-x", "RWQ"])("are not keys: %j", (key) => {
    expect(faultsOf({ key, since })).toMatchObject([expect.stringContaining("kein öffentlicher Schlüssel")]);
  });

  it("are public: a secret one is refused and not repeated", () => {
    const key = `RWRTY0Iy${"A".repeat(204)}`;
    expect(faultsOf({ key, since })).toEqual([
      "ist ein geheimer Schlüssel. Er gehört nicht in diese Datei: bitte ein neues Paar erzeugen und hier die Zeile mit RW aus der .pub-Datei eintragen.",
    ]);
  });

  it("say since when", () => {
    expect(faultsOf({ key: KEY })).toHaveLength(1);
  });
});

describe("An alert", () => {
  const alert = { text: "Sirenenprobe um 11 Uhr." };

  it("stands until it is taken out", () => {
    expect(alertAt(anOffice({ alert }), instantOf("2199-01-01"))).toEqual(alert);
    expect(alertAt(anOffice(), 0)).toBeUndefined();
  });

  it("or through the day it names", () => {
    const office = anOffice({ alert: { ...alert, until: at("2026-09-10") } });
    expect(alertAt(office, instantOf("2026-09-10 23:59"))).toMatchObject(alert);
    expect(alertAt(office, instantOf("2026-09-11 00:00"))).toBeUndefined();
  });
});

describe("Lists of the office", () => {
  it("hold the recurring topics and the 14 municipalities with their official keys", () => {
    expect(topicsSchema.parse(TOPICS)).toHaveLength(26);
    expect(
      placesSchema.parse(MUNICIPALITIES).map(({ name, key }) => `${key} ${name}`),
    ).toMatchInlineSnapshot(`
      [
        "05974004 Anröchte",
        "05974008 Bad Sassendorf",
        "05974012 Ense",
        "05974016 Erwitte",
        "05974020 Geseke",
        "05974024 Lippetal",
        "05974028 Lippstadt",
        "05974032 Möhnesee",
        "05974036 Rüthen",
        "05974040 Soest",
        "05974044 Warstein",
        "05974048 Welver",
        "05974052 Werl",
        "05974056 Wickede (Ruhr)",
      ]
    `);
  });

  it.each<[string, z.ZodType, unknown]>([
    ["a topic without a slug", topicsSchema, [{ name: "Kita" }]],
    ["a slug with an umlaut", topicsSchema, [{ name: "Öffnung", slug: "öffnung" }]],
    ["a slug that climbs out", topicsSchema, [{ name: "x", slug: "../x" }]],
    ["a key of seven digits", placesSchema, [{ name: "x", slug: "x", key: "0597404" }]],
    ["a service that runs code", servicesSchema, [{ name: "x", url: "javascript:x" }]],
    ["a page without a title", standingPageSchema, {}],
    ["a page with a layout of its own", standingPageSchema, { title: "x", layout: "y" }],
  ])("are wrong with %s", (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

describe("Every field", () => {
  it.each<[string, z.ZodType]>([
    ["kreis.yaml", officeSchema],
    ["themen.yaml", topicsSchema],
    ["orte.yaml", placesSchema],
    ["a-z.yaml", servicesSchema],
    ["seiten/*.md", standingPageSchema],
  ])("of %s is described", (_, schema) => {
    expect(undescribedFields(schema)).toEqual([]);
  });
});
