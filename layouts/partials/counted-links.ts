import type { Site } from "../../src/domain/site.ts";
import { type Html, html } from "../html.ts";

/** A list of releases and how many it holds. */
export type Counted = { readonly name: string; readonly address: string; readonly count: number };

/**
 * Links to lists of releases, each with the number of releases; the number is read out with what it counts.
 *
 * @param current address of the page on which the links stand
 */
export function countedLinks(lists: readonly Counted[], site: Site, current?: string): Html {
  return html`<ul class="counted">
${lists.map(
  ({
    name,
    address,
    count,
  }) => html`<li><a href="${site.url(address)}"${address === current && html` aria-current="page"`}>${name}</a> <span class="count">${count.toLocaleString("de-DE")}<span class="visually-hidden"> ${count === 1 ? "Pressemitteilung" : "Pressemitteilungen"}</span></span></li>
`,
)}</ul>`;
}
