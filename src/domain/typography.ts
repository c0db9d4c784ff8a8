const NO_BREAK_SPACE = "\u00A0";

const MONTH = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember";
const UNIT =
  "Uhr|Euro|EUR|Cent|Prozent|Grad|Mio|Mrd|Millionen|Milliarden|km/h|km²|km|m²|m³|cm|mm|m|kg|g|t|ha|h|l|kWh|MWh|kW|MW|MBit/s|°C|%|€";
const DEGREE = "med|jur|phil|rer|nat|pol|h|c";

/** Where German sets a no-break space instead of a space, by what stands before the space and behind it. */
const BOUND = [
  String.raw`(?<=\b\d{1,2}\. )(?=(?:${MONTH})(?!\p{L}))`,
  String.raw`(?<=\d )(?=(?:${UNIT})(?![\p{L}\d]))`,
  String.raw`(?<=(?<!\p{L})(?:Mio|Mrd)\. )(?=€|Euro(?!\p{L}))`,
  String.raw`(?<=(?<![\d.,/-])\d{1,3} )(?=\d{3}(?!\d))`,
  String.raw`(?<=(?<![\p{L}\d])[ABKL] )(?=\d{1,4}(?![\p{L}\d]))`,
  String.raw`(?<=(?<!\p{L})(?:Dr|Prof|Dipl|Hr|Fr|St|Ing|${DEGREE})\. )(?=\p{Lu}|(?:${DEGREE})\.)`,
  String.raw`(?<=(?:(?<!\p{L})(?:Nr|Abs|Art|Kap|Bd|S|Tel|Hausnr|Ziff|Az)\.|§) )(?=\d)`,
  String.raw`(?<=(?<![\p{L}\d])\p{L}\. )(?=(?:\p{L}|Chr|Hd)\.)`,
];
/** Most spaces stand behind a sign that none of {@link BOUND} begins with, and are passed over at once. */
const BOUND_SPACE = new RegExp(` (?:(?<=[\\d.§ABKL] )(?:${BOUND.join("|")})|(?<=\\S )(?=– ))`, "gu");

/**
 * Binds what belongs on one line with no-break spaces (U+00A0): day and month, number and unit, thousands, title
 * and name, road and number, paragraph signs, abbreviations such as „z. B.“, and a dash to the word before it
 * (DIN 5008). The text keeps its length.
 *
 * @example bindWithNoBreakSpaces("am 26. März mit Dr. Stefan") → "am 26.\u00A0März mit Dr.\u00A0Stefan"
 */
export function bindWithNoBreakSpaces(text: string): string {
  return text.replace(BOUND_SPACE, NO_BREAK_SPACE);
}

const MARKS = /["„“”'´`‚‘’]/g;
const DOUBLE = '"„“”';
const WORD = /[\p{L}\p{N}]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** A quotation mark that opens, and where. */
type Opening = { readonly at: number; readonly mark: string; readonly isDouble: boolean };
type Pair = Opening & { readonly end: number };

/**
 * Sets quotes and apostrophes as German does, whatever keyboard they came from: „…“ and inside them ‚…‘, and ’
 * for ´ ` ' and ‘ without a partner. Marks that are right stay; a lone double mark is set by its side of the
 * word, and inches stay. The text keeps its length.
 *
 * A mark can open before a word and close behind one, as CommonMark has it for emphasis (section 6.2).
 *
 * @example germanQuotes("Die Aktion \"Gemeinsam klappt´s\"") → "Die Aktion „Gemeinsam klappt’s“"
 */
export function germanQuotes(text: string): string {
  if (text.search(MARKS) === -1) return text;
  const set = new Map<number, string>();
  const pairs: Pair[] = [];
  const open: Opening[] = [];
  let openDoubles = 0;
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    const isDouble = DOUBLE.includes(mark);
    const { canOpen, canClose } = sidesOf(text, at, mark);
    if (canClose && isDouble && openDoubles > 0) {
      open.length = open.findLastIndex((opening) => opening.isDouble) + 1;
      openDoubles -= 1;
      pairs.push(...closeLast(open, at));
    } else if (canClose && !isDouble && closesSingle(open.at(-1), mark)) {
      pairs.push(...closeLast(open, at));
    } else {
      set.set(at, alone(text, at, mark, canOpen));
      if (!canOpen || mark === "’" || mark === "‘") continue;
      open.push({ at, mark, isDouble });
      if (isDouble) openDoubles += 1;
    }
  }
  setPairs(text, set, pairs);
  return text.replace(MARKS, (mark, at: number) => set.get(at) ?? mark);
}

