import { describe, expect, it } from "vitest";
import { basePage } from "../../layouts/base.ts";
import { html } from "../../layouts/html.ts";
import { startPage } from "../../layouts/start.ts";
import type { Office } from "../../src/domain/office.ts";
import { anOffice, aPage, aRelease, aSite, at, instantOf } from "../fixtures/newsroom.ts";
import { readPage } from "./read-page.ts";

const OFFICE: Partial<Office> = {
  social: [
    { network: "facebook", name: "Facebook", url: "https://www.facebook.com/beispiel" },
    { network: "x", name: "Twitter/X", url: "https://twitter.com/beispiel" },
    { network: "youtube", name: "YouTube", url: "https://www.youtube.com/beispiel" },
    { network: "instagram", name: "Instagram", url: "https://www.instagram.com/beispiel" },
  ],
  quickLinks: [
    { name: "Kontakt", url: "/kontakt/" },
    { name: "Hauptseite", url: "https://www.example.org/" },
  ],
};
const PAGES = [
  aPage("impressum", { title: "Impressum" }),
  aPage("leichte-sprache", { title: "Leichte Sprache" }),
  aPage("gebaerdensprache", { title: "Gebärdensprache" }),
];

function frame(address = "/themen/", title = "Beispieltitel", pathPrefix = "/") {
  const site = aSite({ office: anOffice(OFFICE), pages: PAGES }, { pathPrefix });
  return readPage(basePage({ title, address, main: html`<h1>${title}</h1>` }, site));
}

describe("every page", () => {
  it("is German, has one stylesheet and names its one canonical address", () => {
    const { $ } = frame("/themen/", "Themen", "/presse/");
    expect($("html").attr("lang")).toBe("de");
    expect(
      $("link[rel=stylesheet]")
        .toArray()
        .map((link) => $(link).attr("href")),
    ).toEqual(["/presse/assets/style.css"]);
    expect($("link[rel=canonical]").attr("href")).toBe("https://presse.example.org/presse/themen/");
  });

  it("allows nothing but the site's own files and needs nothing inline", () => {
    const { $ } = frame();
    const policy = $("meta[http-equiv=Content-Security-Policy]").attr("content");
    expect(policy?.split("; ")).toMatchInlineSnapshot(`
      [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "script-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ]
    `);
    expect($("style, script, [style], [onclick], [onload]")).toHaveLength(0);
    expect($("link[href^=http]:not([rel=canonical]), img[src^=http]")).toHaveLength(0);
  });

  it("lets keyboard users skip to its main part", () => {
    const { $ } = frame();
    const first = $("body a").first();
    expect(first.text()).toBe("Zum Inhalt springen");
    expect($(`main${first.attr("href")}`)).toHaveLength(1);
  });

  it("has no links to this site that miss the path prefix", () => {
    const { $ } = frame("/themen/", "Themen", "/presse/");
    const own = $("[href^='/'], [src^='/']")
      .toArray()
      .map((element) => $(element).attr("href") ?? $(element).attr("src") ?? "");
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((link) => !link.startsWith("/presse/"))).toEqual([]);
  });

  it("ends with Schnellzugriff, A–Z, social media, the office's address and the legal pages", () => {
    const { texts, text, linkTo } = frame();
    expect(texts("footer h2")).toEqual([
      "Schnellzugriff",
      "Der Kreis Soest von A–Z",
      "Soziale Medien",
      "Anschrift",
    ]);
    expect(linkTo("Kontakt")).toBe("/kontakt/");
    expect(linkTo("Hauptseite")).toBe("https://www.example.org/");
    expect(text("footer address")).toBe("Kreis SoestHoher Weg 1-359494 Soest Telefon 02921 30-0");
    expect(linkTo("Impressum")).toBe("/impressum/");
    expect(linkTo("Offene Daten und Feeds")).toBe("/daten/");
  });

  it.each([
    ["Der Kreis Soest auf Facebook", "https://www.facebook.com/beispiel"],
    ["Der Kreis Soest auf Twitter/X", "https://twitter.com/beispiel"],
    ["Der Kreis Soest auf YouTube", "https://www.youtube.com/beispiel"],
    ["Der Kreis Soest auf Instagram", "https://www.instagram.com/beispiel"],
  ])("links „%s“ with an icon of its own", (name, url) => {
    const { $, linkTo } = frame();
    expect(linkTo(name)).toBe(url);
    expect($(`a[href="${url}"] svg[aria-hidden=true]`)).toHaveLength(1);
  });

  it("leads to Leichte Sprache and Gebärdensprache from its head", () => {
    const { texts } = frame();
    expect(texts(".masthead .accessible-offers a")).toEqual(["Leichte Sprache", "Gebärdensprache"]);
  });

  it("leads to letters of the A–Z that hold something, and to no others", () => {
    const { texts, linkTo } = frame();
    expect(texts("footer .letters a")).toContain("R");
    expect(texts("footer .letters a")).not.toContain("X");
    expect(linkTo("R")).toBe("/a-z/#r");
  });

  it.each([
    ["/themen/", "Themen", "page"],
    ["/themen/integration/", "Themen", "true"],
    ["/pressemitteilungen/2019/03/27/x/", "Pressemitteilungen", "true"],
  ])("at %s marks „%s“ in the navigation", (address, name, mark) => {
    const { $ } = frame(address);
    const marked = $(".main-nav [aria-current]");
    expect([marked.text(), marked.attr("aria-current")]).toEqual([name, mark]);
  });
});

