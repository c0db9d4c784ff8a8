import MarkdownIt, { type MarkdownIt as MarkdownRules, type Token } from "markdown-it";
import { LONGEST_PARAGRAPH } from "../domain/paragraph.ts";
import { newsroomHeadings } from "./headings.ts";
import { newsroomLinks } from "./links.ts";
import { plainText } from "./plain-text.ts";
import { newsroomTables } from "./tables.ts";
import { isLineEnd, newsroomTypography } from "./typography.ts";

/** A fault in Markdown: the line from 1 and a German sentence. */
export type MarkdownFault = { readonly line: number; readonly message: string };

/** A link in Markdown as written. */
export type MarkdownLink = { readonly href: string; readonly line: number };

/** Markdown, parsed once and rendered twice. */
export type RenderedMarkdown = {
  readonly html: string;
  readonly text: string;
  readonly links: readonly MarkdownLink[];
  readonly faults: readonly MarkdownFault[];
};

const markdown = new MarkdownIt("default", { html: false, linkify: true })
  .use(newsroomLinks)
  .use(newsroomHeadings)
  .use(newsroomTables)
  .use(newsroomTypography)
  .use(newsroomStructure);

/** markdown-it drops what lies deeper than a hundred levels; nobody means more than these. */
const DEEPEST = 20;

/** What one text's parsing tells beside its tokens. */
type Environment = { fault?: MarkdownFault };

/** Measures blocks before their text is set, and sets none of a text that cannot be. */
function newsroomStructure(rules: MarkdownRules): void {
  rules.core.ruler.after("block", "newsroom_structure", (state) => {
    const fault = structureFault(state.tokens);
    if (fault === undefined) return;
    (state.env as Environment).fault = fault;
    state.tokens = [];
  });
}

/**
 * Renders a release's or page's text: CommonMark and tables, raw HTML off, German quotes and no-break spaces,
 * bare `www.` and e-mail addresses linked, links of other schemes than http, https, mailto and tel left as text.
 *
 * @example renderMarkdown("*Mehr* unter www.kreis-soest.de").html → "<p><em>Mehr</em> unter <a href=…>www.kreis-soest.de</a></p>\n"
 */
export function renderMarkdown(source: string): RenderedMarkdown {
  const environment: Environment = {};
  const tokens = markdown.parse(source, environment);
  if (environment.fault !== undefined) return { html: "", text: "", links: [], faults: [environment.fault] };
  const spans = spansOf(tokens);
  return {
    html: markdown.renderer.render(tokens, markdown.options, {}),
    text: plainText(tokens),
    links: spans.flatMap(({ href, line }) => (href === undefined ? [] : [{ href, line }])),
    faults: spans.flatMap((span) => {
      const message = spanFault(span);
      return message === undefined ? [] : [{ line: span.line, message }];
    }),
  };
}

/** A link or picture in the text. */
type Span = {
  readonly line: number;
  /** Absent of a picture. */
  readonly href?: string;
  /** What a reader sees of a link. */
  readonly shown: string;
};

function spansOf(tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  let blockLine = 1;
  for (const { map, children } of tokens) {
    if (map !== null) blockLine = map[0] + 1;
    if (children === null) continue;
    let line = blockLine;
    for (const [position, token] of children.entries()) {
      if (isLineEnd(token)) line += 1;
      if (token.type === "image") spans.push({ line, shown: "" });
      if (token.type !== "link_open") continue;
      const shown = textUntilLinkCloses(children, position);
      spans.push({ line, href: String(token.attrGet("href")), shown });
    }
  }
  return spans;
}

function textUntilLinkCloses(tokens: readonly Token[], position: number): string {
  const inside = tokens.slice(position);
  const close = inside.findIndex(({ type }) => type === "link_close");
  return inside
    .slice(0, close)
    .map(({ content }) => content)
    .join("");
}

function spanFault({ href, shown }: Span): string | undefined {
  if (href === undefined) {
    return "Bilder im Text werden nicht gezeigt. Bitte das Foto neben die Datei legen und im Kopf unter photos mit alt und credit eintragen.";
  }
  if (href === "") return "Dieser Link hat kein Ziel. Erwartet wird [Text](https://www.example.org/).";
  if (shown.trim() === "") {
    return "Dieser Link hat keinen Text. Erwartet wird [Text](https://www.example.org/).";
  }
  return undefined;
}

/** Text that cannot be set, or would be lost. */
function structureFault(tokens: readonly Token[]): MarkdownFault | undefined {
  for (const { type, content, level, map } of tokens) {
    const line = (map?.[0] ?? 0) + 1;
    if (level > DEEPEST)
      return {
        line,
        message: `Hier sind mehr als ${DEEPEST} Ebenen ineinander verschachtelt. Bitte die Zeichen > oder - am Zeilenanfang löschen.`,
      };
    if (type === "inline" && content.length > LONGEST_PARAGRAPH) {
      return {
        line,
        message: `Dieser Absatz hat mehr als ${LONGEST_PARAGRAPH} Zeichen. Bitte durch Leerzeilen in Absätze teilen.`,
      };
    }
  }
  return undefined;
}
