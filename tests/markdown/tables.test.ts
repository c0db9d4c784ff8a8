import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/markdown/newsroom-markdown.ts";

describe("A table", () => {
  it("scrolls by itself, by keyboard too, and its heads name their columns", () => {
    expect(renderMarkdown("| Tag | Ort |\n|-----|-----|\n| 3. März | Soest |").html).toMatchInlineSnapshot(`
      "<section class="table-scroll" aria-label="Tabelle" tabindex="0"><table>
      <thead>
      <tr>
      <th scope="col">Tag</th>
      <th scope="col">Ort</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>3. März</td>
      <td>Soest</td>
      </tr>
      </tbody>
      </table></section>
      "
    `);
  });

  it("is aligned by class, for the site allows no inline style", () => {
    const { html } = renderMarkdown("| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | 4 |");
    expect(html).not.toContain("style");
    expect(html.match(/<td[^>]*>/g)).toEqual([
      "<td>",
      '<td class="align-end">',
      '<td class="align-center">',
      "<td>",
    ]);
    expect(html).toContain('<th class="align-end" scope="col">');
  });

  it("has a name of its own among several, as screen readers list them", () => {
    const table = "| a |\n|---|\n| 1 |\n\n";
    const names = renderMarkdown(table.repeat(3)).html.match(/aria-label="[^"]*"/g);
    expect(names).toEqual(['aria-label="Tabelle"', 'aria-label="Tabelle 2"', 'aria-label="Tabelle 3"']);
  });
});