describe("the title of a page", () => {
  it.each([
    ["Themen", "Themen – Newsroom Kreis Soest"],
    ["Newsroom Kreis Soest", "Newsroom Kreis Soest"],
    [
      "Grundstücksverkehrsgenehmigungszuständigkeit im Kreis",
      "Grundstücksverkehrsgenehmigungszuständigkeit im Kreis",
    ],
  ])("„%s“ is „%s“", (title, shown) => {
    expect(frame("/themen/", title).text("title")).toBe(shown);
  });
});

describe("the alert of kreis.yaml", () => {
  const alert = { text: "Bürgertelefon besetzt.", url: "/kontakt/", until: at("2026-06-01") };
  const alertOn = (now: string) =>
    readPage(startPage(aSite({ office: anOffice({ alert }) }, { now: instantOf(now) })));

  it("stands above every page through its last day", () => {
    const { text, linkTo } = alertOn("2026-06-01 23:59");
    expect(text(".alert")).toBe("Wichtiger Hinweis: Bürgertelefon besetzt. Mehr zu diesem Hinweis");
    expect(linkTo("Mehr zu diesem Hinweis")).toBe("/kontakt/");
  });

  it("is gone after it", () => {
    expect(alertOn("2026-06-02 00:00").$(".alert")).toHaveLength(0);
  });
});

describe("the start page", () => {
  const newest = aRelease({ slug: "neueste", title: "Neueste", date: at("2026-05-02") });
  const older = aRelease({ slug: "aeltere", title: "Ältere", date: at("2026-05-01") });

  it("leads with the newest release", () => {
    const { text, texts } = readPage(startPage(aSite({ releases: [older, newest] })));
    expect(text(".lead h2")).toBe("Neueste");
    expect(texts(".card-title")).toEqual(["Ältere"]);
  });

  it("leads with the pinned release where there is one, and lists it once", () => {
    const pinned = { ...older, isPinned: true };
    const { text, texts } = readPage(startPage(aSite({ releases: [pinned, newest] })));
    expect(text(".lead h2")).toBe("Ältere");
    expect(texts(".card-title")).toEqual(["Neueste"]);
  });

  it("marks its lead story in the preview where that is not public yet", () => {
    const { text, texts } = readPage(
      startPage(aSite({ releases: [{ ...newest, isDraft: true }, older] }, { isPreview: true })),
    );
    expect(text(".lead h2")).toBe("Entwurf Neueste");
    expect(texts(".tag-state")).toEqual(["Entwurf"]);
  });

  it("stands before the first release too", () => {
    const { text, texts } = readPage(startPage(aSite()));
    expect(text("main")).toContain("Noch keine Pressemitteilung.");
    expect(texts("main .counted li")).toHaveLength(14);
  });
});
