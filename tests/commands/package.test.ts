import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";
import { projectSite } from "../fixtures/project-site.ts";
import { programPath } from "../servers/running-server.ts";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const NOW = { SOURCE_DATE_EPOCH: "1795345200" };
const sha256sum = await programPath("sha256sum");

/** What a program left behind. */
type Result = { readonly code: number; readonly stdout: string; readonly stderr: string };

function run(program: string, args: readonly string[], folder: string, environment = {}): Promise<Result> {
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { cwd: folder, env: { ...process.env, ...environment } },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, stdout, stderr }),
    );
  });
}

function runPackage(args: readonly string[], environment: Readonly<Record<string, string>> = NOW) {
  return run(process.execPath, ["src/commands/package.ts", ...args], PROJECT, environment);
}

const site = projectSite({ PATH_PREFIX: "/presse/" });

let unpacked = "";

/** The project's own site, packaged and unpacked as an operator does. */
beforeAll(async () => {
  unpacked = await mkdtemp(join(tmpdir(), "newsroom-package-"));
  const { code, stderr } = await runPackage([`--site=${site().folder}`, `--output=${unpacked}.paket`]);
  expect([code, stderr]).toEqual([0, ""]);
  const unpack = await run("tar", ["-xf", join(`${unpacked}.paket`, "newsroom.tar.gz")], unpacked);
  expect(unpack).toMatchObject({ code: 0 });
});

afterAll(async () => {
  for (const folder of [unpacked, `${unpacked}.paket`]) await rm(folder, { recursive: true, force: true });
});

describe("npm run package", () => {
  it("makes one archive: the site with compressed copies, each server's configuration, a guide", async () => {
    const files = await readdir(unpacked, { recursive: true });
    expect(files).toEqual(
      expect.arrayContaining([
        "LIESMICH.md",
        "SHA256SUMS",
        "apache/newsroom.conf",
        "apache/redirects.txt",
        "apache/rules.conf",
        "caddy/Caddyfile",
        "caddy/newsroom.caddy",
        "container/Containerfile",
        "nginx/http.conf",
        "nginx/newsroom.conf",
        "nginx/server.conf",
        "site/presse/index.html",
        "site/presse/index.html.br",
        "site/presse/index.html.gz",
        "site/presse/feed.xml.br",
        "static-host/_headers",
        "static-host/_redirects",
        "webspace/.htaccess",
      ]),
    );
    expect(files.filter((file) => /\.(?:webp|jpg|png|woff2)\.(?:br|gz)$/.test(file))).toEqual([]);
    const home = "site/presse/index.html";
    expect(await readFile(join(unpacked, home))).toEqual(await readFile(join(site().folder, "index.html")));
  });

  it("brings the headers of the pages themselves, and old addresses below the prefix and without", async () => {
    const policy = (await site().page("/"))('meta[http-equiv="Content-Security-Policy"]').attr("content");
    expect(await readFile(join(unpacked, "caddy/newsroom.caddy"), "utf8")).toContain(
      `header Content-Security-Policy "${policy}; frame-ancestors 'none'"`,
    );
    const target = "/presse/pressemitteilungen/2023/03/21/beispiel-kita-portal/";
    const redirects = (await readFile(join(unpacked, "apache/redirects.txt"), "utf8")).split("\n");
    expect(redirects).toEqual(
      expect.arrayContaining([
        `/presse/kso.2023.03.21.161 ${target}`,
        `/presse/pressemitteilungen/presseservice/9000001.php ${target}`,
        `/pressemitteilungen/presseservice/9000001.php ${target}`,
        `/presse/pressemitteilungen/detailansicht.php?id=9000001 ${target}`,
      ]),
    );
  });

  it("gives the same bytes for the same site, whatever the time zone, locale and folder", async () => {
    const [one, two] = [await aTemporaryFolder(), await aTemporaryFolder()];
    const copy = join(await aTemporaryFolder(), "kopie");
    await cp(site().folder, copy, { recursive: true });
    await runPackage([`--site=${site().folder}`, `--output=${one}`], { ...NOW, TZ: "UTC" });
    await runPackage([`--site=${copy}`, `--output=${two}`], {
      ...NOW,
      TZ: "Asia/Tokyo",
      LC_ALL: "tr_TR.UTF-8",
    });
    const [first, second] = await Promise.all(
      [one, two].map((folder) => readFile(join(folder, "newsroom.tar.gz"))),
    );
    expect(first?.length).toBeGreaterThan(1_000_000);
    expect(second?.equals(first ?? Buffer.of())).toBe(true);
  });

  it("leaves the last archive where it fails, and nothing beside it", async () => {
    const output = await aTemporaryFolder();
    await writeFile(join(output, "newsroom.tar.gz"), "das letzte");
    const folder = join(await aTemporaryFolder(), "_site");
    await cp(site().folder, folder, { recursive: true });
    await symlink("/etc/passwd", join(folder, "fremd.html"));
    const { code, stderr } = await runPackage([`--site=${folder}`, `--output=${output}`]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('A package cannot hold "fremd.html"')]);
    expect(await readdir(output)).toEqual(["newsroom.tar.gz"]);
    expect(await readFile(join(output, "newsroom.tar.gz"), "utf8")).toBe("das letzte");
  });

  it.each([
    ["a folder without a site", ["--site=docs"], {}],
    ["a folder that is not there", ["--site=gibt-es-nicht"], {}],
    ["an unknown option", ["--ziel=x"], {}],
    ["a time that is none", [], { SOURCE_DATE_EPOCH: "gestern" }],
  ])("ends with 2 for %s", async (_, args, environment) => {
    const { code, stderr } = await runPackage([...args, `--output=${await aTemporaryFolder()}`], environment);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^Falscher Aufruf: .*(?:Erwartet|Möglich sind)/),
    ]);
  });
});

describe.runIf(sha256sum !== undefined)("sha256sum -c in the unpacked package", () => {
  const check = (folder: string) => run(sha256sum ?? "", ["-c", "--quiet", "--strict", "SHA256SUMS"], folder);

  it("finds every file as it was packed, and no file is left out", async () => {
    expect(await check(unpacked)).toEqual({ code: 0, stdout: "", stderr: "" });
    const listed = (await readFile(join(unpacked, "SHA256SUMS"), "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => line.slice(66));
    const entries = await readdir(unpacked, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect([...listed, "SHA256SUMS"].map((path) => join(unpacked, path)).sort()).toEqual(files.sort());
  });

  it.each<[what: string, tamper: (folder: string) => Promise<unknown>, said: RegExp]>([
    [
      "a page was changed",
      (folder) => writeFile(join(folder, "site/presse/index.html"), "gefälscht"),
      /^site\/presse\/index\.html: /m,
    ],
    [
      "only the compressed copy of a page was",
      (folder) => writeFile(join(folder, "site/presse/index.html.br"), "gefälscht"),
      /^site\/presse\/index\.html\.br: /m,
    ],
    [
      "a server's configuration was cut off",
      (folder) => truncate(join(folder, "nginx/server.conf"), 100),
      /^nginx\/server\.conf: /m,
    ],
    [
      "a file is missing",
      (folder) => rm(join(folder, "site/presse/feed.xml")),
      /^site\/presse\/feed\.xml: /m,
    ],
  ])("says so when %s", async (_, tamper, said) => {
    const copy = join(await aTemporaryFolder(), "kopie");
    await cp(unpacked, copy, { recursive: true });
    await tamper(copy);
    expect(await check(copy)).toMatchObject({ code: 1, stdout: expect.stringMatching(said) });
  });
});
