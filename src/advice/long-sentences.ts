import type { Problem } from "../domain/problem.ts";
import type { Passage } from "./passage.ts";
import { sentencesOf } from "./sentences.ts";

/** Words that a reader keeps in mind from the beginning of a sentence to its end. */
const LONGEST = 30;
/** Words that a sentence needs to stand by itself after a cut. */
const SHORTEST_PART = 8;

/** Where a sentence can be cut in two without changing a word behind the cut. */
const CUT = /;\s|,\s(?=(?:und|aber|denn|doch|wobei|sondern)\s)/g;

/**
 * Advice on sentences of the text that have too many words, with the place to cut where one is plain.
 *
 * @example a sentence of 37 words → "Dieser Satz hat 37 Wörter: „Bei einem Workshop …“. …"
 */
export function longSentenceAdvice(passages: readonly Passage[]): Problem[] {
  return passages
    .filter(({ part, text }) => part === "text" && wordsOf(text).length > LONGEST)
    .flatMap(({ text, placeAt }) =>
      sentencesOf(text).flatMap((sentence): Problem[] => {
        const count = wordsOf(sentence.text).length;
        if (count <= LONGEST) return [];
        const message = `Dieser Satz hat ${count} Wörter: „${opening(sentence.text, 4)}“. Leichter zu lesen sind höchstens ${LONGEST}; ${remedy(sentence.text)}.`;
        return [{ ...placeAt(sentence.index), message }];
      }),
    );
}

function remedy(sentence: string): string {
  const cuts = [...sentence.matchAll(CUT)].map(({ 0: mark, index }) => ({
    before: wordsOf(sentence.slice(0, index)).length,
    after: sentence.slice(index + mark.length),
  }));
  const [best] = cuts
    .map(({ before, after }) => ({ after, shorter: Math.min(before, wordsOf(after).length) }))
    .filter(({ shorter }) => shorter >= SHORTEST_PART)
    .sort((a, b) => b.shorter - a.shorter);
  return best === undefined
    ? "vielleicht werden zwei Sätze daraus"
    : `teilen ließe er sich vor „${opening(best.after, 3)}“`;
}

/** Words as writing programs count them: what stands between spaces and has a letter or figure. */
function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}\uE000]/u.test(word));
}

/** The first words, without quotation marks, as the message quotes them. */
function opening(text: string, count: number): string {
  const words = text
    .replace(/["„“”»«]/g, "")
    .trim()
    .split(/\s+/);
  return `${words
    .slice(0, count)
    .join(" ")
    .replace(/[,;:]$/, "")} …`;
}
