import { join } from "node:path";
import { readNewsroom } from "../content/newsroom-reader.ts";
import { isoDateTime, parseMoment } from "../domain/berlin-time.ts";
import { DUE_KINDS, type DueMoment, dueMoments } from "../domain/due-moment.ts";
import { siteOptionsFrom, UsageError } from "../eleventy/site-options.ts";
import {
  type ExitCode,
  printProblems,
  processTerminal,
  readOptions,
  runCommand,
  type Terminal,
} from "./terminal.ts";

/**
 * `npm run due`: what changes on the site by the clock alone, a line each, soonest first: ISO 8601 with Berlin's
 * offset, what happens and the file that says so, parted by tabs. Without `--since` all that is to come; with it
 * what has fallen due since a build, and nothing where nothing has. For a scheduler, whose log is not the public's
 * to read.
 */
export async function due(terminal: Terminal): Promise<ExitCode> {
  const { input = "content", since } = readOptions(terminal.args, {
    input: { type: "string" },
    since: { type: "string" },
  });
  const { now } = siteOptionsFrom(terminal.environment, terminal.clock());
  const after = since === undefined ? now : instantFrom(since);
  const reading = await readNewsroom(input, now);
  if ("problems" in reading) {
    printProblems(reading.problems, { ...terminal, print: terminal.printError });
    return 1;
  }
  const until = since === undefined ? Infinity : now;
  for (const moment of dueMoments(reading.newsroom, after)) {
    if (moment.instant <= until) terminal.print(lineFor(moment, input));
  }
  return 0;
}

/** @example lineFor({ instant: …, kind: "publication", source: "…/x.md" }, "content") → "2030-03-27T10:00:00+01:00\tVeröffentlichung\tcontent/…/x.md" */
function lineFor({ instant, kind, source }: DueMoment, input: string): string {
  const file = source === undefined ? [] : [join(input, source)];
  return [isoDateTime(instant), DUE_KINDS[kind], ...file].join("\t");
}

/** When a build was made, as `daten/stand.json` or a shell says it; in milliseconds since 1970. */
function instantFrom(text: string): number {
  if (/^\d{1,11}$/.test(text)) return Number(text) * 1000;
  const moment = parseMoment(text);
  if (!("fault" in moment)) return moment.instant;
  throw new UsageError(
    `--since=${text} ist kein Zeitpunkt. Erwartet werden Sekunden seit 1970 wie 1553677200 oder ein Zeitpunkt wie 2019-03-27T09:00:00Z.`,
  );
}

if (import.meta.main) process.exitCode = await runCommand(due, processTerminal);
