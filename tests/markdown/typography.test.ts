import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/markdown/newsroom-markdown.ts";

/** The rendered paragraph, no-break spaces shown as ~. */
const set = (source: string) =>
  renderMarkdown(source)
    .html.replace(/^<p>|<\/p>\n$/g, "")
    .replaceAll("\u00A0", "~");

describe("German typography reaches across emphasis, links and line ends", () => {
  it.each([
    ["quotes around emphasis", '"**fett**" und *"kursiv"*', "„<strong>fett</strong>“ und <em>„kursiv“</em>"],
    ["quotes that open outside and close inside", '„*so"*', "„<em>so“</em>"],
    ["quotes around a link", '"[Text](/a/)"', '„<a href="/a/">Text</a>“'],
    [
      "quotes around a bare address",
      '"www.example.org"',
      '„<a href="https://www.example.org">www.example.org</a>“',
    ],
    ["quotes around code", '"`so`"', "„<code>so</code>“"],
    ["quotes over a line end", '"eins\nzwei"', "„eins\nzwei“"],
    ["quotes over a hard break", '"eins  \nzwei"', "„eins<br>\nzwei“"],
    ["an apostrophe behind emphasis", "*Soest*'s", "<em>Soest</em>’s"],
    ["a date in emphasis", "am **26.** März", "am <strong>26.</strong>~März"],
    ["a unit in emphasis", "10 **Euro**", "10~<strong>Euro</strong>"],
    ["a date over a line end", "am 26.\nMärz 2019", "am 26.~März 2019"],
    ["a name over a line end", "mit Dr.\nStefan", "mit Dr.~Stefan"],
    ["quotes in a heading", '# "Kopf"', "<h2>„Kopf“</h2>\n"],
  ])("%s", (_, source, html) => {
    expect(set(source)).toBe(html);
  });

  it.each(["Gemeinsam klappt´s", "Gemeinsam klappt’s", "Gemeinsam klappt's", "Gemeinsam klappt`s"])(
    "the slogan of one release is one slogan, however it was typed: %s",
    (slogan) => {
      expect(set(slogan)).toBe("Gemeinsam klappt’s");
      expect(set(`„${slogan}“, "${slogan}" und ${slogan}`)).toBe(
        "„Gemeinsam klappt’s“, „Gemeinsam klappt’s“ und Gemeinsam klappt’s",
      );
    },
  );

  it("a grave accent inside a word opens no code, one before a word does", () => {
    expect(set("klappt`s und klappt`s, `aber` so")).toBe("klappt’s und klappt’s, <code>aber</code> so");
  });
});

describe("Typography stays out of", () => {
  it.each([
    ["code", '`"a" klappt\'s 10 Euro`', "<code>&quot;a&quot; klappt's 10 Euro</code>"],
    [
      "bare addresses",
      "https://example.org/o'neill",
      `<a href="https://example.org/o'neill">https://example.org/o'neill</a>`,
    ],
    ["link targets", "[a](/o'neill \"b 'c'\")", `<a href="/o'neill" title="b 'c'">a</a>`],
  ])("%s", (_, source, html) => {
    expect(set(source)).toBe(html);
  });

  it("code blocks", () => {
    expect(set('    "a" 10 Euro')).toBe("<pre><code>&quot;a&quot; 10 Euro\n</code></pre>\n");
  });

  it("other paragraphs: a quote that is not closed ends with its own", () => {
    expect(renderMarkdown('"eins\n\nzwei"').text).toBe("„eins\n\nzwei“");
  });
});
