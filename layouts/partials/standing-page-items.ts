import { standingPageAddress } from "../../src/domain/address.ts";
import type { StandingPage } from "../../src/domain/newsroom.ts";
import type { Site } from "../../src/domain/site.ts";
import { type Html, html } from "../html.ts";

/** Standing pages as the items of a list of links, in the order given. */
export function standingPageItems(pages: readonly StandingPage[], site: Site): Html {
  return html`${pages.map(
    ({ slug, title }) => html`<li><a href="${site.url(standingPageAddress(slug))}">${title}</a></li>
`,
  )}`;
}
