import { compareGerman } from "../src/domain/a-z.ts";
import { ADDRESSES, topicAddress } from "../src/domain/address.ts";
import type { Site } from "../src/domain/site.ts";
import { filters } from "../src/eleventy/filters.ts";
import { basePage } from "./base.ts";
import { type Html, html } from "./html.ts";

/** All topics in German order, each with what it is about and how many releases it holds. */
export function topicsPage(site: Site): Html {
  const topics = site.topics.toSorted((a, b) => compareGerman(a.name, b.name));
  return basePage(
    {
      title: "Themen",
      description: `Alle Themen der Pressemitteilungen: ${site.office.name}.`,
      address: ADDRESSES.topics,
      main: html`<div class="page-head">
<h1>Themen</h1>
<p class="intro">Worum es in den Pressemitteilungen geht.</p>
</div>
<ul class="directory">
${topics.map(
  ({ name, slug, description }) => html`<li><h2><a href="${site.url(topicAddress(slug))}">${name}</a></h2>
${description !== undefined && html`<p>${filters.typeset(description)}</p>`}
<p class="count">${filters.count(site.edition.byTopic.get(slug)?.length ?? 0, "Pressemitteilung", "Pressemitteilungen")}</p></li>
`,
)}</ul>`,
    },
    site,
  );
}
