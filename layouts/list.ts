import { ADDRESSES, listPageAddress, placeAddress, topicAddress } from "../src/domain/address.ts";
import type { Release } from "../src/domain/release.ts";
import type { Site } from "../src/domain/site.ts";
import { filters } from "../src/eleventy/filters.ts";
import { type FeedLink, newestFeedLinks, placeFeedLink, topicFeedLink } from "../src/outputs/feeds.ts";
import { basePage } from "./base.ts";
import { type Html, html } from "./html.ts";
import { archiveNav } from "./partials/archive-nav.ts";
import { type PagePosition, pagination } from "./partials/pagination.ts";
import { releaseList } from "./partials/release-card.ts";

/** One page of a list of releases: all of them, or those of a year, month, topic or place. */
export type ListContent = PagePosition & {
  /** What is listed: „Integration“, „März 2019“. */
  readonly title: string;
  /** A sentence on what is listed. */
  readonly intro?: string | undefined;
  /** The releases of this page, newest first. */
  readonly releases: readonly Release[];
  /** How many releases the whole list holds. */
  readonly count: number;
};

/** One page of a list of releases; beside the archive's lists its years and months. */
export function listPage(list: ListContent, site: Site): Html {
  const { title, intro, address, number, total } = list;
  const feed = feedOf(address, site);
  const place = number > 1 ? ` – Seite ${number} von ${total}` : "";
  return basePage(
    {
      title: `${title}${place}`,
      description: intro ?? `${title}: Pressemitteilungen, die neuesten zuerst.${place}`,
      address: listPageAddress(address, number),
      feeds: feed === undefined ? [] : [feed],
      main: html`<div class="page-head">
<h1>${title}</h1>
${intro !== undefined && html`<p class="intro">${filters.typeset(intro)}</p>`}
<p class="list-count">${countLine(list)}</p>
${subscription(address, feed, site)}
</div>
<div class="columns">
<div>
${releaseList(list.releases, site, "h2")}
${pagination(list, site)}
</div>
${archiveNav(address, site)}
</div>`,
    },
    site,
  );
}

/** The feed of the topic or place that is listed. */
function feedOf(address: string, site: Site): FeedLink | undefined {
  const topic = site.topics.find(({ slug }) => topicAddress(slug) === address);
  if (topic !== undefined) return topicFeedLink(topic, site);
  const place = site.places.find(({ slug }) => placeAddress(slug) === address);
  return place && placeFeedLink(place, site);
}

function subscription(address: string, feed: FeedLink | undefined, site: Site): Html | undefined {
  const offered = address === ADDRESSES.releases ? newestFeedLinks(site)[0] : feed;
  return offered && html`<p class="subscribe"><a href="${offered.href}">Feed: ${offered.title}</a></p>`;
}

function countLine({ count, number, total }: ListContent): string {
  if (count === 0) return "Noch keine Pressemitteilung.";
  const counted = filters.count(count, "Pressemitteilung", "Pressemitteilungen");
  return total > 1 ? `${counted}, Seite ${number} von ${total}` : counted;
}
