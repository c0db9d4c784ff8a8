import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";

/** One weight of the newsroom's typeface, as outlines: a picture made of them needs no font and fetches none. */
export type Typeface = {
  /**
   * A text in letters that the typeface has. One that it lacks is written as what it stands for or as its base letter;
   * emoji and invisible characters leave nothing. No-break spaces and soft hyphens stay.
   *
   * @example spelled("CO₂-Ampeln 🚨, Ǎ") → "CO2-Ampeln, A"
   */
  readonly spelled: (text: string) => string;
  /** The width of a text, in em; kerning counts. */
  readonly widthOf: (text: string) => number;
  /**
   * Outlines of a text as data of an SVG path: its baseline at `y`, the ink of its first letter from `x`, so that lines
   * of any size are flush; in pixels like `size`.
   */
  readonly outlinesOf: (text: string, x: number, y: number, size: number) => string;
};

const FONTS = new URL("../../public/assets/fonts/", import.meta.url);

/**
 * Opens a weight of Fira Sans from the site's own files (WOFF 2), that of German first.
 *
 * @param tracking what is added between letters, in em
 */
export function openTypeface(weight: 400 | 600, tracking = 0): Typeface {
  const fonts = [`fira-sans-${weight}.woff2`, `fira-sans-${weight}-ext.woff2`].map(openFont);
  const fontOf = (letter: string) =>
    fonts.find((font) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
  const widths = new Map<string, number>();
  const measured = (text: string) =>
    glyphsOf(text, fontOf, tracking).reduce((sum, { advance }) => sum + advance, 0);
  return {
    spelled: (text) => spelled(text, (letter) => fontOf(letter) !== undefined),
    widthOf: (text) => {
      const width = widths.get(text) ?? measured(text);
      widths.set(text, width);
      return width;
    },
    outlinesOf: (text, x, y, size) => {
      const glyphs = glyphsOf(text, fontOf, tracking);
      let from = x - bearingOf(glyphs) * size;
      const outlines = glyphs.map(({ outline, advance }) => {
        const moved = outline.scale(size, -size).translate(from, y).toSVG();
        from += advance * size;
        return moved;
      });
      return outlines.join("");
    },
  };
}

function openFont(file: string): Font {
  const font = create(readFileSync(new URL(file, FONTS)));
  if (!("layout" in font)) throw new Error(`${file} holds several fonts`);
  return font;
}

const SOFT_HYPHEN = "\u00AD";
const NO_BREAK_SPACES = /[\u00A0\u202F\u2007]/g;
/** What stays of the space before a character that left nothing. */
const STRAY_SPACE = / +(?=[,.:;!?](?: |$))/g;

function spelled(text: string, isThere: (letter: string) => boolean): string {
  const letters = Array.from(text.normalize("NFC").replace(NO_BREAK_SPACES, "\u00A0"), (letter) => {
    if (letter === SOFT_HYPHEN || isThere(letter)) return letter;
    if (/\s/.test(letter)) return " ";
    return Array.from(letter.normalize("NFKD")).filter(isThere).join("");
  });
  return letters.join("").replace(/ +/g, " ").replace(STRAY_SPACE, "").trim();
}

/** A letter's outline, and how far behind it the next one begins, both in em. */
type PlacedGlyph = { readonly outline: Outline; readonly advance: number };
type Outline = ReturnType<Font["getGlyph"]>["path"];

function glyphsOf(
  text: string,
  fontOf: (letter: string) => Font | undefined,
  tracking: number,
): PlacedGlyph[] {
  return runsOf(text, fontOf).flatMap(({ font, text: letters }) => {
    const { glyphs, positions } = font.layout(letters);
    return glyphs.map(({ path }, index) => ({
      outline: path.scale(1 / font.unitsPerEm),
      advance: (positions[index]?.xAdvance ?? 0) / font.unitsPerEm + tracking,
    }));
  });
}

/** What is free before the ink of the first letter, in em. */
function bearingOf([first]: readonly PlacedGlyph[]): number {
  const bearing = first?.outline.bbox.minX ?? 0;
  return Number.isFinite(bearing) ? bearing : 0;
}

/** A stretch of text that one font file can set. */
type Run = { readonly font: Font; readonly text: string };

function runsOf(text: string, fontOf: (letter: string) => Font | undefined): Run[] {
  const runs: Run[] = [];
  for (const letter of text) {
    const font = fontOf(letter);
    const last = runs.at(-1);
    if (font === undefined) continue;
    if (last?.font === font) runs[runs.length - 1] = { font, text: last.text + letter };
    else runs.push({ font, text: letter });
  }
  return runs;
}
