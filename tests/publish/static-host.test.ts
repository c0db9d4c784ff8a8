import { describe, expect, it } from "vitest";
import { staticHostFiles } from "../../src/publish/static-host.ts";
import { aServedSite, aServedSiteWith } from "./serving.ts";

const FOLDERS = ["a-z", "assets", "daten", "pressemitteilungen", "redaktion", "suche", "themen"];
const NEW = "/pressemitteilungen/2019/03/27/x/";

/** The rules of `_headers`, as hosts read them: a pattern, then its headers. */
function headerRulesOf(prefix: string): { readonly pattern: string; readonly headers: [string, string][] }[] {
  const [file] = staticHostFiles(aServedSite({ prefix }), { folders: FOLDERS, hasPage: () => false });
  return (file?.text ?? "").split("\n\n").map((block) => {
    const [pattern = "", ...lines] = block.trimEnd().split("\n");
    return {
      pattern,
      headers: lines.map((line): [string, string] => {
        const [name = "", ...value] = line.trim().split(": ");
        return [name, value.join(": ")];
      }),
    };
  });
}

/** The values of a header for a path: hosts send those of all rules that fit. */
function valuesOf(header: string, path: string, prefix = "/"): string[] {
  const fits = (pattern: string) =>
    new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(path);
  return headerRulesOf(prefix)
    .filter(({ pattern }) => fits(pattern))
    .flatMap(({ headers }) => headers.filter(([name]) => name === header).map(([, value]) => value));
}

describe("The headers of a static host", () => {
  const PATHS = [
    "/",
    "/404.html",
    "/a-z/",
    "/suche/",
    "/redaktion/",
    "/redaktion/editing-page.js",
    NEW,
    `${NEW}ninjs.json`,
    `${NEW}foto.webp`,
    `${NEW}amtsblatt.pdf`,
    "/feed.xml",
    "/feed.json",
    "/themen/kita/feed.xml",
    "/SHA256SUMS",
    "/pagefind/fragment/unknown_1.pf_fragment",
    "/assets/fonts/x.woff2",
  ];

  it.each(PATHS)("give %s no header twice, as the host would send both values", (path) => {
    const names = new Set(headerRulesOf("/").flatMap(({ headers }) => headers.map(([name]) => name)));
    const doubled = [...names].filter((name) => valuesOf(name, path).length > 1);
    expect(doubled).toEqual([]);
  });

  it.each([
    ["/", "/suche/", "default-src 'none'; script-src 'wasm-unsafe-eval'; frame-ancestors 'none'"],
    ["/", "/a-z/", "default-src 'none'; frame-ancestors 'none'"],
    [
      "/presse/",
      "/presse/suche/",
      "default-src 'none'; script-src 'wasm-unsafe-eval'; frame-ancestors 'none'",
    ],
    ["/presse/", "/presse/", "default-src 'none'; frame-ancestors 'none'"],
  ])("below %s set the policy of %s", (prefix, path, policy) => {
    expect(valuesOf("Content-Security-Policy", path, prefix)).toEqual([policy]);
  });

  it("let data be read from elsewhere", () => {
    expect(valuesOf("Access-Control-Allow-Origin", "/themen/kita/feed.xml")).toEqual(["*"]);
    expect(valuesOf("Access-Control-Allow-Origin", "/a-z/")).toEqual([]);
  });

  it("keep to what Cloudflare takes: 100 rules, 2,000 characters a line", () => {
    const rules = headerRulesOf("/");
    expect(rules.length).toBeLessThanOrEqual(100);
    const longest = Math.max(
      ...rules.flatMap(({ headers }) => headers.map((header) => header.join(": ").length)),
    );
    expect(longest).toBeLessThan(2_000);
  });
});

describe("The redirects of a static host", () => {
  it("name first the addresses that no page forwards, and leave out those with a query", () => {
    const site = aServedSiteWith({
      "/alt/1": NEW,
      "/alt/1.php": NEW,
      "/alt.php?id=1": NEW,
      "/Stra%C3%9Fe": NEW,
    });
    const [, file] = staticHostFiles(site, { folders: [], hasPage: (path) => !path.endsWith(".php") });
    expect(file?.text).toMatchInlineSnapshot(`
      "# Cloudflare Pages nimmt 2.000 Zeilen, GitLab Pages 1.000; alte Adressen mit Abfrage (?id=…) kennen beide nicht.
      /alt/1.php /pressemitteilungen/2019/03/27/x/ 301
      /alt/1 /pressemitteilungen/2019/03/27/x/ 301
      /Stra%C3%9Fe /pressemitteilungen/2019/03/27/x/ 301
      "
    `);
  });
});
