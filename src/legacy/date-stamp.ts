import { once } from "../domain/once.ts";
import { type NamedOffice, namePattern } from "./furniture.ts";
import { DATE, dayOf, momentText, WEEKDAY } from "./german-date.ts";

/** When a page says that a release was issued. */
export type DateStamp = {
  /** As front matter has it: `2019-03-27 10:00` or the day alone. */
  readonly moment: string;
  /** Whether the line says what the date is; a date that stands alone may be anything. */
  readonly isLabelled: boolean;
};

const CLOCK = String.raw`(?:(?:,|\s*[-–|])?\s*(?:um\s)?(?<hour>\d{1,2})[:.](?<minute>\d{2})(?::\d{2})?(?:\s*Uhr)?|,?\s*(?:um\s)?(?<fullHour>\d{1,2})\s*Uhr)?`;
const KIND = "Presse-?(?:meldung|mitteilung|info(?:rmation)?|service|stelle)?(?:en)?";
const NUMBER = String.raw`(?:\s(?:Nr\.\s?)?\d{1,4}(?:/\d{2,4})?)?`;
const ISSUED = String.raw`(?:${KIND}|Meldung|Mitteilung)${NUMBER}\s+v[oe][mn]`;
const LABEL = String.raw`Meldungsdatum\s?:|(?:Datum|Veröffentlicht(?:\sam)?|Erschienen(?:\sam)?|Erstellt(?:\sam)?)\s?:?`;
/** What may stand before a date without saying that it is the release's: its kind, the place of the office. */
const LEAD = String.raw`(?:${KIND}\s?[|:,–-]?\s|\p{Lu}\p{L}+,\s)?`;

const stampOf = once((office: NamedOffice) => {
  const name = namePattern(office);
  return new RegExp(
    String.raw`^(?:(?<label>(?:${name}\s[-–|]\s)?${ISSUED}|${LABEL})\s*|${LEAD})(?:${WEEKDAY},?\s*)?(?:den\s|dem\s)?${DATE}${CLOCK}(?:\s*[|/,–-]?\s*(?:${name}|${KIND}))?\s*[|.]?$`,
    "u",
  );
});

/**
 * Reads the line in which a page dates a release.
 *
 * @example readDateStamp("Pressemeldung vom 27.03.2019 10:00", office) → { moment: "2019-03-27 10:00", isLabelled: true }
 * @example readDateStamp("3. Juni 2022", office) → { moment: "2022-06-03", isLabelled: false }
 */
export function readDateStamp(text: string, office: NamedOffice): DateStamp | undefined {
  if (text.length > 100 || !/\d{4}/.test(text)) return undefined;
  const groups = stampOf(office).exec(text)?.groups;
  const day = dayOf(groups);
  if (groups === undefined || day === undefined) return undefined;
  const moment = momentText(day, groups.hour ?? groups.fullHour, groups.minute);
  return { moment, isLabelled: groups.label !== undefined };
}
