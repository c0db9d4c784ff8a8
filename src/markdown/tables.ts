import type { MarkdownIt } from "markdown-it";

/** Tables that scroll by themselves on a narrow screen, by keyboard too, and whose heads name their columns. */
export function newsroomTables(markdown: MarkdownIt): void {
  markdown.renderer.rules.table_open = (tokens, index) =>
    `<section class="table-scroll" aria-label="${labelOf(Number(tokens[index]?.meta?.number))}" tabindex="0"><table>\n`;
  markdown.renderer.rules.table_close = () => "</table></section>\n";
  markdown.renderer.rules.th_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet("scope", "col");
    return self.renderToken(tokens, index, options);
  };
  markdown.core.ruler.push("newsroom_tables", (state) => {
    let tables = 0;
    for (const token of state.tokens) {
      if (token.type === "table_open") {
        tables += 1;
        token.meta = { number: tables };
      }
      const style = String(token.attrGet("style") ?? "");
      if (style === "") continue;
      token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
      if (/right|center/.test(style))
        token.attrJoin("class", style.includes("right") ? "align-end" : "align-center");
    }
  });
}

/** Landmarks of one page must differ by name (ARIA 1.2, region). */
function labelOf(number: number): string {
  return number === 1 ? "Tabelle" : `Tabelle ${number}`;
}
