import { slugify } from "../domain/slug.ts";
import { sentencesOf } from "./event-proposals.ts";
import { derived, type Found, found, guessed } from "./found.ts";
import { edgeName, type NamedOffice } from "./furniture.ts";
import { isHeadingLike, isProse, sameness } from "./line-shape.ts";
import type { Page, Unit } from "./page.ts";
import type { Sheet } from "./sheet.ts";

/** Title and subtitle of a release. */
export type TitleLines = { readonly title?: Found<string>; readonly subtitle?: Found<string> };

/** Title and two lines below it may stand in one block. */
const MOST_HEADLINES = 3;
/** A column of short lines above the title is a menu. */
const SHORTEST_MENU = 3;

/**
 * Takes title and subtitle: the last two short lines before the text, unless the page's markup, its `<title>` or its
 * file name say which the title is. What stands before the title goes nowhere.
 *
 * @param lead the unit that leads the text, where a dateline tells it
 */
export function takeTitleLines(
  sheet: Sheet,
  page: Page,
  lead: Unit | undefined,
  office: NamedOffice,
): TitleLines {
  const open = sheet.open.filter(({ kind }) => kind !== "picture");
  const end = lead === undefined ? textStart(open) : open.indexOf(lead);
  const heads = open
    .slice(0, end)
    .filter(({ kind, text }) => (kind === "text" || kind === "heading") && !isProse(text));
  const lines = withoutMenu(heads);
  const told = lines.findIndex((line) => isToldTitle(line, page, office));
  const last = lines.filter(({ block }) => block === lines.at(-1)?.block).length;
  const place = told === -1 ? Math.max(0, lines.length - Math.max(2, Math.min(last, MOST_HEADLINES))) : told;
  const titleUnit = lines[place];
  if (titleUnit === undefined) return {};
  const before = open.slice(0, open.indexOf(titleUnit));
  sheet.lose("steht vor der Überschrift", ...before);
  sheet.place("title", titleUnit);
  const title =
    told === -1 && lines.length > 2
      ? guessed(titleUnit.text, `eine von ${lines.length} kurzen Zeilen vor dem Text`)
      : found(titleUnit.text, titleUnit.kind === "heading" ? "Überschrift der Seite" : "erste Zeile");
  if (title.basis === "guessed") sheet.remark("title", title.why);
  const subtitle = takeSubtitle(sheet, lines.slice(place + 1), titleUnit);
  return { title, ...(subtitle && { subtitle }) };
}

/** Where the text starts without a dateline: at the first line that can be no heading. */
function textStart(open: readonly Unit[]): number {
  const start = open.findIndex(
    ({ kind, text }, index) =>
      kind === "item" || kind === "row" || isProse(text) || (index > 0 && !isHeadingLike(text)),
  );
  return start === -1 ? open.length : start;
}

function withoutMenu(heads: readonly Unit[]): Unit[] {
  const sizes = new Map<number, number>();
  for (const { block } of heads) sizes.set(block, (sizes.get(block) ?? 0) + 1);
  const isMenu = ({ block }: Unit) => (sizes.get(block) ?? 0) >= SHORTEST_MENU;
  const first = heads.findIndex((unit) => !isMenu(unit));
  return first === -1 ? [...heads] : heads.slice(first);
}

/** Whether markup, `<title>` or the file's name say that a line is the title. */
function isToldTitle({ kind, level, text }: Unit, { titleHints, name }: Page, office: NamedOffice): boolean {
  if (edgeName(text, office) !== undefined) return false;
  if (kind === "heading" && level === 1) return true;
  const own = sameness(text);
  if (own.length < 8) return false;
  const isHinted = titleHints.some((hint) => sameness(hint).startsWith(own));
  const file = slugify((name.split("/").at(-1) ?? "").replace(/\.[a-z]{2,5}$/i, ""));
  return isHinted || (file.length >= 12 && slugify(text).startsWith(file));
}

function takeSubtitle(sheet: Sheet, lines: readonly Unit[], title: Unit): Found<string> | undefined {
  const [first, second] = lines;
  if (first === undefined || !isHeadingLike(first.text)) return undefined;
  if (sameness(first.text) === sameness(title.text)) {
    sheet.lose("zweiter Abdruck der Überschrift", first);
    return takeSubtitle(sheet, lines.slice(1), title);
  }
  sheet.place("subtitle", first);
  const goesOn =
    second !== undefined &&
    second.block === first.block &&
    (first.block !== title.block || lines.length === MOST_HEADLINES - 1) &&
    isHeadingLike(second.text);
  if (!goesOn) return found(first.text, "Zeile unter der Überschrift");
  sheet.place("subtitle", second);
  return derived(`${first.text} ${second.text}`, "zwei Zeilen unter der Überschrift");
}

const LONGEST_TITLE = 160;
const LONGEST_SENTENCE = 90;

/**
 * A title for a release that lost its own: the start of its text.
 *
 * @example titleFromText("Der Ausschuss tagt am Freitag. Er ist öffentlich.") → "Der Ausschuss tagt am Freitag"
 */
export function titleFromText(text: string): Found<string> {
  const [sentence = text] = sentencesOf(text.split("\n", 1)[0] ?? "");
  return guessed(
    shortened(sentence.replace(/\.$/, ""), LONGEST_SENTENCE),
    "die Quelle hat keine Überschrift; dies ist der Anfang des Textes",
  );
}

/** A title within the length that front matter allows. */
export function fittingTitle(title: Found<string>): Found<string> {
  if ([...title.value].length <= LONGEST_TITLE) return title;
  return guessed(
    shortened(title.value, LONGEST_TITLE),
    `die Überschrift war länger als ${LONGEST_TITLE} Zeichen: „${title.value}“`,
  );
}

function shortened(text: string, longest: number): string {
  const letters = [...text];
  if (letters.length <= longest) return text;
  const cut = letters.slice(0, longest - 2).join("");
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2)).replace(/[\s,;:–-]+$/, "")} …`;
}
