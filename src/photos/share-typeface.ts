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
   * Outlines of a text as data of an SVG path, in units of which an em has {@link UNITS_PER_EM}, upwards from its
   * baseline. The ink of its first letter begins at 0, so that lines of any size are flush.
   */
  readonly outlinesOf: (text: string) => string;
};

/** As the newsroom's fonts have it. */
export const UNITS_PER_EM = 1000;

const FONTS = new URL("../../public/assets/fonts/", import.meta.url);

/**
 * Opens a weight of Fira Sans from the site's own files (WOFF 2), that of German first.
 *
 * @param tracking what is added between letters, in em
 */
export function openTypeface(weight: 400 | 600, tracking = 0): Typeface {
  const fonts = [`fira-sans-${weight}.woff2`, `fira-sans-${weight}-ext.woff2`].map(openFont);
  const fontOf = remembered((letter: string) =>
    fonts.find((font) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
  );
  const outlineOf = remembered((glyph: Glyph) => relativeOutline(glyph));
  const placed = (text: string) => glyphsOf(text, fontOf, tracking * UNITS_PER_EM);
  return {
    spelled: (text) => spelled(text, (letter) => fontOf(letter) !== undefined),
    widthOf: remembered((text) => placed(text).reduce((sum, { advance }) => sum + advance, 0) / UNITS_PER_EM),
    outlinesOf: (text) => {
      const glyphs = placed(text);
      let from = -bearingOf(glyphs);
      const outlines = glyphs.map(({ glyph, advance }) => {
        const moved = `M${from} 0${outlineOf(glyph)}`;
        from += advance;
        return moved;
      });
      return outlines.join("");
    },
  };
}

/** A function that answers at once what it was asked before. */
function remembered<Of, Answer>(answer: (of: Of) => Answer): (of: Of) => Answer {
  const answers = new Map<Of, Answer>();
  return (of) => {
    const known = answers.get(of) ?? answer(of);
    answers.set(of, known);
    return known;
  };
}

const openFont = remembered((file: string): Font => {
  const font = create(readFileSync(new URL(file, FONTS)));
  if (!("layout" in font)) throw new Error(`${file} holds several fonts`);
  return font;
});

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

/** A letter, and how far behind it the next one begins, in its font's units. */
type PlacedGlyph = { readonly glyph: Glyph; readonly advance: number };
type Glyph = ReturnType<Font["getGlyph"]>;

function glyphsOf(
  text: string,
  fontOf: (letter: string) => Font | undefined,
  tracking: number,
): PlacedGlyph[] {
  return runsOf(text, fontOf).flatMap(({ font, text: letters }) => {
    const { glyphs, positions } = font.layout(letters);
    return glyphs.map((glyph, index) => ({ glyph, advance: (positions[index]?.xAdvance ?? 0) + tracking }));
  });
}

/** What is free before the ink of the first letter. */
function bearingOf([first]: readonly PlacedGlyph[]): number {
  const bearing = first?.glyph.bbox.minX ?? 0;
  return Number.isFinite(bearing) ? bearing : 0;
}

const RELATIVE = {
  moveTo: "m",
  lineTo: "l",
  quadraticCurveTo: "q",
  bezierCurveTo: "c",
  closePath: "z",
} as const;

/** A letter's outline as data of an SVG path that begins wherever the path has got to. */
function relativeOutline({ path }: Glyph): string {
  let [atX, atY, startX, startY] = [0, 0, 0, 0];
  const commands = path.commands.map(({ command, args }) => {
    const steps = args.map((place, index) => place - (index % 2 === 0 ? atX : atY));
    if (command === "closePath") [atX, atY] = [startX, startY];
    else [atX = 0, atY = 0] = args.slice(-2);
    if (command === "moveTo") [startX, startY] = [atX, atY];
    return RELATIVE[command] + steps.join(" ");
  });
  return commands.join("");
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
