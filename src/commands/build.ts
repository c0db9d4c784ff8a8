import { readdir, realpath } from "node:fs/promises";
import { basename, relative, resolve } from "node:path";
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
  const {
    input = "content",
    output = "_site",
    "no-search": isWithoutSearch = false,
  } = readOptions(terminal.args, {
    input: { type: "string" },
    output: { type: "string" },
    "no-search": { type: "boolean" },
  });
  const options = siteOptionsFrom(terminal.environment, terminal.clock());
  const target = await safeTarget(output, input);
  const loaded = await loadSite(input, { ...options, hasSearch: !isWithoutSearch });
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

/** The name of a folder that is a build's target wherever it lies. */
const USUAL_TARGET = "_site";

/**
 * The target is replaced whole, so it must not hold anything but a site: it is absent, empty, called `_site`, or a
 * former build. A link is followed, so that the folder behind it is replaced.
 */
async function safeTarget(output: string, input: string): Promise<string> {
  const target = await realpath(resolve(output)).catch(() => resolve(output));
  const content = await realpath(resolve(input)).catch(() => resolve(input));
  const isInside = (inner: string, outer: string) => !relative(outer, inner).startsWith("..");
  const isProject = isInside(process.cwd(), target);
  if (isProject || isInside(content, target) || isInside(target, content)) {
    throw new UsageError(
      `--output=${output} würde das Projekt oder den Inhalt ersetzen. Erwartet wird ein eigener Ordner wie _site.`,
    );
  }
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw new UsageError(
      `--output=${output} ist kein Ordner (${error.code}). Erwartet wird ein Ordner wie _site.`,
    );
  });
  const isFormerBuild = ["index.html", "404.html", "pressemitteilungen"].every((name) =>
    entries.includes(name),
  );
  if (entries.length > 0 && !isFormerBuild && basename(target) !== USUAL_TARGET) {
    throw new UsageError(
      `--output=${output} enthält anderes als eine gebaute Seite und würde ersetzt. Erwartet wird ein leerer Ordner, ein neuer oder _site.`,
    );
  }
  return target;
}

if (import.meta.main) process.exitCode = await runCommand(build, processTerminal);
