import { germanDateTime } from "../domain/berlin-time.ts";
import { once } from "../domain/once.ts";
import type { Contact, Photo, Release, ReleaseEvent } from "../domain/release.ts";
import { PHOTO_TERMS } from "../domain/rendition.ts";
import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import { contactOf, contentText, correctionLine, idOf, withdrawalLines } from "./story.ts";

/** A release as plain text beside its page: what a journalist pastes. */
export function textFile(release: Release, site: Site): SiteFile {
  return {
    address: textAddress(release),
    release,
    releases: [release],
    get content() {
      return releaseText(release, site);
    },
  };
}

/** @example textAddress(release) → "/pressemitteilungen/2019/03/27/x/text.txt" */
export function textAddress({ address }: Pick<Release, "address">): string {
  return `${address}text.txt`;
}

/**
 * A release as text without markup. A paragraph is one line: whatever it is pasted into wraps it at its own width,
 * while line ends set here would have to be taken out by hand.
 *
 * @example releaseText(release, site) → "Integration: „Gemeinsam klappt´s“\n…\n\nKreis Soest (kso.2019.03.27.134.sm/-rn). Soest und …"
 */
export function releaseText(release: Release, site: Site): string {
  const body = release.withdrawn === undefined ? story(release, site) : notice(release, release.withdrawn);
  return `${[headline(release), ...body, contact(contactOf(release, site)), imprint(release, site)].join("\n\n")}\n`;
}

/** Kept by site, as a text names addresses; release pages, ninjs and whoever else asks share one. */
const digests = once((site: Site) => once((release: Release) => site.sha256(releaseText(release, site))));

/**
 * What a release's `text.txt` is known by: the SHA-256 of the file as it is served, so that `sha256sum text.txt`
 * answers the same. It is the digest of the text as it stands; a correction changes both.
 *
 * @example textDigest(release, site) → "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
 */
export function textDigest(release: Release, site: Site): string {
  return digests(site)(release);
}

function headline({ title, subtitle, date }: Release): string {
  return `${lines(title, subtitle)}\n\nPressemeldung vom ${germanDateTime(date)}`;
}

function notice(release: Release, withdrawn: NonNullable<Release["withdrawn"]>): readonly string[] {
  const id = idOf(release);
  return [lines(id && `Presse-ID: ${id}`, ...withdrawalLines(withdrawn))];
}

function story(release: Release, site: Site): readonly string[] {
  const { photos, events, attachments, corrections } = release;
  return [
    contentText(release),
    ...section("Termine", events.map(eventLine)),
    ...photos.map((photo) => photoBlock(photo, release, site)),
    ...(photos.length === 0 ? [] : [`Fotos: ${PHOTO_TERMS}`]),
    ...section(
      "Anlagen",
      attachments.map(({ title, address }) => `${title}: ${site.absoluteUrl(address)}`),
    ),
    ...corrections.map(correctionLine),
  ];
}

function section(title: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : [lines(`${title}:`, ...entries.map((entry) => `- ${entry}`))];
}

function eventLine({ title, start, end, place }: ReleaseEvent): string {
  const until =
    end === undefined ? "" : ` bis ${end.day === start.day && end.time ? end.time : germanDateTime(end)}`;
  return `${germanDateTime(start)}${until}: ${title}${place === undefined ? "" : `, ${place}`}`;
}

function photoBlock(photo: Photo, release: Release, site: Site): string {
  const { number, headline, caption, credit } = photo;
  const renditions = site.renditionsOf(release, photo);
  return lines(
    headline === undefined ? `Foto ${number}` : `Foto ${number}: ${headline}`,
    caption?.trim(),
    credit,
    renditions && `Datei: ${site.absoluteUrl(renditions.print.address)}`,
  );
}

function contact({ name, phone, email }: Contact): string {
  return lines("Kontakt:", name, phone && `Telefon: ${phone}`, email && `E-Mail: ${email}`);
}

function imprint({ address }: Release, { office, absoluteUrl }: Site): string {
  const { street, postalCode, city } = office.address;
  return lines(office.name, street, `${postalCode} ${city}`, absoluteUrl(address));
}

function lines(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined).join("\n");
}
