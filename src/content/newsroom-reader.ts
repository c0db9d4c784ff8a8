import { hash } from "node:crypto";
import type { Newsroom } from "../domain/newsroom.ts";
import { compareProblems, FILE_FIELD, type Problem } from "../domain/problem.ts";
import { archiveProblems, releaseDirectory, resolveArchive } from "./archive.ts";
import { type ContentFile, type ContentFolder, openContentFolder } from "./content-folder.ts";
import { type OfficeFiles, readOfficeFiles } from "./content-office.ts";
import { fixedAddresses, ownLinkProblems } from "./own-links.ts";
import { redirectProblems } from "./redirects.ts";
import type { ReleaseFile } from "./release-file.ts";
import { type KeptReadings, type OpenedReadings, readReleases } from "./release-readings.ts";
import { readStandingPages, type StandingPages } from "./standing-page-file.ts";

/** A content folder as read: the newsroom where all of it is right, else every problem of every file. */
export type Reading = { readonly newsroom: Newsroom } | { readonly problems: readonly Problem[] };

/**
 * Reads and checks a content folder, once and whole. Content never runs code, nothing is fetched, and nothing
 * outside the folder is opened.
 *
 * @param input the folder as the caller wrote it; problems name files below it the same way
 * @param now milliseconds since 1970: pages that are always public may not link to what is not public by then
 * @param keptReadings readings of an earlier run that were made from the same, by what that is known by
 */
export function readNewsroom(
  input: string,
  now: number,
  keptReadings?: (madeFrom: string) => KeptReadings,
): Promise<Reading> {
  return newsroomReader(input)(now, keptReadings);
}

/** Reads and checks a content folder as {@link readNewsroom} does, each time it is asked. */
export type NewsroomReader = (
  now: number,
  keptReadings?: (madeFrom: string) => KeptReadings,
) => Promise<Reading>;

/** Opens a content folder to be read again and again, as a preview does: what rested since the last time is remembered. */
export function newsroomReader(input: string): NewsroomReader {
  let remembered: { readonly stamps: string | undefined; readonly standing: Standing } | undefined;
  const readAgain = (folder: ContentFolder): Standing => {
    const stamps = standingStamps(folder);
    if (stamps === undefined || remembered?.stamps !== stamps)
      remembered = { stamps, standing: readStanding(folder) };
    return remembered.standing;
  };
  return (now, keptReadings) => readWith(input, now, readAgain, keptReadings);
}

/** What an archive stands in, and the files of releases that were opened in it. */
type Standing = {
  readonly officeFiles: OfficeFiles;
  readonly standing: StandingPages;
  /** What readings of releases are made from beside their own files. */
  readonly madeFrom: string;
  readonly opened: OpenedReadings;
  /** The files of the last reading in which there was no problem. */
  agreed?: readonly ReleaseFile[] | undefined;
};

function readStanding(folder: ContentFolder): Standing {
  const officeFiles = readOfficeFiles(folder);
  const { office, topics, places } = officeFiles;
  return {
    officeFiles,
    standing: readStandingPages(folder, office),
    madeFrom: hash("sha256", JSON.stringify([folder.shownAs(""), folder.root, office, topics, places])),
    opened: new Map(),
  };
}

/** What the files beside releases are known by; nothing where one of them changed too lately to tell. */
function standingStamps({ files }: ContentFolder): string | undefined {
  const beside = [...files.values()].filter(({ name }) => !name.startsWith(RELEASES));
  if (beside.some(({ stamp }) => stamp === "")) return undefined;
  return beside.map(({ name, stamp }) => `${name} ${stamp}`).join("\n");
}

const RELEASES = "pressemitteilungen/";

