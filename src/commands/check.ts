import { readNewsroom } from "../content/newsroom-reader.ts";
import { missingOriginals } from "../domain/release.ts";
import { siteOptionsFrom } from "../eleventy/site-options.ts";
import {
  counted,
  type ExitCode,
  printMissingOriginals,
  printProblems,
  processTerminal,
  readOptions,
  runCommand,
  type Terminal,
} from "./terminal.ts";

/** `npm run check`: every problem of every content file at once. */
export async function check(terminal: Terminal): Promise<ExitCode> {
  const { input = "content" } = readOptions(terminal.args, { input: { type: "string" } });
  const reading = await readNewsroom(input, siteOptionsFrom(terminal.environment, terminal.clock()).now);
  if ("problems" in reading) {
    printProblems(reading.problems, terminal);
    return 1;
  }
  const { releases, pages } = reading.newsroom;
  terminal.print(
    `Alles in Ordnung: ${counted(releases.length, "Pressemitteilung", "Pressemitteilungen")}, ${counted(pages.length, "Seite", "Seiten")}.`,
  );
  printMissingOriginals(missingOriginals(releases), terminal);
  return 0;
}

if (import.meta.main) process.exitCode = await runCommand(check, processTerminal);
