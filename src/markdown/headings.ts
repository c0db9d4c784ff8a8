import type { MarkdownIt } from "markdown-it";

const FIRST_LEVEL = 2;
const LAST_LEVEL = 6;

/**
 * Puts an editor's headings into the page's outline: below the title at level 1, starting at level 2, never
 * skipping a level, whatever was typed.
 *
 * @example "### A", "# B", "### C" → h2, h2, h3
 */
export function newsroomHeadings(markdown: MarkdownIt): void {
  markdown.core.ruler.push("newsroom_headings", (state) => {
    const open: number[] = [];
    for (const token of state.tokens) {
      if (token.type !== "heading_open" && token.type !== "heading_close") continue;
      if (token.type === "heading_open") {
        const typed = Number(token.tag.slice(1));
        while (open.length > 0 && (open.at(-1) ?? 0) >= typed) open.pop();
        open.push(typed);
      }
      token.tag = `h${Math.min(LAST_LEVEL, FIRST_LEVEL + open.length - 1)}`;
    }
  });
}
