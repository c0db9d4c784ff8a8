import type { Place } from "../domain/office.ts";
import { placeReader } from "../domain/place-mentions.ts";
import { type Found, found, guessed } from "./found.ts";

/** Finds places in texts; made once, as the names become one pattern. */
export type PlaceFinder = (text: string) => Found<string>[];

/**
 * Makes the finder for an office's places: each municipality and Ortsteil as a whole word, in the order in which
 * the text names them first.
 *
 * @example placeFinder(places)("Soest und der Kreis Lippstadt, Warstein-Mülheim") → [Soest, Warstein]
 */
export function placeFinder(places: readonly Place[]): PlaceFinder {
  const mentionsIn = placeReader(places);
  return (text) => {
    const byPlace = new Map<string, Found<string>>();
    for (const { place, word, isSure } of mentionsIn(text)) {
      const known = byPlace.get(place);
      if (known !== undefined && (known.basis === "found" || !isSure)) continue;
      const why = word === place ? "im Text genannt" : `„${word}“ im Text`;
      byPlace.set(
        place,
        isSure ? found(place, why) : guessed(place, `${why}; den Namen gibt es auch anderswo`),
      );
    }
    return [...byPlace.values()];
  };
}
