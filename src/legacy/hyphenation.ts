/** A hyphen inside a word before a small letter: „Wahlaus-schuss“. */
const CANDIDATE = /(?<![\p{L}\p{N}@./_-])(\p{L}{2,}(?:-\p{L}+)*?)-(\p{Ll}{2,})(?![\p{L}-]|\.\p{L})/gu;

/** Endings that part a compound without standing for a word: what follows in small letters belongs to it. */
const JOINT = /(?:ungs|heits|keits|schafts|tions|täts|tums|lings)$/;

/** Words that German hangs on with a hyphen: „NRW-weit“, „Kreis-eigen“. */
const HANGING =
  /^(?:weit|eigen|intern|extern|nah|frei|fähig|haltig|basiert|bedingt|positiv|negativ|spezifisch|relevant|bezogen|orientiert|gefördert|finanziert|übergreifend|konform|mäßig|artig|ähnlich|ig)/;

/** Tells whether a word stands in a text, alone or within a compound. */
export type WordFinder = (word: string) => boolean;

/** A release has a handful of suspects; what has more is no text that deserves the search. */
const MOST_SEARCHES = 500;

/** Makes the finder for a text. */
export function wordFinder(text: string): WordFinder {
  const words = text.toLowerCase();
  const known = new Map<string, boolean>();
  return (word) => {
    const stands = known.get(word) ?? (known.size < MOST_SEARCHES && words.includes(word));
    known.set(word, stands);
    return stands;
  };
}

/**
 * Mends words that an old line break left a hyphen in, where that is certain: the whole word stands elsewhere in
 * the text, or the part before the hyphen ends as only the first half of a compound does. All other suspects are
 * named and stay.
 *
 * @param stands whether a word, in small letters, stands elsewhere
 * @example mendHyphenation("Der Wahlaus-schuss", wordFinder("Der Kreiswahlausschuss tagt")) → { text: "Der Wahlausschuss", mended: ["Wahlausschuss"], suspects: [] }
 */
export function mendHyphenation(
  text: string,
  stands: WordFinder,
): { readonly text: string; readonly mended: readonly string[]; readonly suspects: readonly string[] } {
  const mended: string[] = [];
  const suspects: string[] = [];
  if (!text.includes("-")) return { text, mended, suspects };
  const sound = text.replace(CANDIDATE, (whole: string, left: string, right: string) => {
    const joined = `${left}${right}`;
    if (isCertain(left, right, joined, stands)) {
      mended.push(joined);
      return joined;
    }
    if (!isOrdinaryHyphen(left, right)) suspects.push(whole);
    return whole;
  });
  return { text: sound, mended, suspects };
}

function isCertain(left: string, right: string, joined: string, stands: WordFinder): boolean {
  if (/^\p{Lu}{2,}$/u.test(left) || left.includes("-")) return false;
  return (
    (JOINT.test(left) && right.length > 2 && !HANGING.test(right)) ||
    (joined.length > 6 && stands(joined.toLowerCase()))
  );
}

function isOrdinaryHyphen(left: string, right: string): boolean {
  return /\p{Lu}$/u.test(left) || left.length < 3 || right.length < 3 || HANGING.test(right);
}
