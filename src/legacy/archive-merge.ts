import { slugify } from "../domain/slug.ts";
import { derived } from "./found.ts";
import type { LegacyRelease } from "./legacy-release.ts";

/** A release with every source that tells it, the fullest first. */
export type MergedRelease = { readonly release: LegacyRelease; readonly others: readonly LegacyRelease[] };

/** Letters that two openings must share. */
const SHARED_OPENING = 40;

/**
 * Brings the sources of one release together: each former system kept a copy. They are the same where ID, item
 * number or day agree and so do title or opening; two releases that were given one ID by mistake stay two.
 */
export function mergeSources(releases: readonly LegacyRelease[]): MergedRelease[] {
  const merged: MergedRelease[] = [];
  const byKey = new Map<string, number>();
  for (const release of releases) {
    const keys = keysOf(release);
    const place = keys
      .flatMap((key) => byKey.get(key) ?? [])
      .find((index) => isSame(merged[index]?.release ?? release, release));
    const known = place === undefined ? undefined : merged[place];
    const index = known === undefined || place === undefined ? merged.length : place;
    merged[index] = known === undefined ? { release, others: [] } : mergeTwo(known, release);
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, index);
  }
  return merged;
}

function keysOf({ pressId, itemNumber, date, title, opening }: LegacyRelease): string[] {
  return [
    ...(pressId ? [`id ${pressId.value}`] : []),
    ...(itemNumber === undefined ? [] : [`item ${itemNumber}`]),
    ...(date ? [`day ${date.value.slice(0, 10)} ${slugify(title.value)}`] : []),
    ...(opening.length >= SHARED_OPENING ? [`opening ${opening}`] : []),
  ];
}

function isSame(a: LegacyRelease, b: LegacyRelease): boolean {
  const hasSameTitle = slugify(a.title.value) === slugify(b.title.value);
  const hasSameOpening =
    a.opening.slice(0, SHARED_OPENING) === b.opening.slice(0, SHARED_OPENING) &&
    a.opening.length >= SHARED_OPENING;
  const hasSameDay =
    a.date === undefined || b.date === undefined || a.date.value.slice(0, 10) === b.date.value.slice(0, 10);
  const isSameItem = a.itemNumber !== undefined && a.itemNumber === b.itemNumber;
  const isUntitled = a.title.basis === "guessed" || b.title.basis === "guessed";
  if (isSameItem) return hasSameTitle || hasSameOpening || isUntitled;
  return hasSameDay && (hasSameOpening || (hasSameTitle && a.pressId?.value === b.pressId?.value));
}

function mergeTwo({ release: known, others }: MergedRelease, other: LegacyRelease): MergedRelease {
  const isBetter = fullness(other) > fullness(known);
  const [best, rest] = isBetter ? [other, known] : [known, other];
  return { release: filled(best, rest), others: isBetter ? [known, ...others] : [...others, other] };
}

function fullness({ title, subtitle, date, pressId, photos, body }: LegacyRelease): number {
  return (
    (title.basis === "guessed" ? 0 : 8) +
    (date?.basis === "found" ? 4 : 0) +
    (pressId ? 2 : 0) +
    (subtitle ? 1 : 0) +
    (photos.some(({ isBare }) => !isBare) ? 1 : 0) +
    Math.min(body.length, 20_000) / 20_000
  );
}

/** What the fullest source lacks, from another. */
function filled(best: LegacyRelease, other: LegacyRelease): LegacyRelease {
  const known = new Set(best.oldPaths.map(({ value }) => value));
  const subtitle = best.subtitle ?? other.subtitle;
  const contact = best.contact ?? other.contact;
  const date = timedDate(best, other);
  const itemNumber = best.itemNumber ?? other.itemNumber;
  const ids = best.pressId || best.printedId ? best : other;
  const isSameDay =
    best.date === undefined || other.date?.value.slice(0, 10) === best.date.value.slice(0, 10);
  return {
    ...best,
    ...(subtitle && { subtitle }),
    ...(contact && { contact }),
    ...(date && { date }),
    ...(itemNumber !== undefined && { itemNumber }),
    ...(ids.pressId && isSameDay && { pressId: ids.pressId }),
    ...(ids.printedId && { printedId: ids.printedId }),
    photos: best.photos.length > 0 ? best.photos : other.photos,
    documents: best.documents.length > 0 ? best.documents : other.documents,
    oldPaths: [...best.oldPaths, ...other.oldPaths.filter(({ value }) => !known.has(value))],
  };
}

function timedDate(
  { date: best }: LegacyRelease,
  { date: other, source }: LegacyRelease,
): LegacyRelease["date"] {
  if (best === undefined || other === undefined) return best ?? other;
  const hasSameDay = best.value.slice(0, 10) === other.value.slice(0, 10);
  return hasSameDay && best.value.length === 10 && other.value.length > 10
    ? derived(other.value, `Uhrzeit aus ${source}`)
    : best;
}
