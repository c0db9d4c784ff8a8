import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { compareWithManifest, manifestOf } from "../../src/publish/signed-manifest.ts";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";

const TEXT = "pressemitteilungen/2019/03/27/x/text.txt";

async function aSiteFolder(files: Readonly<Record<string, string | Buffer>> = {}): Promise<string> {
  const folder = join(await aTemporaryFolder(), "site");
  const all = {
    "index.html": "Start",
    [TEXT]: "Soest hat ein Bündnis.\n",
    "a-z/index.html": "A–Z",
    ...files,
  };
  for (const [path, content] of Object.entries(all)) put(folder, path, content);
  return folder;
}

function put(folder: string, path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const SAME = { changed: [], missing: [], extra: [], unreadableLines: [] };

describe("The list of a site's checksums", () => {
  it("names every file once, in an order that no locale changes", async () => {
    const { text, count } = manifestOf(
      await aSiteFolder({ "Z.txt": "z", "ä.txt": "ä", "index.html.x": "i" }),
    );
    expect(text.replace(/[0-9a-f]{64}/g, "…")).toMatchInlineSnapshot(`
      "…  Z.txt
      …  a-z/index.html
      …  index.html
      …  index.html.x
      …  pressemitteilungen/2019/03/27/x/text.txt
      …  ä.txt
      "
    `);
    expect(count).toBe(6);
  });

  it("leaves out itself and its signature, but no file of that name elsewhere", async () => {
    const folder = await aSiteFolder({ SHA256SUMS: "x", "SHA256SUMS.minisig": "x", "a-z/SHA256SUMS": "x" });
    expect(manifestOf(folder).text.match(/ .*SHA256SUMS.*/g)).toEqual(["  a-z/SHA256SUMS"]);
  });

  it("is read by sha256sum", async () => {
    const folder = await aSiteFolder({ "mit leerzeichen.txt": "x", "ä.txt": "" });
    put(folder, "SHA256SUMS", manifestOf(folder).text);
    const sha256sum = () =>
      spawnSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, LC_ALL: "C" },
      });
    expect(sha256sum()).toMatchObject({ status: 0, stderr: "" });
    put(folder, TEXT, "gefälscht");
    expect(sha256sum()).toMatchObject({ status: 1, stdout: expect.stringContaining(`${TEXT}: FAILED`) });
  });

  it("vouches for no link and no name that would break a line", async () => {
    const linked = await aSiteFolder();
    symlinkSync("/etc", join(linked, "ordner"));
    expect(() => manifestOf(linked)).toThrow('SHA256SUMS cannot list "ordner"');
    const folder = await aSiteFolder({ "a\nb": "x" });
    expect(() => manifestOf(folder)).toThrow('"a\\nb"');
  });
});

describe("A site beside its list", () => {
  it.each<[string, (folder: string) => void, object]>([
    ["is the same while nobody touches it", () => {}, {}],
    ["is told by a changed text", (folder) => put(folder, TEXT, "gefälscht"), { changed: [TEXT] }],
    ["is told by an emptied page", (folder) => put(folder, "index.html", ""), { changed: ["index.html"] }],
    [
      "is told by a missing page",
      (folder) => rmSync(join(folder, "a-z"), { recursive: true }),
      { missing: ["a-z/index.html"] },
    ],
    ["is told by a page too many", (folder) => put(folder, "a-z/neu.html", "x"), { extra: ["a-z/neu.html"] }],
    [
      "is told by a link in place of a file, even to the same bytes",
      (folder) => {
        put(folder, "../draussen.html", "Start");
        rmSync(join(folder, "index.html"));
        symlinkSync("../draussen.html", join(folder, "index.html"));
      },
      { missing: ["index.html"], extra: ["index.html"] },
    ],
  ])("%s", async (_, tamper, difference) => {
    const folder = await aSiteFolder();
    const { text } = manifestOf(folder);
    tamper(folder);
    expect(compareWithManifest(folder, text)).toEqual({ ...SAME, ...difference });
  });

  it("may have compressed copies, which must hold what the page holds", async () => {
    const folder = await aSiteFolder();
    const { text } = manifestOf(folder);
    put(folder, "index.html.br", brotliCompressSync("Start"));
    put(folder, "index.html.gz", gzipSync("Start"));
    expect(compareWithManifest(folder, text)).toEqual(SAME);
    put(folder, "index.html.br", brotliCompressSync("gefälscht"));
    put(folder, "index.html.gz", "kein gzip");
    put(folder, "neu.html.gz", gzipSync("x"));
    expect(compareWithManifest(folder, text)).toEqual({
      ...SAME,
      changed: ["index.html.br", "index.html.gz"],
      extra: ["neu.html.gz"],
    });
  });

  it("may have compressed copies of the list and its signature, which must hold the same", async () => {
    const folder = await aSiteFolder({ "SHA256SUMS.minisig": "Signatur" });
    const { text } = manifestOf(folder);
    put(folder, "SHA256SUMS", text);
    put(folder, "SHA256SUMS.br", brotliCompressSync(text));
    put(folder, "SHA256SUMS.minisig.gz", gzipSync("Signatur"));
    expect(compareWithManifest(folder, text)).toEqual(SAME);
    put(folder, "SHA256SUMS.br", brotliCompressSync("gefälscht"));
    expect(compareWithManifest(folder, text)).toEqual({ ...SAME, changed: ["SHA256SUMS.br"] });
  });

  it("takes compressed files that are listed as they are", async () => {
    const folder = await aSiteFolder({ "daten.csv": "x", "daten.csv.gz": "eigener Inhalt" });
    expect(compareWithManifest(folder, manifestOf(folder).text)).toEqual(SAME);
  });

  it("reads lists as sha256sum and find write them, and says which line is none", async () => {
    const folder = await aSiteFolder();
    const { text } = manifestOf(folder);
    expect(compareWithManifest(folder, text.replaceAll("  ", " *./"))).toEqual(SAME);
    expect(compareWithManifest(folder, `${text}Unsinn\n`)).toEqual({ ...SAME, unreadableLines: [4] });
  });

  it("is never looked for outside its folder", async () => {
    const folder = await aSiteFolder();
    const { text } = manifestOf(folder);
    const outside = text.split("\n")[1]?.replace("index.html", "../index.html");
    expect(compareWithManifest(folder, `${text}${outside}\n`).missing).toEqual(["../index.html"]);
  });
});
