import { readDateStamp } from "./date-stamp.ts";
import { derived, type Found, found } from "./found.ts";
import type { NamedOffice } from "./furniture.ts";
import { calendarDay } from "./german-date.ts";
import { itemNumber, oldPath, pathsOfItem } from "./old-address.ts";
import type { Page } from "./page.ts";

/** The former systems, as the report names them. */
export type Family = "altes CMS" | "TYPO3" | "presse-service" | "Feed" | "Text";

/** Tells which system a page comes from, by what only that system prints or by its address. */
export function familyOf({ form, units, addresses, name }: Page, office: NamedOffice): Family {
  if (form === "feed") return "Feed";
  const own = [...addresses, name].join("\n");
  const texts = units.map(({ text }) => text);
  if (
    /presse-service\.de|data\.aspx|meldung\.aspx/i.test(own) ||
    texts.some((text) => /^Meldungsdatum/.test(text))
  )
    return "presse-service";
  if (/detailansicht/i.test(own)) return "TYPO3";
  if (/presseservice\/\d+\.php/i.test(own)) return "altes CMS";
  if (texts.some((text) => text.startsWith("Pressemeldung vom") && readDateStamp(text, office) !== undefined))
    return "altes CMS";
  return form === "html" ? "TYPO3" : "Text";
}

/** Where a release stood on the former systems. */
export type OldPlaces = { readonly oldPaths: readonly Found<string>[]; readonly itemNumber?: number };

/**
 * The paths that have led to a page: those it states, and the two forms in which every former system kept the same
 * number.
 */
export function oldPlaces({ addresses, name }: Page): OldPlaces {
  const stated = addresses.flatMap((address) => oldPath(address) ?? []);
  const number = addresses.map(itemNumber).find((known) => known !== undefined) ?? numberInName(name);
  const paths = new Map(stated.map((path) => [path, found(path, "Adresse der Seite")]));
  for (const path of number === undefined ? [] : pathsOfItem(number)) {
    if (!paths.has(path))
      paths.set(path, derived(path, `dieselbe Meldung hatte überall die Nummer ${number}`));
  }
  return { oldPaths: [...paths.values()], ...(number !== undefined && { itemNumber: number }) };
}

/** A file that is named by its item's number alone: `1090657.txt`. */
function numberInName(name: string): number | undefined {
  const digits = /(?:^|[/\\])(\d{6,7})(?:\.\w+)*$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * The day that a file's name or folders state.
 *
 * @example dayInName("archiv/kreiswahlausschuss-20130719.html") → "2013-07-19"
 */
export function dayInName(name: string): string | undefined {
  const file = name.split(/[/\\]/).at(-1) ?? "";
  const inFile = /(?<!\d)(20[0-3]\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(file);
  const inFolders = /[/\\](20[0-3]\d)[/\\](0[1-9]|1[0-2])[/\\](0[1-9]|[12]\d|3[01])[/\\]/.exec(name);
  const match = inFile ?? inFolders;
  return match === null ? undefined : calendarDay(match.slice(1).join("-"));
}
