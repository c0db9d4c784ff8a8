import { aToZPage } from "../../layouts/a-z.ts";
import { authenticityPage } from "../../layouts/authenticity.ts";
import { dataPage } from "../../layouts/data.ts";
import { editingPage } from "../../layouts/editing-page.ts";
import { eventsPage } from "../../layouts/events.ts";
import type { Html } from "../../layouts/html.ts";
import { type ListContent, listPage } from "../../layouts/list.ts";
import { notFoundPage } from "../../layouts/not-found.ts";
import { archiveNavDigest } from "../../layouts/partials/archive-nav.ts";
import { crumbsOf } from "../../layouts/partials/breadcrumbs.ts";
import { placesPage } from "../../layouts/places.ts";
import { releasePage, releasesOnPage } from "../../layouts/release.ts";
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
import type { SiteFile } from "../domain/site-file.ts";

/** How many releases stand on one page of a list. */
const PAGE_SIZE = 20;

/** Every page of a site but those of releases; the one place that says which kinds of page there are. */
export function* archivePages(site: Site): Generator<SiteFile> {
  const { edition } = site;
  const { listed, now } = edition;
  const everything = { releases: () => listed, facts: () => now };
  yield page(ADDRESSES.start, everything, () => startPage(site));
  yield* listPages({ title: "Pressemitteilungen", address: ADDRESSES.releases }, listed, site);
  for (const [period, releases] of edition.byPeriod) {
    yield* listPages({ title: periodTitle(period), address: archiveAddress(period) }, releases, site);
  }
  yield page(ADDRESSES.topics, { releases: () => listed }, () => topicsPage(site));
  for (const { name, slug, description } of site.topics) {
    const releases = edition.byTopic.get(slug) ?? [];
    yield* listPages({ title: name, intro: description, address: topicAddress(slug) }, releases, site);
  }
  yield page(ADDRESSES.places, { releases: () => listed }, () => placesPage(site));
  for (const { name, slug } of site.places) {
    yield* listPages({ title: name, address: placeAddress(slug) }, edition.byPlace.get(slug) ?? [], site);
  }
  yield page(ADDRESSES.aToZ, {}, () => aToZPage(site));
  yield page(ADDRESSES.events, everything, () => eventsPage(site));
  yield page(ADDRESSES.search, { releases: () => listed }, () =>
    site.hasSearch ? searchPage(site) : searchPageWithoutIndex(site),
  );
  yield page(ADDRESSES.data, { releases: () => listed }, () => dataPage(site));
  yield page(ADDRESSES.authenticity, {}, () => authenticityPage(site));
  yield page(ADDRESSES.editing, {}, () => editingPage(site));
  for (const standing of site.pages) {
    yield page(standingPageAddress(standing.slug), {}, () => standingPage(standing, site));
  }
  const archive = () => archiveNavDigest(ADDRESSES.releases, site);
  yield page(ADDRESSES.notFound, { facts: archive }, () => notFoundPage(site));
}

/** What a page is made from beside the office's own files; asked for by a build, not by a preview. */
type PageSources = {
  readonly release?: Release;
  readonly releases?: () => readonly Release[];
  readonly facts?: () => unknown;
};

function page(address: string, sources: PageSources, render: () => Html): SiteFile {
  return {
    address,
    ...(sources.release && { release: sources.release }),
    get releases() {
      return sources.releases?.() ?? [];
    },
    get facts() {
      return sources.facts?.();
    },
    get content() {
      return render().toString();
    },
  };
}

/** The page of one release. */
export function pageOf(release: Release, site: Site): SiteFile {
  const sources = {
    release,
    releases: () => releasesOnPage(release, site),
    // A listed release stands in its own year and month; those of a withdrawn one may list nothing.
    facts: () => release.withdrawn && crumbsOf(release.address, site).length,
  };
  return page(release.address, sources, () => releasePage(release, site));
}

type ListHead = Pick<ListContent, "title" | "intro" | "address">;

/** A list spread over pages; an empty one has a page too, as links to it stand elsewhere. */
function* listPages(head: ListHead, releases: readonly Release[], site: Site): Iterable<SiteFile> {
  const total = Math.max(1, Math.ceil(releases.length / PAGE_SIZE));
  const archive = () => archiveNavDigest(head.address, site);
  for (let number = 1; number <= total; number += 1) {
    const shown = releases.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
    const facts = { ...head, number, total, count: releases.length };
    const sources = { releases: () => shown, facts: () => ({ ...facts, archive: archive() }) };
    yield page(listPageAddress(head.address, number), sources, () =>
      listPage({ ...facts, releases: shown }, site),
    );
  }
}

/**
 * The short link of a release, and the pages at its old addresses as far as a static file can stand there: one line
 * of text that leads to the release, for hosts without rules of their own.
 */
export function forwardingPages(release: Release, site: Site): SiteFile[] {
  const { address, title, pressId, redirectFrom } = release;
  const shortLinks = pressId === undefined ? [] : [shortLinkAddress(formatShortPressId(pressId))];
  const oldAddresses = redirectFrom.filter(isServedAsPage).map(forwardingAddress);
  const sources = { release, releases: () => [release] };
  return Array.from(new Set([...shortLinks, ...oldAddresses]), (from) =>
    page(from, sources, () => shortLinkPage({ target: address, title }, site)),
  );
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
