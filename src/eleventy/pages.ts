import { aToZPage } from "../../layouts/a-z.ts";
import { dataPage } from "../../layouts/data.ts";
import { eventsPage } from "../../layouts/events.ts";
import type { Html } from "../../layouts/html.ts";
import { type ListContent, listPage } from "../../layouts/list.ts";
import { notFoundPage } from "../../layouts/not-found.ts";
import { placesPage } from "../../layouts/places.ts";
import { releasePage } from "../../layouts/release.ts";
import { searchPage, searchPageWithoutIndex } from "../../layouts/search.ts";
import { shortLinkPage } from "../../layouts/short-link.ts";
import { standingPage } from "../../layouts/standing.ts";
import { startPage } from "../../layouts/start.ts";
import { topicsPage } from "../../layouts/topics.ts";
import {
  ADDRESSES,
  archiveAddress,
  listPageAddress,
  placeAddress,
  shortLinkAddress,
  standingPageAddress,
  topicAddress,
} from "../domain/address.ts";
import { germanMonth } from "../domain/berlin-time.ts";
import { formatShortPressId } from "../domain/press-id.ts";
import type { Release } from "../domain/release.ts";
import { servedPath } from "../domain/served-path.ts";
import type { Site } from "../domain/site.ts";

/** A page of the site: where it stands, and the layout that makes it. */
export type Page = { readonly address: string; readonly render: () => Html };

/** How many releases stand on one page of a list. */
const PAGE_SIZE = 20;

/** Every page of a site; the one place that says which kinds of page there are. */
export function* sitePages(site: Site): Iterable<Page> {
  const { edition } = site;
  yield { address: ADDRESSES.start, render: () => startPage(site) };
  for (const release of edition.releases) {
    yield { address: release.address, render: () => releasePage(release, site) };
    yield* forwardingPages(release, site);
  }
  yield* listPages({ title: "Pressemitteilungen", address: ADDRESSES.releases }, edition.listed, site);
  for (const [period, releases] of edition.byPeriod) {
    yield* listPages({ title: periodTitle(period), address: archiveAddress(period) }, releases, site);
  }
  yield { address: ADDRESSES.topics, render: () => topicsPage(site) };
  for (const { name, slug, description } of site.topics) {
    const releases = edition.byTopic.get(slug) ?? [];
    yield* listPages({ title: name, intro: description, address: topicAddress(slug) }, releases, site);
  }
  yield { address: ADDRESSES.places, render: () => placesPage(site) };
  for (const { name, slug } of site.places) {
    yield* listPages({ title: name, address: placeAddress(slug) }, edition.byPlace.get(slug) ?? [], site);
  }
  yield { address: ADDRESSES.aToZ, render: () => aToZPage(site) };
  yield { address: ADDRESSES.events, render: () => eventsPage(site) };
  yield {
    address: ADDRESSES.search,
    render: () => (site.hasSearch ? searchPage(site) : searchPageWithoutIndex(site)),
  };
  yield { address: ADDRESSES.data, render: () => dataPage(site) };
  for (const page of site.pages) {
    yield { address: standingPageAddress(page.slug), render: () => standingPage(page, site) };
  }
  yield { address: ADDRESSES.notFound, render: () => notFoundPage(site) };
}

type ListHead = Pick<ListContent, "title" | "intro" | "address">;

/** A list spread over pages; an empty one has a page too, as links to it stand elsewhere. */
function* listPages(head: ListHead, releases: readonly Release[], site: Site): Iterable<Page> {
  const total = Math.max(1, Math.ceil(releases.length / PAGE_SIZE));
  for (let number = 1; number <= total; number += 1) {
    const shown = releases.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
    yield {
      address: listPageAddress(head.address, number),
      render: () => listPage({ ...head, number, total, releases: shown, count: releases.length }, site),
    };
  }
}

/** The short link of a release, and those of its old addresses at which a static file can stand. */
function* forwardingPages({ address, title, pressId, redirectFrom }: Release, site: Site): Iterable<Page> {
  const shortLinks = pressId === undefined ? [] : [shortLinkAddress(formatShortPressId(pressId))];
  const oldAddresses = redirectFrom.filter(isServedAsPage).map(forwardingAddress);
  for (const from of new Set([...shortLinks, ...oldAddresses])) {
    yield { address: from, render: () => shortLinkPage({ target: address, title }, site) };
  }
}

/** A static file cannot answer for a query string, nor one ending in `.php` be sent as a page; servers' rules can. */
function isServedAsPage(path: string): boolean {
  return !path.includes("?") && !/\.(?!html$)[a-z0-9]+$/i.test(path);
}

/** Where the page of an old address stands: in a folder of that name, unless it names a page. */
function forwardingAddress(path: string): string {
  const served = servedPath(path);
  return served.endsWith(".html") ? served : `${served}/`;
}

/** @example periodTitle("2019-03") → "Pressemitteilungen im März 2019"; periodTitle("2019") → "Pressemitteilungen 2019" */
function periodTitle(period: string): string {
  const [year, month] = period.split("-");
  return month === undefined
    ? `Pressemitteilungen ${year}`
    : `Pressemitteilungen im ${germanMonth(Number(month))} ${year}`;
}
