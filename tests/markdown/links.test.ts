import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { newsroomLinks } from "../../src/markdown/links.ts";
import { renderMarkdown } from "../../src/markdown/newsroom-markdown.ts";

const html = (source: string) => renderMarkdown(source).html;
const hrefs = (source: string) => renderMarkdown(source).links.map(({ href }) => href);

describe("A link leads to the web, a mailbox, a telephone or this site", () => {
  it.each([
    "https://www.example.org/a?b=c#d",
    "http://example.org",
    "mailto:presse@example.org",
    "tel:+492921303200",
    "/kontakt/",
    "amtsblatt.pdf",
    "../x/",
    "#unten",
    "?seite=2",
    "/a:b/",
    "?zeit=10:30",
  ])("%s", (target) => {
    expect(hrefs(`[Text](${target})`)).toEqual([target]);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "java\u00ADscript:alert(1)",
    "java\u200Bscript:alert(1)",
    "\u0001javascript:alert(1)",
    "%6Aavascript:alert(1)",
    "javascript%3Aalert(1)",
    "java%0Ascript:alert(1)",
    "<java script:alert(1)>",
    "vbscript:x",
    "data:text/html,<script>x</script>",
    "data:image/svg+xml;base64,AAAA",
    "file:///etc/passwd",
    "ftp://example.org",
    "blob:x",
    "view-source:x",
    "intent://x",
    "//evil.example/x",
    "\\\\\\\\evil.example",
    "/\\\\evil.example",
    "/%5Cevil.example",
    "%2F%2Fevil.example",
    "/%09/evil.example",
    "http:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "mailto:",
    "C:\\\\datei.doc",
  ])("everything else stays text: %s", (target) => {
    expect(hrefs(`[Text](${target})`)).toEqual([]);
    expect(hrefs(`[Text]\n\n[Text]: ${target}`)).toEqual([]);
    expect(html(`[Text](${target})`)).not.toContain("<a");
  });

  it.each(["<javascript:alert(1)>", "<data:text/html,x>", "<ftp://example.org>", "<file:///etc/passwd>"])(
    "in angle brackets too: %s",
    (source) => {
      expect(hrefs(source)).toEqual([]);
    },
  );

  it("and its line is known", () => {
    const { links } = renderMarkdown(
      "[a](/a/)\n[b](/b/)\n\n- x\n- [c](/c/)\n\n| [d](/d/) |\n|---|\n| [e](/e/) |",
    );
    expect(links).toEqual([
      { href: "/a/", line: 1 },
      { href: "/b/", line: 2 },
      { href: "/c/", line: 5 },
      { href: "/d/", line: 7 },
      { href: "/e/", line: 9 },
    ]);
  });
});

describe("Bare addresses become links", () => {
  it.each([
    ["www.kreis-soest.de/amtsblatt", "https://www.kreis-soest.de/amtsblatt"],
    ["https://www.example.org/a_b_c?d=e&f=g", "https://www.example.org/a_b_c?d=e&f=g"],
    ["http://example.org", "http://example.org"],
    ["presse@kreis-soest.de", "mailto:presse@kreis-soest.de"],
    ["WWW.KREIS-SOEST.DE", "https://WWW.KREIS-SOEST.DE"],
    ["www.müller.example", "https://www.xn--mller-kva.example"],
  ])("%s", (written, href) => {
    expect(renderMarkdown(`Mehr: ${written}`)).toMatchObject({
      text: `Mehr: ${written}`,
      links: [{ href, line: 1 }],
    });
  });

  it.each([
    ["at the end of a sentence", "unter www.kreis-soest.de."],
    ["before a comma", "unter www.kreis-soest.de, dort"],
    ["in brackets", "(www.kreis-soest.de)"],
    ["in quotes", "„www.kreis-soest.de“"],
    ["in straight quotes", '"www.kreis-soest.de"'],
    ["before a dash", "www.kreis-soest.de – dort"],
    ["on a line of its own", "Mehr:\nwww.kreis-soest.de\nEnde"],
    ["in emphasis", "**www.kreis-soest.de**"],
    ["before a question mark", "schon auf www.kreis-soest.de?"],
  ])("%s", (_, source) => {
    expect(hrefs(source)).toEqual(["https://www.kreis-soest.de"]);
  });

  it.each([
    "sind.Im Kreis Soest",
    "Soest.De",
    "kreis-soest.de",
    "z.B. so",
    "datei.pdf",
    "192.168.0.1",
    "www.",
    "www.x",
    "www. kreis-soest.de",
    "xwww.kreis-soest.de",
    "ftp://example.org",
    "//example.org",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "@presse",
    "presse@",
    "`www.kreis-soest.de`",
    "kso.2019.03.27.134.sm/-rn",
    "02921/303200",
    "_www.kreis-soest.de_",
    "_presse@kreis-soest.de_",
  ])("%s does not", (source) => {
    expect(hrefs(source)).toEqual([]);
  });

  it("and keep the signs they were typed with", () => {
    expect(html("www.example.org/o'neill")).toContain(">www.example.org/o'neill</a>");
  });
});

describe("What is passed over quickly", () => {
  const quick = new MarkdownIt({ linkify: true }).use(newsroomLinks);
  const thorough = new MarkdownIt({ linkify: true }).use(newsroomLinks);
  // The library's own methods come back to light.
  for (const method of ["normalizeLink", "normalizeLinkText"]) Reflect.deleteProperty(thorough, method);
  Reflect.deleteProperty(thorough.linkify, "test");
  const piece = fc.constantFrom(
    ...[
      "http://",
      "https://",
      "HTTP://",
      "mailto:",
      "www.",
      "WWW.",
      "//",
      "@",
      ":",
      ".",
      "..",
      "/",
      "?",
      "#",
      " ",
    ],
    ...[
      "example",
      "org",
      "de",
      "müller",
      "a",
      "9",
      "-",
      "_",
      "~~",
      "**",
      "(",
      ")",
      "„",
      "\\",
      "[",
      "](",
      "<",
      ">",
    ],
  );

  it("is no text that the library would find a link in", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const source = pieces.join("");
        expect(quick.render(source)).toBe(thorough.render(source));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is no address that the library would write otherwise", () => {
    const label = fc.constantFrom(
      "www",
      "example",
      "kreis-soest",
      "xn--mller-kva",
      "müller",
      "x".repeat(130),
      "A",
      "9",
    );
    const address = fc
      .record({
        scheme: fc.constantFrom("http://", "https://", "mailto:presse@", "mailto:a b@", "HTTP://", "tel:"),
        labels: fc.array(label, { minLength: 1, maxLength: 6 }),
        path: fc.array(
          fc.constantFrom("/", "a_b", ".html", "%C3%A4", "%41", "%25", "ä", "?a=b", "#c", " ", ":80"),
        ),
      })
      .map(({ scheme, labels, path }) => `${scheme}${labels.join(".")}.de${path.join("")}`);
    fc.assert(
      fc.property(address, (url) => {
        expect(quick.normalizeLink(url)).toBe(thorough.normalizeLink(url));
        expect(quick.normalizeLinkText(url)).toBe(thorough.normalizeLinkText(url));
      }),
      { numRuns: 2_000 },
    );
  });
});
