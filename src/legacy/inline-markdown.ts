import { readableAddress } from "../domain/percent-encoding.ts";
import { escapeMarkdown } from "./markdown-escape.ts";
import { tidyText } from "./tidy-text.ts";

/** A stretch of text in one style. */
export type Piece = {
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** Absolute address of the link it stands in. */
  readonly href?: string;
};

/** The pieces as a reader sees them. */
export function pieceText(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}

/**
 * The pieces as Markdown: emphasis, links; addresses that are their own text stay bare, as the site links them.
 *
 * @example piecesMarkdown([{ text: "Mehr ", … }, { text: "hier", href: "https://www.example.org/", … }]) → "Mehr [hier](https://www.example.org/)"
 */
export function piecesMarkdown(pieces: readonly Piece[]): string {
  const [only] = pieces;
  if (
    only !== undefined &&
    pieces.length === 1 &&
    !only.isBold &&
    !only.isItalic &&
    only.href === undefined
  ) {
    return escapeMarkdown(tidyText(only.text));
  }
  const spaced = withSingleSpaces(pieces);
  const whole = pieceText(spaced);
  const isAllBold = spaced.every(({ isBold, text }) => isBold || text.trim() === "");
  const isLead = isAllBold && whole.length > LONGEST_BOLD;
  return runs(spaced)
    .map((run, index, all) => {
      const text = pieceText(run);
      const [first] = run;
      if (first?.href !== undefined) return linkMarkdown(text, first.href, whole);
      const marks = `${first?.isBold && !isLead ? "**" : ""}${first?.isItalic ? "*" : ""}`;
      return emphasized(escapeMarkdown(text, whole), marks, pieceText(all[index + 1] ?? []));
    })
    .join("")
    .trim();
}

/** Longer text is bold because it leads the page, which is the layout's to say. */
const LONGEST_BOLD = 160;

function withSingleSpaces(pieces: readonly Piece[]): Piece[] {
  let endsInSpace = true;
  return pieces.flatMap((piece) => {
    // The bars keep the spaces at both ends, which part words of different style.
    const text = tidyText(`|${piece.text}|`).slice(1, -1);
    const joined = endsInSpace ? text.replace(/^ /, "") : text;
    if (joined === "") return [];
    endsInSpace = joined.endsWith(" ");
    return [{ ...piece, text: joined }];
  });
}

/** Neighbours of one style together. */
function runs(pieces: readonly Piece[]): Piece[][] {
  const grouped: Piece[][] = [];
  for (const piece of pieces) {
    const last = grouped.at(-1);
    const head = last?.[0];
    const isSame =
      head !== undefined &&
      head.href === piece.href &&
      (piece.href !== undefined || (head.isBold === piece.isBold && head.isItalic === piece.isItalic));
    if (last !== undefined && isSame) last.push(piece);
    else grouped.push([piece]);
  }
  return grouped;
}

/** Emphasis that CommonMark would not see as such, next to a letter behind punctuation, is left out. */
function emphasized(text: string, marks: string, next: string): string {
  const inner = text.trim();
  if (marks === "" || !/[\p{L}\p{N}]/u.test(inner)) return text;
  const before = text.slice(0, text.indexOf(inner));
  const after = text.slice(before.length + inner.length);
  const isStuck = after === "" && /^[\p{L}\p{N}]/u.test(next) && /[\p{P}\p{S}]$/u.test(inner);
  return isStuck ? text : `${before}${marks}${inner}${[...marks].reverse().join("")}${after}`;
}

/**
 * A link as Markdown.
 *
 * @example linkMarkdown("www.example.org", "https://www.example.org/") → "www.example.org"
 */
function linkMarkdown(text: string, href: string, whole: string): string {
  const shown = text.trim();
  if (shown === "") return text;
  const space = [text.slice(0, text.indexOf(shown)), text.slice(text.indexOf(shown) + shown.length)] as const;
  const isPhone = href.startsWith("tel:") && /^[+\d(][\d /()-]+$/.test(shown);
  if (isPhone || isItsOwnText(shown, href)) return `${space[0]}${shown}${space[1]}`;
  return `${space[0]}[${escapeMarkdown(shown, whole).replace(/[[\]]/g, "\\$&")}](${destination(href)})${space[1]}`;
}

function isItsOwnText(shown: string, href: string): boolean {
  const bare = (address: string) =>
    address
      .replace(/^(?:https?:\/\/|mailto:)/i, "")
      .replace(/\/$/, "")
      .toLowerCase();
  return bare(shown) === bare(href) && /^(?:www\.|https?:\/\/|\S+@)/i.test(shown);
}

function destination(href: string): string {
  return encodeURI(readableAddress(href)).replace(
    /[()<>\\]/g,
    (character) => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  );
}
