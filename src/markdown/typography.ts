import type { MarkdownIt, Token } from "markdown-it";
import { typesetLine } from "../domain/typography.ts";

/**
 * German typography in Markdown: quotes, apostrophes and no-break spaces across emphasis and line ends.
 * Addresses and code stay as they are.
 */
export function newsroomTypography(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("backticks", "apostrophe", (state, silent) => {
    const isInsideWord =
      state.src.charAt(state.pos) === "`" &&
      /\p{L}/u.test(state.src.charAt(state.pos - 1)) &&
      /\p{L}/u.test(state.src.charAt(state.pos + 1));
    if (!isInsideWord) return false;
    if (!silent) state.pending += "’";
    state.pos += 1;
    return true;
  });
  markdown.core.ruler.push("newsroom_typography", (state) => {
    for (const { children } of state.tokens) {
      if (children) setTokens(children);
    }
  });
}

/** Whether a line of the source ends here, a bound one too. */
export function isLineEnd({ type, markup }: Token): boolean {
  return type === "softbreak" || type === "hardbreak" || markup === "\n";
}

/** Stands for code, an address or a picture: neither space nor punctuation. */
const SOMETHING = "\uE000";

/** Typesets a paragraph as one text, which keeps its length, and gives each token its part of it. */
function setTokens(tokens: readonly Token[]): void {
  const seen = seenOf(tokens);
  const text = seen.join("");
  const typeset = typesetLine(text);
  if (typeset === text) return;
  let start = 0;
  for (const [index, token] of tokens.entries()) {
    const before = seen[index] ?? "";
    const part = typeset.slice(start, start + before.length);
    start += before.length;
    if (part === before) continue;
    if (token.type === "softbreak") token.markup = "\n";
    token.type = "text";
    token.content = part;
  }
}

/** What typography sees of each token. */
function seenOf(tokens: readonly Token[]): string[] {
  let isAddress = false;
  return tokens.map(({ type, content, info }) => {
    if (type === "link_open") isAddress = info === "auto";
    if (type === "link_close") isAddress = false;
    if (type === "text") return isAddress ? SOMETHING : content;
    if (type === "softbreak") return " ";
    if (type === "hardbreak") return "\n";
    return type === "code_inline" || type === "image" ? SOMETHING : "";
  });
}
