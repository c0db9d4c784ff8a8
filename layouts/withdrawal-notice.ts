import type { Release } from "../src/domain/release.ts";
import { filters } from "../src/eleventy/filters.ts";
import { idOf } from "../src/outputs/story.ts";
import { writtenTimestamp } from "../src/outputs/timestamp.ts";
import { type Html, html } from "./html.ts";
import { releaseTitle } from "./release-title.ts";

/** What remains of a withdrawn release: its title, ID and dates, and why it is gone. */
export function withdrawalNotice(release: Release): Html {
  const { date, withdrawn } = release;
  const id = idOf(release);
  return html`<article class="release withdrawn">
<header class="release-head">
<h1>${releaseTitle(release)}</h1>
<p class="release-date">Pressemeldung vom <time datetime="${writtenTimestamp(date)}">${filters.germanDateTime(date)}</time></p>
</header>
<div class="notice">
<p><strong>Diese Pressemitteilung wurde zurückgezogen.</strong></p>
${
  withdrawn &&
  html`<dl>
<div><dt>Zurückgezogen am</dt>
<dd><time datetime="${writtenTimestamp(withdrawn.date)}">${filters.germanDateTime(withdrawn.date)}</time></dd></div>
<div><dt>Grund</dt>
<dd>${filters.typeset(withdrawn.reason)}</dd></div>
${
  id !== undefined &&
  html`<div><dt>Presse-ID</dt>
<dd class="press-id">${id}</dd></div>`
}
</dl>`
}
</div>
</article>`;
}
