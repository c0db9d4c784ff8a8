import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { importReleases } from "../../src/commands/import.ts";
import { runCommand } from "../../src/commands/terminal.ts";
import { readNewsroom } from "../../src/content/newsroom-reader.ts";
import type { ImportReport } from "../../src/legacy/import-report.ts";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const SEED = join(PROJECT, "tests/fixtures/legacy/gemeinsam-klappts.txt");
const SEED_FILE = "pressemitteilungen/2019/2019-03-27-gemeinsam-klappts.md";

const LEAD =
  "Der Kreis baut zum Beispiel eine Brücke über einen Bach, den es nicht gibt. Die Arbeiten dauern vier Wochen.";

/** A made-up text of the old CMS. */
function oldText(number: number, tail = ""): string {
  const id = `kso.2019.04.02.${number}.tb`;
  return `Beispielbrücke ${number} wird gebaut\n\nVier Wochen Umleitung\n\nPressemeldung vom 02.04.2019 10:00\n\nKreis Soest (${id}). ${LEAD.replace("eine Brücke", `die Brücke ${number}`)}\n\nEin zweiter Absatz.${tail}`;
}

/** A folder of sources, and the import's target beside it. */
async function anArchive(
  files: Readonly<Record<string, string | Buffer>>,
): Promise<{ folder: string; out: string }> {
  const root = await aTemporaryFolder();
  const folder = join(root, "archiv");
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return { folder, out: join(root, "ziel") };
}

/** Runs the command in this process, as the shell would. */
async function run(...args: readonly string[]): Promise<{ code: number; printed: string }> {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const terminal = {
    args: [...args, `--input=${join(PROJECT, "content")}`],
    environment: {},
    clock: () => 0,
    print,
    printError: print,
  };
  const code = await runCommand((given) => importReleases(given), terminal);
  return { code, printed: lines.join("\n") };
}

async function report(out: string): Promise<ImportReport> {
  return JSON.parse(await readFile(join(out, "bericht.json"), "utf8")) as ImportReport;
}

/** Every file of the target by its path, with its content. */
async function filesIn(out: string): Promise<Record<string, string>> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const files = await Promise.all(
    paths.map(async (path) => [path.slice(out.length + 1), await readFile(path, "latin1")] as const),
  );
  return Object.fromEntries(files.sort());
}

/** What the newsroom's reader finds in the target, with the project's own standing content beside it. */
async function problemsOf(out: string): Promise<readonly string[]> {
  for (const name of ["kreis.yaml", "themen.yaml", "orte.yaml", "a-z.yaml", "seiten"]) {
    await cp(join(PROJECT, "content", name), join(out, name), { recursive: true });
  }
  const reading = await readNewsroom(out, Date.UTC(2030, 0));
  return "problems" in reading ? reading.problems.map(({ file, message }) => `${file} ${message}`) : [];
}

