import type { Problem } from "../domain/problem.ts";
import type { Passage } from "./passage.ts";
import type { WrittenRelease } from "./written-release.ts";

/** What parts the area code from the rest: a slash, a bracket, a dash, or as it should be a space. */
const GAP = String.raw`\s?[/–-]\s?|\)\s?[/–-]?\s?|\s`;
/** Figures, also in groups, and at most one extension behind a dash. */
const LINE = String.raw`(?:\d{1,4}(?:\s\d{2,5})+|\d+)(?:\s?[–-]\s?(?:\d\d(?:\s\d\d)+|\d+))?`;
const COUNTRY = String.raw`(?:\+49|(?<![\d])0049)[\s/–-]?(?:\(0\)\s?)?\(?(?<area49>[1-9]\d{1,4})`;
const AREA = String.raw`\(?(?<area>0[1-9]\d{1,4}|0(?:\s?\d){2,5}(?=\s?[/)]))`;
const PHONE = new RegExp(
  String.raw`(?<![\p{L}\d+/–-])(?<!\d[\s.,])(?:${COUNTRY}|${AREA})(?<gap>${GAP})(?<line>${LINE})(?![\d/]|[.,–-]\d|\s?%|\s(?:Uhr|Stunden|Tage|Euro)(?!\p{L}))`,
  "gu",
);
/** Numbers that look alike. */
const OTHER_NUMBER =
  /(?:IBAN|BIC|BLZ|Kto\.?|Konto\p{L}*|ISBN|Az\.?|Aktenzeichen|Vorlage\p{L}*|Drucksache\p{L}*|Beschluss\p{L}*|Steuer\p{L}*|USt\p{L}*)[\s:.-]*(?:Nr\.?|Nummer)?[\s:.]*$/u;
/** How far before a number its kind stands. */
const BEFORE = 40;
const YEAR = /^(?:19|20)\d\d$/;
/** Service numbers have a figure of their own for the price; DIN 5008 parts it with a space. */
const SERVICE = /^0(?:180|900|137|700)/;
const SHORTEST = 8;
const LONGEST = 14;

/** How an office's own numbers begin: `{ area: "02921", trunk: "30" }` of 02921 30-0. */
type Trunk = { readonly area: string; readonly trunk: string };

/**
 * Makes the rule for telephone numbers: area code, space, number, and a hyphen before the extension alone
 * (DIN 5008, section 10.3).
 *
 * @param officePhone the office's central number; behind its trunk the extension is told from the number
 * @example phoneAdvice("02921 30-0") on "02921/303200" → "„02921/303200“ folgt nicht DIN 5008. Erwartet wird 02921 30-3200."
 */
export function phoneAdvice(
  officePhone: string,
): (release: WrittenRelease, passages: readonly Passage[]) => Problem[] {
  const own = trunkOf(officePhone);
  const faults = (text: string) =>
    [...text.matchAll(PHONE)].flatMap(({ 0: written, index, groups = {} }) => {
      const expected = standardForm(groups, own);
      const isSame = written.replace(/\s/g, " ") === expected;
      if (
        expected === undefined ||
        isSame ||
        OTHER_NUMBER.test(text.slice(Math.max(0, index - BEFORE), index))
      )
        return [];
      return [{ index, message: `„${written}“ folgt nicht DIN 5008. Erwartet wird ${expected}.` }];
    });
  return ({ fields: { contact }, placeOf }, passages) => [
    ...(typeof contact === "object" && contact.phone !== undefined
      ? faults(contact.phone).map(({ message }) => ({ ...placeOf(["contact", "phone"]), message }))
      : []),
    ...passages.flatMap(({ text, placeAt }) =>
      faults(text).map(({ index, message }) => ({ ...placeAt(index), message })),
    ),
  ];
}

function trunkOf(phone: string): Trunk | undefined {
  const { area, trunk } = /^(?<area>0\d+)\D+(?<trunk>\d+)-\d+$/.exec(phone)?.groups ?? {};
  return area === undefined || trunk === undefined ? undefined : { area, trunk };
}

/** The number as it should be written; `undefined` where it is none. */
function standardForm(
  { area, area49, gap, line = "" }: Readonly<Record<string, string | undefined>>,
  own: Trunk | undefined,
): string | undefined {
  const national = area === undefined ? `0${area49}` : area.replace(/\D/g, "");
  const [number = "", extension] = line.replace(/\s/g, "").split(/[–-]/);
  const figures = `${national}${number}${extension ?? ""}`;
  if (SERVICE.test(national) || figures.length < SHORTEST || figures.length > LONGEST) return undefined;
  if (gap?.includes("/") && extension === undefined && YEAR.test(line)) return undefined;
  const isOwn = extension === undefined && own?.area === national && number.startsWith(own.trunk);
  const parted =
    isOwn && number.length > own.trunk.length
      ? `${own.trunk}-${number.slice(own.trunk.length)}`
      : extension === undefined
        ? number
        : `${number}-${extension}`;
  return `${area === undefined ? `+49 ${area49}` : national} ${parted}`;
}
