import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { LinkChecker } from "linkinator";
import { describe, expect, it } from "vitest";
import { projectSite } from "../fixtures/project-site.ts";
import { serveFolder } from "../fixtures/site-server.ts";

const site = projectSite();
const isPage = (file: string) => file.endsWith(".html");

describe("Every page of the project's own site", () => {
  it("stands at an address of the contract", async () => {
    const pages = (await site().files()).filter(isPage).map((file) => `/${file.replace(/index\.html$/, "")}`);
    expect(pages).toEqual(
      expect.arrayContaining([
        "/",
        "/404.html",
        "/a-z/",
        "/barrierefreiheit/",
        "/echtheit/",
        "/bildnutzung/",
        "/datenschutz/",
        "/gebaerdensprache/",
        "/impressum/",
        "/kontakt/",
        "/leichte-sprache/",
        "/orte/",
        "/orte/bad-sassendorf/",
        "/pressemitteilungen/",
        "/pressemitteilungen/2019/",
        "/pressemitteilungen/2019/03/",
        "/pressemitteilungen/2019/03/27/gemeinsam-klappts/",
        "/termine/",
        "/themen/",
        "/themen/integration/",
      ]),
    );
    expect(
      pages.filter((address) => !/^\/(?:[a-z0-9.-]+\/)*(?:404\.html|google[a-z0-9]*\.html)?$/.test(address)),
    ).toEqual([]);
  });

  it("is valid HTML", async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended", "html-validate:document"],
      rules: {
        // Layout of the source, not validity: the pages are written by templates.
        "no-trailing-whitespace": "off",
        "long-title": "off",
        // German telephone numbers and press IDs are set with hyphens and spaces as they are printed.
        "tel-non-breaking": "off",
        "require-sri": "off",
      },
    });
    const faults: string[] = [];
    for (const file of (await site().files()).filter(isPage)) {
      const report = await validator.validateString(await site().text(file), file);
      for (const { messages } of report.results) {
        faults.push(
          ...messages.map(
            ({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId}: ${message}`,
          ),
        );
      }
    }
    expect(faults).toEqual([]);
  });

  it("links to nothing that is not there, fragments included", async () => {
    const server = await serveFolder(site().folder);
    const result = await new LinkChecker().check({
      path: `${server.origin}/`,
      recurse: true,
      checkFragments: true,
      linksToSkip: async (link) => !link.startsWith(server.origin),
    });
    await server.close();
    const broken = result.links
      .filter(({ state }) => state === "BROKEN")
      .map(({ url, parent }) => `${parent} → ${url}`);
    expect(broken).toEqual([]);
    expect(result.links.length).toBeGreaterThan(100);
  });

  it("names the digest of each release's text as it is served, in its ninjs too", async () => {
    const texts = (await site().files()).filter((file) => file.endsWith("/text.txt"));
    expect(texts.length).toBeGreaterThan(10);
    for (const file of texts) {
      const digest = hash("sha256", await readFile(join(site().folder, file)));
      const { altIds, pubStatus } = JSON.parse(await site().text(file.replace("text.txt", "ninjs.json")));
      expect(altIds, file).toContainEqual({ role: "sha256", value: digest });
      const page = await site().page(`/${file.replace("text.txt", "")}`);
      if (pubStatus !== "canceled") expect(page("details.authenticity code").text(), file).toBe(digest);
    }
  });

  it("carries a policy that allows no inline script or style, and has none", async () => {
    for (const file of (await site().files()).filter(isPage)) {
      const page = await site().page(`/${file}`);
      if (page('meta[http-equiv="refresh"]').length === 0) {
        const policy = page('meta[http-equiv="Content-Security-Policy"]').attr("content");
        expect(policy, file).toContain("default-src 'none'");
        // The CMS of the editing page sets styles from its script; ADR 20 says why that one page allows it.
        const strict = file.startsWith("redaktion/") ? policy?.replace(/style-src[^;]*/, "") : policy;
        expect(strict, file).not.toContain("unsafe-inline");
      }
      expect(page("[style], style, [onclick], [onload]").length, file).toBe(0);
      expect(
        page("script:not([src]):not([type='application/ld+json'], [type='application/json'])").length,
        file,
      ).toBe(0);
    }
  });

  it("says nothing of what is not yet public, and of a withdrawn release its notice alone", async () => {
    const words = ["sperrfrist", "entwurf", "vorausdatiert", "zurueckgezogen", "einwilligung"];
    // The search index is packed, and has words joined, small and back to front.
    const markers = new RegExp(
      words.flatMap((word) => [`${word}-?mark`, `kram-?${[...word].reverse().join("")}`]).join("|"),
      "i",
    );
    const contents = (await site().contents()).map(
      ([file, bytes]) => [file, bytes.toString("latin1")] as const,
    );
    expect(contents.filter((told) => markers.test(told.join("\n"))).map(([file]) => file)).toEqual([]);
    // What is public would be found there by the same means.
    expect(
      contents.filter(([file, text]) => file.startsWith("suche/index/") && text.includes("selbsthilfe"))
        .length,
    ).toBeGreaterThan(0);
    const notice = await site().page("/pressemitteilungen/2025/09/09/beispiel-tierseuche/");
    expect(notice("main").text()).toContain("zurückgezogen");
  });
});

describe("Below a path prefix and under another origin", () => {
  const prefixed = projectSite({ PATH_PREFIX: "/presse/", SITE_URL: "https://www.example.org" });

  it("every link and file stays below the prefix", async () => {
    for (const file of (await prefixed().files()).filter(isPage)) {
      const page = await prefixed().page(`/${file}`);
      const targets = page("[href], [src]")
        .toArray()
        .map((element) => page(element).attr("href") ?? page(element).attr("src") ?? "");
      const strays = targets.filter((target) => target.startsWith("/") && !target.startsWith("/presse/"));
      expect(strays, file).toEqual([]);
    }
  });

  it("canonical links name the origin and the prefix", async () => {
    const page = await prefixed().page("/themen/");
    expect(page('link[rel="canonical"]').attr("href")).toBe("https://www.example.org/presse/themen/");
  });
});
