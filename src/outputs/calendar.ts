import ICAL from "ical.js";
import { ADDRESSES } from "../domain/address.ts";
import { endOf, type Moment, momentAt } from "../domain/berlin-time.ts";
import { modifiedMoment, type Release, type ReleaseEvent } from "../domain/release.ts";
import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import { authorityOf } from "./tag-uri.ts";
import { utcTimestamp } from "./timestamp.ts";

// A line holds 75 bytes (RFC 5545, section 3.1); the library does not count the space that leads a continued one.
ICAL.foldLength = 74;

/** Address of the calendar with all appointments. */
export const CALENDAR_ADDRESS = `${ADDRESSES.events.slice(0, -1)}.ics`;

/** How many appointments the calendar of all holds: those to come first, then the latest past ones. */
const CALENDAR_LENGTH = 500;

/** A property or component in jCal (RFC 7265), which the calendar library writes as iCalendar. */
type Property = [name: string, parameters: object, type: string, value: string | number];
type Component = [name: string, properties: Property[], components: Component[]];

/** An appointment with the release that announces it and its place there, from 1. */
type Appointment = { readonly event: ReleaseEvent; readonly release: Release; readonly number: number };

/** The calendar to subscribe to. */
export function calendarFile(site: Site): SiteFile {
  const shown = latest(site.edition.listed.flatMap(appointmentsOf));
  return {
    address: CALENDAR_ADDRESS,
    releases: shown.map(({ release }) => release),
    get content() {
      return calendar(shown, site, `${site.office.name}: Termine`);
    },
  };
}

/** Each appointment of a release as a file to keep. */
export function appointmentFiles(release: Release, site: Site): SiteFile[] {
  return appointmentsOf(release).map((appointment) => ({
    address: appointmentAddress(release, appointment.number),
    release,
    releases: [release],
    get content() {
      return calendar([appointment], site);
    },
  }));
}

/**
 * The calendar file of one appointment.
 *
 * @param number the appointment's place in its release, from 1
 * @example appointmentAddress(release, 1) → "/pressemitteilungen/2019/03/27/x/termin-1.ics"
 */
export function appointmentAddress({ address }: Pick<Release, "address">, number: number): string {
  return `${address}termin-${number}.ics`;
}

function appointmentsOf(release: Release): Appointment[] {
  return release.events.map((event, index) => ({ event, release, number: index + 1 }));
}

function latest(appointments: readonly Appointment[]): Appointment[] {
  return appointments
    .toSorted(
      (a, b) =>
        b.event.start.instant - a.event.start.instant ||
        (uidPart(a) < uidPart(b) ? -1 : Number(uidPart(a) > uidPart(b))),
    )
    .slice(0, CALENDAR_LENGTH);
}

/** An iCalendar object (RFC 5545), all times in UTC, so that no reader depends on a time zone table of ours. */
function calendar(appointments: readonly Appointment[], site: Site, name?: string): string {
  const properties: Property[] = [
    ["version", {}, "text", "2.0"],
    ["prodid", {}, "text", `-//${authorityOf(site.office)}//Newsroom//DE`],
    ...(name === undefined ? [] : calendarName(name)),
  ];
  const component: Component = [
    "vcalendar",
    properties,
    appointments.map((appointment) => vevent(appointment, site)),
  ];
  return ICAL.stringify(component);
}

/** NAME is the standard's (RFC 7986), the other what programs read. */
function calendarName(name: string): Property[] {
  return [
    ["name", {}, "text", name],
    ["x-wr-calname", {}, "text", name],
  ];
}

function vevent(appointment: Appointment, site: Site): Component {
  const { event, release } = appointment;
  const modified = utcTimestamp(modifiedMoment(release).instant);
  const properties: Property[] = [
    ["uid", {}, "text", `${uidPart(appointment)}@${authorityOf(site.office)}`],
    ["dtstamp", {}, "date-time", modified],
    ["last-modified", {}, "date-time", modified],
    ["sequence", {}, "integer", release.corrections.length],
    ...period(event),
    ["summary", {}, "text", calendarText(event.title)],
    ...location(event),
    ["description", {}, "text", calendarText(`${release.title}\n${site.absoluteUrl(release.address)}`)],
    ["url", {}, "uri", site.absoluteUrl(release.address)],
  ];
  return ["vevent", properties, []];
}

function location({ place }: ReleaseEvent): Property[] {
  return place === undefined ? [] : [["location", {}, "text", calendarText(place)]];
}

/** `2019-03-27-x-termin-1`: file and place in it, so that a corrected title or time stays the same appointment. */
function uidPart({ release, number }: Appointment): string {
  return `${release.date.day}-${release.slug}-termin-${number}`;
}

/**
 * Begin and end. An appointment without a time takes whole days; iCalendar's end is the first moment after, and there
 * is none where it would not lie behind the begin (section 3.8.2.2).
 */
function period({ start, end }: ReleaseEvent): Property[] {
  if (start.time === undefined) {
    return [
      ["dtstart", {}, "date", start.day],
      ["dtend", {}, "date", dayAfter(end ?? start)],
    ];
  }
  const begin: Property = ["dtstart", {}, "date-time", utcTimestamp(start.instant)];
  if (end === undefined || endOf(end) <= start.instant) return [begin];
  return [begin, ["dtend", {}, "date-time", utcTimestamp(endOf(end))]];
}

function dayAfter({ instant, day }: Moment): string {
  return momentAt(endOf({ instant, day })).day;
}

/**
 * What TEXT may hold (section 3.3.11): no control characters but line ends. Unicode's own line ends become spaces, for
 * many readers break lines at them and lose what follows.
 */
function calendarText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029]/g, " ")
    .toWellFormed();
}
