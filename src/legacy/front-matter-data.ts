import { datelineFault, splitDateline } from "../domain/dateline.ts";
import { frontMatterSchema } from "../domain/front-matter.ts";
import type { Office } from "../domain/office.ts";
import { parsePressId } from "../domain/press-id.ts";
import {
  draftAttachments,
  draftPhotos,
  type FileCopy,
  type FileFinder,
  withoutEmpty,
} from "./drafted-files.ts";
import { type LegacyEvent, proposeEvents } from "./event-proposals.ts";
import { type Found, guessed } from "./found.ts";
import type { LegacyRelease } from "./legacy-release.ts";
import type { FrontMatterData } from "./release-file-text.ts";
import type { Remark } from "./sheet.ts";

/** A field for the report. */
export type FieldReport = { readonly field: string; readonly value: string } & Pick<
  Found<unknown>,
  "basis" | "why"
>;

/** A release as it will stand in its file. */
export type DraftedRelease = {
  readonly frontMatter: FrontMatterData;
  readonly body: string;
  readonly fields: readonly FieldReport[];
  readonly remarks: readonly Remark[];
  readonly copies: readonly FileCopy[];
};

/** What the archive as a whole decides about a release. */
export type Placement = {
  /** Name of its file without ending: `2019-03-27-gemeinsam-klappts`. */
  readonly baseName: string;
  readonly isWeaklyDated: boolean;
  readonly follows?: Found<string> | undefined;
  readonly redirects: readonly Found<string>[];
};

/**
 * Puts a release's front matter together and holds it against the schema: a value that does not fit is left out
 * and told.
 */
export function draftRelease(
  release: LegacyRelease,
  placement: Placement,
  office: Office,
  findFile: FileFinder,
): DraftedRelease | { readonly fault: string } {
  const { title, subtitle, date, tags, places, contact } = release;
  const remarks: Remark[] = [...release.remarks];
  const photos = draftPhotos(release, placement.baseName, findFile, remarks);
  const attachments = draftAttachments(release, placement.baseName, findFile);
  const events =
    date === undefined ? [] : proposeEvents(release.statements, date.value.slice(0, 10), title.value);
  const body = attachments.reduce(
    (text, { href, name }) => (href === undefined ? text : text.replaceAll(`](${href})`, `](${name})`)),
    release.body,
  );
  const ids = idsFor(release, body, office);
  const knownContact =
    contact &&
    (office.pressContacts.find(
      ({ name, phone }) => name === contact.value.name && phone === contact.value.phone,
    )?.name ??
      contact.value);
  const data: Record<string, unknown> = withoutEmpty({
    title: title.value,
    subtitle: subtitle?.value,
    date: date?.value,
    pressId: ids.pressId,
    printedId: ids.printedId,
    tags: tags.map(({ value }) => value),
    places: places.map(({ value }) => value),
    photos: photos.map(({ data: photo }) => photo),
    attachments: attachments.map(({ name, title: shown }) => ({ file: name, title: shown })),
    contact: knownContact,
    draft: placement.isWeaklyDated ? true : undefined,
    events: events.map(({ value }) => value),
    follows: placement.follows?.value,
    redirectFrom: placement.redirects.map(({ value }) => value),
  });
  const fault = fitToSchema(data, remarks);
  if (fault !== undefined) return { fault };
  return {
    frontMatter: data,
    body,
    remarks,
    fields: fieldReports(release, placement, data, events),
    copies: [...photos, ...attachments].flatMap(({ copy }) => copy ?? []),
  };
}

/** Leaves out what the schema refuses; without title or date there is no release. */
function fitToSchema(data: Record<string, unknown>, remarks: Remark[]): string | undefined {
  for (
    let checked = frontMatterSchema.safeParse(data);
    !checked.success;
    checked = frontMatterSchema.safeParse(data)
  ) {
    const [issue] = checked.error.issues;
    const field = String(issue?.path[0] ?? "");
    if (field === "title" || field === "date" || !(field in data)) return `${field}: ${issue?.message}`;
    leaveOut(data, field, issue?.path[1], remarks);
  }
  return undefined;
}

/** Of a list the entry alone, else the field. */
function leaveOut(
  data: Record<string, unknown>,
  field: string,
  entry: PropertyKey | undefined,
  remarks: Remark[],
): void {
  const value = data[field];
  const isEntry = Array.isArray(value) && typeof entry === "number" && value.length > 1;
  const refused: unknown = isEntry ? value[entry] : value;
  remarks.push({ field, what: `passt nicht und fehlt daher: ${JSON.stringify(refused)}`, isGuess: true });
  if (isEntry) data[field] = value.toSpliced(entry, 1);
  else delete data[field];
}

type Ids = { readonly pressId?: string; readonly printedId?: string };

/** The IDs; where the dateline of the text says another, that one was printed. */
function idsFor({ pressId, printedId }: LegacyRelease, body: string, office: Office): Ids {
  const ids = {
    ...(pressId && { pressId: pressId.value }),
    ...(printedId && { printedId: printedId.value }),
  };
  const known = ids.printedId ?? ids.pressId;
  if (known !== undefined && body.slice(0, 200).includes(`${known})`)) return ids;
  const { dateline } = splitDateline(body, office.name, office.pressIdPrefix);
  const parsed = pressId && parsePressId(pressId.value);
  const isWrong =
    dateline !== undefined &&
    datelineFault(dateline, { pressId: parsed, printedId: printedId?.value }) !== undefined;
  return isWrong && dateline.printedId !== undefined
    ? { ...ids, printedId: dateline.printedId.slice(0, 60) }
    : ids;
}

function fieldReports(
  release: LegacyRelease,
  { isWeaklyDated, follows, redirects }: Placement,
  data: FrontMatterData,
  events: readonly Found<LegacyEvent>[],
): FieldReport[] {
  const reports: FieldReport[] = [];
  const report = (field: string, found: Found<unknown> | undefined) => {
    const name = field.replace(/\[.*$/, "");
    if (found === undefined || !(name in data)) return;
    const value =
      typeof found.value === "string" ? found.value : Object.values(found.value as object).join(", ");
    reports.push({ field, value, basis: found.basis, why: found.why });
  };
  for (const field of ["title", "subtitle", "date", "pressId", "printedId"] as const)
    report(field, release[field]);
  for (const [index, tag] of release.tags.entries()) report(`tags[${index}]`, tag);
  for (const [index, place] of release.places.entries()) report(`places[${index}]`, place);
  for (const [index, photo] of release.photos.entries()) {
    const value = [photo.headline, photo.caption, photo.credit.value]
      .filter((part) => part !== undefined)
      .join(" | ");
    report(`photos[${index}]`, { ...photo.credit, value });
  }
  report("contact", release.contact);
  if (isWeaklyDated)
    report("draft", guessed("true", "das Datum ist zu unsicher, um ungesehen zu erscheinen"));
  for (const [index, event] of events.entries()) report(`events[${index}]`, event);
  report("follows", follows);
  for (const [index, path] of redirects.entries()) report(`redirectFrom[${index}]`, path);
  return reports;
}
