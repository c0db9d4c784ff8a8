import type { Release } from "../../src/domain/release.ts";
import { releaseState } from "../../src/domain/release-state.ts";
import type { Site } from "../../src/domain/site.ts";
import { filters } from "../../src/eleventy/filters.ts";
import { type Html, html } from "../html.ts";
import { releaseTitle } from "../release-title.ts";

/** An older text tells its readers at once that the matter went on. */
export function newerStand(release: Release, site: Site): Html | undefined {
  const newest = site.edition.followUps.get(release.address)?.[0];
  if (newest === undefined) return undefined;
  return html`<p class="newer-stand">Neuerer Stand vom ${filters.germanDate(newest.date.day)}: <a href="${site.url(newest.address)}">${releaseTitle(newest)}</a></p>
`;
}

/** Earlier and later releases on the same matter. */
export function sameMatter(release: Release, site: Site): Html | undefined {
  const later = site.edition.followUps.get(release.address) ?? [];
  const earlier = release.follows === undefined ? undefined : site.edition.byAddress.get(release.follows);
  if (later.length === 0 && earlier === undefined) return undefined;
  return html`<section class="same-matter">
<h2>In derselben Sache</h2>
<ul>
${later.map((one) => item("Später", one))}${earlier && item("Früher", earlier)}</ul>
</section>
`;

  function item(order: string, one: Release): Html {
    const withdrawn = releaseState(one, site.edition.now) === "withdrawn" && " (zurückgezogen)";
    return html`<li>${order}, am ${filters.germanDate(one.date.day)}: <a href="${site.url(one.address)}">${releaseTitle(one)}</a>${withdrawn}</li>
`;
  }
}
