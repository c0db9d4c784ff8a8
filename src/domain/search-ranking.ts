/**
 * Ranking across the volumes of an index. Pagefind scores a word by how much of it there is in a release times how rare
 * it is in its own index, after BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework"). What is
 * rare in one year need not be so in the archive, so that the one factor is taken out and put in for the archive.
 */

/** What Pagefind's 32-bit numbers leave of a score is surer than this. */
const STEPS = 10_000;

/**
 * Takes out of Pagefind's score for one word how rare that is among the releases of its volume.
 *
 * @param size releases of the volume
 * @param containing those that have the word
 * @example matchOf(10, 2)(1.4816) → 1
 */
export function matchOf(size: number, containing: number): (score: number) => number {
  const { fround } = Math;
  // As Pagefind calculates it: small values lose much of their precision on the way.
  const weight = fround(Math.log(fround(fround((size - containing + 0.5) / (containing + 0.5)) + 1)));
  return (score) => Math.round((score / weight) * STEPS) / STEPS;
}

/**
 * How much a word tells that so many of the releases have: its inverse document frequency.
 *
 * @example weightOf(10_000, 10) → 6.86; weightOf(10_000, 9_000) → 0.11
 */
export function weightOf(size: number, containing: number): number {
  return Math.log((size - containing + 0.5) / (containing + 0.5) + 1);
}
