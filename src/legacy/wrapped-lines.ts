import type { TextLine } from "./text-page.ts";

/** The widest column that mails and old programs broke lines at. */
const WIDEST = 110;
/** How many lines must have been broken for the text to count as broken at a width; mid-sentence ones count twice. */
const FEWEST = 4;

/** A hyphen before one of these holds a place for a part of the next compound: „Straßen- und Tiefbau“. */
const PLACEHOLDER = /^(?:und|oder|bzw\.?|sowie|bis|als|wie|noch)(?![\p{L}])/u;

/**
 * Joins the lines of a text that was broken at a fixed width, words parted by a hyphen too. Lines that ended
 * before the width stay lines.
 *
 * @example unwrapLines([{ text: "Der Kreis misst auch in dieser Woche, wie schnell gefah-", … }, { text: "ren wird.", … }]) → one line
 */
export function unwrapLines(lines: readonly TextLine[]): TextLine[] {
  const width = Math.max(0, ...lines.map(({ text }) => text.length));
  if (width > WIDEST || width < 40) return [...lines];
  const isBroken = (line: TextLine, next: TextLine | undefined): boolean =>
    next !== undefined &&
    next.block === line.block &&
    line.text.length + 1 + (next.text.split(" ", 1)[0] ?? "").length > width - 4;
  const count = lines.reduce((sum, line, index) => {
    const next = lines[index + 1];
    if (!isBroken(line, next)) return sum;
    return sum + (/^\p{Ll}/u.test(next?.text ?? "") ? 2 : 1);
  }, 0);
  if (count < FEWEST) return [...lines];
  const joined: TextLine[] = [];
  let last: TextLine | undefined;
  for (const line of lines) {
    const before = joined.at(-1);
    if (before !== undefined && last !== undefined && isBroken(last, line)) {
      joined[joined.length - 1] = { ...before, text: join(before.text, line.text) };
    } else {
      joined.push(line);
    }
    last = line;
  }
  return joined;
}

function join(before: string, next: string): string {
  if (!/\p{L}-$/u.test(before) || PLACEHOLDER.test(next)) return `${before} ${next}`;
  return /^\p{Ll}/u.test(next) ? before.slice(0, -1) + next : before + next;
}
