import { standingPageAddress } from "../../src/domain/address.ts";
import type { StandingPage } from "../../src/domain/newsroom.ts";
import type { Site } from "../../src/domain/site.ts";
import { type Html, html } from "../html.ts";

/** A list of links to standing pages, in the order given. */
export function standingPageLinks(pages: readonly StandingPage[], site: Site): Html {
  return html`<ul>
${pages.map(
  ({ slug, title }) => html`<li><a href="${site.url(standingPageAddress(slug))}">${title}</a></li>
`,
)}</ul>`;
}
