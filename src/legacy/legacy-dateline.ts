import { type FoundDateline, splitDateline } from "../domain/dateline.ts";

/** What of an office its datelines tell. */
export type DatelineOffice = { readonly name: string; readonly pressIdPrefix: string };

/** A dateline at the head of a unit. */
export type LegacyDateline = FoundDateline & {
  /** The dateline itself, as printed, without emphasis and bars. */
  readonly printed: string;
  /** What follows it. */
  readonly rest: string;
};

/**
 * Finds the dateline that leads a text; only its start is looked at, as most texts have none.
 *
 * @example findDateline("Kreis Soest (kso). Es regnet.", office) → { place: "Kreis Soest", printed: "Kreis Soest (kso).", rest: "Es regnet.", … }
 */
export function findDateline(
  text: string,
  { name, pressIdPrefix }: DatelineOffice,
): LegacyDateline | undefined {
  const head = text.slice(0, HEAD).toLowerCase();
  const isLedByOffice = head.replace(/^[^\p{L}]+/u, "").startsWith(name.toLowerCase());
  if (!isLedByOffice && !head.includes(pressIdPrefix)) return undefined;
  const { dateline, rest } = splitDateline(text, name, pressIdPrefix);
  if (dateline === undefined) return undefined;
  const printed = text
    .slice(0, text.length - rest.length)
    .replace(/[*_]+/g, "")
    .replace(/^[\s|]+|[\s|]+$/g, "");
  return { ...dateline, printed, rest };
}

/** A dateline ends well before this many characters. */
const HEAD = 100;
