import { rm } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { watchContent } from "../content/content-watcher.ts";
import { serveSite } from "../eleventy/eleventy-run.ts";
import { previewSource } from "../eleventy/preview-source.ts";
import { siteOptionsFrom, UsageError } from "../eleventy/site-options.ts";
import { BuildCache, cachePath } from "../incremental/build-cache.ts";
import { holdsBuiltSite } from "../publish/site-stand.ts";
import { diskFault } from "./disk-fault.ts";
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

/** Milliseconds in which further changes join the first: an editor's program saves in several steps. */
const SETTLE = 20;

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
  if (basename(resolve(output)) === "_site" || holdsBuiltSite(output)) {
    throw new UsageError(
      `--output=${output} ist eine Seite für die Öffentlichkeit; die Vorschau zeigt Entwürfe und Gesperrtes. Erwartet wird ein eigener Ordner.`,
    );
  }
  // What an earlier preview left may since have been deleted.
  if (output === PREVIEW_FOLDER) await rm(PREVIEW_FOLDER, { recursive: true, force: true });
  const options = siteOptionsFrom(terminal.environment, terminal.clock());
  const source = previewSource(
    input,
    new BuildCache(cachePath(resolve(output))),
    () => (terminal.environment.SOURCE_DATE_EPOCH ? options : { ...options, now: terminal.clock() }),
    (problems) => printProblems(problems, terminal),
  );
  const reload = await serveSite(source, output, Number(port));
  const show = async (changed: readonly string[]) => {
    source.contentChanged(changed);
    await source.refresh();
    await reload(input);
  };
  watchContent(resolve(input), SETTLE, (changed) => {
    show(changed).catch((error: unknown) => terminal.printError(unreadChange(error)));
  });
  return 0;
}

/** A file can go while it is read, as when a program puts another in its place; the next change tells what is there. */
function unreadChange(error: unknown): string {
  return `Die Vorschau zeigt weiter den Stand von vorhin: ${diskFault(error) ?? error} Beim nächsten Speichern wird alles neu gelesen.`;
}

if (import.meta.main) process.exitCode = await runCommand(start, processTerminal);
