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
import { LARGEST_TEXT, readSourceBytes, sourceDigest } from "./source-text.ts";
import { readStandingPages, type StandingPages } from "./standing-page-file.ts";

/** A content folder as read: the newsroom where all of it is right, else every problem of every file. */
export type Reading = { readonly newsroom: Newsroom } | { readonly problems: readonly Problem[] };

/** What earlier runs found in the same content folder with the same code. */
export type KeptContent = {
  /** Readings of releases that were made from the same, by what that is known by. */
  readonly readings: (madeFrom: string) => KeptReadings;
  /** What was last kept under a name, where it was made from the same. */
  readonly recall: (name: string, madeFrom: string) => unknown;
  /** Keeps what JSON can hold, in place of what was kept under the name. */
  readonly keep: (name: string, madeFrom: string, value: unknown) => void;
};

/**
 * Reads and checks a content folder, once and whole. Content never runs code, nothing is fetched, and nothing
 * outside the folder is opened.
 *
 * @param input the folder as the caller wrote it; problems name files below it the same way
 * @param now milliseconds since 1970: pages that are always public may not link to what is not public by then
 */
export function readNewsroom(input: string, now: number, kept?: KeptContent): Promise<Reading> {
  return newsroomReader(input)(now, kept);
}

/**
 * Reads and checks a content folder as {@link readNewsroom} does, each time it is asked.
 *
 * @param changed paths below the folder, where it is known that nothing changed since the last time but what lies there
 */
export type NewsroomReader = (
  now: number,
  kept?: KeptContent,
  changed?: readonly string[],
) => Promise<Reading>;

/** Opens a content folder to be read again and again, as a preview does: what is the same as the last time is remembered. */
export function newsroomReader(input: string): NewsroomReader {
  let listed: ContentFolder | undefined;
  let archive: Archive | undefined;
  const list = async (changed: readonly string[] | undefined): Promise<ContentFolder> => {
    const relisted = changed && listed && relistContentFolder(listed, changed);
    listed = undefined;
    listed = relisted ?? (await openContentFolder(input));
    return listed;
  };
  return async (now, kept, changed) => {
    const folder = await list(changed).catch(
      (error: NodeJS.ErrnoException) => error.code ?? "unbekannter Fehler",
    );
    if (typeof folder === "string") {
      const message = `Der Ordner lässt sich nicht lesen (${folder}). Erwartet wird ein Inhaltsordner mit kreis.yaml, seiten/ und pressemitteilungen/.`;
      return { problems: [{ file: input, line: 1, column: 1, field: FILE_FIELD, message }] };
    }
    const sources = standingSources(folder);
    if (archive?.sources !== sources) archive = openArchive(folder, sources, kept);
    return readArchive(folder, archive, now, kept);
  };
}

/** The files beside releases, in which an archive stands. */
type Standing = { readonly officeFiles: OfficeFiles; readonly pageFiles: StandingPages };

/** An archive that is read again and again. */
type Archive = {
  /** What {@link standing} was read from. */
  readonly sources: string;
  readonly standing: Standing;
  /** What readings of releases are made from beside their own files. */
  readonly madeFrom: string;
  readonly opened: OpenedReadings;
  /** The last reading in which there was no problem. */
  agreed?: Agreed | undefined;
};

/** What the files beside releases are known by. */
function standingSources({ root, shownAs, files }: ContentFolder): string {
  const digests = [...files.values()]
    .filter(({ name }) => /^(?:[^/]+\.yaml|seiten\/[^/]+)$/.test(name))
    .map((file) => [file.name, file.bytes > LARGEST_TEXT ? file.bytes : sourceDigest(readSourceBytes(file))]);
  return hash("sha256", JSON.stringify([root, shownAs(""), digests]));
}

function openArchive(folder: ContentFolder, sources: string, kept: KeptContent | undefined): Archive {
  const standing =
    (kept?.recall("standing", sources) as Standing | undefined) ?? readStanding(folder, sources, kept);
  const { office, topics, places } = standing.officeFiles;
  return {
    sources,
    standing,
    madeFrom: hash("sha256", JSON.stringify([folder.shownAs(""), folder.root, office, topics, places])),
    opened: new Map(),
  };
}

function readStanding(folder: ContentFolder, sources: string, kept: KeptContent | undefined): Standing {
  const officeFiles = readOfficeFiles(folder);
  const pageFiles = readStandingPages(folder, officeFiles.office);
  const standing = { officeFiles, pageFiles };
  const isRight = officeFiles.problems.length === 0 && pageFiles.problems.length === 0;
  if (isRight) kept?.keep("standing", sources, standing);
  return standing;
}

const RELEASES = "pressemitteilungen/";

async function readArchive(
  folder: ContentFolder,
  archive: Archive,
  now: number,
  kept: KeptContent | undefined,
): Promise<Reading> {
  const { standing, madeFrom, opened } = archive;
  const { officeFiles, pageFiles } = standing;
  const { office, topics, places, services } = officeFiles;
  const files = await readReleases(
    releaseSources(folder),
    { files: folder.files, office, topics, places },
    kept?.readings(madeFrom),
    opened,
  );
  const ofFiles = [
    ...folder.problems,
    ...unreadFiles(folder),
    ...officeFiles.problems,
    ...pageFiles.problems,
    ...files.flatMap((file) => file.problems),
  ];
  const named = office && topics && places && services && { office, topics, places, services };
  const asBefore = ofFiles.length === 0 ? releasesAsBefore(files, archive.agreed) : undefined;
  if (named !== undefined && asBefore !== undefined) {
    archive.agreed = { files, releases: asBefore };
    return { newsroom: { ...named, pages: pageFiles.pages, releases: asBefore } };
  }
  const claims = files.map((file) => file.claims);
  const directory = releaseDirectory(claims);
  const releases = resolveArchive(files, directory);
  const told = ofFiles.length === 0 ? allThatIsTold(files, standing) : "";
  if (named !== undefined && told !== "" && wasRightBefore(kept?.recall("agreed", told), now)) {
    archive.agreed = { files, releases };
    return { newsroom: { ...named, pages: pageFiles.pages, releases } };
  }
  const fixed = fixedAddresses({ pages: pageFiles.pages, topics: topics ?? [], places: places ?? [] });
  const ofAll = [...ofFiles, ...archiveProblems(claims, directory), ...redirectProblems(claims, fixed)];
  if (named === undefined) return { problems: ofAll.sort(compareProblems) };
  const newsroom = { ...named, pages: pageFiles.pages, releases };
  const links = [...pageFiles.links, ...officeFiles.links];
  const problems = [...ofAll, ...ownLinkProblems(newsroom, files, links, now)];
  if (problems.length > 0) {
    archive.agreed = undefined;
    return { problems: problems.sort(compareProblems) };
  }
  archive.agreed = { files, releases };
  kept?.keep("agreed", told, { now });
  return { newsroom };
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

/** All by which files can contradict each other. */
function allThatIsTold(files: readonly ReleaseFile[], standing: Standing): string {
  return hash("sha256", `${JSON.stringify(standing)} ${files.map(toldToOthers).join()}`);
}

/** Whether nothing was wrong between files at a moment that is not later: time can only mend a link to what was not public. */
function wasRightBefore(agreed: unknown, now: number): boolean {
  return agreed !== undefined && (agreed as { readonly now: number }).now <= now;
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
