import type { Moment } from "../domain/berlin-time.ts";

const MINUTE = 60_000;
const DAY = 24 * 60;

/**
 * A moment in RFC 3339 with Berlin's offset, to the second; of a day alone, its start.
 *
 * A moment tells its wall clock and its instant, so the offset is their difference, less than a day: formatting by time
 * zone would cost more than all machine formats together.
 *
 * @example timestamp({ instant: 1553677200000, day: "2019-03-27", time: "10:00" }) → "2019-03-27T10:00:00+01:00"
 */
export function timestamp({ instant, day, time = "00:00" }: Moment): string {
  const minute = Math.floor(instant / MINUTE);
  const seconds = (instant - minute * MINUTE) / 1_000;
  const wallClock = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const offset = (((wallClock - minute) % DAY) + DAY) % DAY;
  return `${day}T${time}:${twoDigits(seconds)}+${twoDigits(offset / 60)}:${twoDigits(offset % 60)}`;
}

/**
 * A moment as exact as it was written (RFC 3339): a day alone stays a day.
 *
 * @example writtenTimestamp({ instant: …, day: "2019-04-05" }) → "2019-04-05"
 */
export function writtenTimestamp(moment: Moment): string {
  return moment.time === undefined ? moment.day : timestamp(moment);
}

/**
 * An instant (milliseconds since 1970) in UTC, to the second (RFC 3339).
 *
 * @example utcTimestamp(1553677200000) → "2019-03-27T09:00:00Z"
 */
export function utcTimestamp(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

function twoDigits(number: number): string {
  return String(Math.floor(number)).padStart(2, "0");
}
