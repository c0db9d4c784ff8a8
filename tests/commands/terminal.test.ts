import { describe, expect, it } from "vitest";
import { readArguments, readOptions } from "../../src/commands/terminal.ts";

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
