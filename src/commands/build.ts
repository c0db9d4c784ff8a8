import { readdir, realpath } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { writeSite } from "../eleventy/eleventy-run.ts";
import { siteOptionsFrom, UsageError } from "../eleventy/site-options.ts";
import { loadSite, readySource } from "../eleventy/site-source.ts";
import { replaceFolder } from "../publish/staged-folder.ts";
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

/**
 * `npm run build`: checks everything, then writes the site. With problems, or where anything fails, the last
 * good site stays as it is.
 */
export async function build(terminal: Terminal): Promise<ExitCode> {
  const started = performance.now();
  const { input = "content", output = "_site" } = readOptions(terminal.args, {
    input: { type: "string" },
    output: { type: "string" },
    "no-search": { type: "boolean" },
  });
  const options = siteOptionsFrom(terminal.environment, terminal.clock());
  const target = resolve(output);
  await refuseUnsafeTarget(target, resolve(input));
  const loaded = await loadSite(input, options);
  if ("problems" in loaded) {
    printProblems(loaded.problems, terminal);
    terminal.printError(`Nichts geschrieben; ${output} bleibt, wie es war.`);
    return 1;
  }
  await replaceFolder(target, (stage) => writeSite(readySource(input, loaded), stage));
  const published = counted(loaded.site.edition.releases.length, "Pressemitteilung", "Pressemitteilungen");
  const seconds = ((performance.now() - started) / 1000).toLocaleString("de-DE", {
    maximumFractionDigits: 1,
  });
  terminal.print(`${output}: ${published} veröffentlicht, ${loaded.hiddenCount} noch nicht; ${seconds} s.`);
  printMissingOriginals(loaded.missingOriginals, terminal);
  return 0;
}

/** The target is replaced whole, so it must not hold anything but a site. */
async function refuseUnsafeTarget(target: string, input: string): Promise<void> {
  const isInside = (inner: string, outer: string) => !relative(outer, inner).startsWith("..");
  const holdsProject =
    isInside(process.cwd(), target) ||
    isInside(await realpath(input).catch(() => input), target) ||
    isInside(input, target);
  if (holdsProject || isInside(target, input)) {
    throw new UsageError(
      `--output=${target} würde das Projekt oder den Inhalt ersetzen. Erwartet wird ein eigener Ordner wie _site.`,
    );
  }
  const entries = await readdir(target).catch((): string[] => []);
  if (entries.includes(".git") || entries.includes("package.json")) {
    throw new UsageError(
      `${join(target, sep)} sieht nicht nach einer gebauten Seite aus. Erwartet wird ein eigener Ordner wie _site.`,
    );
  }
}

if (import.meta.main) process.exitCode = await runCommand(build, processTerminal);
