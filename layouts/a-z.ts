import type { AzEntry } from "../src/domain/a-z.ts";
import { ADDRESSES } from "../src/domain/address.ts";
import type { Site } from "../src/domain/site.ts";
import { basePage } from "./base.ts";
import { type Html, html } from "./html.ts";
import { linkTarget } from "./links.ts";
import { azLetterName, azLetters, azTitle, letterId } from "./partials/a-z-letters.ts";

const KINDS = { service: "Dienstleistung", topic: "Thema", place: "Ort" } as const satisfies Record<
  AzEntry["kind"],
  string
>;

/** „Der Kreis Soest von A–Z“: services with their other names, topics and places under their letters. */
export function aToZPage(site: Site): Html {
  const letters = azLetters(site);
  return basePage(
    {
      title: azTitle(site),
      description: `Dienstleistungen, Themen und Orte von A–Z: ${site.office.name}.`,
      address: ADDRESSES.aToZ,
      main: html`<div class="page-head">
<h1>${azTitle(site)}</h1>
<p class="intro">Dienstleistungen, Themen und Orte in alphabetischer Reihenfolge.</p>
</div>
<nav aria-label="Buchstaben auf dieser Seite">
<ul class="letters">
${letters.map(
  ({ letter }) => html`<li><a href="#${letterId(letter)}">${azLetterName(letter)}</a></li>
`,
)}</ul>
</nav>
<div class="a-z">
${letters.map(
  ({ letter, entries }) => html`<section>
<h2 id="${letterId(letter)}">${azLetterName(letter)}</h2>
<ul>
${entries.map(
  (entry) => html`<li>${entryLine(entry, site)}</li>
`,
)}</ul>
</section>
`,
)}</div>`,
    },
    site,
  );
}

function entryLine({ name, url, kind, seeAlso }: AzEntry, site: Site): Html {
  const link = html`<a href="${linkTarget(url, site)}">${seeAlso ?? name}</a>`;
  return seeAlso === undefined
    ? html`${link} <span class="kind">${KINDS[kind]}</span>`
    : html`${name}, siehe ${link}`;
}
