import { z } from "zod";
import {
  attachmentSchema,
  contactSchema,
  correctionSchema,
  eventSchema,
  frontMatterSchema,
  photoSchema,
} from "../domain/front-matter.ts";
import { placesSchema } from "../domain/office.ts";
import { modifiedMoment, type Photo, publicationMoment, type Release } from "../domain/release.ts";
import type { Site } from "../domain/site.ts";
import { ninjsAddress } from "./ninjs.ts";
import { idOf, MEDIA_TYPES } from "./story.ts";
import { tagUri } from "./tag-uri.ts";
import { timestamp, writtenTimestamp } from "./timestamp.ts";

/**
 * A release as open data. The fields that an editor writes are those of the front matter, descriptions included;
 * times are exact instants, names of places bring their keys, files their addresses.
 */

const instant = z.iso.datetime({ offset: true });
const instantOrDay = z.union([instant, z.iso.date()]);
const { title, subtitle } = frontMatterSchema.shape;
const { headline, caption, alt, credit } = photoSchema.shape;
const { name, key } = placesSchema.element.shape;

const identitySchema = z.strictObject({
  id: z
    .string()
    .describe("Die Kennung (tag:-URI nach RFC 4151); sie bleibt auch beim Umzug auf einen anderen Server."),
  url: z.url().describe("Die Seite der Pressemitteilung."),
  pressId: z.string().optional().describe("Die Presse-ID, wie sie gedruckt wurde."),
  title,
  date: instantOrDay.describe("Das Datum der Pressemitteilung."),
  published: instant.describe("Wann sie öffentlich wurde: das Datum oder das Ende der Sperrfrist."),
  modified: instant.describe("Die letzte Änderung: Veröffentlichung, Berichtigung oder Zurückziehung."),
});

const photoRecordSchema = z.strictObject({
  headline,
  caption,
  alt,
  credit: credit.describe("Der Bildnachweis."),
  until: instantOrDay
    .optional()
    .describe("Bis wann das Foto gezeigt werden darf, einschließlich dieses Tages."),
  file: z
    .strictObject({
      url: z.url().describe("Die Datei in Druckauflösung."),
      type: z.string().describe("Der Medientyp."),
      width: z.int().describe("Breite in Pixeln."),
      height: z.int().describe("Höhe in Pixeln."),
      bytes: z.int().describe("Größe in Byte."),
    })
    .optional()
    .describe("Die Bilddatei; sie fehlt, wo das Foto nicht vorliegt."),
});

/** A public release. */
export const releaseRecordSchema = identitySchema.extend({
  subtitle,
  tags: z.array(z.string()).describe("Die Themen."),
  places: z
    .array(z.strictObject({ name, key }))
    .describe("Die Städte und Gemeinden mit amtlichem Schlüssel."),
  photos: z.array(photoRecordSchema).describe("Die Fotos."),
  attachments: z
    .array(
      z.strictObject({
        title: attachmentSchema.shape.title,
        url: z.url().describe("Die Datei."),
        bytes: z.int().describe("Größe in Byte."),
      }),
    )
    .describe("Dateien zum Herunterladen."),
  contact: contactSchema.describe("Wer Fragen beantwortet."),
  corrections: z
    .array(
      z.strictObject({
        date: instantOrDay.describe("Wann berichtigt wurde."),
        note: correctionSchema.shape.note,
        minor: correctionSchema.shape.minor,
      }),
    )
    .describe("Berichtigungen, die neueste zuerst."),
  events: z
    .array(
      z.strictObject({
        title: eventSchema.shape.title,
        start: instantOrDay.describe("Beginn; ohne Uhrzeit gilt der ganze Tag."),
        end: instantOrDay.optional().describe("Ende."),
        place: eventSchema.shape.place,
      }),
    )
    .describe("Termine, die angekündigt werden."),
  follows: z.url().optional().describe("Die frühere Pressemitteilung in derselben Sache."),
  noindex: z
    .boolean()
    .optional()
    .describe("true: Suchmaschinen sollen die Seite nicht aufnehmen (Persönliches)."),
  ninjs: z.url().describe("Dieselbe Pressemitteilung als IPTC ninjs, mit HTML-Text."),
  text: z.string().describe("Der Text ohne Auszeichnung; Absätze trennt eine Leerzeile."),
});

