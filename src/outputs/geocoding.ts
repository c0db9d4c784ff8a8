import type { Place } from "../domain/office.ts";

/** The authority lists of DCAT-AP.de for German administrative areas. */
const GEOCODING = "http://dcat-ap.de/def/politicalGeocoding";

/**
 * A municipality in GovData's list.
 *
 * @param key the official municipality key, eight digits
 * @example municipalityUri("05974040") → "http://dcat-ap.de/def/politicalGeocoding/municipalityKey/05974040"
 */
export function municipalityUri(key: string): string {
  return `${GEOCODING}/municipalityKey/${key}`;
}

/**
 * The Kreis that all places lie in, in GovData's list; `undefined` where they lie in several or there are none. Its
 * key is the first five digits of its municipalities' keys.
 *
 * @example districtUri([{ key: "05974040", … }, { key: "05974032", … }]) → "http://dcat-ap.de/def/politicalGeocoding/districtKey/05974"
 */
export function districtUri(places: readonly Place[]): string | undefined {
  const [key, ...others] = new Set(places.map((place) => place.key.slice(0, 5)));
  return key === undefined || others.length > 0 ? undefined : `${GEOCODING}/districtKey/${key}`;
}

/** The level of government that a Kreis is. */
export const DISTRICT_LEVEL = `${GEOCODING}/Level/administrativeDistrict`;
