import { LONGEST_PARAGRAPH } from "../domain/paragraph.ts";
import { escapeLineStart } from "./markdown-escape.ts";
import type { Unit } from "./page.ts";

/** Lines that end so are whole sentences, each a paragraph of its own. */
const SENTENCE_END = /[.!?…:][“”"»)]*$/;
const LONG_LINE = 80;
/** A line so long is a paragraph, and so are its neighbours. */
const PARAGRAPH = 160;
/** How long a part of an endless paragraph becomes at most: escapes that are added later keep it within what is set. */
const LONGEST_PART = 0.75 * LONGEST_PARAGRAPH;

/**
 * The text of a release as Markdown: paragraphs, lists, tables, headings.
 *
 * @param units what no other rule took, in reading order
 */
export function bodyMarkdown(units: readonly Unit[]): string {
  return groups(units)
    .map(groupMarkdown)
    .flatMap(withinLength)
    .filter((block) => block !== "")
    .join("\n\n");
}

/** Neighbours that make one thing: items a list, rows a table, lines of one block a paragraph. */
function groups(units: readonly Unit[]): Unit[][] {
  const grouped: Unit[][] = [];
  for (const unit of units) {
    const last = grouped.at(-1);
    const head = last?.[0];
    const belongs =
      head !== undefined &&
      head.kind === unit.kind &&
      (unit.kind === "item"
        ? (head.ordinal === undefined) === (unit.ordinal === undefined)
        : unit.kind === "row" || (unit.kind === "text" && head.block === unit.block));
    if (last !== undefined && belongs) last.push(unit);
    else grouped.push([unit]);
  }
  return grouped;
}

function groupMarkdown(group: readonly Unit[]): string {
  const [first] = group;
  if (first === undefined) return "";
  if (first.kind === "row") return table(group);
  if (first.kind === "item") return group.map(itemMarkdown).join("\n");
  if (first.kind === "heading")
    return `${"#".repeat(Math.max(2, Math.min(4, first.level)))} ${first.markdown.replace(/^\*+|\*+$/g, "")}`;
  const lines = group
    .map(({ markdown }) => escapeLineStart(withoutBars(markdown)))
    .filter((line) => line !== "");
  const areParagraphs =
    group.some(({ text }) => text.length >= PARAGRAPH) ||
    group.every(
      ({ text }, index) =>
        index === group.length - 1 || (SENTENCE_END.test(text) && text.length >= LONG_LINE),
    );
  return lines.join(areParagraphs ? "\n\n" : "\\\n");
}

function itemMarkdown({ markdown, level, ordinal }: Unit): string {
  const indent = "  ".repeat(Math.max(0, level - 1));
  return `${indent}${ordinal === undefined ? "-" : `${ordinal}.`} ${escapeLineStart(withoutBars(markdown))}`;
}

/**
 * A bar at either end of a line is left over from a table that laid out the page.
 *
 * @example withoutBars("Dort steht mehr. |") → "Dort steht mehr."
 */
export function withoutBars(text: string): string {
  return text.includes("|") ? text.replace(/^(?:\|\s*)+|(?:\s*\|)+$/g, "") : text;
}

function table(rows: readonly Unit[]): string {
  const cells = rows.flatMap((row) => (row.cells === undefined || row.cells.length === 0 ? [] : [row.cells]));
  const width = Math.max(0, ...cells.map((row) => row.length));
  const [head, ...rest] = cells.map((row) => {
    const padded = [...row, ...Array.from({ length: width - row.length }, () => "")];
    return `| ${padded.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return head === undefined ? "" : [head, `|${" --- |".repeat(width)}`, ...rest].join("\n");
}

/** A paragraph beyond all measure, at the ends of its sentences; only damaged sources have one. */
function withinLength(block: string): string[] {
  if (block.length <= LONGEST_PART) return [block];
  const parts: string[] = [];
  for (let rest = block; rest !== ""; ) {
    const end = rest.length <= LONGEST_PART ? rest.length : cutIn(rest);
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trimStart();
  }
  return parts.map((part) => escapeLineStart(part));
}

function cutIn(text: string): number {
  const start = text.slice(0, LONGEST_PART);
  const cut = Math.max(start.lastIndexOf(". ") + 1, start.lastIndexOf("\n"));
  const space = start.lastIndexOf(" ");
  return cut > 0 ? cut : space > 0 ? space : LONGEST_PART;
}
