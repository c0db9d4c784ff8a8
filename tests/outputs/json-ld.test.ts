import fc from "fast-check";
import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import type { Release } from "../../src/domain/release.ts";
import { jsonLdText, releaseJsonLd, startJsonLd } from "../../src/outputs/json-ld.ts";
import {
  aCorrection,
  anEvent,
  anOffice,
  aPhoto,
  aPlace,
  aPressId,
  aRelease,
  aSite,
  aTopic,
  at,
} from "../fixtures/newsroom.ts";
import { awkwardLine } from "./awkward-text.ts";
import { everyRendition } from "./machine-reader.ts";

const office = anOffice({
  homepage: "https://www.kreis.example/",
  social: [{ network: "mastodon", name: "Mastodon", url: "https://social.example/@kreis" }],
});
const site = aSite({ office }, {}, everyRendition);
const breadcrumbs = [
  { name: "Startseite", address: "/" },
  { name: "Pressemitteilungen", address: "/pressemitteilungen/" },
];

type Thing = Record<string, unknown>;
const things = (release: Release): Thing[] =>
  JSON.parse(jsonLdText(releaseJsonLd(release, breadcrumbs, site)))["@graph"];
const article = (release: Release) => things(release).find((thing) => thing["@type"] === "NewsArticle");

const release = aRelease({
  title: "Integration: „Gemeinsam klappt´s“",
  subtitle: "Lokales Bündnis gegründet",
  pressId: aPressId("kso.2019.03.27.134.sm/-rn"),
  topics: [aTopic("Integration")],
  places: [aPlace("Soest")],
  photos: [
    aPhoto({ headline: "An einem Strang", caption: "Ein Bündnis", alt: "Vier", credit: "Foto: Beispiel" }),
  ],
  corrections: [aCorrection("2019-03-28 14:30", { note: "Die Uhrzeit stimmte nicht." })],
  events: [anEvent("2019-04-05 18:00", { title: "Workshop", place: "Soest" }), anEvent("2019-04-06")],
  follows: "/pressemitteilungen/2018/12/01/frueher/",
});

describe("What a release's page tells search engines", () => {
  it("is a news article by the office, with its correction", () => {
    expect(article(release)).toMatchObject({
      url: "https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/",
      headline: "Integration: „Gemeinsam klappt´s“",
      alternativeHeadline: "Lokales Bündnis gegründet",
      dateline: "Kreis Soest",
      datePublished: "2019-03-27T10:00:00+01:00",
      dateModified: "2019-03-28T14:30:00+01:00",
      inLanguage: "de",
      publisher: { "@id": "tag:kreis.example,2026:#amt" },
      identifier: { value: "kso.2019.03.27.134.sm/-rn" },
      keywords: ["Integration"],
      contentLocation: [{ name: "Soest", identifier: { value: "05974040" } }],
      correction: [
        {
          "@type": "CorrectionComment",
          text: "Berichtigt am 28.03.2019 14:30: Die Uhrzeit stimmte nicht.",
          datePublished: "2019-03-28T14:30:00+01:00",
        },
      ],
      isBasedOn: "https://presse.example.org/pressemitteilungen/2018/12/01/frueher/",
    });
  });

  it("shows the photo with credit and terms", () => {
    expect(article(release)?.image).toEqual([
      {
        "@type": "ImageObject",
        contentUrl: "https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/foto-1-800.jpg",
        encodingFormat: "image/jpeg",
        width: { "@type": "QuantitativeValue", value: 800, unitCode: "E37" },
        height: { "@type": "QuantitativeValue", value: 600, unitCode: "E37" },
        creditText: "Foto: Beispiel",
        copyrightNotice: "Foto: Beispiel",
        license: "https://presse.example.org/bildnutzung/",
        acquireLicensePage: "https://presse.example.org/bildnutzung/",
        name: "An einem Strang",
        caption: "Ein Bündnis",
        description: "Vier",
      },
    ]);
  });

  it("names the office, the way to the page and each appointment", () => {
    const [, way, organization, workshop, wholeDay] = things(release);
    expect(way).toMatchObject({
      "@type": "BreadcrumbList",
      itemListElement: [
        { position: 1, name: "Startseite", item: "https://presse.example.org/" },
        { position: 2, name: "Pressemitteilungen", item: "https://presse.example.org/pressemitteilungen/" },
      ],
    });
    expect(organization).toMatchObject({
      "@type": "GovernmentOrganization",
      name: "Kreis Soest",
      url: "https://www.kreis.example/",
      telephone: "02921 30-0",
      address: { postalCode: "59494", addressLocality: "Soest" },
      sameAs: ["https://social.example/@kreis"],
    });
    expect(workshop).toMatchObject({
      "@type": "Event",
      name: "Workshop",
      startDate: "2019-04-05T18:00:00+02:00",
      location: { name: "Soest" },
    });
    expect(wholeDay).toMatchObject({ startDate: "2019-04-06" });
  });

  it("is of a withdrawn release title, ID, dates and reason", () => {
    const withdrawn = { ...release, withdrawn: { date: at("2019-04-01 09:00"), reason: "Falsche Zahlen." } };
    const [notice] = aSite({ releases: [withdrawn] }).edition.releases;
    expect(notice && article(notice)).toEqual({
      "@type": "NewsArticle",
      "@id": "tag:kreis.example,2026:/pressemitteilungen/2019/03/27/beispiel/",
      url: "https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/",
      mainEntityOfPage: "https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/",
      headline: "Integration: „Gemeinsam klappt´s“",
      inLanguage: "de",
      datePublished: "2019-03-27T10:00:00+01:00",
      dateModified: "2019-04-01T09:00:00+02:00",
      author: { "@id": "tag:kreis.example,2026:#amt" },
      publisher: { "@id": "tag:kreis.example,2026:#amt" },
      identifier: { "@type": "PropertyValue", propertyID: "Presse-ID", value: "kso.2019.03.27.134.sm/-rn" },
      creativeWorkStatus: "Withdrawn",
      abstract: "Falsche Zahlen.",
    });
  });

  it("is read by a JSON-LD processor as things of schema.org", async () => {
    const { "@context": _remote, ...graph } = releaseJsonLd(release, breadcrumbs, site);
    // The context is replaced because no test goes to the network; schema.org's maps names the same way.
    const document = { "@context": { "@vocab": "https://schema.org/" }, ...graph };
    const expanded = await jsonld.expand(JSON.parse(JSON.stringify(document)));
    expect(expanded.map((thing) => thing["@type"])).toEqual(
      ["NewsArticle", "BreadcrumbList", "GovernmentOrganization", "Event", "Event"].map((type) => [
        `https://schema.org/${type}`,
      ]),
    );
  });

  it("neither ends its script element nor changes any text", () => {
    fc.assert(
      fc.property(awkwardLine, (title) => {
        const text = jsonLdText(releaseJsonLd(aRelease({ title }), [], site));
        expect(text).not.toMatch(/[<\u2028\u2029]/);
        expect(JSON.parse(text)["@graph"][0].headline).toBe(title);
      }),
    );
  });
});

describe("What other pages tell search engines", () => {
  it("is, on the start page, how to search", () => {
    const [website] = JSON.parse(jsonLdText(startJsonLd(site)))["@graph"];
    expect(website).toMatchObject({
      "@type": "WebSite",
      url: "https://presse.example.org/",
      potentialAction: {
        "@type": "SearchAction",
        target: { urlTemplate: "https://presse.example.org/suche/?q={search_term_string}" },
        "query-input": "required name=search_term_string",
      },
    });
  });
});
