import { type Found, found, guessed } from "./found.ts";
import { isHeadingLike, isProse, sameness } from "./line-shape.ts";
import type { Picture, Unit } from "./page.ts";
import { creditedName, isEmptyCredit, splitCredit } from "./photo-credit.ts";
import type { Sheet } from "./sheet.ts";

/** A photo as an old page shows it. */
export type LegacyPhoto = {
  readonly headline?: string;
  readonly caption?: string;
  readonly credit: Found<string>;
  readonly picture?: Picture;
  /** Whether the page says nothing about it. */
  readonly isBare: boolean;
};

/** The parts of a photo while they are gathered. */
type Draft = { headline?: string; caption?: string; credit?: string; picture?: Picture };

/** What a photo without credit gets: the newsroom demands one, and the source names nobody. */
const NOBODY = "ohne Angabe";

/** Says what a caption shows; such a line is a caption though no credit ends it. */
const POINTING =
  /(?:\b(?:Das|Unser|Dieses) (?:Foto|Bild)|\bDie (?:Karte|Grafik|Aufnahme)|\b(?:Auf dem|Im) (?:Foto|Bild)\b).{0,60}\b(?:zeigt|zeigen|sind|ist|sehen)\b|\(?v\. ?l\.|\bvon links\b|^Symbolbild/;

/**
 * Takes the photos that stand before, amid or behind the lead: picture boxes of HTML; else a caption with its credit
 * and the short line above it.
 *
 * @param lead the unit that leads the text, where known
 * @param isCompact see {@link Page.isCompact}
 */
export function takePhotos(sheet: Sheet, lead: Unit | undefined, isCompact: boolean): LegacyPhoto[] {
  const photos = new Map<Unit, LegacyPhoto>();
  for (const [first, photo] of [
    ...boxes(sheet),
    ...captions(sheet, lead, isCompact),
    ...twins(sheet),
    ...pairs(sheet, lead),
  ])
    photos.set(first, photo);
  for (const [first, photo] of lonePictures(sheet)) photos.set(first, photo);
  const inOrder = sheet.units.flatMap((unit) => photos.get(unit) ?? []);
  return inOrder.map((photo, index) => told(sheet, photo, index));
}

/** Remarks on a photo that lacks a credit. */
export function told(sheet: Sheet, photo: LegacyPhoto, index: number): LegacyPhoto {
  if (photo.credit.basis === "guessed" && !photo.isBare)
    sheet.remark(`photos[${index}].credit`, photo.credit.why);
  return photo;
}

/** A photo from what was gathered. */
export function photoOf({ headline, caption, credit, picture }: Draft): LegacyPhoto {
  return {
    ...(headline !== undefined && { headline }),
    ...(caption !== undefined && caption !== "" && { caption }),
    ...(picture !== undefined && { picture }),
    credit: creditOf(credit),
    isBare: headline === undefined && caption === undefined && credit === undefined,
  };
}

function creditOf(credit: string | undefined): Found<string> {
  if (credit === undefined) return guessed(NOBODY, "die Quelle nennt keinen Bildnachweis");
  if (isEmptyCredit(credit)) return guessed(`© ${NOBODY}`, `der Bildnachweis „${credit}“ nennt niemanden`);
  return found(credit, "Bildnachweis");
}

/** Picture boxes of an HTML page. */
function* boxes(sheet: Sheet): Generator<[Unit, LegacyPhoto]> {
  const numbers = new Set(sheet.open.flatMap(({ figure }) => figure ?? []));
  for (const number of numbers) {
    const units = sheet.open.filter(({ figure }) => figure === number);
    const words = units.filter(({ kind }) => kind !== "picture");
    const pictures = units.filter(({ kind }) => kind === "picture");
    const [first] = units;
    if (first === undefined || words.length === 0) continue;
    const draft = readWords(words.flatMap(boldApart));
    if (isPlainText(draft, words)) continue;
    sheet.place("photos", ...units);
    const [picture] = pictures.flatMap((unit) => unit.picture ?? []);
    yield [first, photoOf({ ...draft, ...(picture && { picture }) })];
  }
}

/** A caption that begins in bold begins with its headline. */
function boldApart({ text, markdown }: Unit): string[] {
  const bold = /^\*\*([^*]{3,100})\*\* /.exec(markdown)?.[1];
  const isHeadline = bold !== undefined && text.startsWith(`${bold} `) && isHeadingLike(bold);
  return isHeadline ? [bold, text.slice(bold.length + 1)] : [text];
}

/** A box without credit whose words are long is text beside a picture. */
function isPlainText({ credit }: Draft, words: readonly Unit[]): boolean {
  return credit === undefined && words.map(({ text }) => text).join(" ").length > 500;
}

/**
 * Headline, caption and credit among the words of one picture box.
 *
 * @example readWords(["An einem Strang", "Vier am Seil.", "Foto: Vorname Name"]) → { headline: "An einem Strang", caption: "Vier am Seil.", credit: "Foto: Vorname Name" }
 */
export function readWords(words: readonly string[]): Draft {
  const draft: Draft = {};
  const captions: string[] = [];
  for (const text of words) {
    const split = splitCredit(text);
    if (split !== undefined) {
      draft.credit = bothCredits(draft.credit, split.credit);
      if (split.caption !== "") captions.push(split.caption);
    } else if (
      captions.length === 0 &&
      draft.headline === undefined &&
      isHeadingLike(text) &&
      words.length > 1
    ) {
      draft.headline = text;
    } else if (draft.headline === undefined || sameness(text) !== sameness(draft.headline)) {
      captions.push(text);
    }
  }
  const caption = [...new Set(captions)].join(" ");
  if (caption !== "") draft.caption = caption;
  return draft;
}

/**
 * Two credits of one photo: the one that says more where they name the same, else both, as the page has both.
 *
 * @example bothCredits("© Name Eins", "Foto: Name Zwei") → "Foto: Name Zwei, © Name Eins"
 */
function bothCredits(known: string | undefined, other: string): string {
  if (known === undefined || isEmptyCredit(known)) return other;
  if (isEmptyCredit(other)) return known;
  const [knownName, otherName] = [creditedName(known), creditedName(other)];
  if (otherName.includes(knownName)) return other;
  return knownName.includes(otherName) ? known : `${other}, ${known}`;
}

/** Lines that end in a credit. */
function* captions(sheet: Sheet, lead: Unit | undefined, isCompact: boolean): Generator<[Unit, LegacyPhoto]> {
  const seen = new Set<string>();
  for (const unit of sheet.units) {
    if (!sheet.isOpen(unit) || unit === lead || unit.kind === "picture" || unit.kind === "row") continue;
    const split = splitCredit(unit.text);
    if (split === undefined) continue;
    if (split.caption !== "" && seen.has(sameness(unit.text))) {
      sheet.lose("zweiter Abdruck der Bildunterschrift", unit);
      continue;
    }
    seen.add(sameness(unit.text));
    const caption = split.caption === "" ? captionBefore(sheet, unit) : undefined;
    if (split.caption === "" && caption === undefined && isEmptyCredit(split.credit)) continue;
    const first = caption ?? unit;
    const headline = headlineBefore(sheet, first, isCompact);
    const picture = pictureNear(sheet, headline ?? first, unit);
    const units = [headline, caption, unit, picture].filter((part) => part !== undefined);
    sheet.place("photos", ...units);
    yield [
      headline ?? first,
      photoOf({
        credit: split.credit,
        ...(headline && { headline: headline.text }),
        ...((split.caption !== "" || caption) && { caption: caption?.text ?? split.caption }),
        ...(picture?.picture && { picture: picture.picture }),
      }),
    ];
  }
}

/** A line amid the text that stands there twice: reprints have a caption as the picture's text and below it. */
function* twins(sheet: Sheet): Generator<[Unit, LegacyPhoto]> {
  const open = sheet.open.filter(({ kind }) => kind === "text");
  const start = open.findIndex(({ text }) => isProse(text));
  for (const [index, unit] of open.entries()) {
    const twin = open[index + 1];
    if (start === -1 || index <= start || twin?.text !== unit.text || unit.text.length < SHORTEST_TWIN)
      continue;
    sheet.lose("zweiter Abdruck der Bildunterschrift", twin);
    const picture = pictureNear(sheet, unit, unit);
    sheet.place("photos", unit, ...(picture ? [picture] : []));
    yield [unit, photoOf({ caption: unit.text, ...(picture?.picture && { picture: picture.picture }) })];
  }
}

/** Shorter lines may be there twice by chance. */
const SHORTEST_TWIN = 30;

/** A credit on a line of its own belongs to the caption right above it, in the same block or below a picture. */
function captionBefore(sheet: Sheet, credit: Unit): Unit | undefined {
  const before = sheet.before(credit);
  if (!sheet.isOpen(before) || before.kind !== "text") return undefined;
  const isNear = before.block === credit.block || pictureNear(sheet, before, credit) !== undefined;
  return isNear && before.text.length <= 600 && sheet.open.indexOf(before) > 0 ? before : undefined;
}

/**
 * The short line above a caption: in the same block; right behind the picture; amid the text; or before the text
 * where title and subtitle are already there.
 */
function headlineBefore(sheet: Sheet, caption: Unit, isCompact: boolean): Unit | undefined {
  const before = sheet.before(caption);
  if (!sheet.isOpen(before) || before.kind === "item" || before.kind === "row" || before.level === 1)
    return undefined;
  if (!isHeadingLike(before.text) || before.text.length > LONGEST_HEADLINE) return undefined;
  const place = sheet.placeOf(before);
  const above = sheet.open.filter((unit) => unit.kind !== "picture" && sheet.placeOf(unit) < place);
  if (above.length === 0) return undefined;
  if (!isCompact && before.block === caption.block) return before;
  const isAmidText = above.some(({ text }) => isProse(text));
  const isBehindPicture = sheet.units[place - 1]?.kind === "picture";
  if (isAmidText || isBehindPicture || above.length >= 2) return before;
  if (!isCompact) return undefined;
  sheet.remark("photos", `„${before.text}“ kann auch die Unterzeile sein`);
  return before;
}

const LONGEST_HEADLINE = 120;

/** A picture that stands next to the words about it. */
function pictureNear(sheet: Sheet, first: Unit, last: Unit): Unit | undefined {
  const start = sheet.placeOf(first);
  const end = sheet.placeOf(last);
  const near = [...sheet.units.slice(Math.max(0, start - 1), start), ...sheet.units.slice(start, end + 2)];
  return near.find((unit) => unit.kind === "picture" && sheet.isOpen(unit));
}

/**
 * Two lines of one block, a short one and a sentence, that are a photo though no credit ends them: right before the
 * lead, between it and its second print, or where the sentence points at a picture.
 */
function* pairs(sheet: Sheet, lead: Unit | undefined): Generator<[Unit, LegacyPhoto]> {
  const open = sheet.open.filter(({ kind }) => kind !== "picture");
  const leadPlace = lead === undefined ? -1 : open.indexOf(lead);
  for (const [index, headline] of open.entries()) {
    const caption = open[index + 1];
    const isPair =
      caption !== undefined &&
      caption.block === headline.block &&
      open[index + 2]?.block !== headline.block &&
      open[index - 1]?.block !== headline.block;
    if (!isPair || index === 0 || headline.kind !== "text" || caption.kind !== "text") continue;
    if (!isHeadingLike(headline.text) || !/[.!?]["“]?$/.test(caption.text) || caption.text.length > 600)
      continue;
    const isBetweenPrints = leadPlace === index - 1 && /\|$/.test(open[index + 2]?.text ?? "");
    const isBeforeLead = leadPlace === index + 2 && index >= 1;
    if (!isBetweenPrints && !isBeforeLead && !POINTING.test(caption.text)) continue;
    const picture = pictureNear(sheet, headline, caption);
    sheet.place("photos", headline, caption, ...(picture ? [picture] : []));
    yield [
      headline,
      photoOf({
        headline: headline.text,
        caption: caption.text,
        ...(picture?.picture && { picture: picture.picture }),
      }),
    ];
  }
}

/** Pictures of the content about which the page says nothing visible; their text for the blind may hold a credit. */
function* lonePictures(sheet: Sheet): Generator<[Unit, LegacyPhoto]> {
  for (const unit of sheet.open) {
    const { picture, isFrame } = unit;
    if (unit.kind !== "picture" || picture === undefined) continue;
    if (isFrame || isDecoration(picture)) continue;
    const split = picture.alt === undefined ? undefined : splitCredit(picture.alt);
    sheet.place("photos", unit);
    yield [unit, photoOf({ ...split, picture })];
  }
}

/** Says whether a picture belongs to the page rather than to the release. */
export function isDecoration({ source }: Picture): boolean {
  return /(?:logo|icon|sprite|spacer|pixel|wappen|banner|button|pfeil|arrow)/i.test(source);
}
