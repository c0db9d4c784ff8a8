import { sameness } from "./line-shape.ts";
import type { Opening } from "./release-text.ts";
import type { Sheet } from "./sheet.ts";

/** How far behind the lead its copy can stand: a photo with headline and caption may lie between. */
const NEARBY = 6;
/** Shorter copies may be chance. */
const SHORTEST = 30;

/**
 * Takes the second print of a lead: old pages print it twice, the copy without dateline, cut at its start and with
 * a bar behind it.
 */
export function loseDoubledLead(sheet: Sheet, { unit: lead, words, wordsIn }: Opening): void {
  const whole = sameness(words);
  const place = sheet.placeOf(lead);
  const nearby = sheet.units.slice(Math.max(0, place - NEARBY), place + 1 + NEARBY);
  for (const unit of nearby) {
    if (unit === lead || unit === wordsIn || !sheet.isOpen(unit) || unit.kind === "picture") continue;
    if (unit.text.length < SHORTEST || unit.text.length > words.length * 1.2 + SHORTEST) continue;
    if (isCopy(sameness(unit.text), whole)) sheet.lose("zweiter Abdruck des Vorspanns", unit);
  }
}

/** Takes the start of a paragraph that a page shows above it, cut with dots: „Das Wetter spielte mit, und…“. */
export function loseTeasers(sheet: Sheet): void {
  for (const unit of sheet.open) {
    if (!/(?:\.{3}|…)$/.test(unit.text) || unit.text.length < SHORTEST) continue;
    const start = sameness(unit.text);
    const place = sheet.placeOf(unit);
    const below = sheet.units.slice(place + 1, place + 1 + NEARBY);
    const isCut = below.some(
      ({ text }) => text.length > unit.text.length && sameness(text).startsWith(start),
    );
    if (isCut) sheet.lose("Anriss des Absatzes darunter", unit);
  }
}

function isCopy(part: string, whole: string): boolean {
  if (part.length < SHORTEST || part.length < whole.length * 0.4) return false;
  return whole.endsWith(part) || (whole.startsWith(part) && part.length >= whole.length * 0.6);
}
