import type { Site } from "../../src/domain/site.ts";
import { type Html, html } from "../html.ts";
import { NETWORK_ICONS } from "./icons.ts";

/** The office's channels in social media: plain links, nothing of theirs on the page. */
export function socialLinks({ office }: Site): Html | undefined {
  if (office.social === undefined || office.social.length === 0) return undefined;
  return html`<div class="social">
<h2>Soziale Medien</h2>
<ul>
${office.social.map(
  ({
    network,
    name,
    url,
  }) => html`<li><a href="${url}" rel="me noopener">${NETWORK_ICONS[network]}<span>Der ${office.name} auf ${name}</span></a></li>
`,
)}</ul>
</div>`;
}
