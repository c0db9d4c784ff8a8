import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { spell } from "../../src/commands/spell.ts";
import { runCommand } from "../../src/commands/terminal.ts";
import { aTemporaryFolder, releaseText } from "../fixtures/content-folder.ts";

async function runSpell(args: readonly string[]) {
  const printed: string[] = [];
  const print = (line: string) => printed.push(line);
  const code = await runCommand(spell, { args, environment: {}, clock: Date.now, print, printError: print });
  return { code, printed: printed.join("\n") };
}

describe("npm run spell", () => {
  it("knows the words of the office's own list", async () => {
    const list = await readFile("content/woerter.txt", "utf8");
    const [word] = list.split("\n").filter((line) => /^\p{Lu}\p{Ll}{3,}$/u.test(line));
    const path = join(await aTemporaryFolder(), "x.md");
    await writeFile(path, releaseText(`subtitle: ${word}`));
    expect(await runSpell([path])).toEqual({ code: 0, printed: "Kein unbekanntes Wort in 1 Datei." });
  });

  it("tells unknown words with line and suggestion, and reads neither field names nor addresses", async () => {
    const folder = await aTemporaryFolder();
    const path = join(folder, "x.md");
    const head =
      "# Erläuterung mit subtitle\nsubtitle: Spaziergang\nphotos:\n  - file: xyzzyq.jpg\n    credit: 'Foto: Kreis'";
    await writeFile(path, releaseText(head, "Die Straßensperung dauert: siehe www.kreis-soest.de/abcdeq.\n"));
    const { code, printed } = await runSpell([path]);
    expect(code).toBe(1);
    expect(printed.replace(relative(process.cwd(), path), "x.md")).toMatchInlineSnapshot(`
      "x.md:10:5 Text: „Straßensperung“ steht nicht im Wörterbuch. Gemeint ist vielleicht „Straßensprung“ oder „Straßensperrung“.

      1 Problem in 1 Datei.
      Wörter, die richtig sind, gehören in content/woerter.txt."
    `);
  });

  it("ends with 2 where there is no such file", async () => {
    expect(await runSpell(["gibt-es-nicht.md"])).toEqual({
      code: 2,
      printed: "Falscher Aufruf: Es gibt nichts zu prüfen: gibt-es-nicht.md",
    });
  });
});
