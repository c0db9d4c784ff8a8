import { z } from "zod";
import type { Moment } from "./berlin-time.ts";
import { emailAddress, line, moment, paragraph, phoneNumber } from "./field-types.ts";
import { formatShortPressId, type PressId, parsePressId } from "./press-id.ts";
import { quoted } from "./problem.ts";
import { servedPath } from "./served-path.ts";

/**
 * The front matter of a release: the one schema from which types, messages, documentation and the editors'
 * tools derive. Each description is the sentence an editor reads when the field is missing or wrong.
 */

const PRESS_ID_FORM = "kso.JJJJ.MM.TT.NNN.ZEICHEN wie kso.2019.03.27.134.sm/-rn";

const pressId = z.string().transform((text, context): PressId => {
  const id = parsePressId(text);
  if (id?.sign !== undefined) return id;
  const message =
    id === undefined
      ? `${quoted(text)} ist keine Presse-ID. Erwartet wird ${PRESS_ID_FORM}; eine alte ID, die davon abweicht, gehört in printedId.`
      : `In ${quoted(text)} fehlt am Ende das Zeichen der Verfasserin oder des Verfassers. Erwartet wird ${formatShortPressId(id)}.sm/-rn.`;
  context.addIssue({ code: "custom", message, input: text });
  return z.NEVER;
});

const fileName = z.string().transform((text, context): string => {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(text)) {
    context.addIssue({
      code: "custom",
      message: `${quoted(text)} ist eine Adresse im Netz. Die Datei muss neben der Pressemitteilung liegen; erwartet wird nur ihr Name wie foto.jpg.`,
      input: text,
    });
  } else if (/[/\\]|^\.|^$/.test(text)) {
    context.addIssue({
      code: "custom",
      message: `${quoted(text)} ist kein Dateiname. Die Datei muss neben der Pressemitteilung liegen; erwartet wird nur ihr Name wie foto.jpg.`,
      input: text,
    });
  }
  return text;
});

/** The longest part of a path that file systems take, and the longest path below a folder, in bytes. */
const LONGEST_SEGMENT = 200;
const LONGEST_PATH = 1000;

/** Whether a path, its escapes read, can be that of a file on every system. */
function isServable(path: string): boolean {
  const bytesOf = (text: string) => new TextEncoder().encode(text).length;
  const segments = path.split("/").slice(1);
  return (
    segments.length > 0 &&
    bytesOf(path) <= LONGEST_PATH &&
    segments.every((segment) => !/^\.*$|[\p{Cc}\\]/u.test(segment) && bytesOf(segment) <= LONGEST_SEGMENT)
  );
}

