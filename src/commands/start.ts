import { watch } from "node:fs";
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Problem } from "../domain/problem.ts";
import { serveSite } from "../eleventy/eleventy-run.ts";
import { siteOptionsFrom, UsageError } from "../eleventy/site-options.ts";
import { type LoadedSite, loadSite, type SiteSource } from "../eleventy/site-source.ts";
import {
  type ExitCode,
  printProblems,
  processTerminal,
  readOptions,
  runCommand,
  type Terminal,
} from "./terminal.ts";

/** Where the preview writes: never `_site`, as it holds drafts and embargoed releases. */
const PREVIEW_FOLDER = ".cache/vorschau";

/** `npm start`: the local preview, with drafts and future releases, reloading on each change. */
export async function start(terminal: Terminal): Promise<ExitCode> {
  const {
    input = "content",
    output = PREVIEW_FOLDER,
    port = "8080",
  } = readOptions(terminal.args, {
    input: { type: "string" },
    output: { type: "string" },
    port: { type: "string" },
  });
  if (!/^\d{2,5}$/.test(port)) throw new UsageError(`--port=${port} ist keine Portnummer wie 8080.`);
  // What an earlier preview left may since have been deleted.
  if (output === PREVIEW_FOLDER) await rm(PREVIEW_FOLDER, { recursive: true, force: true });
  const source = previewSource(input, terminal);
  const rebuild = await serveSite(source, output, Number(port));
  // Eleventy's watcher passes over deleted files.
  watch(resolve(input), { recursive: true }, (event, name) => {
    if (event === "rename" && name !== null) void rebuild(`${input}/${name}`);
  });
  return 0;
}

function previewSource(input: string, terminal: Terminal): SiteSource {
  const options = siteOptionsFrom(terminal.environment, terminal.clock());
  let current: LoadedSite | undefined;
  let problems: readonly Problem[] = [];
  return {
    input,
    pathPrefix: options.pathPrefix,
    current: () => current,
    problems: () => problems,
    refresh: async () => {
      const now = terminal.environment.SOURCE_DATE_EPOCH ? options.now : terminal.clock();
      const loading = await loadSite(input, { ...options, now, isPreview: true });
      problems = "problems" in loading ? loading.problems : [];
      if ("problems" in loading) printProblems(loading.problems, terminal);
      else current = loading;
    },
  };
}

if (import.meta.main) process.exitCode = await runCommand(start, processTerminal);
