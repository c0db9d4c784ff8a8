import type { Office, Place } from "../domain/office.ts";
import type { Problem } from "../domain/problem.ts";
import { altTextAdvice } from "./alt-texts.ts";
import { longSentenceAdvice } from "./long-sentences.ts";
import { longTitleAdvice } from "./long-titles.ts";
import { type NameList, nameAdvice } from "./names.ts";
import { passagesOf } from "./passage.ts";
import { phoneAdvice } from "./phone-numbers.ts";
import { quotationMarkAdvice } from "./quotation-marks.ts";
import { unlistedPlaceAdvice } from "./unlisted-places.ts";
import { weekdayAdvice } from "./weekdays.ts";
import type { WrittenRelease } from "./written-release.ts";

/** Gives advice on the style of one release: what a colleague would say who reads it over, and no law. */
export type ReleaseAdviser = (release: WrittenRelease) => Problem[];

/** What advice rests on beside the release itself. */
export type AdviserSources = {
  readonly office: Pick<Office, "name" | "pressIdPrefix" | "phone" | "address">;
  readonly places: readonly Place[];
  /** Absent where the office keeps none. */
  readonly names?: NameList;
};

/**
 * Makes the adviser of an office; made once, as its rules compile their patterns.
 *
 * @example releaseAdviser({ office, places })(release) → [{ file: "content/…/2019-03-27-x.md", line: 17, column: 5,
 *   field: "Text", message: "Der 27. März 2019 ist ein Mittwoch. …" }]
 */
export function releaseAdviser({ office, places, names }: AdviserSources): ReleaseAdviser {
  const phones = phoneAdvice(office.phone);
  const unlistedPlaces = unlistedPlaceAdvice(places, office.address);
  const namesOfPersons = nameAdvice(names && withPlaces(names, places));
  return (release) => {
    const passages = passagesOf(release, office);
    return [
      ...longTitleAdvice(release),
      ...altTextAdvice(release),
      ...longSentenceAdvice(passages),
      ...quotationMarkAdvice(passages),
      ...phones(release, passages),
      ...weekdayAdvice(passages, release.fields.date?.day),
      ...unlistedPlaces(release, passages),
      ...namesOfPersons(passages),
    ];
  };
}

/** A place may follow an office: „Bürgermeister Soest“. */
function withPlaces(names: NameList, places: readonly Place[]): NameList {
  const written = places.flatMap(({ name, parts = [] }) => [name, ...parts]);
  return { ...names, words: new Set([...names.words, ...written.flatMap((name) => name.split(/[\s()]+/))]) };
}
