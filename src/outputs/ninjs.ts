import { ADDRESSES, standingPageAddress, topicAddress } from "../domain/address.ts";
import { endOf } from "../domain/berlin-time.ts";
import type { Place } from "../domain/office.ts";
import { modifiedMoment, type Photo, publicationMoment, type Release } from "../domain/release.ts";
import { PHOTO_TERMS, type Rendition } from "../domain/rendition.ts";
import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import { municipalityUri } from "./geocoding.ts";
import {
  contactOf,
  contentHtml,
  contentText,
  correctionLine,
  idOf,
  MEDIA_TYPES,
  withdrawalLines,
} from "./story.ts";
import { tagUri } from "./tag-uri.ts";
import { textAddress, textDigest } from "./text.ts";
import { timestamp, utcTimestamp } from "./timestamp.ts";

/** A release as IPTC ninjs 3.1 beside its page; of a withdrawn one the notice that it is canceled. */
export function ninjsFile(release: Release, site: Site): SiteFile {
  return {
    address: ninjsAddress(release),
    release,
    releases: [release],
    get content() {
      return JSON.stringify(ninjsItem(release, site));
    },
  };
}

/** @example ninjsAddress(release) → "/pressemitteilungen/2019/03/27/x/ninjs.json" */
export function ninjsAddress({ address }: Pick<Release, "address">): string {
  return `${address}ninjs.json`;
}

/**
 * A release as newsrooms exchange it.
 *
 * @see https://www.iptc.org/std/ninjs/userguide/ version 3.1
 */
export function ninjsItem(release: Release, site: Site) {
  return release.withdrawn === undefined
    ? { ...identity(release, site), ...story(release, site) }
    : { ...identity(release, site), ...notice(release.withdrawn) };
}

/**
 * What a release is known by, withdrawn or not.
 *
 * The standard has no property for a checksum, and unknown ones are errors. A digest names bytes as an identifier
 * does (RFC 6920), so it is an alternative ID: `sha256` is that of the rendition `text`, the file `text.txt`.
 */
function identity(release: Release, site: Site) {
  const modified = modifiedMoment(release);
  const id = idOf(release);
  return {
    uri: tagUri(site.office, release.address),
    standard: {
      name: "ninjs",
      version: "3.1",
      schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
    },
    type: "text",
    language: "de",
    version: versionAt(modified.instant),
    firstCreated: timestamp(publicationMoment(release)),
    versionCreated: timestamp(modified),
    headlines: [
      { role: "main", value: release.title },
      ...(release.subtitle === undefined ? [] : [{ role: "sub", value: release.subtitle }]),
    ],
    altIds: [
      ...(id === undefined ? [] : [{ role: "pressId", value: id }]),
      { role: "url", value: site.absoluteUrl(release.address) },
      { role: "sha256", value: textDigest(release, site) },
    ],
    renditions: [{ name: "text", href: site.absoluteUrl(textAddress(release)), contentType: "text/plain" }],
    trustIndicators: [{ title: "Echtheit prüfen", href: site.absoluteUrl(ADDRESSES.authenticity) }],
    infoSources: [issuer(release, site)],
  };
}

/**
 * A whole number that rises with every change, the withdrawal among them: the time of the change in UTC.
 *
 * @example versionAt(1553677200000) → "20190327090000"
 */
function versionAt(instant: number): string {
  return utcTimestamp(instant).replace(/\D/g, "");
}

function notice(withdrawn: NonNullable<Release["withdrawn"]>) {
  return { pubStatus: "canceled", edNote: withdrawalLines(withdrawn).join("\n") };
}

function story(release: Release, site: Site) {
  return {
    pubStatus: "usable",
    contentCreated: timestamp(release.date),
    by: site.office.name,
    located: release.datelinePlace,
    ...(release.corrections.length > 0 && { edNote: release.corrections.map(correctionLine).join("\n") }),
    bodies: [
      { role: "main", contentType: "text/plain", value: contentText(release) },
      { role: "main", contentType: "text/html", value: contentHtml(release, site) },
    ],
    subjects: [
      ...release.topics.map(({ name, slug }) => ({
        name,
        rel: "about",
        uri: tagUri(site.office, topicAddress(slug)),
        creator: site.office.name,
      })),
      ...release.places.map(placeConcept),
    ],
    places: release.places.map(placeConcept),
    associations: release.photos.map((photo) => picture(photo, release, site)),
  };
}

/** A municipality under its official key, which GovData keeps as a URI. */
function placeConcept({ name, key }: Place) {
  return { name, rel: "about", uri: municipalityUri(key), literal: key };
}

/** Photos that are not at hand are named too, without renditions: caption and credit are known. */
function picture(photo: Photo, release: Release, site: Site) {
  const renditions = site.renditionsOf(release, photo);
  const { number, headline, caption, alt, credit, until } = photo;
  return {
    name: headline ?? `Foto ${number}`,
    rel: "photo",
    uri: tagUri(site.office, `${release.address}#foto-${number}`),
    type: "picture",
    language: "de",
    ...(headline !== undefined && { headlines: [{ role: "main", value: headline }] }),
    descriptions: [
      ...(caption === undefined ? [] : [{ role: "caption", contentType: "text/plain", value: caption }]),
      ...(alt === undefined ? [] : [{ role: "alt", contentType: "text/plain", value: alt }]),
    ],
    by: credit,
    copyrightNotice: credit,
    usageTerms: PHOTO_TERMS,
    rightsInfo: { linkedRights: site.absoluteUrl(standingPageAddress("bildnutzung")) },
    ...(until !== undefined && { expires: utcTimestamp(endOf(until)) }),
    ...(renditions !== undefined && {
      renditions: [
        ...renditions.jpeg.slice(-1).map((web) => rendition("web", web, site)),
        rendition("print", renditions.print, site),
      ],
    }),
  };
}

function rendition(name: string, { address, format, width, height, bytes }: Rendition, site: Site) {
  return {
    name,
    href: site.absoluteUrl(address),
    contentType: MEDIA_TYPES[format],
    width,
    height,
    sizeInBytes: bytes,
  };
}

/** Who speaks, and whom to ask about this release. */
function issuer(release: Release, site: Site) {
  const { office } = site;
  const contact = contactOf(release, site);
  return {
    name: office.name,
    role: "issuer",
    uri: office.homepage ?? site.absoluteUrl(ADDRESSES.start),
    contactInfo: [
      ...(contact.phone === undefined ? [] : [{ type: "phone", name: contact.name, value: contact.phone }]),
      ...(contact.email === undefined ? [] : [{ type: "email", name: contact.name, value: contact.email }]),
      {
        type: "address",
        name: office.name,
        address: {
          lines: [office.address.street],
          locality: office.address.city,
          postalCode: office.address.postalCode,
          country: "DE",
        },
      },
    ],
  };
}