async function readWith(
  input: string,
  now: number,
  readAgain: (folder: ContentFolder) => Standing,
  keptReadings?: (madeFrom: string) => KeptReadings,
): Promise<Reading> {
  const folder = await openContentFolder(input).catch(
    (error: NodeJS.ErrnoException) => error.code ?? "unbekannter Fehler",
  );
  if (typeof folder === "string") {
    const message = `Der Ordner lässt sich nicht lesen (${folder}). Erwartet wird ein Inhaltsordner mit kreis.yaml, seiten/ und pressemitteilungen/.`;
    return { problems: [{ file: input, line: 1, column: 1, field: FILE_FIELD, message }] };
  }
  const archive = readAgain(folder);
  const { officeFiles, standing, madeFrom, opened } = archive;
  const { office, topics, places, services } = officeFiles;
  const files = await readReleases(
    releaseSources(folder),
    { files: folder.files, office, topics, places },
    keptReadings?.(madeFrom),
    opened,
  );
  const claims = files.map((file) => file.claims);
  const directory = releaseDirectory(claims);
  const isAgreed = agreesAsBefore(files, archive.agreed);
  const fixed = fixedAddresses({ pages: standing.pages, topics: topics ?? [], places: places ?? [] });
  const problems = [
    ...folder.problems,
    ...unreadFiles(folder),
    ...officeFiles.problems,
    ...standing.problems,
    ...files.flatMap((file) => file.problems),
    ...(isAgreed ? [] : [...archiveProblems(claims, directory), ...redirectProblems(claims, fixed)]),
  ];
  if (office === undefined || topics === undefined || places === undefined || services === undefined) {
    return { problems: problems.sort(compareProblems) };
  }
  const newsroom = {
    office,
    topics,
    places,
    services,
    pages: standing.pages,
    releases: resolveArchive(files, directory),
  };
  if (!isAgreed)
    problems.push(...ownLinkProblems(newsroom, files, [...standing.links, ...officeFiles.links], now));
  archive.agreed = problems.length === 0 ? files : undefined;
  return problems.length === 0 ? { newsroom } : { problems: problems.sort(compareProblems) };
}

/**
 * Whether files tell each other what they told when nothing was wrong between them: a text that an editor changes need
 * not be held against ten thousand others. What has become public since can only have mended a link.
 */
function agreesAsBefore(files: readonly ReleaseFile[], agreed: readonly ReleaseFile[] | undefined): boolean {
  return (
    agreed?.length === files.length &&
    files.every(
      (file, index) =>
        file === agreed[index] ||
        (file.release !== undefined && toldToOthers(file) === toldToOthers(agreed[index])),
    )
  );
}

/** What other files, and links in them, depend on; nothing is as what a file with problems tells. */
function toldToOthers(file: ReleaseFile | undefined): string | undefined {
  if (file?.release === undefined) return undefined;
  const { places: _whereItStands, links, ...claims } = file.claims;
  const { attachments, events } = file.release;
  return JSON.stringify([
    claims,
    links.map(({ href }) => href),
    attachments.map(({ address }) => address),
    events.length,
  ]);
}

/** The files of releases by name, which is the order of their days. */
function releaseSources(folder: ContentFolder): ContentFile[] {
  return [...folder.files.values()]
    .filter(({ name }) => name.startsWith(RELEASES) && name.endsWith(".md"))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Texts that an editor must think are published, and that nobody reads: a wrong ending, a folder too deep. */
function unreadFiles(folder: ContentFolder): Problem[] {
  return [...folder.files.values()].flatMap(({ name, shownAs }) => {
    const isText = /\.(?:md|markdown|mdown|mkd)$/i.test(name);
    const isRead = name.startsWith(RELEASES) ? name.endsWith(".md") : /^seiten\/[^/]+\.md$/.test(name);
    if (!isText || isRead || !/^(?:pressemitteilungen|seiten)\//.test(name)) return [];
    const message =
      "wird so nicht gelesen. Erwartet wird die Endung .md, in Kleinbuchstaben, und in seiten/ kein weiterer Ordner.";
    return [{ file: shownAs, line: 1, column: 1, field: FILE_FIELD, message }];
  });
}
