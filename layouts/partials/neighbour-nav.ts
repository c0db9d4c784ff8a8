import type { Release } from "../../src/domain/release.ts";
import type { Site } from "../../src/domain/site.ts";
import { type Html, html } from "../html.ts";
import { releaseTitle } from "../release-title.ts";

/** The next newer and the next older release. */
export function neighbourNav(release: Release, site: Site): Html | undefined {
  const { newer, older } = site.edition.neighbours.get(release.address) ?? {};
  if (newer === undefined && older === undefined) return undefined;
  return html`<nav class="neighbours" aria-label="Vorige und nächste Pressemitteilung">
<ul>
${newer && item("next", "Neuere Pressemitteilung", newer)}${older && item("prev", "Ältere Pressemitteilung", older)}</ul>
</nav>`;

  function item(rel: string, label: string, one: Release): Html {
    return html`<li class="${rel}"><a href="${site.url(one.address)}" rel="${rel}"><span class="neighbour-label">${label}</span> ${releaseTitle(one)}</a></li>
`;
  }
}
