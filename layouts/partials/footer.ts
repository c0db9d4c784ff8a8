import { ADDRESSES } from "../../src/domain/address.ts";
import { once } from "../../src/domain/once.ts";
import type { Site } from "../../src/domain/site.ts";
import { html } from "../html.ts";
import { azLetterLinks, azTitle } from "./a-z-letters.ts";
import { mailAddressLink, phoneLink } from "./contact-card.ts";
import { quickLinks } from "./quick-links.ts";
import { socialLinks } from "./social-links.ts";
import { standingPageItems } from "./standing-page-items.ts";

/** The foot of every page: Schnellzugriff, A–Z, social media, the office's address and the legal pages. */
export const footer = once((site: Site) => {
  const { office } = site;
  return html`<footer class="footer">
<div class="wrap footer-parts">
${quickLinks(site)}
<nav class="footer-a-z" aria-labelledby="a-bis-z">
<h2 id="a-bis-z">${azTitle(site)}</h2>
${azLetterLinks(site)}
</nav>
${socialLinks(site)}
<div class="imprint">
<h2>Anschrift</h2>
<address>
<p>${office.name}<br>${office.address.street}<br>${office.address.postalCode} ${office.address.city}</p>
<p>Telefon ${phoneLink(office.phone)}${office.email !== undefined && html`<br>${mailAddressLink(office.email)}`}</p>
</address>
${
  office.homepage !== undefined &&
  html`<p><a href="${office.homepage}">Zur Website: ${new URL(office.homepage).host}</a></p>`
}
</div>
</div>
<nav class="legal wrap" aria-label="Rechtliches und Service">
<ul>
${standingPageItems(site.pages, site)}<li><a href="${site.url(ADDRESSES.data)}">Offene Daten und Feeds</a></li>
<li><a href="${site.url(ADDRESSES.authenticity)}">Echtheit prüfen</a></li>
</ul>
</nav>
</footer>`;
});
