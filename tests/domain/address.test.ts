import { describe, expect, it } from "vitest";
import {
  ADDRESSES,
  archiveAddress,
  attachmentAddress,
  listPageAddress,
  placeAddress,
  releaseAddress,
  shortLinkAddress,
  standingPageAddress,
  topicAddress,
} from "../../src/domain/address.ts";
import { REQUIRED_PAGES } from "../../src/domain/newsroom.ts";
import { MUNICIPALITIES, TOPICS } from "../fixtures/newsroom.ts";

describe("Addresses never change: links of years point to them", () => {
  it("of the fixed pages", () => {
    expect(ADDRESSES).toEqual({
      start: "/",
      releases: "/pressemitteilungen/",
      topics: "/themen/",
      places: "/orte/",
      aToZ: "/a-z/",
      events: "/termine/",
      search: "/suche/",
      data: "/daten/",
      editing: "/redaktion/",
      authenticity: "/echtheit/",
      notFound: "/404.html",
    });
  });

  it.each([
    [
      "a release",
      releaseAddress("2019-03-27", "gemeinsam-klappts"),
      "/pressemitteilungen/2019/03/27/gemeinsam-klappts/",
    ],
    ["a year", archiveAddress("2019"), "/pressemitteilungen/2019/"],
    ["a month", archiveAddress("2019-03"), "/pressemitteilungen/2019/03/"],
    ["the first page of a list", listPageAddress("/pressemitteilungen/", 1), "/pressemitteilungen/"],
    ["the second page of a list", listPageAddress("/pressemitteilungen/", 2), "/pressemitteilungen/seite/2/"],
    ["a page of a topic", listPageAddress("/themen/integration/", 12), "/themen/integration/seite/12/"],
    ["a topic", topicAddress("integration"), "/themen/integration/"],
    ["a place", placeAddress("bad-sassendorf"), "/orte/bad-sassendorf/"],
    ["a standing page", standingPageAddress("impressum"), "/impressum/"],
    ["a short link", shortLinkAddress("kso.2019.03.27.134"), "/kso.2019.03.27.134/"],
  ])("of %s: %s", (_, address, expected) => {
    expect(address).toBe(expected);
  });

  it("of the pages that the law or the reader asks for", () => {
    expect(REQUIRED_PAGES.map(standingPageAddress)).toEqual([
      "/impressum/",
      "/datenschutz/",
      "/barrierefreiheit/",
      "/leichte-sprache/",
      "/gebaerdensprache/",
      "/kontakt/",
      "/bildnutzung/",
    ]);
  });

  it("are lower case without umlauts for every topic and municipality", () => {
    const addresses = [
      ...TOPICS.map(({ slug }) => topicAddress(slug)),
      ...MUNICIPALITIES.map(({ slug }) => placeAddress(slug)),
    ];
    for (const address of addresses) expect(address).toMatch(/^\/(themen|orte)\/[a-z]+(-[a-z]+)*\/$/);
    expect(new Set(addresses).size).toBe(40);
  });
});

describe("A file that comes with a release keeps its name, made fit for an address", () => {
  it.each([
    ["amtsblatt.pdf", "/r/amtsblatt.pdf"],
    ["Amtsblatt Nr. 12.PDF", "/r/amtsblatt-nr-12.pdf"],
    ["Übersicht Straßen.xlsx", "/r/uebersicht-strassen.xlsx"],
  ])("%s → %s", (file, address) => {
    expect(attachmentAddress("/r/", file)).toBe(address);
  });
});
