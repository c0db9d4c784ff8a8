import { germanDate, germanDateTime, germanLongDate } from "../domain/berlin-time.ts";
import { formatShortPressId } from "../domain/press-id.ts";
import { typesetLine } from "../domain/typography.ts";

/**
 * The newsroom's filters: small pure functions in one record, used by the layouts and registered with Eleventy
 * under the same names.
 */
export const filters = {
  germanDate,
  germanDateTime,
  germanLongDate,
  shortPressId: formatShortPressId,
  /** A title, caption or credit in German typography. */
  typeset: typesetLine,
  fileSize,
  telephoneLink,
  count,
} as const;

/**
 * A file size as German readers write it, in steps of 1,000 bytes.
 *
 * @example fileSize(1_250_000) → "1,3 MB"
 */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes}\u00A0Byte`;
  const [amount, unit] = bytes < 999_500 ? [bytes / 1_000, "kB"] : [bytes / 1_000_000, "MB"];
  const digits = unit === "MB" && amount < 100 ? 1 : 0;
  return `${amount.toLocaleString("de-DE", { maximumFractionDigits: digits })}\u00A0${unit}`;
}

/**
 * A German telephone number as a link a phone can dial (RFC 3966).
 *
 * @example telephoneLink("02921 30-3200") → "tel:+492921303200"
 */
export function telephoneLink(phone: string): string {
  const digits = phone.replace(/\(0\)/, "").replace(/[^\d+]/g, "");
  return `tel:${digits.startsWith("00") ? `+${digits.slice(2)}` : digits.replace(/^0/, "+49")}`;
}

/**
 * A number with its noun.
 *
 * @example count(1, "Pressemitteilung", "Pressemitteilungen") → "1 Pressemitteilung"
 */
export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString("de-DE")}\u00A0${number === 1 ? one : many}`;
}
