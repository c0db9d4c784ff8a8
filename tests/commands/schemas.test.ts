import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeSchemas } from "../../src/commands/schemas.ts";
import { runCommand } from "../../src/commands/terminal.ts";
import { contentSchemas } from "../../src/domain/content-schemas.ts";
import { formatProblem } from "../../src/domain/problem.ts";
import { aContentFolder, aTemporaryFolder, type ContentFiles } from "../fixtures/content-folder.ts";

const VSCODE = new URL("../../.vscode/", import.meta.url);

/** A settings file of VS Code, which is JSON with comments on lines of their own. */
async function settingsFile(name: string) {
  const text = await readFile(new URL(name, VSCODE), "utf8");
  return JSON.parse(text.replace(/^\s*\/\/.*$/gm, ""));
}

async function runSchemas(files: ContentFiles) {
  const input = await aContentFolder(files);
  const output = await aTemporaryFolder();
  const printed: string[] = [];
  const print = (line: string) => printed.push(line.replace(output, ".vscode"));
  const args = [`--input=${input}`, `--output=${output}`];
  const code = await runCommand(writeSchemas, {
    args,
    environment: {},
    clock: Date.now,
    print,
    printError: print,
  });
  return { code, output, printed: printed.join("\n") };
}

describe("npm run schemas", () => {
  it("writes a schema for each kind of content file, with the office's names, and snippets", async () => {
    const { code, output, printed } = await runSchemas({});
    expect([code, printed]).toEqual([
      0,
      ".vscode: Feldhilfen mit 2 Themen, 2 Orten und 1 Ansprechstellen geschrieben.",
    ]);
    const schema = await readFile(join(output, "schemas/pressemitteilung.schema.json"), "utf8");
    expect(JSON.parse(schema).properties.tags.items.enum).toEqual(["Integration", "Gesundheit"]);
    const snippets = await readFile(join(output, "pressemitteilung.code-snippets"), "utf8");
    expect(snippets).toContain(`'\${1|Soest,Möhnesee|}'`);
  });

  it("helps on with what can be read of broken content", async () => {
    const { code, printed } = await runSchemas({ "themen.yaml": "- name: [\n" });
    expect([code, printed]).toEqual([0, expect.stringContaining("0 Themen, 2 Orten")]);
  });
});

describe("The settings for VS Code", () => {
  it("give each content file its schema", async () => {
    const { "yaml.schemas": schemas } = await settingsFile("settings.json");
    const { output } = await runSchemas({});
    const written = (await readdir(join(output, "schemas"))).map((name) => `./.vscode/schemas/${name}`);
    expect(Object.keys(schemas).sort()).toEqual(written.sort());
    const files = contentSchemas({ topics: [], places: [], contacts: [] }).map((schema) => schema.files);
    expect(Object.values(schemas).sort()).toEqual(files.map((name) => `content/${name}`).sort());
  });

  it("show a problem of npm run check at its place", async () => {
    const { tasks } = await settingsFile("tasks.json");
    const { pattern } = tasks.find(({ script }: { script: string }) => script === "check").problemMatcher;
    const line = formatProblem({
      file: "content/pressemitteilungen/2019/x.md",
      line: 7,
      column: 5,
      field: "tags[1]",
      message: "„a: 1:2 b“ steht nicht da.",
    });
    const match = new RegExp(pattern.regexp).exec(line) ?? [];
    expect([match[pattern.file], match[pattern.line], match[pattern.column], match[pattern.message]]).toEqual(
      ["content/pressemitteilungen/2019/x.md", "7", "5", "tags[1]: „a: 1:2 b“ steht nicht da."],
    );
  });

  it("run nothing but the project's own scripts", async () => {
    const { tasks } = await settingsFile("tasks.json");
    const { scripts } = JSON.parse(await readFile(new URL("../package.json", VSCODE), "utf8"));
    for (const { type, script } of tasks)
      expect([type, script, scripts[script]]).toEqual(["npm", script, expect.any(String)]);
  });
});
