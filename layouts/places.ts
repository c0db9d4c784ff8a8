import { compareGerman } from "../src/domain/a-z.ts";
import { ADDRESSES, placeAddress } from "../src/domain/address.ts";
import type { Site } from "../src/domain/site.ts";
import { filters } from "../src/eleventy/filters.ts";
import { basePage } from "./base.ts";
import { type Html, html } from "./html.ts";

/** All municipalities in German order, each with its parts and how many releases concern it. */
export function placesPage(site: Site): Html {
  const places = site.places.toSorted((a, b) => compareGerman(a.name, b.name));
  return basePage(
    {
      title: "Orte",
      description: `Pressemitteilungen nach Städten und Gemeinden: ${site.office.name}.`,
      address: ADDRESSES.places,
      main: html`<div class="page-head">
<h1>Orte</h1>
<p class="intro">Die Städte und Gemeinden und was sie betrifft.</p>
</div>
<ul class="directory">
${places.map(
  ({ name, slug, parts }) => html`<li><h2><a href="${site.url(placeAddress(slug))}">${name}</a></h2>
${parts !== undefined && parts.length > 0 && html`<p>${parts.toSorted(compareGerman).join(", ")}</p>`}
<p class="count">${filters.count(site.edition.byPlace.get(slug)?.length ?? 0, "Pressemitteilung", "Pressemitteilungen")}</p></li>
`,
)}</ul>`,
    },
    site,
  );
}
