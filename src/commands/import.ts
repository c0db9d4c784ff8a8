import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { openContentFolder } from "../content/content-folder.ts";
import { readOfficeFiles } from "../content/content-office.ts";
import type { Office } from "../domain/office.ts";
import { compareProblems, type Problem } from "../domain/problem.ts";
import { UsageError } from "../eleventy/site-options.ts";
import { type ArchivePlan, planArchive } from "../legacy/archive-plan.ts";
import { openTarget, type Written, writeArchive, writeWhole } from "../legacy/archive-writer.ts";
import type { FileBeside, FileFinder } from "../legacy/drafted-files.ts";
import { findFileBeside } from "../legacy/files-beside.ts";
import { type ImportReport, importReport } from "../legacy/import-report.ts";
import type { LegacyRelease, Unread } from "../legacy/legacy-release.ts";
import { placeFinder } from "../legacy/place-proposals.ts";
import { type Progress, terminalProgress } from "../legacy/progress-bar.ts";
import { type ReadingContext, readPage } from "../legacy/release-reading.ts";
import { reportPages } from "../legacy/report-page.ts";
import { decodeSource } from "../legacy/source-encoding.ts";
import { findSources, type SourceFile } from "../legacy/source-files.ts";
import { sourcePages } from "../legacy/source-pages.ts";
import { topicFinder } from "../legacy/topic-proposals.ts";
import {
  counted,
  type ExitCode,
  printProblems,
  processTerminal,
  readArguments,
  runCommand,
  type Terminal,
} from "./terminal.ts";

const USAGE =
  "Erwartet: npm run import -- DATEIEN… [--out=import] [--input=content] [--strict]; DATEIEN sind Dateien, Ordner oder Muster wie 'archiv/*.html'.";

/**
 * `npm run import`: old releases, as text, saved pages or feeds, to Markdown below the target folder, with
 * `bericht.html` and `bericht.json` on all that was guessed or lost. With `--strict` a guess ends it with 1; what
 * could not be taken over at all always does.
 */
export async function importReleases(
  terminal: Terminal,
  progress: Progress = terminalProgress,
): Promise<ExitCode> {
  const { files, out, input, isStrict } = readCall(terminal.args);
  const sources = await findSources(files);
  if ("missing" in sources)
    throw new UsageError(`„${sources.missing}“ gibt es nicht oder enthält keine Texte. ${USAGE}`);
  const office = await readOffice(input);
  if ("problems" in office) {
    printProblems(office.problems, terminal);
    return 1;
  }
  const reading = await readSources(sources, office, progress);
  const target = await openTarget(out);
  const findFile = await filesBeside(sources, reading.releases);
  const plan = planArchive(reading.releases, office.whole, target.standing, findFile);
  const bar = progress("Schreiben", plan.planned.length);
  const written = await writeArchive(target, plan.planned, bar.step);
  bar.end();
  const report = importReport(
    sources.length,
    plan.planned,
    [...reading.unread, ...plan.unread],
    written.edited,
  );
  await writeReport(out, report, plan);
  tell(terminal, report, written, out);
  const isRefused = isStrict && report.summary.guesses > 0;
  if (isRefused) tellGuesses(terminal, report);
  return isRefused || report.unread.length > 0 ? 1 : 0;
}

const OPTIONS = { out: { type: "string" }, input: { type: "string" }, strict: { type: "boolean" } } as const;

/** What to import, and where to. */
function readCall(args: readonly string[]) {
  const { values, positionals } = readArguments(args, OPTIONS);
  const { out = "import", input = "content", strict: isStrict = false } = values;
  if (positionals.length === 0) throw new UsageError(`Es fehlt, was zu importieren ist. ${USAGE}`);
  if (out === "") throw new UsageError(`--out nennt keinen Ordner. ${USAGE}`);
  return { files: positionals, out, input, isStrict };
}

/** The office against whose names old releases are read. */
type ImportOffice = ReadingContext & { readonly whole: Office };

async function readOffice(input: string): Promise<ImportOffice | { readonly problems: readonly Problem[] }> {
  const folder = await openContentFolder(input).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`Der Ordner ${input} lässt sich nicht lesen (${error.code}). ${USAGE}`);
  });
  const { office, topics, places, problems } = await readOfficeFiles(folder);
  if (office === undefined || topics === undefined || places === undefined)
    return { problems: problems.toSorted(compareProblems) };
  return { whole: office, office, findTopics: topicFinder(topics), findPlaces: placeFinder(places) };
}

type Reading = { readonly releases: readonly LegacyRelease[]; readonly unread: readonly Unread[] };

/** How many sources are read ahead of the one that is taken apart. */
const READ_AHEAD = 64;

async function readSources(
  sources: readonly SourceFile[],
  context: ImportOffice,
  progress: Progress,
): Promise<Reading> {
  const bar = progress("Lesen", sources.length);
  const releases: LegacyRelease[] = [];
  const unread: Unread[] = [];
  for (let start = 0; start < sources.length; start += READ_AHEAD) {
    const chunk = sources.slice(start, start + READ_AHEAD);
    const contents = await Promise.all(
      chunk.map(({ path }) => readFile(path).catch((error: NodeJS.ErrnoException) => error)),
    );
    for (const [index, { path }] of chunk.entries()) {
      const reading = readSource(path, contents[index] ?? Buffer.alloc(0), context);
      releases.push(...reading.releases);
      unread.push(...reading.unread);
      bar.step();
    }
  }
  bar.end();
  return { releases, unread };
}

