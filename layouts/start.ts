import { ADDRESSES, placeAddress, topicAddress } from "../src/domain/address.ts";
import type { ReleaseIndex } from "../src/domain/edition.ts";
import type { Release } from "../src/domain/release.ts";
import type { Site } from "../src/domain/site.ts";
import { filters } from "../src/eleventy/filters.ts";
import { startJsonLd } from "../src/outputs/json-ld.ts";
import { writtenTimestamp } from "../src/outputs/timestamp.ts";
import { appointments } from "./appointments.ts";
import { basePage } from "./base.ts";
import { type Html, html } from "./html.ts";
import { countedLinks } from "./partials/counted-links.ts";
import { appointmentList } from "./partials/event-list.ts";
import { BRAND_MARK } from "./partials/icons.ts";
import { picture } from "./partials/picture.ts";
import { releaseList } from "./partials/release-card.ts";
import { searchBox } from "./partials/search-box.ts";
import { stateTag } from "./partials/state-banner.ts";
import { siteName } from "./site-name.ts";
import { teaser } from "./teaser.ts";

/** How many releases follow the lead story. */
const NEWEST = 8;
/** How many appointments are shown. */
const NEXT_APPOINTMENTS = 4;

/** The start page: lead story, newest releases, appointments to come, topics and places. */
export function startPage(site: Site): Html {
  const { listed } = site.edition;
  const lead = listed.find((release) => release.isPinned) ?? listed[0];
  const newest = listed.filter((release) => release !== lead).slice(0, NEWEST);
  return basePage(
    {
      title: siteName(site.office),
      address: ADDRESSES.start,
      jsonLd: startJsonLd(site),
      main: html`<h1 class="visually-hidden">${siteName(site.office)}</h1>
${lead ? leadStory(lead, site) : html`<p class="intro">Noch keine Pressemitteilung.</p>`}
${searchBox(site)}<div class="columns">
<section>
<h2>Neueste Pressemitteilungen</h2>
${releaseList(newest, site, "h3")}
<p class="more"><a href="${site.url(ADDRESSES.releases)}">Alle Pressemitteilungen</a></p>
</section>
${nextAppointments(site)}
</div>
${topics(site)}
${places(site)}`,
    },
    site,
  );
}

function leadStory(lead: Release, site: Site): Html {
  const [photo] = lead.photos;
  const renditions = photo && site.renditionsOf(lead, photo);
  const image =
    renditions &&
    picture(
      renditions,
      { alt: filters.typeset(photo.alt ?? ""), sizes: "(min-width: 64rem) 36rem, 100vw", loading: "eager" },
      site,
    );
  return html`<article class="${image ? "lead lead-with-photo" : "lead"}">
${image ? undefined : BRAND_MARK}
<div class="lead-text">
${photo?.headline !== undefined && html`<p class="kicker">${filters.typeset(photo.headline)}</p>`}
<h2>${stateTag(lead, site)}<a href="${site.url(lead.address)}">${filters.typeset(lead.title)}</a></h2>
<p class="lead-teaser">${teaser(lead)}</p>
<p class="release-date"><time datetime="${writtenTimestamp(lead.date)}">${filters.germanDateTime(lead.date)}</time></p>
</div>
${image && html`<figure class="lead-photo">${image}<figcaption class="credit">${filters.typeset(photo.credit)}</figcaption></figure>`}
</article>`;
}

function nextAppointments(site: Site): Html | undefined {
  const { upcoming } = appointments(site.edition);
  if (upcoming.length === 0) return undefined;
  return html`<section class="start-appointments">
<h2>Nächste Termine</h2>
${appointmentList(upcoming.slice(0, NEXT_APPOINTMENTS), site, "h3")}
<p class="more"><a href="${site.url(ADDRESSES.events)}">Alle Termine</a></p>
</section>`;
}

function topics(site: Site): Html | undefined {
  const filed = site.topics
    .map(({ name, slug }) => ({
      name,
      address: topicAddress(slug),
      count: countOf(site.edition.byTopic, slug),
    }))
    .filter(({ count }) => count > 0);
  if (filed.length === 0) return undefined;
  return html`<section class="start-directory">
<h2><a href="${site.url(ADDRESSES.topics)}">Themen</a></h2>
${countedLinks(filed, site)}
</section>`;
}

function places(site: Site): Html {
  const all = site.places.map(({ name, slug }) => ({
    name,
    address: placeAddress(slug),
    count: countOf(site.edition.byPlace, slug),
  }));
  return html`<section class="start-directory">
<h2><a href="${site.url(ADDRESSES.places)}">Orte</a></h2>
${countedLinks(all, site)}
</section>`;
}

function countOf(index: ReleaseIndex, slug: string): number {
  return index.get(slug)?.length ?? 0;
}
