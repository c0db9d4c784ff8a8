import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/markdown/newsroom-markdown.ts";

const outline = (source: string) =>
  [...renderMarkdown(source).html.matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));

describe("Headings of a text stand below the title in one outline", () => {
  it.each([
    ["of the right levels", "## A\n\n### B\n\n## C", [2, 3, 2]],
    ["that start with the title's level", "# A\n\n## B", [2, 3]],
    ["that start too deep", "#### A\n\n#### B", [2, 2]],
    ["that skip a level", "## A\n\n##### B\n\n###### C\n\n##### D", [2, 3, 4, 3]],
    ["that rise above where they began", "### A\n\n# B\n\n### C", [2, 2, 3]],
    ["that are underlined", "A\n===\n\nB\n---", [2, 3]],
    ["in a quotation", "# A\n\n> ## B", [2, 3]],
  ])("%s", (_, source, levels) => {
    expect(outline(source)).toEqual(levels);
  });

  it("that never skips a level nor leaves 2 to 6, whatever was typed", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 })), (typed) => {
        const levels = outline(typed.map((level) => `${"#".repeat(level)} A`).join("\n\n"));
        expect(levels).toHaveLength(typed.length);
        expect(
          levels.every((level, position) => level >= 2 && level <= (levels[position - 1] ?? 1) + 1),
        ).toBe(true);
      }),
    );
  });

  it("and close as they open", () => {
    expect(renderMarkdown("# A\n\n#### B").html).toBe("<h2>A</h2>\n<h3>B</h3>\n");
  });
});
