import { ADDRESSES, standingPageAddress } from "../src/domain/address.ts";
import type { Site } from "../src/domain/site.ts";
import { basePage } from "./base.ts";
import { type Html, html } from "./html.ts";
import { azTitle } from "./partials/a-z-letters.ts";
import { archiveNav } from "./partials/archive-nav.ts";
import { searchBox } from "./partials/search-box.ts";

/** What a reader sees at an address that leads nowhere: ways on instead of an apology. */
export function notFoundPage(site: Site): Html {
  const ways = [
    { name: "Alle Pressemitteilungen, die neuesten zuerst", address: ADDRESSES.releases },
    { name: "Pressemitteilungen nach Themen", address: ADDRESSES.topics },
    { name: "Pressemitteilungen nach Städten und Gemeinden", address: ADDRESSES.places },
    { name: azTitle(site), address: ADDRESSES.aToZ },
    { name: "Kontakt", address: standingPageAddress("kontakt") },
  ];
  return basePage(
    {
      title: "Diese Seite gibt es nicht",
      address: ADDRESSES.notFound,
      isNoindex: true,
      script: "not-found.js",
      main: html`<div class="page-head">
<h1>Diese Seite gibt es nicht</h1>
<p class="intro">Vielleicht hat sich die Adresse geändert, oder beim Abschreiben ist ein Zeichen verloren gegangen.</p>
</div>
<div class="columns">
<div class="text">
${searchBox(site)}<p>Jede Pressemitteilung, die hier erschienen ist, steht weiter im Archiv. So finden Sie sie:</p>
<ul>
${ways.map(
  ({ name, address }) => html`<li><a href="${site.url(address)}">${name}</a></li>
`,
)}</ul>
</div>
${archiveNav(ADDRESSES.releases, site)}
</div>`,
    },
    site,
  );
}