/** What remains of a withdrawn release. */
export const withdrawalRecordSchema = identitySchema.extend({
  withdrawn: z
    .strictObject({
      date: instantOrDay.describe("Seit wann."),
      reason: frontMatterSchema.shape.withdrawn.unwrap().shape.reason,
    })
    .describe("Die Zurückziehung."),
});

/** The releases of one year. */
export const yearFileSchema = z.strictObject({
  year: z.int().describe("Das Jahr, in dem die Pressemitteilungen datiert sind."),
  publisher: z.string().describe("Das Amt, das sie herausgegeben hat."),
  license: z.string().describe("Unter welchen Bedingungen die Daten genutzt werden dürfen."),
  releases: z.array(releaseRecordSchema).describe("Die Pressemitteilungen, die neueste zuerst."),
  withdrawn: z
    .array(withdrawalRecordSchema)
    .describe("Zurückgezogene Pressemitteilungen: nur noch der Hinweis."),
});

/** The schema of a release in the data, as anyone who reads them needs it (JSON Schema, draft 2020-12). */
export function recordJsonSchema() {
  return z.toJSONSchema(releaseRecordSchema, { io: "input" });
}

/** The schema of a year's file. */
export function yearFileJsonSchema() {
  return z.toJSONSchema(yearFileSchema, { io: "input" });
}

export type ReleaseRecord = z.input<typeof releaseRecordSchema>;
type WithdrawalRecord = z.input<typeof withdrawalRecordSchema>;

/** @example releaseRecord(release, site).published → "2019-03-27T10:00:00+01:00" */
export function releaseRecord(release: Release, site: Site): ReleaseRecord {
  const { absoluteUrl } = site;
  return {
    ...identity(release, site),
    subtitle: release.subtitle,
    tags: release.topics.map((topic) => topic.name),
    places: release.places.map((place) => ({ name: place.name, key: place.key })),
    photos: release.photos.map((photo) => photoRecord(photo, release, site)),
    attachments: release.attachments.map((attachment) => ({
      title: attachment.title,
      url: absoluteUrl(attachment.address),
      bytes: attachment.source.bytes,
    })),
    contact: release.contact,
    corrections: release.corrections.map(({ date, note, minor }) => ({
      date: writtenTimestamp(date),
      note,
      minor,
    })),
    events: release.events.map(({ title, start, end, place }) => ({
      title,
      start: writtenTimestamp(start),
      end: end && writtenTimestamp(end),
      place,
    })),
    follows: release.follows && absoluteUrl(release.follows),
    ...(release.isNoindex && { noindex: true }),
    ninjs: absoluteUrl(ninjsAddress(release)),
    text: release.body.text,
  };
}

/** @example withdrawalRecord(release, withdrawn, site).withdrawn → { date: "2019-04-01T09:00:00+02:00", reason: "…" } */
export function withdrawalRecord(
  release: Release,
  { date, reason }: NonNullable<Release["withdrawn"]>,
  site: Site,
): WithdrawalRecord {
  return { ...identity(release, site), withdrawn: { date: writtenTimestamp(date), reason } };
}

function identity(release: Release, site: Site): z.input<typeof identitySchema> {
  return {
    id: tagUri(site.office, release.address),
    url: site.absoluteUrl(release.address),
    pressId: idOf(release),
    title: release.title,
    date: writtenTimestamp(release.date),
    published: timestamp(publicationMoment(release)),
    modified: timestamp(modifiedMoment(release)),
  };
}

function photoRecord(photo: Photo, release: Release, site: Site): z.input<typeof photoRecordSchema> {
  const { headline, caption, alt, credit, until } = photo;
  const print = site.renditionsOf(release, photo)?.print;
  return {
    headline,
    caption,
    alt,
    credit,
    until: until && writtenTimestamp(until),
    ...(print !== undefined && {
      file: {
        url: site.absoluteUrl(print.address),
        type: MEDIA_TYPES[print.format],
        width: print.width,
        height: print.height,
        bytes: print.bytes,
      },
    }),
  };
}
