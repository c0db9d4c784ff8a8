import type { Office } from "../../src/domain/office.ts";
import { type Html, html } from "../html.ts";

type Network = NonNullable<Office["social"]>[number]["network"];

/** The newsroom's mark: the German opening quotation mark, which begins what somebody says. */
export const BRAND_MARK = html`<svg class="brand-mark" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false"><path d="M9 38 15 16h9L16 38zM25 38l6-22h9l-8 22z"/></svg>`;

/** A picture frame, where a photo is not at hand. */
export const FRAME_ICON = icon(
  html`<rect x="3" y="4" width="18" height="16" rx="1"/><path d="m3 17 5-5 4 4 3-3 6 5"/><circle cx="15.5" cy="8.5" r="1.5"/>`,
);

/** Drawn for this site in one line weight; each only hints at the network, whose name stands beside it. */
export const NETWORK_ICONS: Readonly<Record<Network, Html>> = {
  facebook: icon(html`<path d="M17 3h-2a4 4 0 0 0-4 4v14M7 12h9"/>`),
  x: icon(html`<path d="m4 4 16 16M20 4 4 20"/>`),
  youtube: icon(html`<rect x="2" y="5" width="20" height="14" rx="4"/><path d="m10 9 5 3-5 3z"/>`),
  instagram: icon(
    html`<rect x="3" y="3" width="18" height="18" rx="5"/><circle cx="12" cy="12" r="4"/><path d="M17 7h.01"/>`,
  ),
  mastodon: icon(
    html`<path d="M8 21c4 1 8 .5 8 .5M4 8a5 5 0 0 1 5-5h6a5 5 0 0 1 5 5v4a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM8 13V9a2 2 0 0 1 4 0v2-2a2 2 0 0 1 4 0v4"/>`,
  ),
  linkedin: icon(html`<path d="M5 10v10M5 4v.01M11 20V10M11 14a4 4 0 0 1 8 0v6"/>`),
  whatsapp: icon(html`<path d="m3 21 2-5a9 9 0 1 1 3 3zM9 8c0 4 3 7 7 7l1-2-3-1-1 1-2-2 1-1-1-3z"/>`),
};

function icon(shape: Html): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${shape}</svg>`;
}
