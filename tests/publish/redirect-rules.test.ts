import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apacheFiles } from "../../src/publish/apache.ts";
import { caddyFiles } from "../../src/publish/caddy.ts";
import { nginxFiles } from "../../src/publish/nginx.ts";
import { addressOf, serverRedirects } from "../../src/publish/redirect-rules.ts";
import { staticHostFiles } from "../../src/publish/static-host.ts";
import { aRedirectList, aServedSiteWith } from "./serving.ts";

const NEW = "/pressemitteilungen/2019/03/27/x/";

function rulesOf(oldAddress: string, prefix = "/"): string[] {
  const { redirects } = serverRedirects(aRedirectList({ oldAddresses: { [oldAddress]: NEW } }), prefix);
  return redirects.map((redirect) => `${addressOf(redirect)} → ${redirect.target}`);
}

describe("An old address of a release becomes a redirect", () => {
  it.each<[written: string, rules: readonly string[]]>([
    ["/a/1.php", ["/a/1.php"]],
    ["/a/1/", ["/a/1"]],
    ["/a/1/index.html", ["/a/1"]],
    ["/a/seite.html", ["/a/seite.html"]],
    ["/Stra%C3%9Fe", ["/Straße"]],
    ["/a.php?id=3", ["/a.php?id=3"]],
    ["/a/index.html?id=3", ["/a?id=3"]],
    ["/a?x[y]=3", ["/a?x[y]=3", "/a?x%5By%5D=3"]],
    ["/a?x%5By%5D=3", ["/a?x%5By%5D=3", "/a?x[y]=3"]],
    ["/a?", ["/a?"]],
  ])("%s", (written, rules) => {
    expect(rulesOf(written)).toEqual(rules.map((rule) => `${rule} → ${NEW}`));
  });

  it("below a path prefix, with it and without, as the former system knew none", () => {
    expect(rulesOf("/a/1.php", "/presse/")).toEqual([
      `/presse/a/1.php → /presse${NEW}`,
      `/a/1.php → /presse${NEW}`,
    ]);
  });

  it("but never shadows a page of the site below its prefix", () => {
    expect(rulesOf("/presse/impressum/", "/presse/")).toEqual([`/presse/presse/impressum → /presse${NEW}`]);
  });

  it("and a short link too, below the prefix alone", () => {
    const list = aRedirectList({ shortLinks: { "/kso.2019.03.27.134/": NEW } });
    expect(serverRedirects(list, "/presse/").redirects).toEqual([
      { path: "/presse/kso.2019.03.27.134", target: `/presse${NEW}` },
    ]);
  });
});

describe("What an editor writes never becomes a server's command", () => {
  it.each([
    "/a b",
    "/a%20b",
    "/a%0Ab",
    '/a"',
    "/a%22;return%20200",
    "/a%5C",
    "/a{b}",
    "/{$HOME}",
    "/a$uri",
    "/a`b",
    "/a'b",
    "/a%00",
    "/<x>",
  ])("%s has no redirect, and is told", (address) => {
    const { redirects, unfitAddresses } = serverRedirects(
      aRedirectList({ oldAddresses: { [address]: NEW } }),
      "/",
    );
    expect([redirects, unfitAddresses]).toEqual([[], [address]]);
  });

  it("whatever it is, no configuration has a line more than its redirects, and each of its form", () => {
    const lines = (text: string | undefined) => (text ?? "").split("\n");
    const empty = configurations({});
    const address = fc
      .string({ unit: "binary", maxLength: 40 })
      .chain((text) =>
        fc.constantFrom(`/${text}`, `/${encodeURIComponent(text.toWellFormed())}`, `/a?${text}`),
      );
    fc.assert(
      fc.property(fc.uniqueArray(address, { maxLength: 5 }), (addresses) => {
        const site = Object.fromEntries(addresses.map((text) => [text, NEW]));
        const count = aServedSiteWith(site).redirects.length;
        const made = configurations(site);
        expect(lines(made.nginx).length - lines(empty.nginx).length).toBe(count);
        expect(lines(made.apache).length - lines(empty.apache).length).toBe(count);
        const nginxLine = /^\t"(?:[^"\\$]+|~\^(?:[^"\\$]|\\[.*+?^|()[\]])+\$)" \/[\w./-]+;$/;
        expect(lines(made.nginx).filter((line) => nginxLine.test(line))).toHaveLength(count);
        expect(lines(made.caddy).filter((line) => /^\t\t\t"[^"\\{}]+" \/[\w./-]+$/.test(line))).toHaveLength(
          count,
        );
        expect(lines(made.apache).filter((line) => /^\/\S* \/[\w./-]+$/.test(line))).toHaveLength(count);
        expect(lines(made.hosts).filter((line) => !/^(?:#.*|\/\S* \/[\w./-]+ 301|)$/.test(line))).toEqual([]);
      }),
    );
  });
});

/** What each server reads of redirects. */
function configurations(oldAddresses: Readonly<Record<string, string>>) {
  const site = aServedSiteWith(oldAddresses);
  const files = [
    ...nginxFiles(site, () => false),
    ...caddyFiles(site),
    ...apacheFiles(site),
    ...staticHostFiles(site, { folders: [], hasPage: () => false }),
  ];
  const text = (path: string) => files.find((file) => file.path === path)?.text;
  return {
    nginx: text("nginx/http.conf"),
    caddy: text("caddy/newsroom.caddy"),
    apache: text("apache/redirects.txt"),
    hosts: text("static-host/_redirects"),
  };
}
