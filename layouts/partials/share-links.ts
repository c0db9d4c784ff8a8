import { shortLinkAddress } from "../../src/domain/address.ts";
import type { Release } from "../../src/domain/release.ts";
import type { Site } from "../../src/domain/site.ts";
import { plainSpaces } from "../../src/domain/typography.ts";
import { filters } from "../../src/eleventy/filters.ts";
import { type Html, html } from "../html.ts";
import { mailLink } from "../links.ts";
import { releaseTitle } from "../release-title.ts";

/** Ways to pass a release on: links and nothing else, so no network learns of a reader who does not follow one. */
export function shareLinks(release: Release, site: Site): Html {
  const title = plainSpaces(releaseTitle(release));
  const address = site.absoluteUrl(release.address);
  const message = encodeURIComponent(`${title} ${address}`);
  return html`<section class="share" data-share-url="${address}" data-share-title="${title}">
<h2>Weitergeben</h2>
<ul>
<li><a href="${mailLink("", { subject: title, body: `${title}\n\n${address}` })}">Per E-Mail senden</a></li>
<li><a href="https://wa.me/?text=${message}" rel="noopener noreferrer">Über WhatsApp teilen</a></li>
<li><a href="https://share.joinmastodon.org/#text=${message}" rel="noopener noreferrer">Auf Mastodon teilen</a></li>
</ul>
${shortLink(release, site)}
</section>`;
}

function shortLink({ pressId }: Release, site: Site): Html | undefined {
  if (pressId === undefined) return undefined;
  const path = shortLinkAddress(filters.shortPressId(pressId));
  const address = site.absoluteUrl(path);
  return html`<p class="short-link" data-copy="${address}" data-copy-label="Kurzlink kopieren">Kurzlink: <a href="${site.url(path)}">${address.replace(/^https?:\/\//, "")}</a></p>`;
}
