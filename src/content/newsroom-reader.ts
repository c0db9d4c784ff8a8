import type { Newsroom } from "../domain/newsroom.ts";
import { compareProblems, FILE_FIELD, type Problem } from "../domain/problem.ts";
import { archiveProblems, brokenLinks, resolveArchive } from "./archive.ts";
import { openContentFolder } from "./content-folder.ts";
import { readOfficeFiles } from "./content-office.ts";
import { readReleaseFile } from "./release-file.ts";
import { readStandingPages } from "./standing-page-file.ts";

/** A content folder as read: the newsroom where all of it is right, else every problem of every file. */
export type Reading = { readonly newsroom: Newsroom } | { readonly problems: readonly Problem[] };

/**
 * Reads and checks a content folder, once and whole. Content never runs code, nothing is fetched, and nothing
 * outside the folder is opened.
 *
 * @param input the folder as the caller wrote it; problems name files below it the same way
 */
export async function readNewsroom(input: string): Promise<Reading> {
  const folder = await openContentFolder(input).catch(
    (error: NodeJS.ErrnoException) => error.code ?? "unbekannter Fehler",
  );
  if (typeof folder === "string") {
    const message = `Der Ordner lässt sich nicht lesen (${folder}). Erwartet wird ein Inhaltsordner mit kreis.yaml, seiten/ und pressemitteilungen/.`;
    return { problems: [{ file: input, line: 1, column: 1, field: FILE_FIELD, message }] };
  }
  const [officeFiles, standing] = await Promise.all([readOfficeFiles(folder), readStandingPages(folder)]);
  const { office, topics, places, services } = officeFiles;
  const sources = [...folder.files.values()]
    .filter(({ name }) => name.startsWith("pressemitteilungen/") && name.endsWith(".md"))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = await Promise.all(
    sources.map((file) => readReleaseFile(file, { folder, office, topics, places })),
  );
  const problems = [
    ...folder.problems,
    ...officeFiles.problems,
    ...standing.problems,
    ...files.flatMap((file) => file.problems),
    ...archiveProblems(files),
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
    releases: resolveArchive(files),
  };
  const links = [...standing.links, ...officeFiles.links];
  // A link to a release that has problems of its own is not broken; it is checked once the release is right.
  if (problems.length === 0) problems.push(...brokenLinks(newsroom, files, links));
  return problems.length === 0 ? { newsroom } : { problems: problems.sort(compareProblems) };
}
