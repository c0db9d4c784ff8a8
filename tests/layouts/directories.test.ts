import { describe, expect, it } from "vitest";
import { aToZPage } from "../../layouts/a-z.ts";
import { notFoundPage } from "../../layouts/not-found.ts";
import { placesPage } from "../../layouts/places.ts";
import { shortLinkPage } from "../../layouts/short-link.ts";
import { standingPage } from "../../layouts/standing.ts";
import { topicsPage } from "../../layouts/topics.ts";
import { aPage, aPlace, aRelease, aSite, aTopic } from "../fixtures/newsroom.ts";
import { readPage } from "./read-page.ts";

describe("the A–Z", () => {
  const site = aSite({
    services: [
      { name: "Führerschein", url: "https://www.example.org/fuehrerschein", aka: ["Ärztliche Prüfung"] },
      { name: "3G-Nachweis", url: "/kontakt/" },
    ],
    topics: [aTopic("Amtsblatt"), aTopic("Öffnungszeiten")],
    places: [aPlace("Anröchte"), aPlace("Soest")],
  });
  const { $, texts, linkTo } = readPage(aToZPage(site));

  it("files umlauts with their vowels, in German order", () => {
    expect(texts(".a-z h2")).toEqual(["0–9", "A", "F", "O", "S"]);
    expect(texts(".a-z section:nth-child(2) li")).toEqual([
      "Amtsblatt Thema",
      "Anröchte Ort",
      "Ärztliche Prüfung, siehe Führerschein",
    ]);
  });

  it("leads to services elsewhere and to pages here", () => {
    expect(linkTo("Führerschein")).toBe("https://www.example.org/fuehrerschein");
    expect(linkTo("3G-Nachweis")).toBe("/kontakt/");
    expect(linkTo("Soest")).toBe("/orte/soest/");
  });

  it("has a letter for each part that a letter leads to", () => {
    const targets = $("main nav a, footer .letters a")
      .toArray()
      .map((link) => $(link).attr("href")?.replace(/^.*#/, "#") ?? "");
    expect(targets).toHaveLength(10);
    for (const target of targets) expect($(`main ${target}`), target).toHaveLength(1);
  });
});

describe("the directories", () => {
  it("list every topic in German order, with its releases counted", () => {
    const topics = [
      aTopic("Wahlen"),
      aTopic("Öffnungszeiten", { description: "Wann offen ist." }),
      aTopic("Kita"),
    ];
    const site = aSite({ topics, releases: [aRelease({ topics: topics.slice(1, 2) })] });
    expect(readPage(topicsPage(site)).texts(".directory li")).toEqual([
      "Kita 0 Pressemitteilungen",
      "Öffnungszeiten Wann offen ist. 1 Pressemitteilung",
      "Wahlen 0 Pressemitteilungen",
    ]);
  });

  it("list every municipality with its parts", () => {
    const site = aSite({ places: [{ ...aPlace("Werl"), parts: ["Westönnen", "Büderich"] }] });
    expect(readPage(placesPage(site)).texts(".directory li")).toEqual([
      "Werl Büderich, Westönnen 0 Pressemitteilungen",
    ]);
  });
});

describe("pages beside the releases", () => {
  it("show a standing page's text with its links below the path prefix", () => {
    const page = aPage("impressum", { title: "Impressum", html: '<p><a href="/kontakt/">Kontakt</a></p>\n' });
    const { text, $ } = readPage(standingPage(page, aSite({ pages: [page] }, { pathPrefix: "/presse/" })));
    expect(text("main h1")).toBe("Impressum");
    expect($("main .text a").attr("href")).toBe("/presse/kontakt/");
  });

  it("offer ways on where an address leads nowhere, and stay out of search engines", () => {
    const { $, texts } = readPage(notFoundPage(aSite({ releases: [aRelease()] })));
    expect($("meta[name=robots]").attr("content")).toBe("noindex");
    expect(texts("main .text li")).toContain("Pressemitteilungen nach Themen");
    expect(texts(".archive li")).toEqual(["2019 1 Pressemitteilung"]);
  });

  it("forward from a short link at once, naming where to, and stay out of search engines", () => {
    const target = "/pressemitteilungen/2019/03/27/beispiel/";
    const { $, text } = readPage(
      shortLinkPage({ target, title: "<b>Titel</b>" }, aSite({}, { pathPrefix: "/presse/" })),
    );
    expect($("meta[http-equiv=refresh]").attr("content")).toBe(`0; url=/presse${target}`);
    expect($("link[rel=canonical]").attr("href")).toBe(`https://presse.example.org/presse${target}`);
    expect($("main a").attr("href")).toBe(`/presse${target}`);
    expect($("meta[name=robots]").attr("content")).toBe("noindex");
    expect(text("h1")).toBe("<b>Titel</b>");
  });
});
