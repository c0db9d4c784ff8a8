import { releaseAddress } from "../domain/address.ts";
import { parseMoment } from "../domain/berlin-time.ts";
import { excerpt } from "../domain/excerpt.ts";
import { type FrontMatter, frontMatterSchema } from "../domain/front-matter.ts";
import type { Office, Place, Topic } from "../domain/office.ts";
import { formatPressId } from "../domain/press-id.ts";
import { FILE_FIELD, type Problem, type ProblemPlace, quoted } from "../domain/problem.ts";
import type { Release } from "../domain/release.ts";
import { slugify } from "../domain/slug.ts";
import { type CheckedMarkdown, readMarkdownFile } from "./checked-file.ts";
import type { ContentFile } from "./content-folder.ts";
import { readBody } from "./release-body.ts";
import { claimsOf, NEVER, type ReleaseClaims } from "./release-claims.ts";
import { readAttachments, readPhotos } from "./release-files.ts";
import { resolveContact, resolveNames } from "./release-names.ts";
import type { FieldPath } from "./yaml-source.ts";

/** What a release refers to by name; absent where its own file is at fault, so that no problem is told twice. */
export type ReleaseContext = {
  /** All that lies below the content folder, by name. */
  readonly files: ReadonlyMap<string, ContentFile>;
  readonly office: Office | undefined;
  readonly topics: readonly Topic[] | undefined;
  readonly places: readonly Place[] | undefined;
};

/** A release's file as read by itself, before it is held against the others. */
export type ReleaseFile = {
  /** The release with `follows` as written; absent where the file has problems. */
  readonly release: Release | undefined;
  readonly problems: readonly Problem[];
  /** What other files can clash with, known though other fields are wrong. */
  readonly claims: ReleaseClaims;
  /** What `toldToOthers` says of it, where that was asked: files that tell the same agree as they did. */
  readonly told?: string;
};

const FILE_NAME = /^pressemitteilungen\/(\d{4})\/((\d{4})-\d{2}-\d{2})-([^/]+)\.md$/;

/** Fields that keep a release from readers: left empty, none may read as if it had never been written. */
const HIDING_FIELDS = ["embargo", "draft", "withdrawn"] as const;

/** Reads one release's file and checks all that can be told without the other releases. */
export async function readReleaseFile(file: ContentFile, context: ReleaseContext): Promise<ReleaseFile> {
  const name = parseFileName(file.name);
  const place: ProblemPlace = { file: file.shownAs, line: 1, column: 1, field: FILE_FIELD };
  const noClaims: ReleaseClaims = {
    shownAs: file.shownAs,
    publicFrom: NEVER,
    redirectFrom: [],
    attachments: [],
    links: [],
    places: { file: place, redirectFrom: [] },
  };
  if ("fault" in name) {
    return { release: undefined, problems: [{ ...place, message: name.fault }], claims: noClaims };
  }
  const address = releaseAddress(name.day, name.slug);
  const read = readMarkdownFile(file, frontMatterSchema);
  if (!("fields" in read)) {
    return { release: undefined, problems: read.problems, claims: { ...noClaims, address } };
  }
  return checkRelease(file, { ...name, address }, read, context);
}

type FileName = { readonly day: string; readonly slug: string };

function parseFileName(name: string): FileName | { readonly fault: string } {
  const expected =
    "pressemitteilungen/JJJJ/JJJJ-MM-TT-kurzname.md wie pressemitteilungen/2019/2019-03-27-gemeinsam-klappts.md";
  const match = FILE_NAME.exec(name);
  if (match === null) return { fault: `liegt nicht, wo eine Pressemitteilung liegt. Erwartet: ${expected}.` };
  const [, folder, day = "", year, shortName = ""] = match;
  if (folder !== year)
    return {
      fault: `liegt im Ordner ${folder}, ihr Name beginnt mit ${year}. Bitte in den Ordner pressemitteilungen/${year} verschieben.`,
    };
  const calendarDay = parseMoment(day);
  if ("fault" in calendarDay)
    return { fault: `heißt nach einem Tag, den es nicht gibt. ${calendarDay.fault}` };
  const slug = slugify(shortName);
  if (slug === "")
    return { fault: `hat keinen Kurznamen aus Buchstaben oder Ziffern. Erwartet: ${expected}.` };
  return { day, slug };
}

