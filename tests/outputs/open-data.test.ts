import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import type { Release } from "../../src/domain/release.ts";
import { catalogFile } from "../../src/outputs/catalog.ts";
import { csv } from "../../src/outputs/csv.ts";
import { type DataLicense, dataYears, openDataFiles } from "../../src/outputs/open-data.ts";
import {
  aCorrection,
  anAttachment,
  anEvent,
  aPhoto,
  aPlace,
  aPressId,
  aRelease,
  aSite,
  aTopic,
  at,
} from "../fixtures/newsroom.ts";
import { AWKWARD_LINE, awkwardLine } from "./awkward-text.ts";
import { everyRendition, fileAt, fingerprint } from "./machine-reader.ts";

const LICENSE: DataLicense = {
  name: "Datenlizenz Deutschland – Namensnennung – Version 2.0",
  url: "http://dcat-ap.de/def/licenses/dl-by-de/2.0",
};

function dataOf(releases: readonly Release[], license?: DataLicense) {
  const site = aSite({ releases }, {}, everyRendition);
  const options = { fingerprint, license };
  const years = dataYears(site, options);
  return [...openDataFiles(site, years, options), catalogFile(site, years, license)];
}

const jsonAt = (files: ReturnType<typeof dataOf>, address: string) => JSON.parse(fileAt(files, address));
const rowsAt = (files: ReturnType<typeof dataOf>, address: string): Record<string, string>[] =>
  parse(fileAt(files, address), { columns: true, bom: true });

