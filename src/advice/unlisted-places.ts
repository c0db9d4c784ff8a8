import type { Place } from "../domain/office.ts";
import { type PlaceMention, placeReader } from "../domain/place-mentions.ts";
import type { Problem, ProblemPlace } from "../domain/problem.ts";
import type { Passage } from "./passage.ts";
import type { WrittenRelease } from "./written-release.ts";

/** Where an office sits: every text may give that address without being about the town. */
export type OfficeSeat = { readonly postalCode: string; readonly city: string };

/**
 * Makes the rule for places that title or text name and that `places` lacks, a word for each. Names that exist
 * elsewhere too are asked for.
 *
 * @example unlistedPlaceAdvice(places, seat) on "in Körbecke" → "„Körbecke“ gehört zu Möhnesee, das in places fehlt. …"
 */
export function unlistedPlaceAdvice(
  places: readonly Place[],
  { postalCode, city }: OfficeSeat,
): (release: WrittenRelease, passages: readonly Passage[]) => Problem[] {
  const mentionsIn = placeReader(places);
  return ({ fields }, passages) => {
    const listed = new Set(fields.places);
    const missing = new Map<string, { readonly mention: PlaceMention; readonly at: ProblemPlace }>();
    for (const { part, text, placeAt } of passages) {
      if (part !== "title" && part !== "text") continue;
      for (const mention of mentionsIn(text)) {
        const { place, word, index, isSure } = mention;
        const isSeat = word === city && text.slice(0, index).trimEnd().endsWith(postalCode);
        const known = missing.get(place);
        if (isSeat || listed.has(place) || (known && (known.mention.isSure || !isSure))) continue;
        missing.set(place, { mention, at: placeAt(index) });
      }
    }
    return [...missing.values()].map(({ mention, at }) => ({ ...at, message: messageOf(mention) }));
  };
}

function messageOf({ place, word, isSure }: PlaceMention): string {
  if (!isSure) {
    return `Ist mit „${word}“ der Ortsteil von ${place} gemeint? Dann bitte in places „${place}“ ergänzen.`;
  }
  const isNamed = place.startsWith(word);
  const what = isNamed
    ? `„${word}“ steht im Text, aber nicht in places.`
    : `„${word}“ gehört zu ${place}, das in places fehlt.`;
  return `${what} Geht es um diesen Ort, bitte dort „${place}“ ergänzen.`;
}
