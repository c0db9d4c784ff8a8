import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ExampleRelease, exampleArchive } from "../../bench/archive.ts";
import { checkSite, type ExpectedPages, expectedPages, sizeOfSite } from "../../bench/expected-pages.ts";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";
import { EXAMPLE_NAMES } from "./example-names.ts";

/** Twenty-one releases of one month and topic. */
const [first] = exampleArchive(1, EXAMPLE_NAMES) as [ExampleRelease];
const releases = Array.from({ length: 21 }, (_, index): ExampleRelease => {
  const mark = `Beispiel-${String(index + 1).padStart(5, "0")}`;
  const slug = mark.toLowerCase();
  return {
    ...first,
    mark,
    slug,
    address: `/pressemitteilungen/2006/01/02/${slug}/`,
    topics: [EXAMPLE_NAMES.topics[2] ?? first.topics[0]] as ExampleRelease["topics"],
  };
});

describe("The pages that all generators must make", () => {
  it("are releases, lists in pages of 20, feed and sitemap", () => {
    const files = [...expectedPages(releases).keys()];
    expect(files.slice(0, 2)).toEqual([
      "pressemitteilungen/2006/01/02/beispiel-00001/index.html",
      "pressemitteilungen/2006/01/02/beispiel-00002/index.html",
    ]);
    expect(files.slice(21)).toMatchInlineSnapshot(`
      [
        "pressemitteilungen/index.html",
        "pressemitteilungen/seite/2/index.html",
        "pressemitteilungen/2006/index.html",
        "pressemitteilungen/2006/seite/2/index.html",
        "pressemitteilungen/2006/01/index.html",
        "pressemitteilungen/2006/01/seite/2/index.html",
        "themen/wahlen/index.html",
        "themen/wahlen/seite/2/index.html",
        "index.html",
        "themen/index.html",
        "feed.xml",
        "sitemap.xml",
      ]
    `);
  });

  it("hold the newest first in each list", () => {
    const pages = expectedPages(releases);
    expect(pages.get("themen/wahlen/index.html")?.slice(0, 2)).toEqual(["Beispiel-00021", "Beispiel-00020"]);
    expect(pages.get("themen/wahlen/seite/2/index.html")).toEqual(["Beispiel-00001"]);
  });

  it("are found in a site that has them", async () => {
    const expected = expectedPages(releases);
    const site = await aSite(expected);
    await expect(checkSite("Das Beispiel", site, expected)).resolves.toBeUndefined();
    expect(await sizeOfSite(site)).toMatchObject({ files: expected.size, pages: expected.size - 2 });
  });

  it("are missed by name", async () => {
    const expected = expectedPages(releases);
    const { "feed.xml": _, ...rest } = Object.fromEntries(expected);
    const site = await aSite(new Map(Object.entries({ ...rest, "themen/wahlen/seite/2/index.html": [] })));
    await expect(checkSite("Das Beispiel", site, expected)).rejects.toThrowErrorMatchingInlineSnapshot(`
      [Error: Das Beispiel did not make the same pages, 2 of 33:
        themen/wahlen/seite/2/index.html lacks „Beispiel-00001“
        feed.xml is missing]
    `);
  });

  it("may spread their sitemap over several files", async () => {
    const expected = new Map([["sitemap.xml", ["beispiel-00001"]]]);
    const index =
      "<sitemapindex><sitemap><loc>https://presse.example.org/sitemap-2006.xml</loc></sitemap></sitemapindex>";
    const site = await aSite(
      new Map([
        ["sitemap.xml", [index]],
        ["sitemap-2006.xml", ["beispiel-00001"]],
      ]),
    );
    await expect(checkSite("Das Beispiel", site, expected)).resolves.toBeUndefined();
  });
});

async function aSite(pages: ExpectedPages): Promise<string> {
  const folder = await aTemporaryFolder();
  for (const [file, texts] of pages) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), texts.join("\n"));
  }
  return folder;
}
