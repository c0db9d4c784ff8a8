import { topicAddress } from "../../src/domain/address.ts";
import { once } from "../../src/domain/once.ts";
import type { Release } from "../../src/domain/release.ts";
import type { Site } from "../../src/domain/site.ts";
import { filters } from "../../src/eleventy/filters.ts";
import { type Html, html } from "../html.ts";
import { releaseTitle } from "../release-title.ts";
import { teaser } from "../teaser.ts";
import { picture } from "./picture.ts";
import { stateTag } from "./state-banner.ts";

/** A card but for the tags of its heading. */
type CardParts = { readonly before: Html; readonly title: Html; readonly after: Html };

const cardParts = once((site: Site) => once((release: Release) => partsOf(release, site)));

/**
 * A release in a list: date, the photo's headline, title, what it is about, topics, and its photo if there is one.
 *
 * @param heading what the title is in the outline of the page
 */
export function releaseCard(release: Release, site: Site, heading: "h2" | "h3"): Html {
  const { before, title, after } = cardParts(site)(release);
  return html`${before}<${heading} class="card-title">${title}</${heading}>${after}`;
}

/** Releases one below the other. */
export function releaseList(releases: readonly Release[], site: Site, heading: "h2" | "h3"): Html {
  return html`<div class="ledger">
${releases.map(
  (release) => html`${releaseCard(release, site, heading)}
`,
)}</div>`;
}

function topicLinks({ topics }: Release, site: Site): Html | undefined {
  if (topics.length === 0) return undefined;
  return html`<ul class="card-topics" aria-label="Themen">
${topics.map(
  ({ slug, name }) => html`<li><a href="${site.url(topicAddress(slug))}">${name}</a></li>
`,
)}</ul>`;
}

/** Without alternative text: the title beside it is the link and says what the release is about. */
function thumbnail(release: Release, site: Site): Html | undefined {
  const [photo] = release.photos;
  const renditions = photo && site.renditionsOf(release, photo);
  const image = renditions && picture(renditions, { alt: "", sizes: "9rem", loading: "lazy" }, site);
  return image && html`<div class="card-photo">${image}</div>`;
}

function partsOf(release: Release, site: Site): CardParts {
  const kicker = release.photos[0]?.headline;
  const { day } = release.date;
  return {
    before: html`<article class="card">
<p class="card-date"><time datetime="${day}">${filters.germanDate(day)}</time></p>
<div class="card-text">
${kicker !== undefined && html`<p class="kicker">${filters.typeset(kicker)}</p>`}
`,
    title: html`${stateTag(release, site)}<a href="${site.url(release.address)}">${releaseTitle(release)}</a>`,
    after: html`
<p class="card-teaser">${teaser(release)}</p>
${topicLinks(release, site)}
</div>
${thumbnail(release, site)}
</article>`,
  };
}
