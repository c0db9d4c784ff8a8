import { lstat, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtSite } from "../fixtures/built-site.ts";
import { runCommand } from "../fixtures/command.ts";
import { aContentFolder, aTemporaryFolder, RELEASE_FILE, releaseText } from "../fixtures/content-folder.ts";

/** 2026-11-22T12:00 in Berlin. */
const NOW = { SOURCE_DATE_EPOCH: "1795345200" };
const RELEASE_PAGE = "pressemitteilungen/2019/03/27/titel/index.html";

async function aTarget(): Promise<string> {
  return join(await aTemporaryFolder(), "_site");
}

describe("npm run build", () => {
  it("writes the site of another content folder to another target", async () => {
    const input = await aContentFolder({ [RELEASE_FILE]: releaseText("tags: [Integration]") });
    const output = await aTarget();
    const { code } = await runCommand(
      "build",
      [`--input=${input}`, `--output=${output}`, "--no-search"],
      NOW,
    );
    expect(code).toBe(0);
    const page = await builtSite(output).page("/pressemitteilungen/2019/03/27/titel/");
    expect(page("h1").text()).toBe("Titel");
    expect((await builtSite(output).files()).filter((file) => file.startsWith("suche/index/"))).toEqual([]);
    expect((await builtSite(output).page("/suche/"))("main form")).toHaveLength(0);
  });

  it("leaves the last good site as it is where the content has problems, and ends with 1", async () => {
    const input = await aContentFolder({ [RELEASE_FILE]: releaseText() });
    const output = await aTarget();
    await runCommand("build", [`--input=${input}`, `--output=${output}`], NOW);
    const before = await readFile(join(output, RELEASE_PAGE), "utf8");
    await writeFile(join(input, RELEASE_FILE), releaseText("tags: [Unfug]"));
    const { code, stdout } = await runCommand("build", [`--input=${input}`, `--output=${output}`], NOW);
    expect([code, stdout]).toEqual([
      1,
      expect.stringContaining("tags[0]: „Unfug“ steht nicht in themen.yaml"),
    ]);
    expect(await readFile(join(output, RELEASE_PAGE), "utf8")).toBe(before);
    expect((await readdir(dirname(output))).sort()).toEqual([basename(output), `${basename(output)}.vorrat`]);
  });

  it("leaves no page of a deleted release, and beside the site nothing but the spare of the next build", async () => {
    const input = await aContentFolder({ [RELEASE_FILE]: releaseText() });
    const output = await aTarget();
    await runCommand("build", [`--input=${input}`, `--output=${output}`], NOW);
    await rm(join(input, RELEASE_FILE));
    await runCommand("build", [`--input=${input}`, `--output=${output}`], NOW);
    expect(await builtSite(output).files()).not.toContain(RELEASE_PAGE);
    expect((await readdir(dirname(output))).sort()).toEqual([basename(output), `${basename(output)}.vorrat`]);
  });

  it("keeps a file that did not change, time stamp and all, for servers that compare them", async () => {
    const input = await aContentFolder({ [RELEASE_FILE]: releaseText() });
    const output = await aTarget();
    await runCommand("build", [`--input=${input}`, `--output=${output}`], NOW);
    const before = await stat(join(output, RELEASE_PAGE));
    await runCommand("build", [`--input=${input}`, `--output=${output}`], NOW);
    const after = await stat(join(output, RELEASE_PAGE));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  it("brings back the old site after a build that was killed between its last two steps", async () => {
    const input = await aContentFolder({ [RELEASE_FILE]: releaseText() });
    const output = await aTarget();
    await runCommand("build", [`--input=${input}`, `--output=${output}`], NOW);
    const before = await readFile(join(output, RELEASE_PAGE), "utf8");
    await rename(output, `${output}.alt`);
    await writeFile(join(input, RELEASE_FILE), releaseText("tags: [Unfug]"));
    await mkdir(`${output}.neu-999999999`);
    const { code } = await runCommand("build", [`--input=${input}`, `--output=${output}`], NOW);
    expect(code).toBe(1);
    expect(await readFile(join(output, RELEASE_PAGE), "utf8")).toBe(before);
    expect((await readdir(dirname(output))).sort()).toEqual([basename(output), `${basename(output)}.vorrat`]);
  });

  it("gives the same bytes for the same input and SOURCE_DATE_EPOCH, whatever the machine's time zone", async () => {
    const input = await aContentFolder({
      [RELEASE_FILE]: releaseText("tags: [Integration]\nplaces: [Soest]"),
    });
    const [one, two] = [await aTarget(), await aTarget()];
    await runCommand("build", [`--input=${input}`, `--output=${one}`], { ...NOW, TZ: "UTC" });
    await runCommand("build", [`--input=${input}`, `--output=${two}`], {
      ...NOW,
      TZ: "Asia/Tokyo",
      LC_ALL: "C",
    });
    const files = await builtSite(one).files();
    expect(await builtSite(two).files()).toEqual(files);
    for (const file of files) {
      expect(await readFile(join(two, file)), file).toEqual(await readFile(join(one, file)));
    }
  });

  it("builds without the originals that lie in Git LFS, and says which are missing", async () => {
    const input = await aContentFolder({
      [RELEASE_FILE]: releaseText(
        "photo: { file: foto.jpg, alt: Ein Bild, caption: Am Ort, credit: Beispiel }",
      ),
      "pressemitteilungen/2019/foto.jpg":
        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n",
    });
    const output = await aTarget();
    const { code, stdout } = await runCommand("build", [`--input=${input}`, `--output=${output}`], NOW);
    expect([code, stdout]).toEqual([0, expect.stringContaining("  pressemitteilungen/2019/foto.jpg")]);
    const page = await builtSite(output).page("/pressemitteilungen/2019/03/27/titel/");
    expect(page("main").text()).toContain("Das Foto liegt hier nicht vor.");
  });

  it("replaces the folder behind a link, and keeps the link", async () => {
    const input = await aContentFolder({ [RELEASE_FILE]: releaseText() });
    const output = await aTarget();
    await mkdir(`${output}-echt`);
    await symlink(`${output}-echt`, output);
    const { code } = await runCommand("build", [`--input=${input}`, `--output=${output}`], NOW);
    expect(code).toBe(0);
    expect((await lstat(output)).isSymbolicLink()).toBe(true);
    expect(await readdir(`${output}-echt`)).toContain("index.html");
  });

  it.each([
    ["an unknown option", ["--outptu=x"], {}],
    ["a target that holds the project", ["--output=."], {}],
    ["a target that holds the content", ["--output=content"], {}],
    ["a target inside the content", ["--output=content/neu"], {}],
    ["a target that holds other files", ["--output=layouts"], {}],
    ["a target that is a file", ["--output=README.md"], {}],
    ["an origin with a path", [], { SITE_URL: "https://example.org/presse" }],
    ["a build time that is none", [], { SOURCE_DATE_EPOCH: "gestern" }],
    ["an origin that is none", [], { SITE_URL: "presse" }],
    ["a path prefix that climbs", [], { PATH_PREFIX: "../x" }],
  ])("ends with 2 and touches nothing for %s", async (_, args, environment) => {
    const { code, stderr } = await runCommand("build", args, environment);
    expect([code, stderr]).toEqual(
      [2, expect.stringContaining("Erwartet")].map((value, index) =>
        index === 1 && args[0] === "--outptu=x" ? expect.stringContaining("Möglich sind") : value,
      ),
    );
  });
});

describe("Before its time, a release is nowhere", () => {
  const MARKER = "MARKE7141";
  const hidden = (frontMatter: string, date: string) =>
    `---\ntitle: ${MARKER} Titel\ndate: ${date}\npressId: kso.${date.slice(0, 10).replaceAll("-", ".")}.714.sm\nsubtitle: ${MARKER}\nphotos:\n  - { file: ${MARKER}.png, alt: ${MARKER}, credit: ${MARKER}, caption: ${MARKER} }\n${frontMatter}\n---\n${MARKER}\n`;
  const picture = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  );

  async function traces(frontMatter: string, epoch: string, date = "2026-11-20 10:00"): Promise<string[]> {
    const input = await aContentFolder({
      [RELEASE_FILE]: releaseText(),
      [`pressemitteilungen/2026/${date.slice(0, 10)}-${MARKER.toLowerCase()}.md`]: hidden(frontMatter, date),
      [`pressemitteilungen/2026/${MARKER}.png`]: picture,
    });
    const output = await aTarget();
    const { code } = await runCommand("build", [`--input=${input}`, `--output=${output}`], {
      SOURCE_DATE_EPOCH: epoch,
    });
    expect(code).toBe(0);
    const contents = await builtSite(output).contents();
    // The search index has words back to front, too.
    const isTold = (text: string) => /marke7141|1417ekram|\d\d\.714\b/i.test(text);
    return contents
      .filter(([file, bytes]) => isTold(`${file}\n${bytes.toString("latin1")}`))
      .map(([file]) => file);
  }

  it.each([
    ["a draft", "draft: true"],
    ["an embargoed one", "embargo: { until: 2026-11-22 12:01, reason: Beispiel }"],
    [
      "an embargoed one that was withdrawn before",
      "withdrawn: { date: 2026-11-21, reason: Beispiel }\nembargo: { until: 2027-01-01, reason: Beispiel }",
    ],
    ["one whose date lies ahead", "noindex: false", "2026-11-22 12:01"],
    [
      "one whose date lies ahead, withdrawn or not",
      "withdrawn: { date: 2026-11-22 12:02, reason: Beispiel }",
      "2026-11-22 12:01",
    ],
  ])("%s leaves no trace in any file", async (_, frontMatter, date?: string) => {
    expect(await traces(frontMatter, NOW.SOURCE_DATE_EPOCH, date)).toEqual([]);
  });

  it("and at its minute it is there", async () => {
    const found = await traces(
      "embargo: { until: 2026-11-22 12:00, reason: Beispiel }",
      NOW.SOURCE_DATE_EPOCH,
    );
    expect(found).toContain("pressemitteilungen/2026/11/20/marke7141/index.html");
    expect(found.filter((file) => file.startsWith("suche/index/"))).not.toEqual([]);
  });
});
