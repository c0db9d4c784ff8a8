import { ADDRESSES } from "../../src/domain/address.ts";
import { once } from "../../src/domain/once.ts";
import type { Site } from "../../src/domain/site.ts";
import { type Html, html } from "../html.ts";
import { BRAND_MARK } from "./icons.ts";
import { standingPageItems } from "./standing-page-items.ts";

const SECTIONS = [
  { name: "Pressemitteilungen", address: ADDRESSES.releases },
  { name: "Themen", address: ADDRESSES.topics },
  { name: "Orte", address: ADDRESSES.places },
  { name: "Termine", address: ADDRESSES.events },
  { name: "Von A–Z", address: ADDRESSES.aToZ },
  { name: "Suche", address: ADDRESSES.search },
] as const;

/** The pages that the law wants a click away from everywhere, beside the Impressum in the footer. */
const ACCESSIBLE_OFFERS = ["leichte-sprache", "gebaerdensprache"];

/** The head of every page: whose newsroom this is, and its main navigation. */
export function masthead(address: string, site: Site): Html {
  return html`<header class="masthead">
<div class="wrap">
${accessibleOffers(site)}
${brand(site)}
<nav class="main-nav" aria-label="Hauptmenü">
<ul>
${SECTIONS.map(
  (
    section,
  ) => html`<li><a href="${site.url(section.address)}"${currentMark(section.address, address)}>${section.name}</a></li>
`,
)}</ul>
</nav>
</div>
</header>`;
}

const accessibleOffers = once(
  (site: Site) => html`<nav class="accessible-offers" aria-label="Barrierefreie Angebote">
<ul>
${standingPageItems(
  ACCESSIBLE_OFFERS.flatMap((slug) => site.pages.filter((page) => page.slug === slug)),
  site,
)}</ul>
</nav>`,
);

const brand = once(
  (site: Site) =>
    html`<a class="brand" href="${site.url(ADDRESSES.start)}">${BRAND_MARK}<span class="brand-office">${site.office.name}</span> <span class="brand-newsroom">Newsroom</span></a>`,
);

function currentMark(section: string, address: string): Html | undefined {
  if (address === section) return html` aria-current="page"`;
  return address.startsWith(section) ? html` aria-current="true"` : undefined;
}
