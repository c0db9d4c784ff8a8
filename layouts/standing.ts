import { standingPageAddress } from "../src/domain/address.ts";
import type { StandingPage } from "../src/domain/newsroom.ts";
import type { Site } from "../src/domain/site.ts";
import { filters } from "../src/eleventy/filters.ts";
import { basePage } from "./base.ts";
import { type Html, html, raw } from "./html.ts";

/** A standing page such as the Impressum. */
export function standingPage(page: StandingPage, site: Site): Html {
  const { slug, title, description } = page;
  return basePage(
    {
      title,
      description: description ?? `${title}: ${site.office.name}.`,
      address: standingPageAddress(slug),
      main: html`<article class="standing standing-${slug}">
<h1>${filters.typeset(title)}</h1>
<div class="text">
${raw(site.pageHtml(page))}
</div>
</article>`,
    },
    site,
  );
}
