import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareProblems,
  formatAnnotation,
  formatProblem,
  type Problem,
  quoted,
} from "../../src/domain/problem.ts";

const problem: Problem = {
  file: "content/pressemitteilungen/2019/2019-03-27-x.md",
  line: 7,
  column: 5,
  field: "tags[1]",
  message: "„Integratoin“ steht nicht in themen.yaml. Gemeint ist wohl „Integration“.",
};

const hostile = fc.string({
  unit: fc.constantFrom(
    "\n",
    "\r",
    "\t",
    "\u0000",
    "\u001B[31m",
    "\u0085",
    "\u2028",
    "\u202E",
    "::",
    ":",
    ",",
    "%",
    "%0A",
    "ä",
    "😀",
  ),
});

describe("A problem is one line", () => {
  it("that names file, line, column, field and remedy", () => {
    expect(formatProblem(problem)).toMatchInlineSnapshot(
      `"content/pressemitteilungen/2019/2019-03-27-x.md:7:5 tags[1]: „Integratoin“ steht nicht in themen.yaml. Gemeint ist wohl „Integration“."`,
    );
  });

  it("even where a file name, field or value would break it or steer the terminal", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (file, field, value) => {
        const line = formatProblem({ ...problem, file, field, message: quoted(value) });
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
    );
  });
});

describe("On GitHub a problem stands beside the changed line", () => {
  it("with the same words", () => {
    expect(formatAnnotation(problem)).toMatchInlineSnapshot(
      `"::error file=content/pressemitteilungen/2019/2019-03-27-x.md,line=7,col=5,title=tags[1]::„Integratoin“ steht nicht in themen.yaml. Gemeint ist wohl „Integration“."`,
    );
  });

  it("with the signs escaped that end a property or a command", () => {
    expect(
      formatAnnotation({
        file: "content/a,b:c%.md",
        line: 1,
        column: 2,
        field: "x::y",
        message: "100 %\n::error::z",
      }),
    ).toBe("::error file=content/a%2Cb%3Ac%25.md,line=1,col=2,title=x%3A%3Ay::100 %25%0A::error::z");
  });

  it("as exactly one command, whatever its parts hold", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (file, field, message) => {
        const annotation = formatAnnotation({ ...problem, file, field, message });
        expect(annotation).not.toMatch(/[\r\n]/);
        const [, properties = ""] = annotation.split("::");
        expect(properties.split(",")).toHaveLength(4);
      }),
    );
  });
});

describe("A value in a message", () => {
  it.each([
    ["stands in German quotes", "Integratoin", "„Integratoin“"],
    ["stays on its line", "a\r\nb\u2028c", "„a b c“"],
    ["cannot colour the terminal", "\u001B[31mrot\u0007", "„[31mrot“"],
    ["cannot turn the line around", "\u202Etxt.exe", "„txt.exe“"],
    ["shows what hides in it as a space", "Inte\u00ADgration", "„Inte gration“"],
    ["may be empty", "\u0000\n", "„“"],
    ["is shortened", "x".repeat(81), `„${"x".repeat(79)}…“`],
    ["is shortened between characters", "😀".repeat(81), `„${"😀".repeat(79)}…“`],
    ["is whole up to 80 characters", "x".repeat(80), `„${"x".repeat(80)}“`],
  ])("%s", (_, value, shown) => {
    expect(quoted(value)).toBe(shown);
  });
});

describe("Problems are worked off", () => {
  it("file by file, from the top down", () => {
    const at = (file: string, line: number, column: number, message = "") => ({
      ...problem,
      file,
      line,
      column,
      message,
    });
    const inOrder = [at("a", 2, 9), at("a", 10, 1, "a"), at("a", 10, 1, "b"), at("a", 10, 2), at("b", 1, 1)];
    expect([...inOrder].reverse().sort(compareProblems)).toEqual(inOrder);
  });
});
