import { describe, expect, it } from "vitest";
import { editionFor } from "../../src/domain/site.ts";
import { renderMarkdown } from "../../src/markdown/newsroom-markdown.ts";
import { aNewsroom, anOffice, aRelease, aSite, at, instantOf } from "../fixtures/newsroom.ts";

const linked = (markdown: string) => aRelease({ body: renderMarkdown(markdown) });
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

describe("A site stands wherever it is put", () => {
  it("at the root of its host", () => {
    const site = aSite();
    expect(site.url("/themen/")).toBe("/themen/");
    expect(site.absoluteUrl("/themen/")).toBe("https://presse.example.org/themen/");
  });

  it("below a path", () => {
    const site = aSite({}, { pathPrefix: "/presse/" });
    expect(site.url("/")).toBe("/presse/");
    expect(site.url("/themen/")).toBe("/presse/themen/");
    expect(site.absoluteUrl("/themen/")).toBe("https://presse.example.org/presse/themen/");
  });

  it("at another origin than the office's", () => {
    expect(aSite({}, { origin: "https://vorschau.example.org" }).absoluteUrl("/")).toBe(
      "https://vorschau.example.org/",
    );
    expect(aSite({ office: anOffice({ url: "https://www.example.org///" }) }).absoluteUrl("/a/")).toBe(
      "https://www.example.org/a/",
    );
  });
});

describe("Links in a text lead to the same page from everywhere", () => {
  const markdown =
    "[a](/kontakt/) [b](amtsblatt.pdf) [c](https://www.example.org/x) [d](#unten) [e](?a=b) [f](mailto:a@example.org) [g](../x/) [h](tel:115) www.example.org";

  it("on the release's own page", () => {
    const site = aSite({}, { pathPrefix: "/presse/" });
    expect(hrefs(site.bodyHtml(linked(markdown)))).toEqual([
      "/presse/kontakt/",
      "amtsblatt.pdf",
      "https://www.example.org/x",
      "#unten",
      "?a=b",
      "mailto:a@example.org",
      "../x/",
      "tel:115",
      "https://www.example.org",
    ]);
  });

  it("in feeds and on other sites", () => {
    const site = aSite({}, { pathPrefix: "/presse/" });
    const release = "https://presse.example.org/presse/pressemitteilungen/2019/03/27/beispiel/";
    expect(hrefs(site.absoluteBodyHtml(linked(markdown)))).toEqual([
      "https://presse.example.org/presse/kontakt/",
      `${release}amtsblatt.pdf`,
      "https://www.example.org/x",
      `${release}#unten`,
      `${release}?a=b`,
      "mailto:a@example.org",
      `${release}../x/`,
      "tel:115",
      "https://www.example.org",
    ]);
  });

  it("and a text that only looks like a link stays as it is", () => {
    const text = linked(
      'href="/kontakt/" und `<a href="/kontakt/">` und [x](https://www.example.org "<a href=\\"/y/\\"")',
    );
    expect(aSite({}, { pathPrefix: "/presse/" }).bodyHtml(text)).toBe(text.body.html);
  });

  it("whatever signs that have a meaning in replacements they hold", () => {
    expect(hrefs(aSite({}, { pathPrefix: "/p/" }).bodyHtml(linked("[x](/a$&b$1$$/)")))).toEqual([
      "/p/a$&amp;b$1$$/",
    ]);
  });
});

describe("A site shows one edition of its newsroom", () => {
  const newsroom = aNewsroom({
    releases: [aRelease({ slug: "heute" }), aRelease({ slug: "morgen", date: at("2030-01-01 10:00") })],
  });

  it("the public one, or all of it to its editors", () => {
    const options = { now: instantOf("2026-06-01"), pathPrefix: "/", isPreview: false };
    expect(editionFor(newsroom, options).listed.map(({ slug }) => slug)).toEqual(["heute"]);
    expect(editionFor(newsroom, { ...options, isPreview: true }).listed).toHaveLength(2);
  });

  it("and holds no other way to a release that is hidden", () => {
    const everything = JSON.stringify(aSite(newsroom), (_, value: unknown) =>
      value instanceof Map ? [...value] : value,
    );
    expect(everything).toContain("heute");
    expect(everything).not.toContain("morgen");
  });
});
