import type { Moment } from "../../src/domain/berlin-time.ts";
import { modifiedMoment, publicationMoment, type Release } from "../../src/domain/release.ts";
import { filters } from "../../src/eleventy/filters.ts";
import { writtenTimestamp } from "../../src/outputs/timestamp.ts";
import { type Html, html } from "../html.ts";

const CHANGES_ID = "aenderungen";

/** That and when a release was changed, with a way to what was changed; stands at its head. */
export function lastChange(release: Release): Html | undefined {
  if (release.corrections.length === 0) return undefined;
  return html`<p class="last-change">Zuletzt geändert am ${time(modifiedMoment(release))}. <a href="#${CHANGES_ID}">Was geändert wurde</a></p>`;
}

/** Every change since publication, newest first, as GOV.UK tells them. */
export function changeNotes(release: Release): Html | undefined {
  if (release.corrections.length === 0) return undefined;
  return html`<section class="changes" id="${CHANGES_ID}">
<h2>Änderungen an dieser Pressemitteilung</h2>
<ol>
${release.corrections.map(
  ({
    date,
    note,
    minor,
  }) => html`<li><p>${time(date)} <span class="tag">${minor === true ? "Kleine Änderung" : "Berichtigung"}</span></p>
<p>${filters.typeset(note)}</p></li>
`,
)}<li><p>${time(publicationMoment(release))} <span class="tag">Veröffentlichung</span></p></li>
</ol>
</section>
`;
}

function time(moment: Moment): Html {
  return html`<time datetime="${writtenTimestamp(moment)}">${filters.germanDateTime(moment)}</time>`;
}
