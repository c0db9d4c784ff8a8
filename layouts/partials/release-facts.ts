import { placeAddress, topicAddress } from "../../src/domain/address.ts";
import type { Release } from "../../src/domain/release.ts";
import type { Site } from "../../src/domain/site.ts";
import { idOf } from "../../src/outputs/story.ts";
import { type Html, html } from "../html.ts";

/** The particulars of a release: its ID, its topics and places as links. */
export function releaseFacts(release: Release, site: Site): Html | undefined {
  const id = idOf(release);
  const { topics, places } = release;
  if (id === undefined && topics.length === 0 && places.length === 0) return undefined;
  return html`<dl class="facts">
${
  id !== undefined &&
  html`<div><dt>Presse-ID</dt>
<dd class="press-id">${id}</dd></div>
`
}${linkedNames(
  "Themen",
  topics.map(({ name, slug }) => ({ name, address: topicAddress(slug) })),
  site,
)}${linkedNames(
  "Orte",
  places.map(({ name, slug }) => ({ name, address: placeAddress(slug) })),
  site,
)}</dl>`;
}

function linkedNames(
  label: string,
  names: readonly { readonly name: string; readonly address: string }[],
  site: Site,
): Html | undefined {
  if (names.length === 0) return undefined;
  return html`<div><dt>${label}</dt>${names.map(
    ({ name, address }) => html`
<dd><a href="${site.url(address)}">${name}</a></dd>`,
  )}</div>
`;
}
