import { hash } from "node:crypto";
import type { Newsroom } from "../domain/newsroom.ts";
import { compareProblems, FILE_FIELD, type Problem } from "../domain/problem.ts";
import type { Release } from "../domain/release.ts";
import { archiveProblems, releaseDirectory, resolveArchive } from "./archive.ts";
import {
  type ContentFile,
  type ContentFolder,
  openContentFolder,
  relistContentFolder,
} from "./content-folder.ts";
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

/**
 * Reads and checks a content folder as {@link readNewsroom} does, each time it is asked.
 *
 * @param changed paths below the folder, where it is known that nothing changed since the last time but what lies there
 */
export type NewsroomReader = (
  now: number,
  keptReadings?: (madeFrom: string) => KeptReadings,
  changed?: readonly string[],
) => Promise<Reading>;

/** Opens a content folder to be read again and again, as a preview does: what rested since the last time is remembered. */
export function newsroomReader(input: string): NewsroomReader {
  let listed: ContentFolder | undefined;
  let remembered: { readonly stamps: string | undefined; readonly standing: Standing } | undefined;
  const list = async (changed: readonly string[] | undefined): Promise<ContentFolder> => {
    const relisted = changed && listed && relistContentFolder(listed, changed);
    listed = undefined;
    listed = relisted ?? (await openContentFolder(input));
    return listed;
  };
  const readAgain = (folder: ContentFolder): Standing => {
    const stamps = standingStamps(folder);
    if (stamps === undefined || remembered?.stamps !== stamps)
      remembered = { stamps, standing: readStanding(folder) };
    return remembered.standing;
  };
  return async (now, keptReadings, changed) => {
    const folder = await list(changed).catch(
      (error: NodeJS.ErrnoException) => error.code ?? "unbekannter Fehler",
    );
    if (typeof folder !== "string") return readWith(folder, now, readAgain(folder), keptReadings);
    const message = `Der Ordner lässt sich nicht lesen (${folder}). Erwartet wird ein Inhaltsordner mit kreis.yaml, seiten/ und pressemitteilungen/.`;
    return { problems: [{ file: input, line: 1, column: 1, field: FILE_FIELD, message }] };
  };
}

/** What an archive stands in, and the files of releases that were opened in it. */
type Standing = {
  readonly officeFiles: OfficeFiles;
  readonly standing: StandingPages;
  /** What readings of releases are made from beside their own files. */
  readonly madeFrom: string;
  readonly opened: OpenedReadings;
  /** The last reading in which there was no problem. */
  agreed?: Agreed | undefined;
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
  folder: ContentFolder,
  now: number,
  archive: Standing,
  keptReadings?: (madeFrom: string) => KeptReadings,
): Promise<Reading> {
  const { officeFiles, standing, madeFrom, opened } = archive;
  const { office, topics, places, services } = officeFiles;
  const files = await readReleases(
    releaseSources(folder),
    { files: folder.files, office, topics, places },
    keptReadings?.(madeFrom),
    opened,
  );
  const ofFiles = [
    ...folder.problems,
    ...unreadFiles(folder),
    ...officeFiles.problems,
    ...standing.problems,
    ...files.flatMap((file) => file.problems),
  ];
  const named = office && topics && places && services && { office, topics, places, services };
  const asBefore = ofFiles.length === 0 ? releasesAsBefore(files, archive.agreed) : undefined;
  if (named !== undefined && asBefore !== undefined) {
    archive.agreed = { files, releases: asBefore };
    return { newsroom: { ...named, pages: standing.pages, releases: asBefore } };
  }
  const claims = files.map((file) => file.claims);
  const directory = releaseDirectory(claims);
  const fixed = fixedAddresses({ pages: standing.pages, topics: topics ?? [], places: places ?? [] });
  const ofAll = [...ofFiles, ...archiveProblems(claims, directory), ...redirectProblems(claims, fixed)];
  if (named === undefined) return { problems: ofAll.sort(compareProblems) };
  const releases = resolveArchive(files, directory);
  const newsroom = { ...named, pages: standing.pages, releases };
  const links = [...standing.links, ...officeFiles.links];
  const problems = [...ofAll, ...ownLinkProblems(newsroom, files, links, now)];
  archive.agreed = problems.length === 0 ? { files, releases } : undefined;
  return problems.length === 0 ? { newsroom } : { problems: problems.sort(compareProblems) };
}

/** Files between which nothing was wrong, and their releases in the same order. */
type Agreed = { readonly files: readonly ReleaseFile[]; readonly releases: readonly Release[] };

/**
 * The releases of files that tell each other what they told when nothing was wrong between them; `undefined` of others.
 * A text that an editor changes need not be held against ten thousand others. What has become public since can only
 * have mended a link.
 */
function releasesAsBefore(files: readonly ReleaseFile[], before: Agreed | undefined): Release[] | undefined {
  if (before?.files.length !== files.length) return undefined;
  const releases: Release[] = [];
  for (const [index, file] of files.entries()) {
    const [fileBefore, releaseBefore] = [before.files[index], before.releases[index]];
    if (file === fileBefore && releaseBefore !== undefined) releases.push(releaseBefore);
    else if (file.release !== undefined && toldToOthers(file) === toldToOthers(fileBefore))
      releases.push({ ...file.release, ...(releaseBefore?.follows && { follows: releaseBefore.follows }) });
    else return undefined;
  }
  return releases;
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
