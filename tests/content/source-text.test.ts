import { describe, expect, it } from "vitest";
import { decodeSourceText } from "../../src/content/source-text.ts";

const told = (bytes: Buffer) => {
  const decoded = decodeSourceText(bytes, "x.md");
  if ("text" in decoded) return decoded.text;
  const { line, column, message } = decoded.problem;
  return `${line}:${column} ${message}`;
};

describe("A text file", () => {
  it("is read as editors of all systems write it", () => {
    expect(told(Buffer.from("\uFEFFMu\u0308ll\r\nOst\r"))).toBe("Müll\nOst\n");
  });

  it.each([
    ["empty", Buffer.alloc(0)],
    ["full of zeros, as a crash leaves it", Buffer.alloc(40)],
  ])("that is %s was saved by halves", (_, bytes) => {
    expect(told(bytes)).toMatch(/^1:1 ist leer, wohl nur halb gespeichert/);
  });

  it("that ends amid a letter was saved by halves", () => {
    expect(told(Buffer.from("eins\nMü").subarray(0, -1))).toMatch(/^2:2 endet mitten in einem Zeichen/);
  });

  it("in another encoding is told where it shows", () => {
    expect(told(Buffer.from("eins\nM\xfcll\n", "latin1"))).toMatch(/^2:2 ist nicht in UTF-8 gespeichert/);
  });

  it.each(["<<<<<<< HEAD\nalt\n=======\nneu\n>>>>>>> zweig\n", ">>>>>>> zweig\n"])(
    "with Git's marks of two versions is told before it is published: %j",
    (text) => {
      expect(told(Buffer.from(`---\n---\n${text}`))).toMatch(
        /^3:1 enthält hier zwei Fassungen nebeneinander/,
      );
    },
  );

  it("may underline a heading with equals signs", () => {
    expect(told(Buffer.from("Überschrift\n=======\n"))).toBe("Überschrift\n=======\n");
  });
});
