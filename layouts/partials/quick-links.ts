import type { Site } from "../../src/domain/site.ts";
import { type Html, html } from "../html.ts";
import { linkTarget } from "../links.ts";

/** „Schnellzugriff“: what readers of this office look for most. */
export function quickLinks(site: Site): Html | undefined {
  const { quickLinks: links } = site.office;
  if (links === undefined || links.length === 0) return undefined;
  return html`<nav class="quick-links" aria-labelledby="schnellzugriff">
<h2 id="schnellzugriff">Schnellzugriff</h2>
<ul>
${links.map(
  ({ name, url }) => html`<li><a href="${linkTarget(url, site)}">${name}</a></li>
`,
)}</ul>
</nav>`;
}
