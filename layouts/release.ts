import { placeAddress, topicAddress } from "../src/domain/address.ts";
import { publicationState, type Release } from "../src/domain/release.ts";
import type { Site } from "../src/domain/site.ts";
import { filters } from "../src/eleventy/filters.ts";
import { releaseJsonLd } from "../src/outputs/json-ld.ts";
import { ninjsAddress } from "../src/outputs/ninjs.ts";
import { releaseShareTags } from "../src/outputs/share-tags.ts";
import { datelineOf, idOf } from "../src/outputs/story.ts";
import { textAddress } from "../src/outputs/text.ts";
import { machineTime } from "./appointments.ts";
import { basePage } from "./base.ts";
import { type Html, html, raw } from "./html.ts";
import { mailLink } from "./links.ts";
import { attachmentList } from "./partials/attachment-list.ts";
import { crumbsOf } from "./partials/breadcrumbs.ts";
import { contactCard } from "./partials/contact-card.ts";
import { changeNotes, lastChange } from "./partials/corrections.ts";
import { eventBox } from "./partials/event-list.ts";
import { leadPhoto, photoGallery } from "./partials/photo-figure.ts";
import { releaseList } from "./partials/release-card.ts";
import { shareLinks } from "./partials/share-links.ts";
import { stateBanner } from "./partials/state-banner.ts";
import { relatedReleases } from "./related.ts";
import { teaser } from "./teaser.ts";
import { withdrawalNotice } from "./withdrawal-notice.ts";

/** The page of a release; of a withdrawn one, the notice that stands in its place. */
export function releasePage(release: Release, site: Site): Html {
  const isWithdrawn = publicationState(release, site.edition.now) === "withdrawn";
  const { title, address } = release;
  return basePage(
    {
      title,
      description: isWithdrawn ? undefined : teaser(release),
      address,
      isNoindex: release.isNoindex,
      shareTags: releaseShareTags(release, site),
      jsonLd: releaseJsonLd(release, [...crumbsOf(address, site), { name: title, address }], site),
      main: isWithdrawn ? withdrawalNotice(release) : releaseArticle(release, site),
    },
    site,
  );
}

function releaseArticle(release: Release, site: Site): Html {
  const [photo, ...morePhotos] = release.photos;
  return html`${stateBanner(release, site)}<article class="release">
<header class="release-head">
<h1>${filters.typeset(release.title)}</h1>
${release.subtitle !== undefined && html`<p class="subtitle">${filters.typeset(release.subtitle)}</p>`}
<p class="release-date">Pressemeldung vom <time datetime="${machineTime(release.date)}">${filters.germanDateTime(release.date)}</time></p>
${lastChange(release)}
</header>
<div class="release-body">
${newerStand(release, site)}${photo && leadPhoto(release, photo, site)}
<div class="text">
${withDateline(site.bodyHtml(release), html`<strong class="dateline">${datelineOf(release)}</strong>`)}
</div>
${eventBox(release, site)}${attachmentList(release.attachments, site)}${photoGallery(release, morePhotos, site)}${changeNotes(release)}${sameMatter(release, site)}</div>
<div class="marginalia">
${facts(release, site)}
${contactCard(release.contact)}
${reportLink(release, site)}
${reuseLinks(release, site)}
${shareLinks(release, site)}
</div>
</article>
${related(release, site)}${neighbourNav(release, site)}`;
}

/** Leads the first paragraph with the dateline; before a text that begins with something else it stands alone. */
function withDateline(bodyHtml: string, lead: Html): Html {
  return bodyHtml.startsWith("<p>")
    ? raw(`<p>${lead} ${bodyHtml.slice("<p>".length)}`)
    : raw(`<p>${lead}</p>\n${bodyHtml}`);
}

/** An older text tells its readers at once that the matter went on. */
function newerStand(release: Release, site: Site): Html | undefined {
  const newest = site.edition.followUps.get(release.address)?.[0];
  if (newest === undefined) return undefined;
  return html`<p class="newer-stand">Neuerer Stand vom ${filters.germanDate(newest.date.day)}: <a href="${site.url(newest.address)}">${filters.typeset(newest.title)}</a></p>
`;
}

function sameMatter(release: Release, site: Site): Html | undefined {
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
    const withdrawn = publicationState(one, site.edition.now) === "withdrawn" && " (zurückgezogen)";
    return html`<li>${order}, am ${filters.germanDate(one.date.day)}: <a href="${site.url(one.address)}">${filters.typeset(one.title)}</a>${withdrawn}</li>
`;
  }
}

function facts(release: Release, site: Site): Html | undefined {
  const id = idOf(release);
  const { topics, places } = release;
  if (id === undefined && topics.length === 0 && places.length === 0) return undefined;
  return html`<dl class="facts">
${
  id !== undefined &&
  html`<div><dt>Presse-ID</dt>
<dd class="press-id">${id}</dd></div>
`
}${linkedNames(
  "Themen",
  topics.map(({ name, slug }) => ({ name, address: topicAddress(slug) })),
  site,
)}${linkedNames(
  "Orte",
  places.map(({ name, slug }) => ({ name, address: placeAddress(slug) })),
  site,
)}</dl>`;
}

function linkedNames(
  label: string,
  names: readonly { readonly name: string; readonly address: string }[],
  site: Site,
): Html | undefined {
  if (names.length === 0) return undefined;
  return html`<div><dt>${label}</dt>${names.map(
    ({ name, address }) => html`
<dd><a href="${site.url(address)}">${name}</a></dd>`,
  )}</div>
`;
}

function reportLink(release: Release, site: Site): Html | undefined {
  const to = release.contact.email ?? site.office.email;
  if (to === undefined) return undefined;
  const title = filters.typeset(release.title);
  const mail = { subject: `Fehler in: ${title}`, body: `${site.absoluteUrl(release.address)}\n\n` };
  return html`<p class="report"><a href="${mailLink(to, mail)}">Fehler in diesem Text melden</a></p>`;
}

/** The release as other programs take it: text to paste, an item for a newsdesk's system. */
function reuseLinks(release: Release, site: Site): Html {
  return html`<section class="reuse">
<h2>Übernehmen</h2>
<ul>
<li><a href="${site.url(textAddress(release))}">Als Text ohne Formatierung</a></li>
<li><a href="${site.url(ninjsAddress(release))}">Für Redaktionssysteme (ninjs)</a></li>
</ul>
</section>`;
}

function related(release: Release, site: Site): Html | undefined {
  const { releases, shared } = relatedReleases(release, site.edition);
  if (releases.length === 0) return undefined;
  return html`<section class="related">
<h2>Mehr zu: ${shared
    .slice(0, 3)
    .map(({ name }) => name)
    .join(", ")}</h2>
${releaseList(releases, site, "h3")}
</section>
`;
}

function neighbourNav(release: Release, site: Site): Html | undefined {
  const { newer, older } = site.edition.neighbours.get(release.address) ?? {};
  if (newer === undefined && older === undefined) return undefined;
  return html`<nav class="neighbours" aria-label="Vorige und nächste Pressemitteilung">
<ul>
${newer && item("next", "Neuere Pressemitteilung", newer)}${older && item("prev", "Ältere Pressemitteilung", older)}</ul>
</nav>`;

  function item(rel: string, label: string, one: Release): Html {
    return html`<li class="${rel}"><a href="${site.url(one.address)}" rel="${rel}"><span class="neighbour-label">${label}</span> ${filters.typeset(one.title)}</a></li>
`;
  }
}
