import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/markdown/newsroom-markdown.ts";

const html = (source: string) => renderMarkdown(source).html;

describe("A release's text is CommonMark", () => {
  it.each([
    ["a paragraph", "Text", "<p>Text</p>\n"],
    ["paragraphs", "Eins\n\nZwei", "<p>Eins</p>\n<p>Zwei</p>\n"],
    ["emphasis", "*kursiv* und **fett**", "<p><em>kursiv</em> und <strong>fett</strong></p>\n"],
    ["a bullet list", "- eins\n- zwei", "<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>\n"],
    ["a numbered list", "3. drei\n4. vier", '<ol start="3">\n<li>drei</li>\n<li>vier</li>\n</ol>\n'],
    ["a quotation", "> Zitat", "<blockquote>\n<p>Zitat</p>\n</blockquote>\n"],
    ["a hard line break", "Hoher Weg 1-3  \nSoest", "<p>Hoher Weg 1-3<br>\nSoest</p>\n"],
    ["a rule", "---", "<hr>\n"],
    ["code", "`a < b`", "<p><code>a &lt; b</code></p>\n"],
    ["an escaped mark", "5 \\* 3 \\[x\\]", "<p>5 * 3 [x]</p>\n"],
    ["an entity", "&copy; &amp; &lt;", "<p>© &amp; &lt;</p>\n"],
    ["nothing", "", ""],
    ["only space", " \n\n ", ""],
  ])("with %s", (_, source, rendered) => {
    expect(html(source)).toBe(rendered);
  });

  it.each(["(c) (r) (tm)", "a -- b --- c", "+-5", "Ende...", "???!!!", ",,"])(
    "that replaces no signs: %s",
    (source) => {
      expect(html(source)).toBe(`<p>${source}</p>\n`);
    },
  );
});

