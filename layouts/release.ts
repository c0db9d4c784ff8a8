import { relatedReleases } from "../src/domain/related.ts";
import type { Release } from "../src/domain/release.ts";
import { releaseState } from "../src/domain/release-state.ts";
import type { Site } from "../src/domain/site.ts";
import { plainSpaces } from "../src/domain/typography.ts";
import { filters } from "../src/eleventy/filters.ts";
import { releaseJsonLd } from "../src/outputs/json-ld.ts";
import { ninjsAddress } from "../src/outputs/ninjs.ts";
import { releaseShareTags } from "../src/outputs/share-tags.ts";
import { datelineOf } from "../src/outputs/story.ts";
import { textAddress } from "../src/outputs/text.ts";
import { writtenTimestamp } from "../src/outputs/timestamp.ts";
import { basePage } from "./base.ts";
import { type Html, html, raw } from "./html.ts";
import { mailLink } from "./links.ts";
import { attachmentList } from "./partials/attachment-list.ts";
import { crumbsOf } from "./partials/breadcrumbs.ts";
import { contactCard } from "./partials/contact-card.ts";
import { changeNotes, lastChange } from "./partials/corrections.ts";
import { eventBox } from "./partials/event-list.ts";
import { neighbourNav } from "./partials/neighbour-nav.ts";
import { leadPhoto, photoGallery } from "./partials/photo-figure.ts";
import { releaseList } from "./partials/release-card.ts";
import { releaseFacts } from "./partials/release-facts.ts";
import { newerStand, sameMatter } from "./partials/same-matter.ts";
import { shareLinks } from "./partials/share-links.ts";
import { stateBanner } from "./partials/state-banner.ts";
import { textDigestBox } from "./partials/text-digest.ts";
import { releaseTitle } from "./release-title.ts";
import { teaser } from "./teaser.ts";
import { withdrawalNotice } from "./withdrawal-notice.ts";

/** Every release of which a release's page tells: itself, its neighbours, those on the same matter and the related. */
export function releasesOnPage(release: Release, site: Site): readonly Release[] {
  const { neighbours, followUps, byAddress } = site.edition;
  const { newer, older } = neighbours.get(release.address) ?? {};
  const earlier = release.follows === undefined ? undefined : byAddress.get(release.follows);
  const later = followUps.get(release.address) ?? [];
  const related = relatedReleases(release, site.edition).releases;
  return [release, newer, older, earlier, ...later, ...related].filter((one) => one !== undefined);
}

/** The page of a release; of a withdrawn one, the notice that stands in its place. */
export function releasePage(release: Release, site: Site): Html {
  const isWithdrawn = releaseState(release, site.edition.now) === "withdrawn";
  const { title, address } = release;
  return basePage(
    {
      title,
      description: isWithdrawn ? undefined : teaser(release),
      address,
      isNoindex: release.isNoindex,
      shareTags: releaseShareTags(release, site, site.sharePictures.pictureOf(release)),
      jsonLd: releaseJsonLd(release, [...crumbsOf(address, site), { name: title, address }], site),
      ...(!isWithdrawn && { script: "newsroom.js" }),
      main: isWithdrawn ? withdrawalNotice(release) : releaseArticle(release, site),
    },
    site,
  );
}

function releaseArticle(release: Release, site: Site): Html {
  const [photo, ...morePhotos] = release.photos;
  return html`${stateBanner(release, site)}<article class="release">
<header class="release-head">
<h1>${releaseTitle(release)}</h1>
${release.subtitle !== undefined && html`<p class="subtitle">${filters.typeset(release.subtitle)}</p>`}
<p class="release-date">Pressemeldung vom <time datetime="${writtenTimestamp(release.date)}">${filters.germanDateTime(release.date)}</time></p>
${lastChange(release)}
</header>
<div class="release-body">
${newerStand(release, site)}${photo && leadPhoto(release, photo, site)}
<div class="text">
${withDateline(site.bodyHtml(release), html`<strong class="dateline">${datelineOf(release)}</strong>`)}
</div>
${eventBox(release, site)}${attachmentList(release.attachments, site)}${photoGallery(release, morePhotos, site)}${changeNotes(release)}${sameMatter(release, site)}</div>
<div class="marginalia">
${releaseFacts(release, site)}
${contactCard(release.contact)}
${reportLink(release, site)}
${reuseLinks(release, site)}
${shareLinks(release, site)}
${textDigestBox(release, site)}
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

function reportLink(release: Release, site: Site): Html | undefined {
  const to = release.contact.email ?? site.office.email;
  if (to === undefined) return undefined;
  const title = plainSpaces(releaseTitle(release));
  const mail = { subject: `Fehler in: ${title}`, body: `${site.absoluteUrl(release.address)}\n\n` };
  return html`<p class="report"><a href="${mailLink(to, mail)}">Fehler in diesem Text melden</a></p>`;
}

/** The release as other programs take it: text to paste, an item for a newsdesk's system. */
function reuseLinks(release: Release, site: Site): Html {
  return html`<section class="reuse" data-copy="${site.url(textAddress(release))}" data-copy-label="Text kopieren">
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
