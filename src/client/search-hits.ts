import { excerptOf, markMatches, type Segment, storyIn } from "../domain/search-excerpt.ts";
import { queryParts } from "../domain/search-query.ts";
import type { Hit } from "./search-engine.ts";

/** How much of a release's text stands below its title, in characters. */
const EXCERPT_LENGTH = 220;

/**
 * A release in the list of hits, its words as they stand there, those asked for marked.
 *
 * @param topicNames names of topics by their slug
 */
export async function hitElement(
  hit: Hit,
  query: string,
  topicNames: ReadonlyMap<string, string>,
): Promise<HTMLLIElement> {
  const parts = queryParts(query);
  const excerpt = excerptOf(storyIn(await textOf(hit)), parts, EXCERPT_LENGTH);
  const link = element("a", {}, ...marked(markMatches(hit.title, parts)));
  link.href = hit.url;
  const topics = hit.topics.map((slug) => topicNames.get(slug) ?? slug).join(", ");
  const article = element(
    "article",
    { class: "card" },
    element(
      "p",
      { class: "card-date" },
      element("time", { datetime: hit.day }, hit.day.split("-").reverse().join(".")),
    ),
    element(
      "div",
      { class: "card-text" },
      element("h3", { class: "card-title" }, link),
      element("p", { class: "card-teaser" }, ...marked(excerpt)),
      ...(topics === "" ? [] : [element("p", { class: "card-topics" }, topics)]),
    ),
  );
  return element("li", {}, article);
}

/** The plain text beside a release's page; empty where that cannot be had. */
async function textOf({ url }: Hit): Promise<string> {
  return fetch(`${url}text.txt`).then(
    (answer) => (answer.ok ? answer.text() : ""),
    () => "",
  );
}

function marked(segments: readonly Segment[]): (HTMLElement | string)[] {
  return segments.map(({ text, isMatch }) => (isMatch ? element("mark", {}, text) : text));
}

/** An element with its attributes and children; text stays text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
