import { foldedParts } from "../domain/search-mentions.ts";
import { isFunctionWord, isNoun, stem } from "../domain/search-terms.ts";

/**
 * German compounds, split by the vocabulary of the texts they stand in as Koehn and Knight have it ("Empirical Methods for Compound
 * Splitting", EACL 2003): of all ways to part a word into words of those texts, the one whose parts are the most
 * frequent by their geometric mean. They leave a word whole that is more frequent than its parts, which serves a
 * translator; whoever looks for „Unterkünfte“ wants „Flüchtlingsunterkünfte“ however often that one word is written.
 */

/** The words of some texts. */
export type Vocabulary = {
  /** How often a term occurs as a word of its own. */
  readonly frequency: ReadonlyMap<string, number>;
  /** The folded forms that occur. */
  readonly forms: ReadonlySet<string>;
  /** The folded forms that are written as nouns at least as often as not. */
  readonly nouns: ReadonlySet<string>;
  /** The terms of those nouns. */
  readonly nounTerms: ReadonlySet<string>;
};

/** The terms of a compound's parts, and of shorter compounds within; none for a word that is no compound. */
export type CompoundSplitter = (folded: string) => readonly string[];

/** Letters that German puts between the parts of a compound. */
const LINKS = ["", "s", "es", "n", "en", "e", "er"] as const;
const SHORTEST_PART = 3;
/** What is cut down must be longer to be believed. */
const SHORTEST_CUT_PART = 4;
/** Where one side alone is a word of the archive, it must be longer, the longer the less there is of the other. */
const SHORTEST_UNKNOWN_FRONT = 4;
const SHORTEST_WORD_ALONE = 5;
const SHORTEST_WORD_BEHIND_LITTLE = 7;
/** Prefixes of derived words; the others are function words. */
const PREFIXES: ReadonlySet<string> = new Set(["dar", "ent", "fehl", "los", "miss", "ver", "weg", "zer"]);
/** How derived words go on behind a noun: „Partnerschaft“, „Bürgerinnen“. */
const SUFFIX = /^(?:schaft|lich|keit|heit|igkeit|igung|ung|ier|isch|inn|erin|tum)/;
const MOST_PARTS = 4;
/** What is longer is no German word, and would take long to try. */
const LONGEST_COMPOUND = 60;
/**
 * Counts the words of texts.
 *
 * @param written each word as often as it occurs
 * @example vocabularyOf(["Pläne", "Stadt"]) → frequency { plan: 1, stadt: 1 }, forms and nouns { plane, stadt }
 */
export function vocabularyOf(written: Iterable<string>): Vocabulary {
  const occurrences = new Map<string, { total: number; asNoun: number }>();
  for (const word of written) {
    const asNoun = Number(isNoun(word));
    for (const form of foldedParts(word)) {
      const counted = occurrences.get(form);
      if (counted === undefined) occurrences.set(form, { total: 1, asNoun });
      else {
        counted.total += 1;
        counted.asNoun += asNoun;
      }
    }
  }
  const words = [...occurrences].filter(([form]) => isPart(form));
  const nouns = words.filter(([, { total, asNoun }]) => 2 * asNoun >= total).map(([form]) => form);
  const frequency = new Map<string, number>();
  for (const [form, { total }] of words) {
    const term = stem(form);
    frequency.set(term, (frequency.get(term) ?? 0) + total);
  }
  const nounTerms = new Set(nouns.map(stem));
  const within = wordsWithin(nounTerms);
  for (const word of within) {
    nounTerms.add(word);
    frequency.set(word, frequency.get(word) ?? 1);
  }
  return {
    frequency,
    forms: new Set([...words.map(([form]) => form), ...within]),
    nouns: new Set([...nouns, ...within]),
    nounTerms,
  };
}

/**
 * Words that no text has as such: what begins one noun and ends another is one, as „feuerwehr“ in „Feuerwehrhaus“ and
 * „Jugendfeuerwehr“.
 */
function wordsWithin(nounTerms: ReadonlySet<string>): readonly string[] {
  const ends = new Set<string>();
  for (const noun of nounTerms) {
    for (let at = SHORTEST_PART; at <= noun.length - SHORTEST_CUT_PART; at += 1) ends.add(noun.slice(at));
  }
  const found = new Set<string>();
  for (const noun of nounTerms) {
    for (let at = SHORTEST_CUT_PART; at <= noun.length - SHORTEST_CUT_PART; at += 1) {
      const beginning = noun.slice(0, at);
      if (ends.has(beginning) && isPart(beginning)) found.add(beginning);
    }
  }
  return [...found];
}

function isPart(form: string): boolean {
  return (
    form.length >= SHORTEST_PART &&
    form.length <= LONGEST_COMPOUND &&
    !isFunctionWord(form) &&
    !/\d/.test(form)
  );
}

/**
 * Makes the splitter of a vocabulary; it remembers what it has split.
 *
 * @param names terms of words that are names and no compounds: `lippstadt`, `donnerstag`
 * @example compoundSplitter(vocabularyOf(["Flüchtlinge suchen Unterkünfte"]), new Set())("fluchtlingsunterkunfte") → ["fluchtling", "unterkunft"]
 */
