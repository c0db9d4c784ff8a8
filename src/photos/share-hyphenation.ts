import { readFileSync } from "node:fs";
import hyphenopoly from "hyphenopoly";

/** As the site's stylesheet has it (`hyphenate-limit-chars`): letters of a word, before a hyphen and behind it. */
const LEAST_LETTERS = { word: 9, before: 4, behind: 4 } as const;

/** What the library takes; what is longer has no syllables. */
const MOST_LETTERS = 60;

const WORD = new RegExp(`\\p{L}{${LEAST_LETTERS.word},}`, "gu");

/** A cut before what is no syllable, as in „Geflügelpes-t-ausbruch“: it belongs to what comes before. */
const CUT_BEFORE_CONSONANTS = /\u00AD(?=[^\u00ADaeiouyäöü]+(?:\u00AD|$))/gi;

/**
 * Opens German hyphenation after the patterns of the TeX community: the function puts a soft hyphen (U+00AD) wherever
 * a word of a text may part.
 *
 * @example openHyphenation()("Führerscheinumtausch") → "Führer\u00ADschein\u00ADum\u00ADtausch"
 */
export function openHyphenation(): (text: string) => string {
  const byPatterns = hyphenopoly
    .config({
      require: ["de"],
      sync: true,
      loaderSync: (file, folder) => readFileSync(new URL(file, folder)),
      minWordLength: LEAST_LETTERS.word,
      leftminPerLang: { de: LEAST_LETTERS.before },
      rightminPerLang: { de: LEAST_LETTERS.behind },
      hyphen: "\u00AD",
    })
    .get("de");
  if (byPatterns === undefined) throw new Error("There are no German patterns");
  return (text) =>
    text.replace(WORD, (word) =>
      word.length > MOST_LETTERS ? word : byPatterns(word).replace(CUT_BEFORE_CONSONANTS, ""),
    );
}
