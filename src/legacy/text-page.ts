import { escapeMarkdown } from "./markdown-escape.ts";
import type { Page, Unit } from "./page.ts";
import { tidyText } from "./tidy-text.ts";
import { unwrapLines } from "./wrapped-lines.ts";

/** A line of a text that says something, and the block in which it stands. */
export type TextLine = { readonly text: string; readonly line: number; readonly block: number };

const BULLET = /^(?:[•·▪●◦‣∙*]|[-–](?=\s))\s*(?=\S)/;
const NUMBERED = /^(\d{1,2})[.)]\s+(?=\S)/;

/** Lines that programs glue to the one before when they take text out of a page. */
const GLUED = /(?<=\S)(?=(?:Pressemeldung|Pressemitteilung) vom \d)|(?<=\S)(?=Meldungsdatum:)/;

/**
 * Takes a plain text apart, as it is copied or extracted from a page: lines, lists, tables. Lines that were broken
 * at a fixed width become paragraphs again.
 */
export function textPage(name: string, text: string): Page {
  const lines = withBlocks(unwrapLines(linesOf(text)));
  return {
    name,
    form: "text",
    isCompact: lines.every(({ block }, index) => block === index),
    units: numberedOnlyInRuns(withTables(lines.map(unitOf))),
    titleHints: [],
    addresses: [],
    documents: [],
    mends: [],
  };
}

function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let block = -1;
  let isAfterGap = true;
  for (const [index, raw] of text.split("\n").entries()) {
    const parts = (raw.includes("Presse") || raw.includes("Meldungsdatum") ? raw.split(GLUED) : [raw])
      .map(tidyText)
      .filter((part) => part !== "");
    if (parts.length === 0) isAfterGap = true;
    for (const part of parts) {
      if (isAfterGap) block += 1;
      isAfterGap = false;
      lines.push({ text: part, line: index + 1, block });
    }
  }
  return lines;
}

/** Without a single empty line between them, every line is a block of its own. */
function withBlocks(lines: readonly TextLine[]): TextLine[] {
  const hasGaps = (lines.at(-1)?.block ?? 0) > 0;
  return lines.map((line, index) => (hasGaps ? line : { ...line, block: index }));
}

function unitOf({ text, line, block }: TextLine): Unit {
  const unit = { line, block, level: 0, isFrame: false };
  const bullet = BULLET.exec(text);
  if (bullet !== null && bullet[0].length < text.length) {
    const item = text.slice(bullet[0].length);
    return { ...unit, kind: "item", level: 1, text: item, markdown: escapeMarkdown(item) };
  }
  return { ...unit, kind: "text", text, markdown: escapeMarkdown(text) };
}

/** Rows need neighbours with as many cells; a bar that stands alone is a stray one. */
function withTables(units: readonly Unit[]): Unit[] {
  const cells = units.map(({ kind, text }) => (kind === "text" ? cellsOf(text) : undefined));
  return units.flatMap((unit, index): Unit[] => {
    const own = cells[index];
    if (own === undefined) return [unit];
    const isRow = [cells[index - 1], cells[index + 1]].some((next) => next !== undefined && own.length > 1);
    if (!isRow) return [unit];
    if (own.every((cell) => /^:?-*:?$/.test(cell)))
      return [{ ...unit, kind: "row", cells: [], markdown: "" }];
    return [{ ...unit, kind: "row", cells: own.map((cell) => escapeMarkdown(cell)), text: own.join(" | ") }];
  });
}

function cellsOf(text: string): string[] | undefined {
  if (!text.includes("|")) return undefined;
  const cells = text.replace(/^\|/, "").replace(/\|$/, "").split("|");
  return cells.length > 1 ? cells.map((cell) => cell.trim()) : undefined;
}

/** „1. …“ is a list where „2. …“ follows it; a date such as „1. Mai“ is none. */
function numberedOnlyInRuns(units: readonly Unit[]): Unit[] {
  const ordinals = units.map(({ kind, text }) =>
    kind === "text" ? Number(NUMBERED.exec(text)?.[1] ?? 0) : 0,
  );
  return units.map((unit, index) => {
    const ordinal = ordinals[index] ?? 0;
    const isInRun =
      ordinal > 0 &&
      (ordinals[index - 1] === ordinal - 1 || ordinals[index + 1] === ordinal + 1) &&
      !(ordinal > 1 && ordinals[index - 1] === 0);
    if (!isInRun) return unit;
    const text = unit.text.replace(NUMBERED, "");
    return { ...unit, kind: "item", level: 1, ordinal, text, markdown: escapeMarkdown(text) };
  });
}
