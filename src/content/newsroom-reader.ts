import { hash } from "node:crypto";
import type { Newsroom } from "../domain/newsroom.ts";
import { compareProblems, FILE_FIELD, type Problem } from "../domain/problem.ts";
import type { Release } from "../domain/release.ts";
import { type Agreed, releasesAsBefore, toldByAll, wasRightBefore } from "./agreement.ts";
import { archiveProblems, releaseDirectory, resolveArchive } from "./archive.ts";
import {
  type ContentFile,
  type ContentFolder,
  openContentFolder,
  relistContentFolder,
} from "./content-folder.ts";
import type { KeptContent } from "./kept-content.ts";
import { fixedAddresses, ownLinkProblems } from "./own-links.ts";
import { redirectProblems } from "./redirects.ts";
import type { ReleaseFile } from "./release-file.ts";
import { type OpenedReadings, readReleases } from "./release-readings.ts";
import { readStanding, type Standing, standingSources } from "./standing.ts";
import { unreadTexts } from "./unread-texts.ts";

/** A content folder as read: the newsroom where all of it is right, else every problem of every file. */
export type Reading = { readonly newsroom: Newsroom } | { readonly problems: readonly Problem[] };

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
    // Nothing is known of a folder that cannot be listed.
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

function openArchive(folder: ContentFolder, sources: string, kept: KeptContent | undefined): Archive {
  const standing = readStanding(folder, sources, kept);
  const { office, topics, places } = standing.officeFiles;
  return {
    sources,
    standing,
    madeFrom: hash("sha256", JSON.stringify([folder.shownAs(""), folder.root, office, topics, places])),
    opened: new Map(),
  };
}

const RELEASES = "pressemitteilungen/";

async function readArchive(
  folder: ContentFolder,
  archive: Archive,
  now: number,
  kept: KeptContent | undefined,
): Promise<Reading> {
  const { standing, madeFrom, opened } = archive;
  const { office, topics, places, services } = standing.officeFiles;
  const files = await readReleases(
    releaseSources(folder),
    { files: folder.files, office, topics, places },
    kept?.readings(madeFrom),
    opened,
  );
  const problems = [
    ...folder.problems,
    ...unreadTexts(folder, files),
    ...standing.officeFiles.problems,
    ...standing.pageFiles.problems,
    ...files.flatMap((file) => file.problems),
  ];
  const beside = office && topics && places && services && { office, topics, places, services };
  if (beside === undefined || problems.length > 0)
    return { problems: [...problems, ...heldTogether(files, standing, now).problems].sort(compareProblems) };
  const agreed = releasesAsBefore(files, archive.agreed) ?? agreedReleases(files, standing, now, kept);
  if ("problems" in agreed) return { problems: agreed.problems.toSorted(compareProblems) };
  archive.agreed = { files, releases: agreed };
  return { newsroom: { ...beside, pages: standing.pageFiles.pages, releases: agreed } };
}

/** Releases of files that are right by themselves, or what is wrong between them. */
function agreedReleases(
  files: readonly ReleaseFile[],
  standing: Standing,
  now: number,
  kept: KeptContent | undefined,
): readonly Release[] | { readonly problems: readonly Problem[] } {
  const told = toldByAll(files, standing);
  if (wasRightBefore(kept?.recall("agreed", told), now)) return resolveArchive(files);
  const { problems, releases } = heldTogether(files, standing, now);
  if (problems.length > 0) return { problems };
  kept?.keep("agreed", told, { now });
  return releases;
}

/** Holds all files against each other. */
function heldTogether(
  files: readonly ReleaseFile[],
  { officeFiles, pageFiles }: Standing,
  now: number,
): { readonly problems: readonly Problem[]; readonly releases: readonly Release[] } {
  const { office, topics, places, services } = officeFiles;
  // Links to what a file with problems will be cannot be told from dead ones.
  const canTellLinks = [office, topics, places, services].every((file) => file !== undefined);
  const claims = files.map((file) => file.claims);
  const directory = releaseDirectory(claims);
  const releases = resolveArchive(files, directory);
  const named = { pageSlugs: pageFiles.slugs, topics: topics ?? [], places: places ?? [] };
  const links = [...pageFiles.links, ...officeFiles.links];
  const problems = [
    ...archiveProblems(claims, directory),
    ...redirectProblems(claims, fixedAddresses(named)),
    ...(canTellLinks ? ownLinkProblems({ ...named, releases }, files, links, now) : []),
  ];
  return { problems, releases };
}

/** The files of releases by name, which is the order of their days. */
function releaseSources(folder: ContentFolder): ContentFile[] {
  return [...folder.files.values()]
    .filter(({ name }) => name.startsWith(RELEASES) && name.endsWith(".md"))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
