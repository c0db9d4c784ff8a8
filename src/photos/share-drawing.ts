import { html as markup } from "hono/html";
import { openHyphenation } from "./share-hyphenation.ts";
import { type Setting, setText, type TextBox } from "./share-lines.ts";
import { openTypeface, type Typeface, UNITS_PER_EM } from "./share-typeface.ts";

/** What a share picture says, typeset. */
export type ShareTexts = {
  /** Whose newsroom it is; absent where the title says so. */
  readonly office?: string;
  readonly title: string;
  /** What stands small below the title: date and topic. */
  readonly note: string;
};

/** In pixels; the size that networks ask for (1.91 : 1). */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

/** The colours of the masthead, and between ground and edge of the brand's mark one that no text stands out from. */
export const SHARE_COLOURS = {
  ground: "#003324",
  mark: "#00402e",
  text: "#ffffff",
  soft: "#8fe2c6",
} as const;

const MARGIN = 72;
const WIDTH = SHARE_SIZE.width - 2 * MARGIN;
/** Baselines of the first line and of the last one, in pixels. */
const FIRST_BASELINE = 104;
const LAST_BASELINE = SHARE_SIZE.height - MARGIN;
/** Free space above and below the title, in pixels. */
const GAP = 34;

/** The brand's mark in a square of 48 pixels, as in `favicon.svg`. */
const MARK = "M9 38 15 14h9l-7 24zM25 38l6-24h9l-7 24z";
const MARK_BEFORE_BRAND = "translate(60 54) scale(1.34)";
const MARK_IN_GROUND = "translate(716 -256) scale(15)";
/** What the mark, and behind the office's name the word „Newsroom“ take of the brand's line, in pixels. */
const MARK_ROOM = 56;
const NEWSROOM_ROOM = 230;

/** A kind of text: where it may stand, and how it looks. */
type Style = TextBox & { readonly face: Typeface; readonly colour: string; readonly x: number };

/** A line of text; `x` and `y` are where its baseline begins, in pixels. */
type Line = Pick<Style, "face" | "colour" | "x"> & {
  readonly text: string;
  readonly y: number;
  readonly size: number;
};

/**
 * Opens fonts and hyphenation; the function draws share pictures as SVG whose letters are outlines. The same texts
 * give the same drawing.
 *
 * @example openShareDrawing()({ office: "Kreis Soest", title: "Amtsblatt", note: "27. März 2019" }) → "<svg …><path …"
 */
export function openShareDrawing(): (texts: ShareTexts) => string {
  const { brand, newsroom, title, note } = openStyles();
  const hyphenated = openHyphenation();
  const set = (text: string, style: Style) =>
    setText(style.face.spelled(text), style, { widthOf: style.face.widthOf, hyphenated });
  return (texts) => {
    const brandLines =
      texts.office === undefined ? [] : linesFrom(FIRST_BASELINE, set(texts.office, brand), brand);
    const noteLines = linesTo(LAST_BASELINE, set(texts.note, note), note);
    const top = Math.max(FIRST_BASELINE, ...brandLines.map(({ y }) => y)) + GAP;
    const bottom = Math.min(...noteLines.map(({ y, size }) => y - size)) - GAP;
    const titleLines = linesTo(bottom, set(texts.title, { ...title, height: bottom - top }), title);
    return picture([...brandLines, newsroomBehind(brandLines, newsroom), ...titleLines, ...noteLines]);
  };
}

function openStyles() {
  const regular = openTypeface(400);
  const semibold = openTypeface(600);
  const { text, soft } = SHARE_COLOURS;
  return {
    brand: {
      face: semibold,
      colour: text,
      x: MARGIN + MARK_ROOM,
      width: WIDTH - MARK_ROOM - NEWSROOM_ROOM,
      height: 100,
      leading: 1.2,
      sizes: [40, 34, 28, 22],
    },
    newsroom: { face: regular, colour: soft, x: MARGIN + MARK_ROOM, size: 40 },
    title: {
      face: openTypeface(600, -0.012),
      colour: text,
      x: MARGIN,
      width: WIDTH,
      leading: 1.12,
      sizes: [112, 100, 90, 81, 73, 66, 60, 54, 48, 43, 38],
    },
    note: {
      face: regular,
      colour: soft,
      x: MARGIN,
      width: WIDTH,
      height: 90,
      leading: 1.3,
      sizes: [32, 28, 24, 20],
    },
  } as const;
}

/** The lines of a text whose first baseline is at `y`. */
function linesFrom(
  y: number,
  { size, lines }: Setting,
  { face, colour, x, leading }: Omit<Style, "height">,
): Line[] {
  return lines.map((text, index) => ({ face, colour, text, x, y: y + index * size * leading, size }));
}

/** The lines of a text whose last baseline is at `y`. */
function linesTo(y: number, setting: Setting, style: Omit<Style, "height">): Line[] {
  return linesFrom(y - (setting.lines.length - 1) * setting.size * style.leading, setting, style);
}

/** „Newsroom“ behind the office's name as in the masthead, or in its place. */
function newsroomBehind(brand: readonly Line[], style: Pick<Line, "face" | "colour" | "x" | "size">): Line {
  const last = brand.at(-1);
  const newsroom = { ...style, text: "Newsroom", y: FIRST_BASELINE };
  if (last === undefined) return newsroom;
  const { face, text, x, y, size } = last;
  return { ...newsroom, x: x + face.widthOf(`${text}\u00A0`) * size, y, size };
}

function picture(lines: readonly Line[]): string {
  const { width, height } = SHARE_SIZE;
  const { ground, mark, soft } = SHARE_COLOURS;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path fill="${ground}" d="M0 0h${width}v${height}H0z"/><path fill="${mark}" transform="${MARK_IN_GROUND}" d="${MARK}"/><path fill="${soft}" transform="${MARK_BEFORE_BRAND}" d="${MARK}"/>${lines.map(
    ({ face, colour, text, x, y, size }) =>
      markup`<path fill="${colour}" transform="translate(${x} ${y}) scale(${size / UNITS_PER_EM} ${-size / UNITS_PER_EM})" d="${face.outlinesOf(text)}"/>`,
  )}</svg>`.toString();
}
