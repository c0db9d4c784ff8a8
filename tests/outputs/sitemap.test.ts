import { describe, expect, it } from "vitest";
import type { Release } from "../../src/domain/release.ts";
import { robotsFile } from "../../src/outputs/robots.ts";
import { newsSitemapFile, sitemapFiles } from "../../src/outputs/sitemap.ts";
import { aCorrection, aPage, aPhoto, aPlace, aRelease, aSite, aTopic, at } from "../fixtures/newsroom.ts";
import { children, childTexts, elements, everyRendition, fileAt, readXml } from "./machine-reader.ts";

const soest = aPlace("Soest");
const siteOf = (releases: readonly Release[], options = {}) =>
  aSite(
    { topics: [aTopic("Kita")], places: [soest], pages: [aPage("impressum")], releases },
    options,
    everyRendition,
  );

const locations = (xml: string) => elements(readXml(xml), "loc").map(({ textContent }) => textContent);
const host = "https://presse.example.org";

const corrected = aRelease({
  places: [soest],
  photos: [aPhoto()],
  corrections: [aCorrection("2019-03-28 14:30")],
});

describe("The sitemap", () => {
  it("is an index of the pages and of each year's releases", () => {
    const files = [...sitemapFiles(siteOf([corrected, aRelease({ date: at("2020-01-02 08:00") })]))];
    expect(files.map(({ address }) => address)).toEqual([
      "/sitemap.xml",
      "/sitemap-seiten.xml",
      "/sitemap-2020.xml",
      "/sitemap-2019.xml",
    ]);
    expect(locations(fileAt(files, "/sitemap.xml"))).toEqual([
      `${host}/sitemap-seiten.xml`,
      `${host}/sitemap-2020.xml`,
      `${host}/sitemap-2019.xml`,
    ]);
  });

  it("tells when a release last changed, and its photos", () => {
    const xml = readXml(fileAt(sitemapFiles(siteOf([corrected])), "/sitemap-2019.xml"));
    const [url, ...others] = elements(xml, "url");
    expect(others).toEqual([]);
    expect(url && childTexts(url, "loc")).toEqual([`${host}/pressemitteilungen/2019/03/27/beispiel/`]);
    expect(url && childTexts(url, "lastmod")).toEqual(["2019-03-28T13:30:00Z"]);
    expect(url && children(url, "image:image").map((image) => childTexts(image, "image:loc"))).toEqual([
      [`${host}/pressemitteilungen/2019/03/27/beispiel/foto-1-800.jpg`],
    ]);
  });

  it("lists every page, and says when a list changed only where it is known", () => {
    const xml = readXml(fileAt(sitemapFiles(siteOf([corrected])), "/sitemap-seiten.xml"));
    const entries = elements(xml, "url").map((url) => [
      childTexts(url, "loc")[0]?.replace(host, ""),
      childTexts(url, "lastmod")[0],
    ]);
    const changed = "2019-03-28T13:30:00Z";
    expect(Object.fromEntries(entries)).toEqual({
      "/": changed,
      "/pressemitteilungen/": changed,
      "/pressemitteilungen/2019/": changed,
      "/pressemitteilungen/2019/03/": changed,
      "/themen/": undefined,
      "/themen/kita/": undefined,
      "/orte/": undefined,
      "/orte/soest/": changed,
      "/a-z/": undefined,
      "/termine/": undefined,
      "/daten/": undefined,
      "/echtheit/": undefined,
      "/impressum/": undefined,
    });
  });

  it("leaves out what is withdrawn or asks search engines to stay away", () => {
    const files = [
      ...sitemapFiles(
        siteOf([
          aRelease({ slug: "persoenlich", isNoindex: true }),
          aRelease({ slug: "weg", withdrawn: { date: at("2019-04-01 09:00"), reason: "Grund" } }),
        ]),
      ),
    ];
    expect(files.map(({ address }) => address)).toEqual(["/sitemap.xml", "/sitemap-seiten.xml"]);
  });

  it("is split where one file would hold more than the protocol allows", () => {
    const releases = Array.from({ length: 5 }, (_, index) => aRelease({ slug: `nummer-${index}` }));
    const files = [...sitemapFiles(siteOf(releases), 2)];
    const parts = files.filter(({ address }) => address.startsWith("/sitemap-2019"));
    expect(parts.map(({ address }) => address)).toEqual([
      "/sitemap-2019.xml",
      "/sitemap-2019-2.xml",
      "/sitemap-2019-3.xml",
    ]);
    expect(parts.map(({ content }) => locations(content).length)).toEqual([2, 2, 1]);
    expect(locations(fileAt(files, "/sitemap.xml"))).toContain(`${host}/sitemap-2019-3.xml`);
  });
});

describe("The news sitemap", () => {
  const now = at("2026-06-01 12:00").instant;

  it("holds the releases of the last two days, counted from their publication", () => {
    const releases = [
      aRelease({ slug: "neu", title: "Neu & <wichtig>", date: at("2026-06-01 08:00") }),
      aRelease({ slug: "vorgestern", date: at("2026-05-30 12:01") }),
      aRelease({ slug: "aelter", date: at("2026-05-30 12:00") }),
      aRelease({
        slug: "gesperrt",
        date: at("2026-05-01 08:00"),
        embargo: { until: at("2026-05-31 08:00"), reason: "Grund" },
      }),
      aRelease({ slug: "persoenlich", date: at("2026-06-01 09:00"), isNoindex: true }),
    ];
    const { content } = newsSitemapFile(siteOf(releases, { now }));
    expect(locations(content).map((url) => url?.split("/").at(-2))).toEqual([
      "neu",
      "gesperrt",
      "vorgestern",
    ]);
    const [title] = elements(readXml(content), "title");
    expect(title?.textContent).toBe("Neu & <wichtig>");
    const dates = elements(readXml(content), "publication_date").map(({ textContent }) => textContent);
    expect(dates).toEqual([
      "2026-06-01T08:00:00+02:00",
      "2026-05-31T08:00:00+02:00",
      "2026-05-30T12:01:00+02:00",
    ]);
  });

  it("is empty and well-formed without any", () => {
    const root = readXml(newsSitemapFile(siteOf([corrected], { now })).content).documentElement;
    expect(root?.localName).toBe("urlset");
    expect(root && elements(root, "url")).toEqual([]);
  });
});

describe("robots.txt", () => {
  it("names the sitemaps and closes the editing page", () => {
    expect(robotsFile(siteOf([], { pathPrefix: "/presse/" })).content).toBe(
      [
        "User-agent: *",
        "Disallow: /presse/redaktion/",
        "",
        `Sitemap: ${host}/presse/sitemap.xml`,
        `Sitemap: ${host}/presse/news-sitemap.xml`,
        "",
      ].join("\n"),
    );
  });

  it("closes all of a preview", () => {
    expect(robotsFile(siteOf([], { isPreview: true })).content).toContain("Disallow: /\n");
  });
});
