import { type Found, guessed } from "./found.ts";
import { dayAfter, daysBetween } from "./german-date.ts";
import type { LegacyRelease } from "./legacy-release.ts";

/** A date for a release whose source states none, and whether it is too weak to be published unseen. */
export type MissingDate = { readonly date: Found<string>; readonly isWeak: boolean };

/** A release that tells number and day. */
type Numbered = { readonly number: number; readonly day: string };

/** A text speaks of days that lie at most so far from its own. */
const NEAR = 30;

/**
 * Finds dates for releases that state none. The former systems numbered their items in the order they came in, so
 * the day lies between those of the neighbours, in proportion; a date in the text that lies near is taken instead.
 * Without neighbours the text's first full date is the last resort.
 */
export function dateGuesser(
  releases: readonly LegacyRelease[],
): (release: LegacyRelease) => MissingDate | undefined {
  const numbered = releases
    .flatMap(({ itemNumber, date }): Numbered[] =>
      itemNumber === undefined || date === undefined || date.basis === "guessed"
        ? []
        : [{ number: itemNumber, day: date.value.slice(0, 10) }],
    )
    .sort((a, b) => a.number - b.number);
  return ({ itemNumber, daysInText }) => {
    const between = itemNumber === undefined ? undefined : betweenNeighbours(itemNumber, numbered);
    if (between === undefined) return fromText(daysInText);
    if (!between.isWeak) return between;
    const day = between.date.value;
    const near = daysInText.toSorted(
      (a, b) => Math.abs(daysBetween(day, a)) - Math.abs(daysBetween(day, b)),
    )[0];
    if (near === undefined || Math.abs(daysBetween(day, near)) > NEAR) return between;
    return { date: guessed(near, `Datum im Text, ${between.date.why}`), isWeak: true };
  };
}

function betweenNeighbours(number: number, numbered: readonly Numbered[]): MissingDate | undefined {
  const next = numbered.findIndex((other) => other.number > number);
  const after = numbered[next];
  const before = numbered[next - 1];
  if (before === undefined || after === undefined) return undefined;
  const gap = daysBetween(before.day, after.day);
  if (gap < 0) return undefined;
  const share = (number - before.number) / (after.number - before.number);
  const why = `nach der Nummer ${number} zwischen ${before.number} (${before.day}) und ${after.number} (${after.day})`;
  return { date: guessed(dayAfter(before.day, Math.round(gap * share)), why), isWeak: gap > 0 };
}

function fromText(daysInText: readonly string[]): MissingDate | undefined {
  const [day] = daysInText.toSorted();
  if (day === undefined) return undefined;
  return { date: guessed(day, "das früheste Datum im Text; die Quelle nennt sonst keines"), isWeak: true };
}