export function compoundSplitter(vocabulary: Vocabulary, names: ReadonlySet<string>): CompoundSplitter {
  const known = new Map<string, readonly string[]>();
  return (folded) => {
    const found = known.get(folded) ?? (names.has(stem(folded)) ? [] : split(folded, vocabulary));
    known.set(folded, found);
    return found;
  };
}

/** A part of a compound: its letters there, the term it stands for, how often that occurs. */
type Part = { readonly letters: string; readonly term: string; readonly frequency: number };

function split(folded: string, vocabulary: Vocabulary): readonly string[] {
  if (folded.length > LONGEST_COMPOUND) return [];
  const best = mostFrequent(partings(folded, vocabulary, MOST_PARTS));
  if (best === undefined) return [...behindUnknown(folded, vocabulary), ...beforeUnknown(folded, vocabulary)];
  const within = best.flatMap(({ letters }) => split(letters, vocabulary));
  return [...new Set([...termsOf(best, vocabulary), ...within])];
}

/** Every way to part a word into words of the vocabulary. */
function* partings(letters: string, vocabulary: Vocabulary, most: number): Generator<readonly Part[]> {
  if (most < 2) return;
  for (let at = SHORTEST_PART; at <= letters.length - SHORTEST_PART; at += 1) {
    const modifier = modifierOf(letters.slice(0, at), vocabulary);
    if (modifier === undefined) continue;
    const rest = letters.slice(at);
    const head = headOf(rest, vocabulary);
    if (head !== undefined) yield [modifier, head];
    for (const parts of partings(rest, vocabulary, most - 1)) yield [modifier, ...parts];
  }
}

/** A part before others: a word, perhaps cut down to its stem („Schul-“, „Impf-“) or with a link behind it. */
function modifierOf(letters: string, { frequency, forms }: Vocabulary): Part | undefined {
  let best: Part | undefined;
  for (const link of LINKS) {
    const bare = letters.slice(0, letters.length - link.length);
    if (!letters.endsWith(link) || bare.length < SHORTEST_PART || isFunctionWord(bare)) continue;
    if (!forms.has(bare) && bare.length < SHORTEST_CUT_PART) continue;
    const term = frequency.has(bare) ? bare : stem(bare);
    const occurrences = forms.has(bare) || term === bare ? (frequency.get(term) ?? 0) : 0;
    if (occurrences > (best?.frequency ?? 0)) best = { letters, term, frequency: occurrences };
  }
  return best;
}

/** The last part: a noun in one of its forms, be it one that stands alone nowhere. */
function headOf(letters: string, { frequency, nouns, nounTerms }: Vocabulary): Part | undefined {
  const term = stem(letters);
  const isForm =
    nouns.has(letters) || (nounTerms.has(term) && (term !== letters || term.length >= SHORTEST_CUT_PART));
  return isForm ? { letters, term, frequency: frequency.get(term) ?? 0 } : undefined;
}

function mostFrequent(ways: Iterable<readonly Part[]>): readonly Part[] | undefined {
  let best: { readonly parts: readonly Part[]; readonly mean: number } | undefined;
  for (const parts of ways) {
    const mean = parts.reduce((product, part) => product * part.frequency, 1) ** (1 / parts.length);
    if (mean > (best?.mean ?? 0)) best = { parts, mean };
  }
  return best?.parts;
}

/** The parts' terms, and those of several together that are a word: „Schulbus“ in „Schulbusfahrer“. */
function termsOf(parts: readonly Part[], { frequency, forms }: Vocabulary): readonly string[] {
  const terms = new Set(parts.map(({ term }) => term));
  for (let from = 0; from < parts.length - 1; from += 1) {
    for (let to = from + 2; to <= parts.length && to - from < parts.length; to += 1) {
      const letters = parts
        .slice(from, to)
        .map((part) => part.letters)
        .join("");
      for (const link of LINKS.filter((ending) => letters.endsWith(ending))) {
        const form = letters.slice(0, letters.length - link.length);
        if (forms.has(form) || (to === parts.length && frequency.has(stem(form)))) terms.add(stem(form));
      }
    }
  }
  return [...terms];
}

/** The longest noun of the archive that ends a word whose front is no word of its own: „Asyl|unterkunft“. */
function behindUnknown(folded: string, vocabulary: Vocabulary): readonly string[] {
  for (let at = SHORTEST_PART; at < folded.length; at += 1) {
    const [front, rest] = [folded.slice(0, at), folded.slice(at)];
    if (isFunctionWord(front) || PREFIXES.has(front)) return [];
    const shortest = at < SHORTEST_UNKNOWN_FRONT ? SHORTEST_WORD_BEHIND_LITTLE : SHORTEST_WORD_ALONE;
    const head = rest.length < shortest ? undefined : headOf(rest, vocabulary);
    if (head !== undefined) return [head.term];
  }
  return [];
}

/** The longest noun of the archive that begins a word whose rest is no word of its own: „Termin|vereinbarung“. */
function beforeUnknown(folded: string, { nounTerms }: Vocabulary): readonly string[] {
  for (let at = folded.length - SHORTEST_WORD_ALONE; at >= SHORTEST_WORD_ALONE; at -= 1) {
    const front = folded.slice(0, at);
    if (nounTerms.has(front)) return SUFFIX.test(folded.slice(at)) ? [] : [front];
  }
  return [];
}