function closeLast(open: Opening[], end: number): Pair[] {
  const opening = open.pop();
  return opening === undefined ? [] : [{ ...opening, end }];
}

/** On which sides of a word a mark stands. */
function sidesOf(text: string, at: number, mark: string): { canOpen: boolean; canClose: boolean } {
  if (mark === "„" || mark === "‚") return { canOpen: true, canClose: false };
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  const isSpaceBefore = /\s/.test(before);
  const isSpaceAfter = /\s/.test(after);
  const isPunctuationBefore = PUNCTUATION.test(before);
  const isPunctuationAfter = PUNCTUATION.test(after);
  const canOpen = !isSpaceAfter && (!isPunctuationAfter || isSpaceBefore || isPunctuationBefore);
  const canClose = !isSpaceBefore && (!isPunctuationBefore || isSpaceAfter || isPunctuationAfter);
  if (!canOpen || !canClose) return { canOpen, canClose };
  return { canOpen: isPunctuationBefore, canClose: isPunctuationAfter };
}

/** Whether a single mark closes what was opened last; ’ never does, and ‚ takes its own partner alone. */
function closesSingle(opening: Opening | undefined, mark: string): boolean {
  if (opening === undefined || opening.isDouble || mark === "’") return false;
  return mark === "‘" || opening.mark !== "‚";
}

/** A mark that has no partner. */
function alone(text: string, at: number, mark: string, canOpen: boolean): string {
  if (mark === "„" || mark === "‚") return mark;
  if (!DOUBLE.includes(mark)) return "’";
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  if (canOpen) return WORD.test(after) ? "„" : mark;
  return /[\p{L}.,!?…]/u.test(before) && !WORD.test(after) ? "“" : mark;
}

/** Sets pairs in their marks; within doubles, doubles become singles. */
function setPairs(text: string, set: Map<number, string>, pairs: readonly Pair[]): void {
  const around: { readonly end: number; readonly isDouble: boolean }[] = [];
  for (const { at, end, mark, isDouble: wasDouble } of pairs.toSorted((a, b) => a.at - b.at)) {
    while ((around.at(-1)?.end ?? end) < at) around.pop();
    const isDouble = wasDouble && !around.at(-1)?.isDouble;
    const isRockNRoll = mark === "'" && end - at === 2 && /n/i.test(text[at + 1] ?? "");
    set.set(at, isRockNRoll ? "’" : isDouble ? "„" : "‚");
    set.set(end, isRockNRoll ? "’" : isDouble ? "“" : "‘");
    around.push({ end, isDouble });
  }
}

/**
 * German typography for a text that is no Markdown: a title, caption or credit. Nothing in it is markup.
 *
 * @example typesetLine('Integration: "Gemeinsam klappt´s"') → "Integration: „Gemeinsam klappt’s“"
 */
export function typesetLine(text: string): string {
  return bindWithNoBreakSpaces(germanQuotes(text));
}

/**
 * Text for machines and clipboards: no-break spaces as spaces, soft hyphens gone.
 *
 * @example plainSpaces("26.\u00A0März") → "26. März"
 */
export function plainSpaces(text: string): string {
  return text.replaceAll(NO_BREAK_SPACE, " ").replaceAll("\u00AD", "");
}
