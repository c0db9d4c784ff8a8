import { describe, expect, it } from "vitest";
import { journalLine, readJournal, stepFor } from "../../src/legacy/import-journal.ts";
import { progressLine } from "../../src/legacy/progress-bar.ts";
import { standingRelease } from "../../src/legacy/standing-releases.ts";

describe("The journal of an import", () => {
  it("tells what was written last, and passes over a line that was cut off", () => {
    const text = `${journalLine("a.md", "1")}${journalLine("b.md", "2")}${journalLine("a.md", "3")}{"path":"c.m`;
    expect([...readJournal(text)]).toEqual([
      ["a.md", "3"],
      ["b.md", "2"],
    ]);
  });

  it.each([
    ["a new file is written", undefined, undefined, "write"],
    ["the same file stays", "neu", undefined, "keep"],
    ["the import's own file is renewed", "alt", "alt", "write"],
    ["a file that someone changed stays", "von Hand", "alt", "edited"],
    ["a file that the import did not write stays", "fremd", undefined, "edited"],
  ])("decides: %s", (_, found, written, step) => {
    expect(stepFor(found, written, "neu")).toBe(step);
  });
});

describe("A release that stands in the target", () => {
  it("is known by ID and old addresses, however its YAML is quoted", () => {
    const text =
      "---\r\ntitle: x\r\npressId: 'kso.2019.03.27.134.tb'\r\nredirectFrom:\r\n  - /a/1.php\r\n  - '/b?c=d'\r\ndraft: true\r\n---\r\nText";
    expect(standingRelease("x.md", text)).toEqual({
      path: "x.md",
      pressId: "kso.2019.03.27.134.tb",
      redirects: ["/a/1.php", "/b?c=d"],
    });
  });

  it("may be none that can be read", () => {
    expect(standingRelease("x.md", "Kein Kopf")).toEqual({ path: "x.md", redirects: [] });
  });
});

describe("The progress bar", () => {
  it("fills as the work goes on", () => {
    expect([0, 5, 10].map((done) => progressLine("Lesen", done, 10))).toMatchInlineSnapshot(`
      [
        "Lesen     [..............................] 0/10",
        "Lesen     [###############...............] 5/10",
        "Lesen     [##############################] 10/10",
      ]
    `);
  });
});
