import { endOf, type Moment } from "./berlin-time.ts";
import type { Newsroom } from "./newsroom.ts";
import { type Photo, publicationMoment, type Release, type ReleaseEvent } from "./release.ts";
import { isHidden, stagesOf } from "./release-state.ts";

/** What the clock alone does to a public site, in the words of those who run it. */
export const DUE_KINDS = {
  publication: "Veröffentlichung",
  correction: "Berichtigung",
  withdrawal: "Zurückziehung",
  photo: "Foto entfällt",
  event: "Termin vorüber",
  news: "keine Nachricht mehr für die News-Suche",
  alert: "Hinweis über jeder Seite entfällt",
  security: "security.txt läuft bald ab",
} as const;

/** A moment from which on the same content makes another site, so that the site has to be built. */
export type DueMoment = {
  /** Milliseconds since 1970. */
  readonly instant: number;
  readonly kind: keyof typeof DUE_KINDS;
  /** The file that says so, below the content folder; none has a say in `security`. */
  readonly source?: string;
};

/** All that can fall due in a newsroom. */
export type DuePlan = Pick<Newsroom, "releases"> & { readonly office: Pick<Newsroom["office"], "alert"> };

/**
 * Every moment after `after` (milliseconds since 1970) at which the public site changes by itself, soonest first;
 * of those that recur, the next one. Between two of them any build gives the same site.
 *
 * It knows what is not public yet and is not for readers' eyes.
 *
 * @example dueMoments({ releases: [{ …, date: 10:00 }], office }, 09:00) → [{ instant: 10:00, kind: "publication", source: "…" }, …]
 */
export function dueMoments({ releases, office }: DuePlan, after: number): readonly DueMoment[] {
  const moments: DueMoment[] = releases.flatMap((release) =>
    [...momentsOf(release)].map((moment) => ({ ...moment, source: release.source })),
  );
  if (office.alert?.until !== undefined)
    moments.push({ instant: endOf(office.alert.until), kind: "alert", source: "kreis.yaml" });
  moments.push({ instant: nextHalfYear(after), kind: "security" });
  return moments.filter(({ instant }) => instant > after).sort((a, b) => a.instant - b.instant);
}

/** What the clock does to a release and to what it brings, from its publication to its withdrawal. */
function* momentsOf(release: Release): Iterable<DueMoment> {
  const stages = stagesOf(release);
  const published = stages.find(({ state }) => !isHidden(state))?.from;
  if (published === undefined) return;
  const withdrawn = stages.find(({ state }) => state === "withdrawn")?.from ?? Infinity;
  yield { instant: published, kind: "publication" };
  if (withdrawn > published && withdrawn < Infinity) yield { instant: withdrawn, kind: "withdrawal" };
  for (const moment of momentsWithin(release)) {
    if (moment.instant > published && moment.instant < withdrawn) yield moment;
  }
}

function* momentsWithin(release: Release): Iterable<DueMoment> {
  for (const { date } of release.corrections) yield { instant: date.instant, kind: "correction" };
  for (const photo of release.photos) yield { instant: endOfConsent(photo), kind: "photo" };
  for (const event of release.events) yield { instant: endOfEvent(event), kind: "event" };
  if (!release.isNoindex) yield { instant: endOfNews(release), kind: "news" };
}

/**
 * The first instant at which a photo may no longer be shown, in milliseconds since 1970; `Infinity` where there is
 * none.
 *
 * @example endOfConsent({ until: { day: "2026-12-31", … }, … }) → instant of 2027-01-01T00:00+01:00
 */
export function endOfConsent({ until }: Pick<Photo, "until">): number {
  return until === undefined ? Infinity : endOf(until);
}

/**
 * The first instant at which an appointment is over, in milliseconds since 1970; one without an end lasts through
 * its day.
 *
 * @example endOfEvent({ start: { day: "2019-04-05", time: "18:00", … }, … }) → instant of 2019-04-06T00:00+02:00
 */
export function endOfEvent({ start, end }: Pick<ReleaseEvent, "start" | "end">): number {
  return endOf(end ?? wholeDay(start));
}

function wholeDay({ instant, day }: Moment): Moment {
  return { instant, day };
}

/** How long a release counts as news, in milliseconds: two days (Google News sitemaps). */
const NEWS_AGE = 48 * 3_600_000;

/** The first instant at which a release is no news any more, in milliseconds since 1970. */
export function endOfNews(release: Pick<Release, "date" | "embargo">): number {
  return publicationMoment(release).instant + NEWS_AGE;
}

/**
 * The half-year after the one of an instant begins, both in milliseconds since 1970, in UTC.
 *
 * @example nextHalfYear(Date.parse("2026-07-01T00:00Z")) → instant of 2027-01-01T00:00Z
 */
export function nextHalfYear(instant: number): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() < 6 ? 6 : 12);
}
