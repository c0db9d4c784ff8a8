/** A text in lines. */
export type Setting = {
  /** Size of the type, in pixels. */
  readonly size: number;
  readonly lines: readonly string[];
};

/** The room that a text may take. */
export type TextBox = {
  /** In pixels. */
  readonly width: number;
  /** In pixels; as many baselines as it holds. */
  readonly height: number;
  /** From one baseline to the next, in em. */
  readonly leading: number;
  /** Sizes of the type in pixels, largest first. */
  readonly sizes: readonly number[];
};

/** What setting a text needs to know of its letters and its language. */
export type Compositor = {
  /** The width of a text, in em. */
  readonly widthOf: (text: string) => number;
  /** A word with soft hyphens (U+00AD) where it may part. */
  readonly hyphenated: (word: string) => string;
};

/**
 * Sets a text as large as its box allows, where a hyphen is worth it only for much larger type. Of all ways at one size
 * it takes the one with the fewest hyphens and lines, and of those the one whose lines are most alike in length. A word
 * without syllables that is wider than the box parts anywhere. Soft hyphens in the text stand in place of those of its
 * language.
 *
 * @example setText("Kreis öffnet Impfzentrum", { width: 600, height: 300, sizes: [90, 80], leading: 1.2 }, compositor) →
 *   { size: 90, lines: ["Kreis öffnet", "Impfzentrum"] }
 */
export function setText(text: string, box: TextBox, compositor: Compositor): Setting {
  const pieces = piecesOf(text, compositor);
  let best: Setting | undefined;
  let bestWorth = 0;
  for (const size of box.sizes) {
    const way = wayAt(size, pieces, box, compositor);
    const worth = way === undefined ? 0 : size * HYPHEN_WORTH ** way.hyphens;
    if (way === undefined || worth <= bestWorth) continue;
    best = { size, lines: way.lines };
    bestWorth = worth;
  }
  return best ?? setAnyhow(pieces, box, compositor);
}

/** Sets what no editor writes: in ever smaller type, with breaks inside words that have no syllables. */
function setAnyhow(pieces: readonly Piece[], box: TextBox, compositor: Compositor): Setting {
  for (let size = box.sizes.at(-1) ?? box.height; ; size *= SHRINKING) {
    const way = wayAt(size, breakable(pieces, box.width / size, compositor), box, compositor);
    if (way !== undefined) return { size, lines: way.lines };
  }
}

const SHRINKING = 0.9;

/** How large type without a hyphen must be, in shares of the size with one, to be preferred. */
const HYPHEN_WORTH = 0.68;

const SOFT_HYPHEN = "\u00AD";

/** A part of a text behind which a line may end. */
type Piece = {
  readonly text: string;
  /** What stands between it and the next on one line. */
  readonly space: "" | " ";
  /** What stands behind it at the end of a line. */
  readonly mark: "" | "-";
};

/** Behind a hyphen, a dash or a stroke inside a word a line may end. */
const WORD_JOINT = /(?<=[\p{L}\p{N}]{2}[-–/])(?=[\p{L}\p{N}]{2})/u;

function piecesOf(text: string, { hyphenated }: Compositor): Piece[] {
  const parted = (word: string) => (word.includes(SOFT_HYPHEN) ? word : hyphenated(word));
  return text.split(" ").flatMap((word) => {
    const syllables = word.split(WORD_JOINT).flatMap((part) => {
      const [last = "", ...others] = parted(part).split(SOFT_HYPHEN).reverse();
      return [...others.reverse().map((syllable) => piece(syllable, "", "-")), piece(last, "", "")];
    });
    return syllables.with(-1, { ...piece(syllables.at(-1)?.text ?? "", " ", "") });
  });
}

function piece(text: string, space: Piece["space"], mark: Piece["mark"]): Piece {
  return { text, space, mark };
}

/** The pieces with those that are wider than a line cut to their letters. */
function breakable(pieces: readonly Piece[], width: number, { widthOf }: Compositor): Piece[] {
  return pieces.flatMap((whole) => {
    if (widthOf(whole.text + whole.mark) <= width) return [whole];
    const letters = Array.from(whole.text);
    return letters.map((letter, index) => {
      const next = letters[index + 1];
      if (next === undefined) return { ...whole, text: letter };
      return piece(letter, "", /^\p{L}{2}$/u.test(letter + next) ? "-" : "");
    });
  });
}

/** What a way costs: 1 for each line, the square of the share of it that stays empty, and for its end. */
const END_COSTS = { hyphen: 1.5, shortWord: 0.05, other: 0 } as const;

/** A word that rather begins a line than ends one: „der“, „in“, „und“. */
const SHORT_WORD = /^\p{L}{1,3}$/u;

/** Lines of the first pieces of a text, and what they cost. */
type Way = { readonly cost: number; readonly lines: readonly string[]; readonly hyphens: number };

/** The cheapest lines of a size; `undefined` where the box does not hold them. */
function wayAt(
  size: number,
  pieces: readonly Piece[],
  { width, height, leading }: TextBox,
  compositor: Compositor,
): Way | undefined {
  const mostLines = Math.floor(height / (size * leading));
  let ways: (Way | undefined)[] = [{ cost: 0, lines: [], hyphens: 0 }];
  let best: Way | undefined;
  for (let count = 1; count <= mostLines; count += 1) {
    ways = withOneMoreLine(ways, pieces, width / size, compositor);
    best = cheaper(best, ways[pieces.length]);
  }
  return best;
}

/** From ways to break before each piece, those with one more line. */
function withOneMoreLine(
  ways: readonly (Way | undefined)[],
  pieces: readonly Piece[],
  width: number,
  { widthOf }: Compositor,
): (Way | undefined)[] {
  const longer: (Way | undefined)[] = [];
  for (const [start, way] of ways.entries()) {
    if (way === undefined) continue;
    let text = "";
    let filled = 0;
    for (const [index, { text: letters, space, mark }] of pieces.slice(start).entries()) {
      const end = start + index + 1;
      text += letters;
      filled += widthOf(letters);
      if (filled > width) break;
      const empty = 1 - (filled + widthOf(mark)) / width;
      if (empty >= 0) {
        const cost = way.cost + 1 + empty ** 2 + (end === pieces.length ? 0 : endCost(letters, mark));
        const hyphens = way.hyphens + Number(mark === "-" && end < pieces.length);
        longer[end] = cheaper(longer[end], { cost, hyphens, lines: [...way.lines, text + mark] });
      }
      text += space;
      filled += widthOf(space);
    }
  }
  return longer;
}

function endCost(letters: string, mark: Piece["mark"]): number {
  if (mark === "-") return END_COSTS.hyphen;
  return SHORT_WORD.test(letters) ? END_COSTS.shortWord : END_COSTS.other;
}

function cheaper(known: Way | undefined, other: Way | undefined): Way | undefined {
  if (known === undefined || other === undefined) return known ?? other;
  return other.cost < known.cost ? other : known;
}
