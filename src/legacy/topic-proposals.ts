import type { Topic } from "../domain/office.ts";
import { type Found, found, guessed } from "./found.ts";
import { TOPIC_KEYWORDS } from "./topic-keywords.ts";

/** The parts of a release that tell its topic, from the one that tells most. */
export type TopicSource = { readonly headlines: string; readonly lead: string; readonly rest: string };

/** Finds topics; made once, as the words of all topics become one pattern. */
export type TopicFinder = (source: TopicSource) => Found<string>[];

/** More topics than these make none of them mean much. */
const MOST_TOPICS = 3;
/** How often a word must stand in the text to count without standing in a headline, the lead twice over. */
const OFTEN = 4;

/**
 * Makes the finder for an office's topics: sure where a headline has a topic's word, a guess where only lead and text
 * have it often.
 *
 * A topic's own name is one of its words, so that those of any office are found.
 *
 * @example topicFinder(topics)({ headlines: "Impfbus hält in Werl", lead: "", rest: "" }) → [Impfen]
 */
export function topicFinder(topics: readonly Topic[]): TopicFinder {
  const topicOf = new Map<string, string>();
  for (const { name } of topics)
    for (const word of wordsOf(name)) if (!topicOf.has(word)) topicOf.set(word, name);
  const words = [...topicOf.keys()].sort((a, b) => b.length - a.length);
  if (words.length === 0) return () => [];
  const pattern = new RegExp(`(?<![A-Za-zÄÖÜäöüß])(?:${words.map(wordPattern).join("|")})`, "g");
  return (source) => proposeTopics(source, (text) => topicsIn(spelledOut(text), pattern, topicOf));
}

function wordsOf(topic: string): string[] {
  const words = TOPIC_KEYWORDS[topic]?.split("|") ?? [];
  const names = topic.split(/\s(?:und|&)\s/).map((name) => `${name}!`);
  return [...words, ...names].map((word) => word.trim());
}

function wordPattern(word: string): string {
  return word.endsWith("!") ? `${word.slice(0, -1)}(?![A-Za-zÄÖÜäöüß])` : word;
}

/** „K 14“ is a Kreisstraße, and a headline may be set in capitals. */
function spelledOut(text: string): string {
  return text
    .replace(/(?<![\p{L}\d])K ?\d{1,3}(?![\p{L}\d])/gu, "Kreisstraße")
    .replace(/^[\p{Lu}\P{L}]{12,}$/gmu, (line) =>
      line.replace(/\p{Lu}{4,}/gu, (word) => `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`),
    );
}

/** How often each topic's words stand in a text, and the first of them. */
type Hits = ReadonlyMap<string, { readonly word: string; readonly count: number }>;

function topicsIn(text: string, pattern: RegExp, topicOf: ReadonlyMap<string, string>): Hits {
  const hits = new Map<string, { word: string; count: number }>();
  for (const word of text.match(pattern) ?? []) {
    const topic = topicOf.get(word) ?? topicOf.get(`${word}!`) ?? "";
    const known = hits.get(topic);
    hits.set(topic, { word: known?.word ?? word, count: (known?.count ?? 0) + 1 });
  }
  return hits;
}

function proposeTopics(
  { headlines, lead, rest }: TopicSource,
  topicsOf: (text: string) => Hits,
): Found<string>[] {
  const [inHeadlines, inLead, inRest] = [topicsOf(headlines), topicsOf(lead), topicsOf(rest)];
  const weights = [...new Set([...inHeadlines.keys(), ...inLead.keys()])].flatMap((topic) => {
    const title = inHeadlines.get(topic);
    const first = inLead.get(topic);
    const weight = (first?.count ?? 0) * 2 + (inRest.get(topic)?.count ?? 0);
    if (title !== undefined) {
      const sure = found(topic, `„${title.word}“ in Überschrift oder Unterzeile`);
      return [{ weight: HEADLINE_WEIGHT * title.count + weight, topic: sure }];
    }
    if (first === undefined || weight < OFTEN) return [];
    return [{ weight, topic: guessed(topic, `„${first.word}“ und Ähnliches steht oft im Text`) }];
  });
  return weights
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_TOPICS)
    .map(({ topic }) => topic);
}

/** A word in a headline outweighs any number in the text. */
const HEADLINE_WEIGHT = 1000;
