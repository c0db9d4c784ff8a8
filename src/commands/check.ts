import { resolve, sep } from "node:path";
import type { NameList } from "../advice/names.ts";
import { releaseAdviser } from "../advice/release-adviser.ts";
import { readMarkdownFile } from "../content/checked-file.ts";
import { type ContentFile, type ContentFolder, openContentFolder } from "../content/content-folder.ts";
import { readOfficeFiles } from "../content/content-office.ts";
import { readNewsroom } from "../content/newsroom-reader.ts";
import { readSourceText } from "../content/source-text.ts";
import { frontMatterSchema } from "../domain/front-matter.ts";
import { compareProblems, formatProblem, type Problem } from "../domain/problem.ts";
import { missingOriginals } from "../domain/release.ts";
import { siteOptionsFrom, UsageError } from "../eleventy/site-options.ts";
import {
  counted,
  type ExitCode,
  printMissingOriginals,
  printProblems,
  processTerminal,
  readArguments,
  runCommand,
  type Terminal,
} from "./terminal.ts";

/**
 * `npm run check`: every problem of every content file at once. With `--advice` also what a colleague would say of
 * the style of each release, or of those named; advice never changes the exit code.
 */
export async function check(terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(terminal.args, {
    input: { type: "string" },
    advice: { type: "boolean" },
  });
  const { input = "content", advice: isAdvising = false } = values;
  if (!isAdvising && positionals.length > 0)
    throw new UsageError("Geprüft wird immer alles; einzelne Dateien und Ordner gehen nur mit --advice.");
  const advised = isAdvising ? await releasesToAdvise(input, positionals) : undefined;
  const reading = await readNewsroom(input, siteOptionsFrom(terminal.environment, terminal.clock()).now);
  if ("problems" in reading) {
    printProblems(reading.problems, terminal);
  } else {
    const { releases, pages } = reading.newsroom;
    terminal.print(
      `Alles in Ordnung: ${counted(releases.length, "Pressemitteilung", "Pressemitteilungen")}, ${counted(pages.length, "Seite", "Seiten")}.`,
    );
    printMissingOriginals(missingOriginals(releases), terminal);
  }
  if (advised !== undefined) {
    for (const line of ["", ...adviceLines(readAdvice(advised), advised.files.length)]) terminal.print(line);
  }
  return "problems" in reading ? 1 : 0;
}

/** The releases of a folder that get advice. */
type AdvisedReleases = { readonly folder: ContentFolder; readonly files: readonly ContentFile[] };

/** Those that are named, or else all; `undefined` where the folder cannot be read, which is a problem already. */
async function releasesToAdvise(
  input: string,
  only: readonly string[],
): Promise<AdvisedReleases | undefined> {
  const folder = await openContentFolder(input).catch(() => undefined);
  if (folder === undefined) return undefined;
  const releases = [...folder.files.values()].filter(({ name }) => /^pressemitteilungen\/.*\.md$/.test(name));
  if (only.length === 0) return { folder, files: releases };
  const named = only.flatMap((path) => {
    const below = `${resolve(path)}${sep}`;
    const found = releases.filter(({ shownAs }) => `${resolve(shownAs)}${sep}`.startsWith(below));
    if (found.length === 0)
      throw new UsageError(`${path} ist keine Pressemitteilung und kein Ordner mit solchen.`);
    return found;
  });
  return { folder, files: [...new Set(named)] };
}

/** Advice in the order of files and lines; `undefined` where the office's own files are not right. */
function readAdvice({ folder, files }: AdvisedReleases): Problem[] | undefined {
  const { office, places } = readOfficeFiles(folder);
  if (office === undefined || places === undefined) return undefined;
  const names = readNameList(folder);
  const adviceOn = releaseAdviser({ office, places, ...(names && { names }) });
  return files
    .flatMap((file) => {
      const read = readMarkdownFile(file, frontMatterSchema);
      return "fields" in read ? adviceOn(read) : [];
    })
    .sort(compareProblems);
}

function adviceLines(advice: readonly Problem[] | undefined, releases: number): string[] {
  if (advice === undefined) return ["Hinweise gibt es, sobald kreis.yaml und orte.yaml stimmen."];
  if (advice.length === 0) {
    return [`Keine Hinweise zu ${counted(releases, "Pressemitteilung", "Pressemitteilungen")}.`];
  }
  const files = new Set(advice.map(({ file }) => file)).size;
  return [
    ...advice.map(({ message, ...place }) => formatProblem({ ...place, message: `Hinweis: ${message}` })),
    "",
    `${counted(advice.length, "Hinweis", "Hinweise")} in ${counted(files, "Datei", "Dateien")}; veröffentlicht werden kann trotzdem.`,
  ];
}

/** The office's names and words for the spelling check, one a line; `#` begins a comment. */
const NAME_LIST = "woerter.txt";

function readNameList(folder: ContentFolder): NameList | undefined {
  const file = folder.files.get(NAME_LIST);
  const source = file && readSourceText(file.path, file.shownAs, file.bytes);
  if (file === undefined || source === undefined || "problem" in source) return undefined;
  const words = source.text
    .split("\n")
    .flatMap((line) => line.replace(/#.*/, "").match(/[\p{L}’'-]+/gu) ?? []);
  return { words: new Set(words), file: file.shownAs };
}

if (import.meta.main) process.exitCode = await runCommand(check, processTerminal);