function unopened(path: string, { code }: NodeJS.ErrnoException): string {
  // Node shows bytes that are no UTF-8 as this sign, and finds no file by it.
  const remedy = path.includes("\uFFFD")
    ? "Der Name ist nicht in UTF-8 gespeichert; bitte umbenennen"
    : "Bitte die Rechte prüfen";
  return `lässt sich nicht öffnen (${code}). ${remedy} und noch einmal importieren.`;
}

/** Reads one source; one that cannot be opened is told, and keeps no other from being read. */
function readSource(path: string, content: Buffer | NodeJS.ErrnoException, context: ImportOffice): Reading {
  const decoded = content instanceof Error ? { fault: unopened(path, content) } : decodeSource(content);
  if ("fault" in decoded) return { releases: [], unread: [{ source: path, why: decoded.fault, lines: [] }] };
  const { text, encoding, mends } = decoded;
  const told = encoding === "UTF-8" ? mends : [{ what: `Codierung: ${encoding}`, isSure: true }, ...mends];
  const home = context.whole.homepage ?? context.whole.url;
  const pages = sourcePages(path, text, home).map((page) => ({ ...page, mends: told }));
  const readings = pages.map((page) => readPage(page, context));
  return {
    releases: readings.flatMap((reading) => reading.releases),
    unread: readings.flatMap((reading) => reading.unread),
  };
}

/** Looks up, once, every file that a page means and that lies beside it. */
async function filesBeside(
  sources: readonly SourceFile[],
  releases: readonly LegacyRelease[],
): Promise<FileFinder> {
  const roots = new Map(sources.map(({ path, root }) => [path, root]));
  const found = new Map<string, FileBeside>();
  const keyOf = (page: string, address: string) => `${page}\n${address}`;
  for (const { source, photos, documents } of releases) {
    const page = source.replace(/#\d+$/, "");
    const root = roots.get(page);
    const addresses = [
      ...photos.flatMap(({ picture }) => picture?.source ?? []),
      ...documents.map((link) => link.source),
    ];
    for (const address of root === undefined ? [] : addresses) {
      const file = await findFileBeside(page, root ?? "", address);
      if (file !== undefined) found.set(keyOf(page, address), file);
    }
  }
  return ({ source }, address) => found.get(keyOf(source.replace(/#\d+$/, ""), address));
}

async function writeReport(out: string, report: ImportReport, plan: ArchivePlan): Promise<void> {
  const pages = reportPages(report, plan.planned);
  const names = new Set(pages.map(({ name }) => name));
  const stale = (await readdir(out)).filter((name) => /^bericht-\d+\.html$/.test(name) && !names.has(name));
  await writeWhole(join(out, "bericht.json"), `${JSON.stringify(report, null, 1)}\n`);
  for (const { name, html } of pages) await writeWhole(join(out, name), html);
  for (const name of stale) await rm(join(out, name));
}

/** Longer lists stand in the report alone. */
const MOST_LINES = 30;

function tell(
  { print }: Terminal,
  report: ImportReport,
  { written, kept, edited }: Written,
  out: string,
): void {
  const { sources, releases, copies, guesses, withGuesses, lostLines } = report.summary;
  print(
    `${counted(sources, "Datei", "Dateien")} gelesen: ${counted(releases, "Pressemitteilung", "Pressemitteilungen")}, davon ${written} geschrieben, ${kept} unverändert; ${counted(copies, "zweite Fassung", "zweite Fassungen")} derselben Meldungen.`,
  );
  print(
    `Geraten: ${counted(guesses, "Angabe", "Angaben")} in ${counted(withGuesses, "Meldung", "Meldungen")}. Nirgends hingekommen: ${counted(lostLines, "Zeile", "Zeilen")}.`,
  );
  for (const path of [...edited].sort().slice(0, MOST_LINES))
    print(`Von Hand geändert, nicht überschrieben: ${join(out, path)}`);
  const standing = report.releases.filter(({ state }) => state === "stands already");
  for (const { source, file } of standing.slice(0, MOST_LINES))
    print(`Liegt schon vor als ${join(out, file)}: ${source}`);
  for (const { source, why } of report.unread.slice(0, MOST_LINES))
    print(`Nicht übernommen: ${source} ${why}`);
  if (report.unread.length > MOST_LINES) print(`… und ${report.unread.length - MOST_LINES} weitere.`);
  print(`Bericht: ${join(out, "bericht.html")}`);
}

function tellGuesses({ printError }: Terminal, { releases }: ImportReport): void {
  const lines = releases.flatMap(({ source, guesses }) =>
    guesses.map(({ field, what }) => `${source} ${field}: ${what}`),
  );
  for (const line of lines.slice(0, MOST_LINES)) printError(`Geraten: ${line}`);
  if (lines.length > MOST_LINES) printError(`… und ${lines.length - MOST_LINES} weitere; siehe Bericht.`);
}

if (import.meta.main) process.exitCode = await runCommand(importReleases, processTerminal);