describe("npm run import", () => {
  it("makes of the real release's page the very file that the site holds, without a guess", async () => {
    const { out } = await anArchive({});
    const { code } = await run(SEED, `--out=${out}`, "--strict");
    expect(code).toBe(0);
    expect(await readFile(join(out, SEED_FILE), "utf8")).toBe(
      await readFile(join(PROJECT, "content", SEED_FILE), "utf8"),
    );
    expect(await problemsOf(out)).toEqual([]);
  });

  it("takes files, folders and patterns, and passes over what is no text", async () => {
    const { folder, out } = await anArchive({
      "a.txt": oldText(1),
      "tief/b.html": `<html><body>${oldText(2)
        .split("\n\n")
        .map((text) => `<p>${text}</p>`)
        .join("")}</body></html>`,
      "tief/stil.css": "p {}",
      "tief/c.xml": `<rss><channel><item><title>Aus dem Feed</title><pubDate>Wed, 03 Apr 2019 09:00:00 +0200</pubDate><description>${LEAD}</description></item></channel></rss>`,
    });
    await run(folder, `--out=${out}`);
    const fromFolder = (await report(out)).releases.map(({ file }) => file);
    expect(fromFolder).toEqual([
      "pressemitteilungen/2019/2019-04-02-beispielbruecke-1-wird-gebaut.md",
      "pressemitteilungen/2019/2019-04-02-beispielbruecke-2-wird-gebaut.md",
      "pressemitteilungen/2019/2019-04-03-aus-dem-feed.md",
    ]);
    await rm(out, { recursive: true });
    await run(join(folder, "a.txt"), `${folder}/tief/*.{html,xml}`, "--out", out);
    expect((await report(out)).releases.map(({ file }) => file)).toEqual(fromFolder);
  });

  it("changes nothing when it runs twice", async () => {
    const { folder, out } = await anArchive({
      "a.txt": oldText(1),
      "b.txt": `${oldText(1)} Und noch einer.`,
      "c.txt": oldText(3),
    });
    await run(folder, `--out=${out}`);
    const first = await filesIn(out);
    const { printed } = await run(folder, `--out=${out}`);
    expect(await filesIn(out)).toEqual(first);
    expect(printed).toContain("davon 0 geschrieben, 2 unverändert");
  });

  it("goes on where it was interrupted", async () => {
    const { folder, out } = await anArchive({
      "a.txt": oldText(1),
      "b.txt": oldText(2),
      "c.txt": oldText(3),
    });
    await run(folder, `--out=${out}`);
    const whole = await filesIn(out);
    const [unwritten = ""] = Object.keys(whole).filter((path) => path.endsWith("bruecke-2-wird-gebaut.md"));
    await rm(join(out, unwritten));
    await writeFile(join(out, `${unwritten}.neu`), "halb");
    await rm(join(out, "bericht.json"));
    const { printed } = await run(folder, `--out=${out}`);
    expect(await filesIn(out)).toEqual(whole);
    expect(printed).toContain("davon 1 geschrieben, 2 unverändert");
  });

  it("renews its own files, and never one that someone has changed, which it says", async () => {
    const { folder, out } = await anArchive({ "a.txt": oldText(1), "b.txt": oldText(2) });
    await run(folder, `--out=${out}`);
    const [own = "", edited = ""] = Object.keys(await filesIn(out)).filter((path) => path.endsWith(".md"));
    await writeFile(join(out, edited), "---\ntitle: Von Hand\n---\nText.\n");
    await writeFile(join(folder, "a.txt"), oldText(1, "\n\nEin Nachtrag."));
    await writeFile(join(folder, "b.txt"), oldText(2, "\n\nEin Nachtrag."));
    const { printed, code } = await run(folder, `--out=${out}`);
    expect(await readFile(join(out, own), "utf8")).toContain("Ein Nachtrag.");
    expect(await readFile(join(out, edited), "utf8")).toContain("title: Von Hand");
    expect(printed).toContain(`Von Hand geändert, nicht überschrieben: ${join(out, edited)}`);
    expect((await report(out)).releases.map(({ state }) => state)).toEqual([
      "imported",
      "edited by hand, not overwritten",
    ]);
    expect(code).toBe(0);
  });

  it("does not write a release again that someone has renamed", async () => {
    const { folder, out } = await anArchive({ "a.txt": oldText(1) });
    await run(folder, `--out=${out}`);
    const [path = ""] = Object.keys(await filesIn(out)).filter((name) => name.endsWith(".md"));
    await cp(join(out, path), join(out, path.replace("beispielbruecke-1-wird-gebaut", "bruecke")));
    await rm(join(out, path));
    const { printed } = await run(folder, `--out=${out}`);
    expect(printed).toContain("Liegt schon vor als");
    expect(Object.keys(await filesIn(out)).filter((name) => name.endsWith(".md"))).toHaveLength(1);
  });

  it("brings photos and attachments that lie beside the page, and nothing from elsewhere", async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#888" } })
      .jpeg()
      .toBuffer();
    const page = `<html><body><h1>Beispielbrücke wird gebaut</h1>
      <figure><img src="seite_files/foto%20eins.jpg" alt="Vier Menschen mit Spaten"><figcaption>Beim Bau. Foto: Vorname Name</figcaption></figure>
      <figure><img src="../../geheim.jpg" alt=""><figcaption>Nicht dabei. Foto: Vorname Name</figcaption></figure>
      <p>Pressemeldung vom 02.04.2019</p><p>${LEAD} Mehr steht im <a href="blatt.pdf">Amtsblatt Nr. 1 (PDF, 1 KB)</a>.</p></body></html>`;
    const { folder, out } = await anArchive({
      "seite/seite.html": page,
      "seite/seite_files/foto eins.jpg": photo,
      "seite/blatt.pdf": "%PDF-1.4",
      "../geheim.jpg": photo,
    });
    await run(folder, `--out=${out}`);
    const files = await filesIn(out);
    const base = "pressemitteilungen/2019/2019-04-02-beispielbruecke-wird-gebaut";
    expect(Object.keys(files).filter((path) => path.startsWith("presse"))).toEqual([
      `${base}-blatt.pdf`,
      `${base}-foto-1.jpg`,
      `${base}.md`,
    ]);
    const text = await readFile(join(out, `${base}.md`), "utf8");
    expect(text).toContain(`file: 2019-04-02-beispielbruecke-wird-gebaut-foto-1.jpg`);
    expect(text).toContain("alt: Vier Menschen mit Spaten");
    expect(text).toContain("title: Amtsblatt Nr. 1\n");
    expect(text).toContain("](2019-04-02-beispielbruecke-wird-gebaut-blatt.pdf)");
    expect(await problemsOf(out)).toEqual([]);
  });

  it("tells what it guessed and what went nowhere, in words and as data", async () => {
    const { folder, out } = await anArchive({
      "a.txt": `Startseite\n\n${oldText(1)} Danach ? endlich ? ist Ruhe.\n\nSchnellzugriff`,
    });
    const { code, printed } = await run(folder, `--out=${out}`);
    expect([code, printed.replaceAll(out, "ziel")]).toMatchInlineSnapshot(`
      [
        0,
        "1 Datei gelesen: 1 Pressemitteilung, davon 1 geschrieben, 0 unverändert; 0 zweite Fassungen derselben Meldungen.
      Geraten: 1 Angabe in 1 Meldung. Nirgends hingekommen: 2 Zeilen.
      Bericht: ziel/bericht.html",
      ]
    `);
    const [release] = (await report(out)).releases;
    expect({ guesses: release?.guesses, lost: release?.lost, mends: release?.mends }).toMatchInlineSnapshot(`
      {
        "guesses": [
          {
            "field": "Text",
            "what": "Gedankenstrich, wo die Quelle ein Fragezeichen hat",
          },
        ],
        "lost": [
          {
            "line": 1,
            "text": "Startseite",
            "why": "Seitenrahmen: Menü",
          },
          {
            "line": 13,
            "text": "Schnellzugriff",
            "why": "Seitenrahmen: Schnellzugriff",
          },
        ],
        "mends": [
          "Gedankenstrich, wo die Quelle ein Fragezeichen hat",
        ],
      }
    `);
    const html = await readFile(join(out, "bericht.html"), "utf8");
    expect(html).toContain("Quelle und Ergebnis nebeneinander");
    expect(html).not.toMatch(/<script|https?:\/\//);
  });

  it("ends with 1 on any guess where that is asked for, and names it", async () => {
    const { folder, out } = await anArchive({ "a.txt": `${oldText(1)} Danach ? endlich ? ist Ruhe.` });
    const { code, printed } = await run(folder, `--out=${out}`, "--strict");
    expect(code).toBe(1);
    expect(printed).toContain("Geraten: ");
    expect(printed).toContain("a.txt Text: Gedankenstrich, wo die Quelle ein Fragezeichen hat");
  });

  it.skipIf(process.platform !== "linux")(
    "goes on where a file cannot be opened, as one whose name is no UTF-8, and names it",
    async () => {
      const { folder, out } = await anArchive({ "gut.txt": oldText(1) });
      await writeFile(
        Buffer.concat([Buffer.from(`${folder}/L`), Buffer.from([0xfc]), Buffer.from(".txt")]),
        oldText(2),
      );
      const { code } = await run(folder, `--out=${out}`);
      const { summary, unread } = await report(out);
      expect([code, summary.releases]).toEqual([1, 1]);
      expect(unread.map(({ why }) => why)).toEqual([
        "lässt sich nicht öffnen (ENOENT). Der Name ist nicht in UTF-8 gespeichert; bitte umbenennen und noch einmal importieren.",
      ]);
    },
  );

  it("ends with 1 where a file gives no release, and names it", async () => {
    const { folder, out } = await anArchive({
      "a.txt": "Startseite",
      "b.txt": Buffer.from([0, 1, 2, 3]),
      "c.txt": oldText(1),
    });
    const { code, printed } = await run(folder, `--out=${out}`);
    expect(code).toBe(1);
    expect(printed).toContain(`Nicht übernommen: ${join(folder, "a.txt")} hat keinen Text`);
    expect(printed).toContain(`Nicht übernommen: ${join(folder, "b.txt")} ist keine Textdatei.`);
    expect((await report(out)).releases).toHaveLength(1);
  });

  it.each([
    [[], "Es fehlt, was zu importieren ist. Erwartet: npm run import -- DATEIEN…"],
    [["gibt-es-nicht.txt"], "„gibt-es-nicht.txt“ gibt es nicht"],
    [["*.gibtesnicht"], "„*.gibtesnicht“ gibt es nicht"],
    [[SEED, "--out="], "--out nennt keinen Ordner."],
    [[SEED, "--otu=x"], "Die Option „--otu“ gibt es nicht. Gemeint ist wohl --out."],
  ])("ends with 2 where it is called wrongly: %j", async (args, message) => {
    const { code, printed } = await run(...args);
    expect(code).toBe(2);
    expect(printed).toContain(`Falscher Aufruf: ${message}`);
  });

  it("gives files that the newsroom reads: many sources, every system, several to a file", async () => {
    const many = Array.from({ length: 40 }, (_, index) => [`t/${index}.txt`, oldText(index + 100)] as const);
    const { folder, out } = await anArchive({
      ...Object.fromEntries(many),
      "zusammen.txt": `${oldText(50)}\n\n----------\n\n${oldText(51)}`,
      "1184727.html": `<html><body><p>Meldungsdatum: 03.04.2019</p><h1>Vom Dienst</h1><p>${LEAD}</p><p>Pressekontakt: Pressestelle, Name, Telefon 02921/303200</p></body></html>`,
    });
    expect((await run(folder, `--out=${out}`)).code).toBe(0);
    expect((await report(out)).summary.releases).toBe(43);
    expect(await problemsOf(out)).toEqual([]);
  });
});