function validatorOf(schema: object) {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

const earlier = aRelease({ slug: "frueher", date: at("2018-12-01 09:00") });
const release = aRelease({
  title: "Integration: „Gemeinsam klappt´s“",
  subtitle: "Lokales Bündnis gegründet",
  pressId: aPressId("kso.2019.03.27.134.sm/-rn"),
  topics: [aTopic("Integration"), aTopic("Kita")],
  places: [aPlace("Soest"), aPlace("Möhnesee")],
  photos: [
    aPhoto({
      headline: "An einem Strang",
      caption: "Ein Bündnis",
      alt: "Vier Personen",
      credit: "Foto: Erika Beispiel",
      until: at("2026-12-31"),
    }),
  ],
  attachments: [
    anAttachment({ title: "Amtsblatt", address: "/pressemitteilungen/2019/03/27/beispiel/a.pdf" }),
  ],
  contact: { name: "Pressestelle", phone: "+49 2921 30-3200", email: "presse@example.org" },
  corrections: [aCorrection("2019-03-28 14:30", { note: "Die Uhrzeit stimmte nicht.", minor: true })],
  events: [anEvent("2019-04-05", { title: "Aktionstag", end: at("2019-04-06 12:00"), place: "Soest" })],
  follows: earlier.address,
  isNoindex: true,
});
const withdrawn = aRelease({
  slug: "weg",
  title: "Zurückgezogen",
  subtitle: "Unterzeile",
  withdrawn: { date: at("2019-04-01 09:00"), reason: "Die Zahlen waren falsch." },
});

describe("The data of a year", () => {
  const files = dataOf([release, earlier, withdrawn]);

  it("hold each field of the front matter", () => {
    expect(jsonAt(files, "/daten/2019.json").releases).toEqual([
      {
        id: "tag:presse.example.org,2026:/pressemitteilungen/2019/03/27/beispiel/",
        url: "https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/",
        pressId: "kso.2019.03.27.134.sm/-rn",
        title: "Integration: „Gemeinsam klappt´s“",
        date: "2019-03-27T10:00:00+01:00",
        published: "2019-03-27T10:00:00+01:00",
        modified: "2019-03-28T14:30:00+01:00",
        subtitle: "Lokales Bündnis gegründet",
        tags: ["Integration", "Kita"],
        places: [
          { name: "Soest", key: "05974040" },
          { name: "Möhnesee", key: "05974032" },
        ],
        photos: [
          {
            headline: "An einem Strang",
            caption: "Ein Bündnis",
            alt: "Vier Personen",
            credit: "Foto: Erika Beispiel",
            until: "2026-12-31",
            file: {
              url: "https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/foto-1-1600.jpg",
              type: "image/jpeg",
              width: 1600,
              height: 1200,
              bytes: 500_000,
            },
          },
        ],
        attachments: [
          {
            title: "Amtsblatt",
            url: "https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/a.pdf",
            bytes: 250_000,
          },
        ],
        contact: { name: "Pressestelle", phone: "+49 2921 30-3200", email: "presse@example.org" },
        corrections: [{ date: "2019-03-28T14:30:00+01:00", note: "Die Uhrzeit stimmte nicht.", minor: true }],
        events: [
          { title: "Aktionstag", start: "2019-04-05", end: "2019-04-06T12:00:00+02:00", place: "Soest" },
        ],
        follows: "https://presse.example.org/pressemitteilungen/2018/12/01/frueher/",
        noindex: true,
        ninjs: "https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/ninjs.json",
        text: "Beispieltext.",
      },
    ]);
  });

  it("hold of a withdrawn release its notice alone", () => {
    expect(jsonAt(files, "/daten/2019.json").withdrawn).toEqual([
      {
        id: "tag:presse.example.org,2026:/pressemitteilungen/2019/03/27/weg/",
        url: "https://presse.example.org/pressemitteilungen/2019/03/27/weg/",
        title: "Zurückgezogen",
        date: "2019-03-27T10:00:00+01:00",
        published: "2019-03-27T10:00:00+01:00",
        modified: "2019-04-01T09:00:00+02:00",
        withdrawn: { date: "2019-04-01T09:00:00+02:00", reason: "Die Zahlen waren falsch." },
      },
    ]);
    expect(rowsAt(files, "/daten/2019.csv").map(({ title }) => title)).toEqual([release.title]);
  });

  it("validate against the schema published with them", () => {
    const validate = validatorOf(jsonAt(files, "/daten/schema.json"));
    for (const year of ["2018", "2019"]) {
      validate(jsonAt(files, `/daten/${year}.json`));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ ...jsonAt(files, "/daten/2019.json"), year: "2019" })).toBe(false);
  });

  it("are the same as a table", () => {
    expect(rowsAt(files, "/daten/2019.csv")).toEqual([
      {
        id: "tag:presse.example.org,2026:/pressemitteilungen/2019/03/27/beispiel/",
        url: "https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/",
        pressId: "kso.2019.03.27.134.sm/-rn",
        title: "Integration: „Gemeinsam klappt´s“",
        subtitle: "Lokales Bündnis gegründet",
        date: "2019-03-27T10:00:00+01:00",
        published: "2019-03-27T10:00:00+01:00",
        modified: "2019-03-28T14:30:00+01:00",
        tags: "Integration; Kita",
        places: "Soest; Möhnesee",
        placeKeys: "05974040; 05974032",
        photos: "1",
        photoCredits: "Foto: Erika Beispiel",
        attachments: "https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/a.pdf",
        contactName: "Pressestelle",
        contactPhone: "'+49 2921 30-3200",
        contactEmail: "presse@example.org",
        corrections: "1",
        events: "2019-04-05 Aktionstag",
        follows: "https://presse.example.org/pressemitteilungen/2018/12/01/frueher/",
      },
    ]);
  });

  it("are listed with counts and checksums that hold", () => {
    const index = jsonAt(files, "/daten/index.json");
    expect(index.count).toBe(2);
    expect(
      index.years.map(({ year, count, withdrawnCount }: Record<string, number>) => [
        year,
        count,
        withdrawnCount,
      ]),
    ).toEqual([
      [2019, 1, 1],
      [2018, 1, 0],
    ]);
    for (const year of index.years) {
      for (const { url, bytes, sha256 } of [year.json, year.csv]) {
        const content = fileAt(files, url.replace("https://presse.example.org", ""));
        expect({ bytes, sha256 }).toEqual(fingerprint({ content }));
      }
    }
    const validate = validatorOf(index.recordSchema);
    validate(jsonAt(files, "/daten/2018.json").releases[0]);
    expect(validate.errors).toBeNull();
  });

  it("say that the office must choose a licence until it has", () => {
    expect(jsonAt(files, "/daten/index.json")).toMatchObject({
      license: null,
      licenseStatement: expect.stringContaining("noch keine Lizenz"),
    });
    const licensed = dataOf([release], LICENSE);
    expect(jsonAt(licensed, "/daten/index.json").license).toEqual(LICENSE);
    expect(jsonAt(licensed, "/daten/2019.json").license).toContain(LICENSE.url);
  });

  it("carry any text unchanged", () => {
    fc.assert(
      fc.property(awkwardLine, awkwardLine, (title, credit) => {
        const awkward = dataOf([aRelease({ title, photos: [aPhoto({ credit })] })]);
        const [record] = jsonAt(awkward, "/daten/2019.json").releases;
        const [row] = rowsAt(awkward, "/daten/2019.csv");
        expect(record).toMatchObject({ title, photos: [{ credit }] });
        // One that begins with its own apostrophe and a sign has no other before it.
        expect(row?.title).toBe(/^[=+\-@＝＋－＠]/.test(title) ? `'${title}` : title);
      }),
      { numRuns: 50, examples: [["'=1+1", "x"]] },
    );
  });
});