async function checkRelease(
  file: ContentFile,
  { day, slug, address }: FileName & { readonly address: string },
  read: CheckedMarkdown<FrontMatter>,
  context: ReleaseContext,
): Promise<ReleaseFile> {
  const { fields, placeOf, problemAt } = read;
  const problems = [...read.problems];
  const expect = (isRight: boolean, path: FieldPath, message: () => string) => {
    if (!isRight) problems.push(problemAt(path, message()));
  };
  for (const field of HIDING_FIELDS) {
    const { description } = frontMatterSchema.shape[field];
    expect(
      !read.isEmpty(field),
      [field],
      () => `ist leer. Erwartet: ${description} Sonst bitte die Zeile löschen.`,
    );
  }
  const { date, pressId, printedId } = fields;
  if (date !== undefined) {
    expect(
      date.day === day,
      ["date"],
      () =>
        `Der Tag ${date.day} ist nicht der des Dateinamens. Erwartet wird ${day}; sonst bitte die Datei umbenennen.`,
    );
  }
  if (pressId !== undefined) {
    const { office } = context;
    if (date !== undefined) {
      expect(
        pressId.day === date.day,
        ["pressId"],
        () =>
          `Der Tag ${pressId.day} in der Presse-ID ist nicht der von date (${date.day}). Erwartet wird ${formatPressId({ ...pressId, day: date.day })}; eine falsch gedruckte alte ID gehört in printedId.`,
      );
    }
    if (office !== undefined) {
      expect(
        pressId.prefix === office.pressIdPrefix,
        ["pressId"],
        () => `Die Presse-ID beginnt mit ${pressId.prefix}. Erwartet wird ${office.pressIdPrefix}.`,
      );
    }
  }
  const topics = resolveNames(fields.tags, context.topics, "tags", "themen.yaml", problemAt);
  const places = resolveNames(fields.places, context.places, "places", "orte.yaml", problemAt, (name) => {
    const home = context.places?.find((place) => place.parts?.includes(name));
    return home && `${quoted(name)} ist ein Ortsteil. Erwartet wird die Stadt oder Gemeinde: „${home.name}“.`;
  });
  const contact = resolveContact(fields.contact, context.office, problemAt);
  const photos = await readPhotos(file, fields, context.files, problemAt);
  const attachments = readAttachments(file, address, fields.attachments, context.files, problemAt);
  const body = readBody(file, read, attachments.found, context.office);
  problems.push(
    ...topics.problems,
    ...places.problems,
    ...contact.problems,
    ...photos.problems,
    ...attachments.problems,
    ...body.problems,
  );
  const { follows: written, redirectFrom: oldAddresses = [], draft: isDraft = false } = fields;
  const claims = claimsOf(
    { ...fields, address, isDraft, redirectFrom: oldAddresses, attachments: fields.attachments ?? [] },
    {
      shownAs: file.shownAs,
      links: body.links,
      places: {
        file: placeOf([]),
        ...(pressId && { pressId: placeOf(["pressId"]) }),
        ...(written !== undefined && { follows: placeOf(["follows"]) }),
        redirectFrom: oldAddresses.map((_, index) => placeOf(["redirectFrom", index])),
      },
    },
  );
  if (problems.length > 0 || read.data === undefined || contact.found === undefined)
    return { release: undefined, problems, claims };
  const {
    title,
    subtitle,
    embargo,
    withdrawn,
    corrections,
    events,
    follows,
    redirectFrom,
    draft,
    pinned,
    noindex,
  } = read.data;
  const { html, text } = body.rendered;
  const release: Release = {
    source: file.name,
    digest: read.digest,
    slug,
    address,
    title,
    ...(subtitle !== undefined && { subtitle }),
    date: read.data.date,
    ...(pressId !== undefined && { pressId }),
    ...(printedId !== undefined && { printedId }),
    ...(embargo !== undefined && { embargo }),
    ...(withdrawn !== undefined && { withdrawn }),
    datelinePlace: body.datelinePlace,
    topics: topics.found,
    places: places.found,
    photos: photos.found,
    attachments: attachments.found,
    contact: contact.found,
    isDraft: draft === true,
    corrections: (corrections ?? []).toSorted((a, b) => b.date.instant - a.date.instant),
    events: events ?? [],
    ...(follows !== undefined && { follows }),
    redirectFrom: redirectFrom ?? [],
    isPinned: pinned === true,
    isNoindex: noindex === true,
    body: { html, text, excerpt: excerpt(text) },
  };
  return { release, problems, claims };
}
