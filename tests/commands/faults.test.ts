import { execFile } from "node:child_process";
import { hash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { builtSite } from "../fixtures/built-site.ts";
import { type CommandResult, runCommand } from "../fixtures/command.ts";
import {
  aContentFolder,
  aTemporaryFolder,
  type ContentFiles,
  RELEASE_FILE,
  releaseText,
} from "../fixtures/content-folder.ts";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = dirname(RELEASE_FILE);

/** What `npm run check` says of a content folder, files named as below it. */
async function checked(files: ContentFiles): Promise<CommandResult> {
  const input = await aContentFolder(files);
  const { stdout, ...rest } = await runCommand("check", [`--input=${input}`]);
  return { ...rest, stdout: stdout.replaceAll(`${input}/`, "") };
}

describe("When two editors took the same number", () => {
  it("each hears which file has it already, and which number is free", async () => {
    const { code, stdout } = await checked({
      [`${FOLDER}/2019-03-27-eins.md`]: releaseText("pressId: kso.2019.03.27.134.sm/-rn"),
      [`${FOLDER}/2019-03-27-zwei.md`]: releaseText("pressId: kso.2019.03.27.134.tb"),
      [`${FOLDER}/2019-12-01-drei.md`]:
        "---\ntitle: Titel\ndate: 2019-12-01 10:00\npressId: kso.2019.12.01.700.tb\n---\nText.\n",
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`^${FOLDER}/2019-03-27-zwei.md:4:\\d+ pressId: .*134.*`, "m"));
    expect(stdout).toContain(`an ${FOLDER}/2019-03-27-eins.md`);
    expect(stdout).toContain("701");
  });
});

describe("A file that was only half saved", () => {
  it("is named with what it lacks, all such files at once", async () => {
    const cut: Readonly<Record<string, readonly [string | Buffer, RegExp]>> = {
      "kopf-ohne-ende": ["---\ntitle: Titel\ndate: 2019-03-27 10:00\nText.", /Der Kopf hört nicht auf/],
      "kopf-mitten-im-feld": ["---\ntitle: Titel\nda", /Der Kopf hört nicht auf/],
      "kopf-mitten-im-wert": ["---\ntitle: 'Titel\n---\nText.", /Was hier mit ' beginnt, hört nicht auf/],
      "mitten-im-zeichen": [
        Buffer.from(releaseText("", "Müll")).subarray(0, -3),
        /ein Byte, das kein Zeichen|mitten in einem Zeichen/,
      ],
      leer: ["", /^\S+ Datei: /],
      nullen: [Buffer.alloc(300), /^\S+ Datei: /],
    };
    const files = Object.entries(cut).map(([name, [content]]) => [
      `${FOLDER}/2019-03-27-${name}.md`,
      content,
    ]);
    const { code, stdout } = await checked(Object.fromEntries(files));
    const lines = stdout.split("\n");
    const told = Object.entries(cut).map(([name, [, expected]]) =>
      lines.some((line) => line.startsWith(`${FOLDER}/2019-03-27-${name}.md:`) && expected.test(line))
        ? name
        : "",
    );
    expect([code, told]).toEqual([1, Object.keys(cut)]);
  });

  it("is not a release where it is only what an editor or a system keeps beside one", async () => {
    const kept = [
      ".2019-03-27-titel.md.swp",
      "2019-03-27-titel.md~",
      "2019-03-27-titel.md.bak",
      "2019-03-27-titel.md.tmp",
      "#2019-03-27-titel.md#",
      ".#2019-03-27-titel.md",
      ".~lock.2019-03-27-titel.md#",
      "4913",
      "Thumbs.db",
      "desktop.ini",
      ".DS_Store",
      "._2019-03-27-titel.md",
    ];
    const beside = kept.map((name) => [`${FOLDER}/${name}`, "MARKE-HALB"]);
    const { code, stdout } = await checked({ [RELEASE_FILE]: releaseText(), ...Object.fromEntries(beside) });
    expect([code, stdout]).toEqual([0, "Alles in Ordnung: 1 Pressemitteilung, 7 Seiten.\n"]);
  });
});

describe("A photo that was renamed", () => {
  it("is named by its nearest name: with another letter, another case, without umlauts", async () => {
    const { code, stdout } = await checked({
      [RELEASE_FILE]: releaseText(
        "photos:\n  - { file: buendnis.jpg, alt: A, credit: C }\n  - { file: Kita.jpeg, alt: A, credit: C }\n  - { file: Möhne.jpg, alt: A, credit: C }",
      ),
      [`${FOLDER}/buendniss.jpg`]: "x",
      [`${FOLDER}/kita.JPEG`]: "x",
      [`${FOLDER}/Moehne.jpg`]: "x",
    });
    const meant = [
      ...stdout.matchAll(/„(.+?)“ liegt nicht neben der Pressemitteilung. Gemeint ist wohl „(.+?)“/g),
    ];
    expect([code, meant.map(([, written, found]) => `${written} → ${found}`)]).toEqual([
      1,
      ["buendnis.jpg → buendniss.jpg", "Kita.jpeg → kita.JPEG", "Möhne.jpg → Moehne.jpg"],
    ]);
  });
});

/** `npm run build` where no file may become larger than some blocks of 512 bytes (POSIX `ulimit -f`): a disk that fills. */
function buildWithin(
  blocks: number,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<CommandResult> {
  const command = [process.execPath, "src/commands/build.ts", ...args];
  return new Promise((resolve) => {
    execFile(
      "sh",
      ["-c", 'ulimit -f "$1"; shift; exec "$@"', "sh", String(blocks), ...command],
      { cwd: PROJECT, env: { ...process.env, ...environment } },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

/** Every file of a folder with the fingerprint of its bytes. */
async function fingerprints(folder: string): Promise<string[]> {
  const files = await builtSite(folder).files();
  return Promise.all(
    files.map(async (file) => `${file} ${hash("sha256", await readFile(join(folder, file)))}`),
  );
}

describe("A disk that fills up while the site is built", () => {
  it("leaves the last good site wherever it happens, says what helps, and does no harm to the next build", async () => {
    const input = await aContentFolder({ [RELEASE_FILE]: releaseText() });
    const output = join(await aTemporaryFolder(), "_site");
    const args = [`--input=${input}`, `--output=${output}`];
    const epoch = { SOURCE_DATE_EPOCH: "1795345200" };
    await runCommand("build", args, epoch);
    const before = await fingerprints(output);
    const changed = releaseText("subtitle: Neu", `${"Länger. ".repeat(100)}\n\n`.repeat(15));
    await writeFile(join(input, RELEASE_FILE), changed);

    // At once, with the first pages, with the data, with the search index.
    for (const blocks of [1, 16, 50, 100]) {
      const { code, stderr } = await buildWithin(blocks, args, epoch);
      expect(stderr).toMatch(/^Abgebrochen: .*Bitte .* noch einmal beginnen\.$/m);
      expect(stderr).toContain(`Nichts geschrieben; ${output} bleibt, wie es war.`);
      expect(stderr).not.toMatch(/^ +at /m);
      expect(code).toBe(1);
      expect(await fingerprints(output)).toEqual(before);
      expect((await readdir(dirname(output))).filter((name) => name.includes(".neu-"))).toEqual([]);
    }

    expect((await runCommand("build", args, epoch)).code).toBe(0);
    const fresh = join(await aTemporaryFolder(), "_site");
    await runCommand("build", [`--input=${input}`, `--output=${fresh}`], epoch);
    expect(await fingerprints(output)).toEqual(await fingerprints(fresh));
  }, 240_000);
});