describe("A spreadsheet", () => {
  it.each(["=1+1", "+49", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"])(
    "finds no formula in a cell of %j",
    (text) => {
      expect(parse(csv([[text]]), { bom: true })).toEqual([[`'${text}`]]);
    },
  );

  it("reads each cell as it is, with the mark that tells UTF-8", () => {
    const table = csv([
      ["a", AWKWARD_LINE],
      ['"', "x\ny"],
    ]);
    expect(table.startsWith("\uFEFF")).toBe(true);
    expect(parse(table, { bom: true })).toEqual([
      ["a", AWKWARD_LINE],
      ['"', "x\ny"],
    ]);
  });
});

describe("The description for data portals", () => {
  const DCAT = "http://www.w3.org/ns/dcat#";
  const DCT = "http://purl.org/dc/terms/";

  async function triplesOf(license?: DataLicense) {
    const files = dataOf([release, earlier], license);
    const quads = await jsonld.toRDF(jsonAt(files, "/daten/dcat.jsonld"));
    return (quads as { subject: Term; predicate: Term; object: Term }[]).map(
      ({ subject, predicate, object }) => [subject.value, predicate.value, object.value] as const,
    );
  }
  type Term = { readonly value: string };

  it("names one dataset with a file for each year and format", async () => {
    const triples = await triplesOf(LICENSE);
    const objects = (predicate: string) =>
      triples.filter(([, each]) => each === predicate).map(([, , value]) => value);
    expect(objects(`${DCAT}dataset`)).toEqual([
      "https://presse.example.org/daten/dcat.jsonld#pressemitteilungen",
    ]);
    expect(objects(`${DCAT}downloadURL`).sort()).toEqual(
      ["2018.csv", "2018.json", "2019.csv", "2019.json"].map(
        (name) => `https://presse.example.org/daten/${name}`,
      ),
    );
    expect(new Set(objects(`${DCT}license`))).toEqual(new Set([LICENSE.url]));
    expect(objects("http://dcat-ap.de/def/dcatde/politicalGeocodingURI")).toEqual([
      "http://dcat-ap.de/def/politicalGeocoding/districtKey/05974",
    ]);
  });

  it("brings the checksum of each file", async () => {
    const [year] = dataYears(aSite({ releases: [release, earlier] }, {}, everyRendition), { fingerprint });
    const sums = (await triplesOf())
      .filter(([, predicate]) => predicate === "http://spdx.org/rdf/terms#checksumValue")
      .map(([, , value]) => value);
    expect(sums).toHaveLength(4);
    expect(sums).toContain(year?.csv.fingerprint.sha256);
  });

  it("claims no licence that the office has not given", async () => {
    const predicates = (await triplesOf()).map(([, predicate]) => predicate);
    expect(predicates).not.toContain(`${DCT}license`);
    expect(predicates).toContain(`${DCT}rights`);
  });
});
