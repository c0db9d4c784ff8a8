import type { DateStamp } from "./date-stamp.ts";
import { derived, type Found, found } from "./found.ts";
import { daysBetween } from "./german-date.ts";
import { dayOfId, type IdFields, idFields, yearSlip } from "./printed-id.ts";

/** All that a source says about when a release was issued. */
export type DateEvidence = {
  /** The line that dates it. */
  readonly stamp?: DateStamp | undefined;
  /** What the page's markup or feed states. */
  readonly markup?: string | undefined;
  readonly printedId?: string | undefined;
  /** The day in the file's name. */
  readonly named?: string | undefined;
  /** Full dates that the text names. */
  readonly inText: readonly string[];
};

/** A reprint is dated at most so many days behind the release. */
const REPRINTED_WITHIN = 14;

/**
 * Decides date and ID together, as each tells about the other. A date line wins, then what the markup states; then
 * the ID's day, unless the text or the file's name show that its year is wrong; then a date that stands alone or in
 * the file's name.
 *
 * @param prefix of the office's press IDs
 */
export function dateAndId(
  evidence: DateEvidence,
  prefix: string,
): IdFields & { readonly date?: Found<string> } {
  const date = dateOf(evidence);
  const { printedId } = evidence;
  return {
    ...(date && { date }),
    ...(printedId !== undefined && idFields(printedId, date?.value.slice(0, 10), prefix)),
  };
}

function dateOf({ stamp, markup, printedId, named, inText }: DateEvidence): Found<string> | undefined {
  if (stamp?.isLabelled) return found(stamp.moment, "Datumszeile");
  const idDay = printedId === undefined ? undefined : dayOfId(printedId);
  if (markup !== undefined) return found(markup, "Auszeichnung der Seite");
  const alone = stamp?.moment ?? named;
  const why = stamp === undefined ? "Tag im Dateinamen" : "Datum auf einer eigenen Zeile";
  if (idDay === undefined) return alone === undefined ? undefined : derived(alone, why);
  if (alone === undefined) return yearSlip(idDay, inText) ?? derived(idDay, "Tag der Presse-ID");
  const later = daysBetween(idDay, alone.slice(0, 10));
  if (later === 0) return found(alone, why);
  return later > 0 && later <= REPRINTED_WITHIN ? derived(idDay, "Tag der Presse-ID") : derived(alone, why);
}
