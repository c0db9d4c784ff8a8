import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Release } from "../../src/domain/release.ts";
import { PHOTO_TERMS } from "../../src/domain/rendition.ts";
import { ninjsFile } from "../../src/outputs/ninjs.ts";
import { textFile } from "../../src/outputs/text.ts";
import {
  aCorrection,
  aPhoto,
  aPhotoNotAtHand,
  aPlace,
  aPressId,
  aRelease,
  aSite,
  aTopic,
  at,
} from "../fixtures/newsroom.ts";
import { awkwardLine } from "./awkward-text.ts";
import { everyRendition } from "./machine-reader.ts";

const schema = JSON.parse(
  readFileSync(new URL("../fixtures/iptc/ninjs-schema_3.1.json", import.meta.url), "utf8"),
);
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
// The schema refers to GeoJSON's, which is not IPTC's and which no release uses.
ajv.addSchema({ $id: "https://geojson.org/schema/GeoJSON.json", not: {} });
const validate = ajv.compile(schema);

function faultsOf(item: unknown): string[] {
  validate(item);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function ninjsOf(release: Release) {
  const site = aSite({ releases: [release] }, {}, everyRendition);
  const [shown] = site.edition.releases;
  return JSON.parse(shown ? ninjsFile(shown, site).content : "");
}

const release = aRelease({
  title: "Integration: „Gemeinsam klappt´s“",
  subtitle: "Lokales Bündnis gegründet",
  pressId: aPressId("kso.2019.03.27.134.sm/-rn"),
  topics: [aTopic("Integration")],
  places: [aPlace("Soest"), aPlace("Bad Sassendorf")],
  photos: [
    aPhoto({
      headline: "An einem Strang",
      caption: "Ein Bündnis",
      alt: "Vier Personen",
      credit: "Foto: Erika Beispiel/ Kreis Soest",
      until: at("2026-12-31"),
    }),
    aPhotoNotAtHand({ credit: "© Beispiel & Sohn" }),
  ],
  corrections: [
    aCorrection("2019-03-29", { note: "Zweite Berichtigung." }),
    aCorrection("2019-03-28 14:30", { note: "Die Uhrzeit stimmte nicht." }),
  ],
});

describe("A release as ninjs", () => {
  it("names the digest of its text.txt, the text and the page that explains how to check", () => {
    const site = aSite({ releases: [release] }, {}, everyRendition);
    const text = textFile(release, site);
    const { altIds, renditions, trustIndicators } = ninjsOf(release);
    expect(altIds).toContainEqual({ role: "sha256", value: site.sha256(text.content) });
    expect(renditions).toEqual([
      { name: "text", href: site.absoluteUrl(text.address), contentType: "text/plain" },
    ]);
    expect(trustIndicators).toEqual([
      { title: "Echtheit prüfen", href: "https://presse.example.org/echtheit/" },
    ]);
  });

  it("validates against the schema of the IPTC", () => {
    expect(faultsOf(ninjsOf(release))).toEqual([]);
    expect(faultsOf(ninjsOf(aRelease()))).toEqual([]);
  });

  it("would not validate with a property the standard does not know", () => {
    expect(faultsOf({ ...ninjsOf(release), credit: "x" })).not.toEqual([]);
  });

  it("tells each field of the front matter", () => {
    expect(ninjsOf(release)).toMatchObject({
      uri: "tag:presse.example.org,2026:/pressemitteilungen/2019/03/27/beispiel/",
      pubStatus: "usable",
      language: "de",
      firstCreated: "2019-03-27T10:00:00+01:00",
      versionCreated: "2019-03-29T00:00:00+01:00",
      contentCreated: "2019-03-27T10:00:00+01:00",
      headlines: [
        { role: "main", value: "Integration: „Gemeinsam klappt´s“" },
        { role: "sub", value: "Lokales Bündnis gegründet" },
      ],
      bodies: [
        { contentType: "text/plain", value: "Kreis Soest (kso.2019.03.27.134.sm/-rn). Beispieltext." },
        {
          contentType: "text/html",
          value: expect.stringMatching(
            /^<p><strong>Kreis Soest \(kso\.2019\.03\.27\.134\.sm\/-rn\)\.<\/strong> Beispieltext\.<\/p>\n/,
          ),
        },
      ],
      subjects: [
        { name: "Integration", uri: "tag:presse.example.org,2026:/themen/integration/" },
        { name: "Soest", literal: "05974040" },
        { name: "Bad Sassendorf", literal: "05974008" },
      ],
      edNote:
        "Berichtigt am 29.03.2019: Zweite Berichtigung.\nBerichtigt am 28.03.2019 14:30: Die Uhrzeit stimmte nicht.",
    });
    expect(ninjsOf(release).altIds).toContainEqual({ role: "pressId", value: "kso.2019.03.27.134.sm/-rn" });
  });

  it("brings each photo with renditions, credit, terms and the end of its consent", () => {
    const [photo, absent] = ninjsOf(release).associations;
    expect(photo).toMatchObject({
      type: "picture",
      headlines: [{ value: "An einem Strang" }],
      descriptions: [
        { role: "caption", value: "Ein Bündnis" },
        { role: "alt", value: "Vier Personen" },
      ],
      by: "Foto: Erika Beispiel/ Kreis Soest",
      copyrightNotice: "Foto: Erika Beispiel/ Kreis Soest",
      usageTerms: PHOTO_TERMS,
      rightsInfo: { linkedRights: "https://presse.example.org/bildnutzung/" },
      expires: "2026-12-31T23:00:00Z",
      renditions: [
        { name: "web", contentType: "image/jpeg", width: 800, height: 600, sizeInBytes: 60_000 },
        { name: "print", width: 1600, height: 1200, sizeInBytes: 500_000 },
      ],
    });
    expect(absent).toMatchObject({ by: "© Beispiel & Sohn" });
    expect(absent).not.toHaveProperty("renditions");
  });

  it("counts its publication from the end of the embargo", () => {
    const embargo = { until: at("2019-03-27 12:00"), reason: "Pressekonferenz" };
    const item = ninjsOf(aRelease({ embargo }));
    expect(item).toMatchObject({
      firstCreated: "2019-03-27T12:00:00+01:00",
      contentCreated: "2019-03-27T10:00:00+01:00",
    });
    expect(JSON.stringify(item)).not.toContain("Pressekonferenz");
  });

  it("has a version that rises with correction and withdrawal", () => {
    const corrected = aRelease({ corrections: [aCorrection("2019-03-28 14:30")] });
    const withdrawn = aRelease({
      corrections: [aCorrection("2019-03-28 14:30")],
      withdrawn: { date: at("2019-04-01 09:00"), reason: "Grund" },
    });
    const versions = [aRelease(), corrected, withdrawn].map((each) => Number(ninjsOf(each).version));
    expect(versions).toEqual([20190327090000, 20190328133000, 20190401070000]);
  });

  it("is canceled once withdrawn, with title, ID and reason and nothing else of the text", () => {
    const item = ninjsOf({
      ...release,
      withdrawn: { date: at("2019-04-01 09:00"), reason: "Die Zahlen waren falsch." },
    });
    expect(faultsOf(item)).toEqual([]);
    expect(item).toMatchObject({
      pubStatus: "canceled",
      headlines: [{ role: "main", value: "Integration: „Gemeinsam klappt´s“" }],
      edNote:
        "Diese Pressemitteilung wurde am 01.04.2019 09:00 zurückgezogen.\nGrund: Die Zahlen waren falsch.",
    });
    for (const key of ["bodies", "associations", "subjects", "places", "by"]) {
      expect(item).not.toHaveProperty(key);
    }
  });

  it("validates and carries any text unchanged", () => {
    fc.assert(
      fc.property(awkwardLine, awkwardLine, awkwardLine, (title, caption, note) => {
        const item = ninjsOf(
          aRelease({
            title,
            photos: [aPhoto({ caption, credit: caption, headline: title })],
            corrections: [aCorrection("2019-03-28", { note })],
          }),
        );
        expect(faultsOf(item)).toEqual([]);
        expect(item.headlines[0].value).toBe(title);
        expect(item.associations[0].descriptions[0].value).toBe(caption);
        expect(item.edNote).toBe(`Berichtigt am 28.03.2019: ${note}`);
      }),
    );
  });
});