describe("Nothing in a text runs", () => {
  it.each([
    "<script>alert(1)</script>",
    "<script>\nalert(1)\n</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    "<iframe src=//evil.example></iframe>",
    "<svg/onload=alert(1)>",
    "<!-- ein Kommentar -->",
    "<?php phpinfo(); ?>",
    "<![CDATA[x]]>",
    "a<br>b",
    "<details open ontoggle=alert(1)>",
    "| <b>x</b> | <script>y</script> |\n|---|---|\n| <i>z</i> | |",
    "- <b>x</b>\n\n  <script>\n  y\n  </script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "`<script>`",
    '```html"onclick="alert(1)\n<script>\n```',
    '[x](https://www.example.org "\\"onclick=\\"alert(1)")',
    '[x](https://www.example.org/"onclick="alert(1))',
  ])("raw HTML is text: %j", (source) => {
    const rendered = html(source);
    const tags = [...rendered.matchAll(/<\/?([a-z]+)([^>]*)>/g)];
    const allowed = [
      "p",
      "ul",
      "li",
      "code",
      "pre",
      "a",
      "section",
      "table",
      "thead",
      "tbody",
      "tr",
      "th",
      "td",
    ];
    for (const [, name, attributes] of tags) {
      expect(allowed).toContain(name);
      expect(attributes?.replace(/"[^"]*"/g, "")).not.toMatch(/\bon|javascript/);
    }
  });

  it.each([
    "{{ title }}",
    "{% include '/etc/passwd' %}",
    "{{ constructor.constructor('return process')() }}",
    "{%- set x = 1 -%}",
    "{# Kommentar #}",
    "\u0024{process.exit(1)}",
    "<%= x %>",
    "---js\nx\n---",
  ])("template syntax is text: %j", (source) => {
    const shown = renderMarkdown(source).text;
    for (const word of source.match(/[\w{}%$#]+/g) ?? [])
      expect(shown).toContain(word.replace(/---js/, "js"));
  });

  it("front matter in a text is text", () => {
    expect(renderMarkdown("Text\n\n---\nlayout: x\n---").text).toContain("layout: x");
  });
});

describe("What cannot be shown is a fault with its line", () => {
  it("as a picture in the text, which belongs into photos", () => {
    expect(renderMarkdown("Text\n\n![Bild](foto.jpg)").faults).toMatchInlineSnapshot(`
      [
        {
          "line": 3,
          "message": "Bilder im Text werden nicht gezeigt. Bitte das Foto neben die Datei legen und im Kopf unter photos mit alt und credit eintragen.",
        },
      ]
    `);
  });

  it.each([
    ["in a paragraph of several lines", "eins\nzwei\n![x](y.jpg) drei ![x](z.jpg)", [3, 3]],
    ["behind a hard break", "eins  \n![x](y.jpg)", [2]],
    ["behind a bound line end", "am 3.\nMärz\n![x](y.jpg)", [3]],
    ["in a list", "- eins\n- ![x](y.jpg)", [2]],
    ["in a table", "| a |\n|---|\n| b |\n| ![x](y.jpg) |", [4]],
    ["in a quotation", "a\n\n> b\n> ![x](y.jpg)", [4]],
    ["in a heading", "\n\n# ![x](y.jpg)", [3]],
    ["by reference", "a\n\n![x][y]\n\n[y]: y.jpg", [3]],
    ["in a link", "[![x](y.jpg)](https://www.example.org)", [1]],
    ["of another host", "![x](https://www.example.org/x.jpg)", [1]],
  ])("as a picture %s", (_, source, lines) => {
    expect(renderMarkdown(source).faults.map(({ line }) => line)).toEqual(lines);
  });

  it("as a link without text or target", () => {
    const { faults } = renderMarkdown(
      "[Text](https://www.example.org)\n[](https://www.example.org)\n[ ](/a/)\n[Text]()",
    );
    expect(faults).toMatchInlineSnapshot(`
      [
        {
          "line": 2,
          "message": "Dieser Link hat keinen Text. Erwartet wird [Text](https://www.example.org/).",
        },
        {
          "line": 3,
          "message": "Dieser Link hat keinen Text. Erwartet wird [Text](https://www.example.org/).",
        },
        {
          "line": 4,
          "message": "Dieser Link hat kein Ziel. Erwartet wird [Text](https://www.example.org/).",
        },
      ]
    `);
  });

  it("as a paragraph that nobody reads to its end", () => {
    const { faults, html } = renderMarkdown(`Kurz.\n\n${"Wort ".repeat(5_000)}`);
    expect(faults).toMatchInlineSnapshot(`
      [
        {
          "line": 3,
          "message": "Dieser Absatz hat mehr als 20000 Zeichen. Bitte durch Leerzeilen in Absätze teilen.",
        },
      ]
    `);
    expect(html).toBe("");
  });

  it("but a long text of paragraphs is fine", () => {
    expect(renderMarkdown(`${"Wort ".repeat(3_000)}\n\n`.repeat(5)).faults).toEqual([]);
  });

  it("as a nesting that nobody means", () => {
    expect(renderMarkdown(`Text\n\n${"> ".repeat(50)}tief`).faults).toMatchInlineSnapshot(`
      [
        {
          "line": 3,
          "message": "Hier sind mehr als 20 Ebenen ineinander verschachtelt. Bitte die Zeichen > oder - am Zeilenanfang löschen.",
        },
      ]
    `);
  });
});

describe("Hostile texts are answered", () => {
  it.each([
    "[",
    "![",
    "](",
    "[a](",
    "[[a]",
    "*a ",
    "**a",
    "*_",
    "***",
    "_a_ ",
    "~~a",
    "`",
    "`a",
    "``a`",
    "<",
    "<a@",
    "&",
    "&a;",
    "\\",
    "a@",
    "-@",
    "ö@ö.",
    "www.",
    "www.a.",
    "https://",
    "https://a/((",
    "://",
    '"',
    "'",
    "„",
    "“”",
    "‚'",
    "a'b",
    "(",
    "- ",
    "1. ",
    "> ",
    "|",
    "| a ",
    "# ",
    "\u00AD",
    "\u202E",
    "😀",
    "\uD83D",
  ])("of twenty thousand signs %j", (unit) => {
    const { html, text, faults } = renderMarkdown(unit.repeat(Math.floor(20_000 / unit.length)));
    expect(html.length + faults.length).toBeGreaterThan(0);
    expect(text).not.toContain("<p>");
  });

  it.each(["a\n\n", "- a\n", "> a\n\n", "# a\n", "[a]: b\n\n", "| a |\n|---|\n", "```\n"])(
    "of many blocks %j",
    (unit) => {
      expect(renderMarkdown(unit.repeat(20_000)).faults.length).toBeLessThanOrEqual(1);
    },
  );
});
