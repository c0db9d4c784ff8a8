import { archiveAddress } from "./address.ts";
import { endOfConsent } from "./due-moment.ts";
import { compareNewestFirst, type Release } from "./release.ts";
import { isHidden, releaseState } from "./release-state.ts";

/** The listed releases beside one; none beyond the newest and the oldest. */
export type Neighbours = { readonly newer: Release | undefined; readonly older: Release | undefined };

/** The releases of a year, month, topic or place, newest first. */
export type ReleaseIndex = ReadonlyMap<string, readonly Release[]>;

/**
 * The newsroom as it stands at one moment: all that any page, feed, file or index may know of. What is not
 * yet public is not in it, so nothing downstream can let it slip.
 */
export type Edition = {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The releases of every list, feed and search, newest first. */
  readonly listed: readonly Release[];
  /** The releases that have a page: the listed and the withdrawn ones, newest first. */
  readonly releases: readonly Release[];
  /** By slug of the topic. */
  readonly byTopic: ReleaseIndex;
  /** By slug of the place. */
  readonly byPlace: ReleaseIndex;
  /** By `YYYY` and by `YYYY-MM`; periods newest first. */
  readonly byPeriod: ReleaseIndex;
  /** By address. */
  readonly byAddress: ReadonlyMap<string, Release>;
  /** The releases that follow the one at an address, newest first. */
  readonly followUps: ReleaseIndex;
  /** The next newer and next older listed release by address. */
  readonly neighbours: ReadonlyMap<string, Neighbours>;
};

/**
 * The public newsroom at `now` (milliseconds since 1970).
 *
 * Drafts and releases before their moment are absent. Of a withdrawn release its notice remains. Photos
 * whose consent has run out and corrections dated ahead are gone.
 */
export function publicEdition(releases: readonly Release[], now: number): Edition {
  return index(
    releases.filter((release) => !isHidden(releaseState(release, now))),
    now,
  );
}

/** The newsroom as its editors preview it: the same, with drafts and releases before their moment. */
export function previewEdition(releases: readonly Release[], now: number): Edition {
  return index(releases, now);
}

function index(visible: readonly Release[], now: number): Edition {
  const visibleAddresses = new Set(visible.map((release) => release.address));
  const releases = visible
    .map((release) => withVisiblePredecessor(asItStands(release, now), visibleAddresses))
    .sort(compareNewestFirst);
  const listed = releases.filter(({ withdrawn }) => withdrawn === undefined);
  return {
    now,
    releases,
    listed,
    byTopic: groupBy(listed, (release) => release.topics.map((topic) => topic.slug)),
    byPlace: groupBy(listed, (release) => release.places.map((place) => place.slug)),
    byPeriod: newestPeriodFirst(groupBy(listed, ({ date }) => [date.day.slice(0, 4), date.day.slice(0, 7)])),
    byAddress: new Map(releases.map((release) => [release.address, release])),
    followUps: groupBy(listed, (release) => (release.follows === undefined ? [] : [release.follows])),
    neighbours: new Map(
      listed.map(({ address }, at) => [address, { newer: listed[at - 1], older: listed[at + 1] }]),
    ),
  };
}

/**
 * A release without what time has taken from it, or a withdrawal that is still to come; the same where that is nothing, as
 * for nearly all of an archive.
 */
function asItStands(release: Release, now: number): Release {
  if (release.withdrawn !== undefined && releaseState(release, now) === "withdrawn")
    return withdrawalNotice(release);
  const photos = release.photos.filter((photo) => now < endOfConsent(photo));
  const corrections = release.corrections.filter((correction) => correction.date.instant <= now);
  const isWhole =
    release.withdrawn === undefined &&
    photos.length === release.photos.length &&
    corrections.length === release.corrections.length;
  if (isWhole) return release;
  const { withdrawn: _ahead, ...rest } = release;
  return { ...rest, photos, corrections };
}

/** The address of a release that is not public would tell its date and subject; none precedes itself. */
function withVisiblePredecessor(release: Release, visibleAddresses: ReadonlySet<string>): Release {
  const { follows: predecessor, address } = release;
  if (predecessor === undefined) return release;
  if (predecessor !== address && visibleAddresses.has(predecessor)) return release;
  const { follows: _hidden, ...rest } = release;
  return rest;
}

/** What remains of a withdrawn release: title, ID, dates, reason and whom to ask. */
function withdrawalNotice(release: Release): Release {
  const { subtitle: _subtitle, embargo, follows: _follows, ...rest } = release;
  return {
    ...rest,
    // The moment of publication stays what it was; why it was held back is no longer told.
    ...(embargo && { embargo: { until: embargo.until, reason: "" } }),
    datelinePlace: "",
    topics: [],
    places: [],
    photos: [],
    attachments: [],
    corrections: [],
    events: [],
    isPinned: false,
    isNoindex: true,
    body: { html: "", text: "" },
  };
}

function groupBy(
  releases: readonly Release[],
  keysOf: (release: Release) => readonly string[],
): ReleaseIndex {
  const groups = new Map<string, Release[]>();
  for (const release of releases) {
    for (const key of keysOf(release)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [release]);
      // One that names a topic twice stands in its list once.
      else if (group.at(-1) !== release) group.push(release);
    }
  }
  return groups;
}

function newestPeriodFirst(byPeriod: ReleaseIndex): ReleaseIndex {
  return new Map([...byPeriod].sort(([a], [b]) => (a < b ? 1 : -1)));
}

/** The years of an edition, newest first, each with the months that hold releases and their addresses. */
export function archiveYears(edition: Edition) {
  const periods = [...edition.byPeriod.keys()];
  const years = periods.filter((period) => period.length === 4);
  const months = periods.filter((period) => period.length === 7);
  return years.map((year) => ({
    year,
    address: archiveAddress(year),
    count: edition.byPeriod.get(year)?.length ?? 0,
    months: months
      .filter((period) => period.startsWith(year))
      .map((period) => ({
        period,
        address: archiveAddress(period),
        count: edition.byPeriod.get(period)?.length ?? 0,
      })),
  }));
}
