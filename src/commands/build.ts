import { rmSync } from "node:fs";
import { readdir, readlink, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { DateTime } from "luxon";
import { BERLIN } from "../domain/berlin-time.ts";
import type { DueMoment } from "../domain/due-moment.ts";
import { writeSite } from "../eleventy/eleventy-run.ts";
import { makeOnThreads } from "../eleventy/making-threads.ts";
import { filesOf } from "../eleventy/site-files.ts";
import { siteOptionsFrom, UsageError } from "../eleventy/site-options.ts";
import { type LoadedSite, loadSite, readySource } from "../eleventy/site-source.ts";
import { siteCodeDigest } from "../incremental/code-digest.ts";
import { buildIncrementally } from "../incremental/incremental-build.ts";
import { writeStand } from "../publish/site-stand.ts";
import { diskFault } from "./disk-fault.ts";
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
  const options = {
    ...siteOptionsFrom(terminal.environment, terminal.clock()),
    hasSearch: !isWithoutSearch,
  };
  const target = await safeTarget(output, input);
  const code = siteCodeDigest();
  try {
    const loaded = await buildIncrementally({
      target,
      code,
      load: async (kept) => {
        const loading = await loadSite(input, options, kept);
        if ("site" in loading && loading.site.hasSearch) await loading.search.indexAhead();
        return loading;
      },
      filesOf: (loaded: LoadedSite, measure) => filesOf(loaded, measure),
      write: async (loaded, files, stage, cache) => {
        const making = makeOnThreads(files, { site: loaded.site, options, code, stage, target, cache });
        const work = async () => {
          await writeSite(readySource(input, loaded, making.left), stage);
          return making.join();
        };
        const told = await settled(work(), stage);
        await writeStand(stage, options.now);
        return told;
      },
    });
    if ("problems" in loaded) {
      printProblems(loaded.problems, terminal);
      terminal.printError(`Nichts geschrieben; ${output} bleibt, wie es war.`);
      return 1;
    }
    const published = counted(loaded.site.edition.releases.length, "Pressemitteilung", "Pressemitteilungen");
    const seconds = ((performance.now() - started) / 1000).toLocaleString("de-DE", {
      maximumFractionDigits: 1,
    });
    terminal.print(`${output}: ${published} veröffentlicht, ${loaded.hiddenCount} noch nicht; ${seconds} s.`);
    terminal.print(nextPublication(loaded.due, input));
    printMissingOriginals(loaded.missingOriginals, terminal);
    return 0;
  } catch (error) {
    const fault = error instanceof UnfinishedWork ? error.message : diskFault(error);
    if (fault === undefined) throw error;
    terminal.printError(`Abgebrochen: ${fault}`);
    terminal.printError(`Nichts geschrieben; ${output} bleibt, wie es war.`);
    return 1;
  }
}

/**
 * Waits for work that fills a stage and starts more than it waits for, as Eleventy does: where one write fails, the
 * others go on. They would end the process unheard, or fill the stage again after it was cleared.
 */
async function settled<Done>(work: Promise<Done>, stage: string): Promise<Done> {
  const unheard: unknown[] = [];
  const hear = (error: unknown) => void unheard.push(error);
  process.on("unhandledRejection", hear);
  process.once("exit", () => rmSync(stage, { recursive: true, force: true }));
  const done = await Promise.race([work, abandoned()]);
  if (unheard.length > 0) throw unheard[0];
  process.off("unhandledRejection", hear);
  return done;
}

/** Work that nobody does any more; the message is for whoever runs the build. */
class UnfinishedWork extends Error {}

/**
 * Fails once nothing is left that this process could wait for: a program that works for it, such as the search
 * indexer, has died without an answer.
 */
function abandoned(): Promise<never> {
  return new Promise((_, reject) => {
    process.once("beforeExit", () =>
      reject(
        new UnfinishedWork(
          "Ein Hilfsprogramm ist mitten in der Arbeit ausgefallen; was es zuletzt sagte, steht darüber. Bitte prüfen, ob Platz auf dem Datenträger und im Arbeitsspeicher frei ist, und noch einmal beginnen.",
        ),
      ),
    );
  });
}

/** @example nextPublication(due, "content") → "Nächste Veröffentlichung: Mittwoch, 27. März 2030, 10:00 Uhr (content/pressemitteilungen/2030/2030-03-27-x.md)" */
function nextPublication(due: readonly DueMoment[], input: string): string {
  const publications = due.filter(({ kind }) => kind === "publication");
  const [next] = publications;
  if (next === undefined) return "Keine weitere Veröffentlichung steht an.";
  const others = publications.filter(({ instant }) => instant === next.instant).length - 1;
  const more = others === 0 ? "" : ` und ${counted(others, "weitere", "weitere")}`;
  const when = DateTime.fromMillis(next.instant, { zone: BERLIN, locale: "de" });
  return `Nächste Veröffentlichung: ${when.toFormat("cccc, d. LLLL yyyy, HH:mm")} Uhr (${join(input, next.source ?? "")}${more})`;
}

/** The name of a folder that is a build's target wherever it lies. */
const USUAL_TARGET = "_site";

/**
 * The target is replaced whole, so it must not hold anything but a site: it is absent, empty, called `_site`, or a
 * former build. A link is followed, so that the folder behind it is replaced.
 */
async function safeTarget(output: string, input: string): Promise<string> {
  const target = await realpath(resolve(output)).catch(() => behindLink(resolve(output)));
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

/** The folder that a link names although it is gone, as after a build that was killed between its last two steps. */
async function behindLink(path: string): Promise<string> {
  return readlink(path).then(
    (folder) => resolve(dirname(path), folder),
    () => path,
  );
}

if (import.meta.main) process.exitCode = await runCommand(build, processTerminal);
