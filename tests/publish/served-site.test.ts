import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { pagePolicy, readServedSite } from "../../src/publish/served-site.ts";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";
import { aRedirectList } from "./serving.ts";

const page = (policy: string) =>
  `<html><head><meta http-equiv="Content-Security-Policy" content="${policy}">`;

async function aSite(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await aTemporaryFolder();
  const usual = {
    "index.html": page("default-src 'none'"),
    "daten/weiterleitungen.json": JSON.stringify(
      aRedirectList({ site: "https://presse.example.org/presse/" }),
    ),
  };
  for (const [path, text] of Object.entries({ ...usual, ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

describe("How a site is served is read from the site", () => {
  it("its address, and the policy of its pages", async () => {
    const folder = await aSite({
      "suche/index.html": page("default-src 'none'; script-src 'wasm-unsafe-eval'"),
      "redaktion/index.html": page("default-src 'none'"),
    });
    expect(await readServedSite(folder)).toEqual({
      host: "presse.example.org",
      prefix: "/presse/",
      isEncrypted: true,
      policies: {
        everywhere: "default-src 'none'",
        below: { "/suche/": "default-src 'none'; script-src 'wasm-unsafe-eval'" },
      },
      redirects: [],
      unfitAddresses: [],
    });
  });

  it.each([
    ["has no list of redirects that is one", { "daten/weiterleitungen.json": "{}" }],
    ["has a page without a policy", { "index.html": "<html><head></head></html>" }],
    [
      "has a redirect whose target could be a command",
      {
        "daten/weiterleitungen.json": JSON.stringify(
          aRedirectList({ oldAddresses: { "/alt": "/x/; return 200" } }),
        ),
      },
    ],
  ])("and a site is refused that %s", async (_, files) => {
    await expect(aSite(files).then(readServedSite)).rejects.toThrow();
  });
});

describe("A page's own policy", () => {
  it.each([
    [page("default-src &#39;none&#39;"), "default-src 'none'"],
    [page("default-src &quot;x&quot; &amp;"), 'default-src "x" &'],
    ["<meta charset=utf-8>", undefined],
  ])("in %s is %s", (html, policy) => {
    expect(pagePolicy(html)).toBe(policy);
  });
});