const oldAddress = z.string().transform((text, context): string => {
  const [path = ""] = text.split("?");
  const isPath = /^\/(?!\/)[^\s#\\"<>]*$/.test(text) && !text.split(/[/?]/).includes("..");
  if (!isPath || !isServable(servedPath(path))) {
    context.addIssue({
      code: "custom",
      message: `${quoted(text)} ist kein Pfad. Erwartet wird die alte Adresse ohne Rechnernamen wie /pressemitteilungen/presseservice/1090657.php.`,
      input: text,
    });
  }
  return text;
});

/** When a rule across fields can speak: beside the faults of single fields too, so that an editor sees all at once. */
function isMapping({ value }: { readonly value: unknown }): boolean {
  return typeof value === "object" && value !== null;
}

/** Where one of the two is a day alone, the days decide. */
function isBefore(end: Moment | undefined, start: Moment): boolean {
  if (end === undefined) return false;
  const isTimed = end.time !== undefined && start.time !== undefined;
  return isTimed ? end.instant < start.instant : end.day < start.day;
}

/** One photo of a release, as written. */
export const photoSchema = z
  .strictObject({
    file: fileName
      .optional()
      .describe(
        "Der Name der Bilddatei neben der Pressemitteilung; ohne ihn sagt die Seite, dass das Foto nicht vorliegt.",
      ),
    headline: line(160).optional().describe("Die Überschrift über dem Foto, eine Zeile."),
    caption: paragraph(2000)
      .optional()
      .describe("Die Bildunterschrift: wer ist von links nach rechts zu sehen?"),
    alt: line(400)
      .optional()
      .describe(
        "Was auf dem Foto zu sehen ist, für Menschen, die es nicht sehen; Pflicht, sobald file gesetzt ist.",
      ),
    credit: line(200).describe("Der Bildnachweis, zum Beispiel „Foto: Vorname Name/ Kreis Soest“."),
    until: moment
      .optional()
      .describe("Bis wann das Foto gezeigt werden darf (Einwilligung, Lizenz), einschließlich dieses Tages."),
  })
  .refine((photo) => photo.file === undefined || photo.alt !== undefined, {
    path: ["alt"],
    error: "fehlt. Erwartet wird ein Satz, was auf dem Foto zu sehen ist, für Menschen, die es nicht sehen.",
    when: isMapping,
  })
  .describe("Ein Foto aus credit, file und alt, jedes in einer Zeile für sich.");

/** A file that comes with a release, as written. */
export const attachmentSchema = z
  .strictObject({
    file: fileName.describe("Der Name der Datei neben der Pressemitteilung, zum Beispiel amtsblatt.pdf."),
    title: line(160).describe("Wie die Datei auf der Seite heißt, zum Beispiel „Amtsblatt Nr. 12/2019“."),
  })
  .describe("Eine Datei aus file und title, jedes in einer Zeile für sich.");

/** A person or office that answers questions about a release. */
export const contactSchema = z.strictObject({
  name: line(160).describe("Name oder Stelle der Ansprechperson."),
  phone: phoneNumber.optional().describe("Telefonnummer, zum Beispiel 02921 30-3200."),
  email: emailAddress.optional().describe("E-Mail-Adresse."),
});

/** A change made after publication, as written. */
export const correctionSchema = z
  .strictObject({
    date: moment.describe("Wann berichtigt wurde, zum Beispiel 2019-03-28 14:30."),
    note: paragraph(1000).describe("Was berichtigt wurde, in einem Satz."),
    minor: z.boolean().optional().describe("true bei Kleinigkeiten wie Tippfehlern."),
  })
  .describe("Eine Berichtigung aus date und note, jedes in einer Zeile für sich.");

/** An appointment that a release announces, as written. */
export const eventSchema = z
  .strictObject({
    title: line(160).describe("Wie der Termin heißt."),
    start: moment.describe("Beginn, zum Beispiel 2019-04-05 18:00, oder nur der Tag."),
    end: moment.optional().describe("Ende, zum Beispiel 2019-04-05 20:00; darf fehlen."),
    place: line(300).optional().describe("Wo der Termin stattfindet, frei geschrieben."),
  })
  .refine(({ start, end }) => !isBefore(end, start), {
    path: ["end"],
    error: "liegt vor start. Erwartet wird ein Ende nach dem Beginn.",
    when: (event) =>
      isMapping(event) && !event.issues.some(({ path }) => ["start", "end"].includes(String(path?.[0]))),
  })
  .describe("Ein Termin aus title und start, jedes in einer Zeile für sich.");

/** The whole front matter of a release; unknown keys are errors. */
export const frontMatterSchema = z
  .strictObject({
    title: line(160).describe("Die Überschrift, eine Zeile, höchstens 160 Zeichen."),
    subtitle: line(300).optional().describe("Die Unterzeile, eine Zeile."),
    date: moment.describe(
      "Wann die Pressemitteilung erscheint, Ortszeit, zum Beispiel 2019-03-27 10:00; liegt der Zeitpunkt in der Zukunft, erscheint sie erst dann.",
    ),
    pressId: pressId.optional().describe(`Die Presse-ID, ${PRESS_ID_FORM}.`),
    printedId: line(60)
      .optional()
      .describe(
        "Die ID einer alten Pressemitteilung, wie sie gedruckt wurde, wenn sie den Regeln nicht folgt.",
      ),
    tags: z
      .array(line(80).describe("Der Name eines Themas aus themen.yaml."))
      .optional()
      .describe("Themen, eine Liste von Namen aus themen.yaml."),
    places: z
      .array(line(80).describe("Der Name einer Stadt oder Gemeinde aus orte.yaml."))
      .optional()
      .describe("Orte, eine Liste von Städten und Gemeinden aus orte.yaml."),
    photo: photoSchema.optional().describe("Kurzform für ein einziges Foto."),
    photos: z.array(photoSchema).optional().describe("Die Fotos, eine Liste; credit ist je Foto Pflicht."),
    attachments: z
      .array(attachmentSchema)
      .optional()
      .describe("Dateien zum Herunterladen, eine Liste aus file und title."),
    contact: z
      .union([line(160), contactSchema])
      .optional()
      .describe(
        "Wer Fragen beantwortet: ein Name aus kreis.yaml oder name, phone und email; sonst die Pressestelle.",
      ),
    embargo: z
      .strictObject({
        until: moment.describe("Ende der Sperrfrist, zum Beispiel 2019-03-27 12:00."),
        reason: line(300).describe("Der Grund der Sperrfrist in einem Satz."),
      })
      .optional()
      .describe("Sperrfrist aus until und reason: Bis dahin erscheint die Pressemitteilung nirgends."),
    draft: z.boolean().optional().describe("true: Entwurf, nur in der Vorschau zu sehen."),
    corrections: z
      .array(correctionSchema)
      .optional()
      .describe("Berichtigungen nach der Veröffentlichung, eine Liste aus date und note."),
    withdrawn: z
      .strictObject({
        date: moment.describe("Ab wann die Pressemitteilung zurückgezogen ist."),
        reason: line(500).describe("Warum sie zurückgezogen wurde, in einem Satz."),
      })
      .optional()
      .describe("Zurückgezogen, aus date und reason: Von der Seite bleibt nur dieser Hinweis."),
    events: z
      .array(eventSchema)
      .optional()
      .describe("Termine, die angekündigt werden, eine Liste aus title, start, end und place."),
    follows: line(300)
      .optional()
      .describe("Presse-ID oder Pfad der früheren Pressemitteilung in derselben Sache."),
    redirectFrom: z
      .array(oldAddress)
      .optional()
      .describe("Alte Adressen dieser Pressemitteilung, eine Liste von Pfaden."),
    pinned: z.boolean().optional().describe("true: steht oben auf der Startseite."),
    noindex: z
      .boolean()
      .optional()
      .describe("true: Suchmaschinen sollen die Seite nicht aufnehmen (Persönliches)."),
  })
  .refine((matter) => matter.photo === undefined || matter.photos === undefined, {
    path: ["photo"],
    error: "steht neben photos. Erwartet wird nur eines von beiden; mehrere Fotos gehören in photos.",
    when: isMapping,
  })
  .describe("Zeilen der Form „feld: Wert“ zwischen zwei Zeilen ---, mindestens title und date.");

/** The checked front matter of a release, before its names are resolved to topics, places and files. */
export type FrontMatter = z.output<typeof frontMatterSchema>;
