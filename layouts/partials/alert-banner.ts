import { alertAt } from "../../src/domain/office.ts";
import { once } from "../../src/domain/once.ts";
import type { Site } from "../../src/domain/site.ts";
import { filters } from "../../src/eleventy/filters.ts";
import { type Html, html } from "../html.ts";
import { linkTarget } from "../links.ts";

/** The urgent notice of kreis.yaml above every page, as long as it holds. */
export const alertBanner = once((site: Site): Html | undefined => {
  const alert = alertAt(site.office, site.edition.now);
  if (alert === undefined) return undefined;
  return html`<aside class="alert" aria-label="Wichtiger Hinweis">
<p class="wrap"><strong>Wichtiger Hinweis:</strong> ${filters.typeset(alert.text)}${
    alert.url !== undefined && html` <a href="${linkTarget(alert.url, site)}">Mehr zu diesem Hinweis</a>`
  }</p>
</aside>
`;
});
