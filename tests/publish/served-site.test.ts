import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ofOneBuild, pagePolicy, readServedSite } from "../../src/publish/served-site.ts";
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

describe("What is made of a built site", () => {
  it("is made again where a build replaced the site meanwhile", async () => {
    const folder = join(await aTemporaryFolder(), "_site");
    const build = (text: string) => {
      mkdirSync(`${folder}.neu`);
      writeFileSync(join(`${folder}.neu`, "index.html"), text);
      rmSync(`${folder}.vorrat`, { recursive: true, force: true });
      if (existsSync(folder)) renameSync(folder, `${folder}.vorrat`);
      renameSync(`${folder}.neu`, folder);
    };
    build("1");
    let runs = 0;
    const read = () => readFileSync(join(folder, "index.html"), "utf8");
    const made = await ofOneBuild(folder, async () => {
      runs += 1;
      const first = read();
      if (runs === 1) build("2");
      if (runs === 1) throw new Error("A page is gone");
      return [first, read()];
    });
    expect(made).toEqual(["2", "2"]);
  });

  it("is not made where it cannot be, and no build did anything", async () => {
    const folder = await aTemporaryFolder();
    const failing = ofOneBuild(folder, async () => {
      throw new Error("The disk is full");
    });
    await expect(failing).rejects.toThrow("The disk is full");
  });

  it("is made once where none did", async () => {
    let runs = 0;
    await ofOneBuild(await aTemporaryFolder(), async () => {
      runs += 1;
    });
    expect(runs).toBe(1);
  });
});
