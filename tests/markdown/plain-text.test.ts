import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/markdown/newsroom-markdown.ts";

describe("A release's plain text, ready to paste", () => {
  it.each([
    ["has no markup left", "*Eins* **zwei** ~~drei~~ `vier`", "Eins zwei drei vier"],
    ["parts paragraphs at an empty line", "Eins\nzwei\n\nDrei", "Eins zwei\n\nDrei"],
    ["keeps hard line breaks", "Hoher Weg 1-3  \n59494 Soest", "Hoher Weg 1-3\n59494 Soest"],
    ["keeps headings as paragraphs", "## Kopf\n\nText", "Kopf\n\nText"],
    ["leads list items with a dash", "Vor\n\n- eins\n- zwei\n\nNach", "Vor\n\n- eins\n- zwei\n\nNach"],
    ["numbers lists as written", "3. drei\n4. vier", "3. drei\n4. vier"],
    ["indents lists in lists", "1. eins\n   - a\n   - b\n2. zwei", "1. eins\n  - a\n  - b\n2. zwei"],
    ["parts table cells at a tab", "| a | b |\n|---|---|\n| 1 | 2 |\n\nNach", "a\tb\n1\t2\n\nNach"],
    ["shows quotations as text", "> Zitat\n\nNach", "Zitat\n\nNach"],
    ["leaves out rules", "Vor\n\n---\n\nNach", "Vor\n\nNach"],
    ["keeps code as typed", "```\na  'b'\n```\n\nNach", "a  'b'\n\nNach"],
    [
      "is set in German typography, with spaces that break",
      'am 3. März: "klappt´s"',
      "am 3. März: „klappt’s“",
    ],
    ["resolves entities", "&copy; A &amp; B", "© A & B"],
    ["shows raw HTML as text", "<b>x</b>", "<b>x</b>"],
    ["is empty where nothing was written", "", ""],
  ])("%s", (_, source, text) => {
    expect(renderMarkdown(source).text).toBe(text);
  });

  it.each([
    [
      "names the address of a link behind its text",
      "[Kreishaus](https://www.example.org/a/)",
      "Kreishaus (https://www.example.org/a/)",
    ],
    [
      "names a mailbox behind its text",
      "[Pressestelle](mailto:presse@example.org)",
      "Pressestelle (presse@example.org)",
    ],
    [
      "names no address that leads nowhere from elsewhere",
      "[Kontakt](/kontakt/), [PDF](x.pdf)",
      "Kontakt, PDF",
    ],
    ["does not repeat an address", "[www.example.org](https://www.example.org/)", "www.example.org"],
    [
      "does not repeat a bare address",
      "www.müller.example und a@example.org",
      "www.müller.example und a@example.org",
    ],
    [
      "does not repeat an address with umlauts",
      "[https://example.org/ü](https://example.org/ü)",
      "https://example.org/ü",
    ],
    ["leaves telephone numbers to their text", "[02921 30-0](tel:+492921300)", "02921 30-0"],
    ["leaves links within the page to their text", "[oben](#oben)", "oben"],
    ["survives a broken address", "[x](https://example.org/%E0%A4%A)", "x (https://example.org/%E0%A4%25A)"],
  ])("%s", (_, source, text) => {
    expect(renderMarkdown(source).text).toBe(text);
  });
});
