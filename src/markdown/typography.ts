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
      if (children) setPieces(piecesOf(children));
    }
  });
}

/** Whether a line of the source ends here, a bound one too. */
export function isLineEnd({ type, markup }: Token): boolean {
  return type === "softbreak" || type === "hardbreak" || markup === "\n";
}

/** A token of a paragraph, and what typography sees of it. */
type Piece = { readonly token: Token; readonly seen: string };

/** Stands for code, an address or a picture: neither space nor punctuation. */
const SOMETHING = "\uE000";

function piecesOf(tokens: readonly Token[]): Piece[] {
  let isAddress = false;
  return tokens.map((token) => {
    if (token.type === "link_open") isAddress = token.info === "auto";
    if (token.type === "link_close") isAddress = false;
    return { token, seen: seenOf(token, isAddress) };
  });
}

function seenOf({ type, content }: Token, isAddress: boolean): string {
  if (type === "text") return isAddress ? SOMETHING : content;
  if (type === "softbreak") return " ";
  if (type === "hardbreak") return "\n";
  return type === "code_inline" || type === "image" ? SOMETHING : "";
}

/** Typesets the pieces as one text, which keeps its length, and gives each its part of it. */
function setPieces(pieces: readonly Piece[]): void {
  const text = typesetLine(pieces.map(({ seen }) => seen).join(""));
  let start = 0;
  for (const { token, seen } of pieces) {
    const part = text.slice(start, start + seen.length);
    start += seen.length;
    if (part === seen) continue;
    if (token.type === "softbreak") token.markup = "\n";
    token.type = "text";
    token.content = part;
  }
}
