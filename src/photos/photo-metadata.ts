import type { Office } from "../domain/office.ts";
import { formatShortPressId } from "../domain/press-id.ts";
import type { Photo, Release } from "../domain/release.ts";
import { PHOTO_TERMS } from "../domain/rendition.ts";
import { plainSpaces, typesetLine } from "../domain/typography.ts";
import { readPhotoCredit } from "./photo-credit.ts";

/** What a print file says of itself, under the names of the IPTC Photo Metadata Standard 2023.2. */
export type PhotoMetadata = {
  /** The photo's own headline, else its release's title. */
  readonly headline: string;
  readonly description: string | undefined;
  readonly altText: string | undefined;
  /** The credit line as it is to be printed. */
  readonly creditLine: string;
  /** The same without „Foto:“, for where room is short. */
  readonly creditNames: string | undefined;
  readonly creator: string | undefined;
  readonly copyrightNotice: string | undefined;
  readonly usageTerms: string;
  /** The office that hands the photo out. */
  readonly source: string;
  /** The press ID of the release, the way back to it. */
  readonly jobId: string | undefined;
  /** The day the photo was taken where its camera noted one, else the day of its release, as `YYYY-MM-DD`. */
  readonly dateCreated: string;
};

/** A JPEG holds 64 KB of XMP, and more is dropped without a word. */
const LONGEST_DESCRIPTION = 2000;

/** What is said of a photo of a release, in the typography of the page, each text one line. */
export function photoMetadata(release: Release, photo: Photo, office: Office): PhotoMetadata {
  const creditLine = oneLine(photo.credit);
  const { names, creator, copyright } = readPhotoCredit(creditLine, office.name);
  return {
    headline: oneLine(photo.headline ?? release.title),
    description: photo.caption && [...oneLine(photo.caption)].slice(0, LONGEST_DESCRIPTION).join(""),
    altText: photo.alt && oneLine(photo.alt),
    creditLine,
    creditNames: names,
    creator,
    copyrightNotice: copyright,
    usageTerms: PHOTO_TERMS,
    source: office.name,
    jobId: release.printedId ?? (release.pressId && formatShortPressId(release.pressId)),
    dateCreated: release.date.day,
  };
}

function oneLine(text: string): string {
  return plainSpaces(typesetLine(text.replace(/\s+/g, " ").trim()));
}
