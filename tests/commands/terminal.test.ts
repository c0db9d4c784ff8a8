import { describe, expect, it } from "vitest";
import { processTerminal, readArguments, readOptions, runCommand } from "../../src/commands/terminal.ts";
import { UsageError } from "../../src/eleventy/site-options.ts";

const OPTIONS = {
  input: { type: "string" },
  tags: { type: "string", multiple: true },
  "no-search": { type: "boolean" },
} as const;

describe("The options of a command", () => {
  it("are read with an equals sign or a space before their value", () => {
    const { values, positionals } = readArguments(
      ["Titel", "--input", "a", "--tags=b", "--tags=c", "--no-search"],
      OPTIONS,
    );
    expect({ ...values }).toEqual({ input: "a", tags: ["b", "c"], "no-search": true });
    expect(positionals).toEqual(["Titel"]);
  });

  it.each([
    ["--inptu=x", "Die Option „--inptu“ gibt es nicht. Gemeint ist wohl --input."],
    ["-x", "Die Option „-x“ gibt es nicht."],
    ["--constructor", "Die Option „--constructor“ gibt es nicht."],
    ["--input", "--input braucht einen Wert, geschrieben --input=…."],
    ["--input --no-search", "--input braucht einen Wert, geschrieben --input=…."],
    ["--no-search=ja", "--no-search nimmt keinen Wert."],
    ["inhalt", "„inhalt“ wird hier nicht erwartet."],
  ])("used wrongly, as in %s, are told in German with what is possible", (call, message) => {
    expect(() => readOptions(call.split(" "), OPTIONS)).toThrow(
      `${message} Möglich sind: --input=…, --tags=…, --no-search.`,
    );
  });

  it("are none where a command has none", () => {
    expect(() => readOptions(["--x"], {})).toThrow(
      "Die Option „--x“ gibt es nicht. Optionen gibt es hier keine.",
    );
  });
});

describe("A command that fails", () => {
  it.each([
    [
      "as it was called wrongly",
      new UsageError("Es fehlt der Titel."),
      2,
      /^Falscher Aufruf: Es fehlt der Titel\.$/,
    ],
    [
      "as the disk does not let it write",
      new Error("EACCES: permission denied, open 'content/x.md'"),
      1,
      /^Abgebrochen: Ein Zugriff ist nicht erlaubt \(EACCES: permission denied, open 'content\/x\.md'\)\. Bitte die Rechte prüfen und noch einmal beginnen\.$/,
    ],
    [
      "for any other reason",
      new TypeError("x is not a function"),
      1,
      /^Abgebrochen: TypeError: x is not a function\n +at /,
    ],
  ])("%s says so", async (_, error, exitCode, said) => {
    const printed: string[] = [];
    const terminal = { ...processTerminal, printError: (line: string) => void printed.push(line) };
    expect(await runCommand(() => Promise.reject(error), terminal)).toBe(exitCode);
    expect(printed).toEqual([expect.stringMatching(said)]);
  });
});
