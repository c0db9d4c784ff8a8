import { endName, furnitureName, type NamedOffice } from "./furniture.ts";
import { isHeadingLike, isProse, sameness } from "./line-shape.ts";
import type { Unit } from "./page.ts";
import { isDecoration, type LegacyPhoto, photoOf, readWords, told } from "./photo-blocks.ts";
import { isEmptyCredit, splitCredit } from "./photo-credit.ts";
import type { Sheet } from "./sheet.ts";

const MEDIA_START =
  /^(?:Zu dieser (?:Meldung|Mitteilung|Pressemitteilung) können wir Ihnen folgende.{0,40}anbieten\s?:?|Die im Presse-Service zum Download angebotenen (?:Fotos|Bilder|Medien)\b.*)$/;
const DOCUMENT_WORDS = /\bAmtsblatt\b|\.pdf\b|\bPDF\b/;

/**
 * Takes the media that the press service lists behind a release: headline, credit, headline again, caption; or
 * captions alone.
 */
export function takeMediaList(sheet: Sheet, office: NamedOffice): LegacyPhoto[] {
  const start = sheet.units.findIndex(({ text }) => MEDIA_START.test(text));
  if (start === -1) return [];
  const behind = sheet.units.slice(start);
  const length = behind.findIndex(({ text }) => endName(text, office) !== undefined);
  const list = behind.slice(0, length === -1 ? undefined : length).filter((unit) => sheet.isOpen(unit));
  const words = list.filter(
    ({ kind, text }) => kind !== "picture" && furnitureName(text, office) === undefined,
  );
  const pictures = list.filter(({ picture }) => picture !== undefined && !isDecoration(picture));
  return mediaEntries(words).flatMap((units, index) => {
    const draft = readWords(units.map(({ text }) => text));
    if (
      DOCUMENT_WORDS.test(draft.headline ?? draft.caption ?? "") &&
      (draft.credit === undefined || isEmptyCredit(draft.credit))
    ) {
      sheet.lose("Beschreibung einer Datei, die nicht beiliegt", ...units);
      sheet.remark("attachments", `„${draft.headline ?? draft.caption}“ liegt nicht bei`, false);
      return [];
    }
    const shown = pictures[index];
    sheet.place("photos", ...units, ...(shown ? [shown] : []));
    return [told(sheet, photoOf({ ...draft, ...(shown?.picture && { picture: shown.picture }) }), index)];
  });
}

/** A new entry starts where a part comes that the last one has already: a headline behind a caption, a second caption. */
function mediaEntries(words: readonly Unit[]): Unit[][] {
  const entries: Unit[][] = [];
  let has = { headline: "", credit: false, caption: false };
  for (const unit of words) {
    const split = splitCredit(unit.text);
    const isCredit = split?.caption === "";
    const isHeadline = split === undefined && isHeadingLike(unit.text) && !isProse(unit.text);
    const isRepeated = isHeadline && sameness(unit.text) === has.headline;
    const startsNew =
      has.caption || (isCredit && has.credit) || (isHeadline && has.headline !== "" && !isRepeated);
    if (startsNew || entries.length === 0) {
      entries.push([]);
      has = { headline: "", credit: false, caption: false };
    }
    entries.at(-1)?.push(unit);
    if (isCredit) has.credit = true;
    else if (isHeadline) has.headline = sameness(unit.text);
    else has.caption = true;
  }
  return entries;
}
