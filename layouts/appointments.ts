import type { Moment } from "../src/domain/berlin-time.ts";
import { endOfEvent } from "../src/domain/due-moment.ts";
import type { Edition } from "../src/domain/edition.ts";
import type { Release, ReleaseEvent } from "../src/domain/release.ts";
import { filters } from "../src/eleventy/filters.ts";

/** An appointment and the release that announces it. */
export type Appointment = { readonly event: ReleaseEvent; readonly release: Release };

/** The appointments of an edition: those to come with the next first, those that are over with the last first. */
export type Appointments = {
  readonly upcoming: readonly Appointment[];
  readonly past: readonly Appointment[];
};

/** All appointments that listed releases announce, parted at the edition's "now". */
export function appointments(edition: Edition): Appointments {
  const all = edition.listed
    .flatMap((release) => release.events.map((event) => ({ event, release })))
    .sort((a, b) => a.event.start.instant - b.event.start.instant);
  const isOver = ({ event }: Appointment) => endOfEvent(event) <= edition.now;
  return { upcoming: all.filter((one) => !isOver(one)), past: all.filter(isOver).reverse() };
}

/**
 * When an appointment takes place, as German readers write it.
 *
 * @example eventTime({ …, start: 2019-04-05 18:00, end: 20:00 }) → "Freitag, 5. April 2019, 18:00 bis 20:00 Uhr"
 */
export function eventTime({ start, end }: ReleaseEvent): string {
  if (end === undefined) return pointInTime(start);
  if (end.day !== start.day) return `${pointInTime(start)}, bis ${pointInTime(end)}`;
  if (start.time === undefined || end.time === undefined || start.time === end.time)
    return pointInTime(start);
  return `${longDay(start.day)}, ${start.time} bis ${end.time}\u00A0Uhr`;
}

function pointInTime({ day, time }: Moment): string {
  return time === undefined ? longDay(day) : `${longDay(day)}, ${time}\u00A0Uhr`;
}

const weekday = new Intl.DateTimeFormat("de-DE", { weekday: "long", timeZone: "UTC" });

function longDay(day: string): string {
  return `${weekday.format(new Date(`${day}T00:00Z`))}, ${filters.germanLongDate(day).replaceAll(" ", "\u00A0")}`;
}
