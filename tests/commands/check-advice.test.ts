import { describe, expect, it } from "vitest";
import { check } from "../../src/commands/check.ts";
import { UsageError } from "../../src/eleventy/site-options.ts";
import { aContentFolder, RELEASE_FILE, releaseText } from "../fixtures/content-folder.ts";

const SECOND_FILE = "pressemitteilungen/2019/2019-03-28-b.md";
const SECOND =
  "---\ntitle: B\ndate: 2019-03-28\ndraft: true\n---\nAm Montag, 1. April 2019, in Soest.\nUnd Dienstag, 1. April.\n";

/** Runs the check on a folder; what it printed, with the folder called `content`. */
async function checked(folder: string, ...args: string[]) {
  const lines: string[] = [];
  const print = (line: string) => lines.push(line);
  const code = await check({
    args: [`--input=${folder}`, ...args],
    environment: {},
    clock: () => Date.UTC(2026, 0, 1),
    print,
    printError: print,
  });
  return { code, output: lines.join("\n").replaceAll(folder, "content") };
}

describe("npm run check -- --advice", () => {
  it("prints advice behind the verdict, by file and line, drafts too, and ends with 0", async () => {
    const folder = await aContentFolder({
      [SECOND_FILE]: SECOND,
      [RELEASE_FILE]: releaseText(
        "photo: { alt: Bild von uns, credit: 'Foto: Beispielname' }",
        "\nTelefon 02921/303200\n",
      ),
    });
    const { code, output } = await checked(folder, "--advice");
    expect(code).toBe(0);
    expect(output).toMatchInlineSnapshot(`
      "Alles in Ordnung: 2 Pressemitteilungen, 7 Seiten.

      content/pressemitteilungen/2019/2019-03-27-titel.md:4:15 photo.alt: Hinweis: Der Anfang „Bild von“ kann wegfallen: Vorleseprogramme sagen selbst, dass es ein Bild ist. Erwartet wird ein Satz, der sagt, was zu sehen ist, etwa „Vier Menschen halten gemeinsam ein Seil“.
      content/pressemitteilungen/2019/2019-03-27-titel.md:7:9 Text: Hinweis: „02921/303200“ folgt nicht DIN 5008. Erwartet wird 02921 30-3200.
      content/pressemitteilungen/2019/2019-03-28-b.md:6:30 Text: Hinweis: „Soest“ steht im Text, aber nicht in places. Geht es um diesen Ort, bitte dort „Soest“ ergänzen.
      content/pressemitteilungen/2019/2019-03-28-b.md:7:5 Text: Hinweis: Der 1. April 2019 ist ein Montag. Richtig ist „Montag, 1. April“ oder „Dienstag, 2. April“.

      4 Hinweise in 2 Dateien; veröffentlicht werden kann trotzdem."
    `);
  });

  it("prints it behind the problems, which alone decide the exit code", async () => {
    const folder = await aContentFolder({
      [RELEASE_FILE]: releaseText("tags: [Integratoin]", "Telefon 02921/303200\n"),
    });
    const { code, output } = await checked(folder, "--advice");
    expect(code).toBe(1);
    expect(output).toMatchInlineSnapshot(`
      "content/pressemitteilungen/2019/2019-03-27-titel.md:4:8 tags[0]: „Integratoin“ steht nicht in themen.yaml. Gemeint ist wohl „Integration“.

      1 Problem in 1 Datei.

      content/pressemitteilungen/2019/2019-03-27-titel.md:6:9 Text: Hinweis: „02921/303200“ folgt nicht DIN 5008. Erwartet wird 02921 30-3200.

      1 Hinweis in 1 Datei; veröffentlicht werden kann trotzdem."
    `);
  });

  it("gives no advice unasked, and says so where there is none", async () => {
    const folder = await aContentFolder({ [RELEASE_FILE]: releaseText("", "Telefon 02921/303200\n") });
    expect((await checked(folder)).output).toBe("Alles in Ordnung: 1 Pressemitteilung, 7 Seiten.");
    const right = await aContentFolder({ [RELEASE_FILE]: releaseText() });
    expect((await checked(right, "--advice")).output).toContain("Keine Hinweise zu 1 Pressemitteilung.");
  });

  it("knows the names of the office's word list, and gives none on names where it has no list", async () => {
    const body = "Es sprachen Anna Beispielmann und Eva Platzhalter.\n";
    const files = { [RELEASE_FILE]: releaseText("", body) };
    const folder = await aContentFolder({
      ...files,
      "woerter.txt": "# Menschen\nBeispielmann # seit 2019\n",
    });
    const { output } = await checked(folder, "--advice");
    expect(output).toContain(
      ":5:35 Text: Hinweis: Der Name „Platzhalter“ steht nicht in content/woerter.txt.",
    );
    expect(output).toContain("1 Hinweis in 1 Datei");
    expect((await checked(await aContentFolder(files), "--advice")).output).toContain("Keine Hinweise");
  });

  it("is limited to the files and folders that are named", async () => {
    const folder = await aContentFolder({
      [RELEASE_FILE]: releaseText("", "Telefon 02921/303200\n"),
      [SECOND_FILE]: SECOND,
    });
    const only = async (...names: string[]) =>
      (await checked(folder, "--advice", ...names.map((name) => `${folder}/${name}`))).output;
    expect(await only(RELEASE_FILE)).toContain("1 Hinweis in 1 Datei");
    expect(await only("pressemitteilungen/2019")).toContain("in 2 Dateien");
    expect(await only("pressemitteilungen", RELEASE_FILE)).toContain("in 2 Dateien");
  });

  it("is refused for what is no release, and without --advice", async () => {
    const folder = await aContentFolder({ [RELEASE_FILE]: releaseText() });
    await expect(checked(folder, "--advice", `${folder}/kreis.yaml`)).rejects.toThrow(
      /kreis\.yaml ist keine Pressemitteilung und kein Ordner mit solchen\./,
    );
    await expect(checked(folder, `${folder}/${RELEASE_FILE}`)).rejects.toThrow(UsageError);
    await expect(checked(folder, "--advise")).rejects.toThrow(/--advice/);
  });

  it("waits for the office's own files", async () => {
    const folder = await aContentFolder({ [RELEASE_FILE]: releaseText(), "orte.yaml": "- 1\n" });
    const { code, output } = await checked(folder, "--advice");
    expect(code).toBe(1);
    expect(output).toContain("Hinweise gibt es, sobald kreis.yaml und orte.yaml stimmen.");
  });

  it("says nothing more of a folder that cannot be read, and passes over a file without front matter", async () => {
    expect((await checked("gibt-es-nicht", "--advice")).code).toBe(1);
    const folder = await aContentFolder({ [RELEASE_FILE]: "Nur Text\n" });
    expect((await checked(folder, "--advice")).output).toContain("Keine Hinweise");
  });
});
