import { html } from "hono/html";
import { germanDateTime } from "../domain/berlin-time.ts";
import { formatPressId } from "../domain/press-id.ts";
import type { Contact, Correction, Photo, Release } from "../domain/release.ts";
import type { PhotoRenditions, Rendition } from "../domain/rendition.ts";
import type { Site } from "../domain/site.ts";

/** What several machine formats tell of a release in the same words. */

/** A photo that is at hand, with what was made from it. */
export type Picture = {
  readonly photo: Photo;
  /** As wide as the page ever shows it, a JPEG. */
  readonly web: Rendition;
  readonly print: Rendition;
};

/** Media types of {@link Rendition.format}. */
export const MEDIA_TYPES = { jpeg: "image/jpeg", webp: "image/webp" } as const satisfies Record<
  Rendition["format"],
  string
>;

/** The longest summary, in UTF-16 units. */
const LONGEST_SUMMARY = 300;

/**
 * The press ID as it was printed; absent where the release has none.
 *
 * @example idOf(release) → "kso.2019.03.27.134.sm/-rn"
 */
export function idOf({ printedId, pressId }: Pick<Release, "printedId" | "pressId">): string | undefined {
  return printedId ?? (pressId && formatPressId(pressId));
}

/**
 * The words that lead a release's text.
 *
 * @example datelineOf(release) → "Kreis Soest (kso.2019.03.27.134.sm/-rn)."
 */
export function datelineOf(release: Pick<Release, "datelinePlace" | "printedId" | "pressId">): string {
  const id = idOf(release);
  return id === undefined ? `${release.datelinePlace}.` : `${release.datelinePlace} (${id}).`;
}

/**
 * What a release is about, in one paragraph: its subtitle, or else the start of its text.
 *
 * @example summaryOf({ subtitle: undefined, body: { text: "Es regnet.\n\nDann nicht." }, … }) → "Es regnet."
 */
export function summaryOf({ subtitle, body }: Pick<Release, "subtitle" | "body">): string {
  if (subtitle !== undefined) return subtitle;
  const [paragraph = ""] = body.text.split("\n\n", 1);
  const line = paragraph.replace(/\s+/g, " ");
  if (line.length <= LONGEST_SUMMARY) return line;
  const lastSpace = line.lastIndexOf(" ", LONGEST_SUMMARY);
  return `${line.slice(0, lastSpace > 0 ? lastSpace : LONGEST_SUMMARY).toWellFormed()} …`;
}

/** A release's text as HTML for other sites: the dateline, then the text with absolute links. */
export function contentHtml(release: Release, site: Site): string {
  const dateline = html`<strong>${datelineOf(release)}</strong>`;
  const body = site.absoluteBodyHtml(release);
  return startsWithParagraph(release)
    ? `<p>${dateline} ${body.slice(PARAGRAPH.length)}`
    : `<p>${dateline}</p>\n${body}`;
}

/** The same for readers of a feed, who see nothing but this: with what was corrected. */
export function feedHtml(release: Release, site: Site): string {
  const corrections = release.corrections.map(
    (correction) => html`<p><em>${correctionLine(correction)}</em></p>\n`,
  );
  return `${contentHtml(release, site)}${corrections.join("")}`;
}

/**
 * A release's text as plain text; paragraphs part at an empty line.
 *
 * @example contentText(release) → "Kreis Soest (kso.2019.03.27.134.sm/-rn). Soest und Bad Sassendorf haben …"
 */
export function contentText(release: Release): string {
  return `${datelineOf(release)}${startsWithParagraph(release) ? " " : "\n\n"}${release.body.text}`;
}

const PARAGRAPH = "<p>";

/** A dateline joins the first paragraph; before a heading, list or table it stands alone. */
function startsWithParagraph({ body }: Release): boolean {
  return body.html.startsWith(PARAGRAPH);
}

/**
 * What was changed and when.
 *
 * @example correctionLine({ date: 28 March 2019, 14:30, note: "Die Uhrzeit stimmte nicht." }) → "Berichtigt am 28.03.2019 14:30: Die Uhrzeit stimmte nicht."
 */
export function correctionLine({ date, note, minor = false }: Correction): string {
  return `${minor ? "Kleine Änderung" : "Berichtigt"} am ${germanDateTime(date)}: ${note}`;
}

/** What remains to be said of a withdrawn release. */
export function withdrawalLines({ date, reason }: NonNullable<Release["withdrawn"]>): readonly string[] {
  return [`Diese Pressemitteilung wurde am ${germanDateTime(date)} zurückgezogen.`, `Grund: ${reason}`];
}

/** The photos of a release that are at hand, in their order. */
export function picturesOf(release: Release, site: Site): readonly Picture[] {
  return release.photos.flatMap((photo) => {
    const renditions = site.renditionsOf(release, photo);
    return renditions === undefined ? [] : [{ photo, web: widest(renditions), print: renditions.print }];
  });
}

function widest({ jpeg, print }: PhotoRenditions): Rendition {
  return jpeg.at(-1) ?? print;
}

/** Whom to ask: of a withdrawn release the press office, as the notice names no person. */
export function contactOf(release: Release, { office }: Site): Contact {
  return (release.withdrawn === undefined ? undefined : office.pressContacts[0]) ?? release.contact;
}
