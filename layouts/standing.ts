import { standingPageAddress } from "../src/domain/address.ts";
import type { StandingPage } from "../src/domain/newsroom.ts";
import type { Office } from "../src/domain/office.ts";
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
${raw(site.pageHtml(page))}${slug === "impressum" && responsiblePerson(site.office)}
</div>
</article>`,
    },
    site,
  );
}

/** § 18 (2) Medienstaatsvertrag; stands in `kreis.yaml`, so that it cannot differ from one place to another. */
function responsiblePerson({ responsible: { name, address } }: Office): Html {
  return html`
<h2>Verantwortlich für den Inhalt</h2>
<p>Verantwortlich nach § 18 Absatz 2 Medienstaatsvertrag (MStV) ist ${name}, ${address}.</p>`;
}
