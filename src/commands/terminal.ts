import { inspect, parseArgs } from "node:util";
import { formatAnnotation, formatProblem, type Problem } from "../domain/problem.ts";
import { UsageError } from "../eleventy/site-options.ts";

/** What every command answers the shell: 0 done, 1 content problems or a failed run, 2 called wrongly. */
export type ExitCode = 0 | 1 | 2;

/** What a command may see and touch of the world; a test gives its own. */
export type Terminal = {
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
};

/** The real one. */
export const processTerminal: Terminal = {
  args: process.argv.slice(2),
  environment: process.env,
  clock: Date.now,
  print: console.log,
  printError: console.error,
};

/**
 * Runs a command to its exit code: a wrong call is told in German, and any other failure too, with the detail
 * that an operator needs.
 */
export async function runCommand(
  command: (terminal: Terminal) => Promise<ExitCode>,
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    return await command(terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.printError(`Falscher Aufruf: ${error.message}`);
      return 2;
    }
    terminal.printError(`Abgebrochen: ${inspect(error)}`);
    return 1;
  }
}

type OptionSpec = { readonly type: "string" | "boolean" };

/**
 * Reads a command's options strictly.
 *
 * @example readOptions(["--input=inhalt"], { input: { type: "string" } }) → { input: "inhalt" }
 * @throws UsageError for an option or argument that the command does not know
 */
export function readOptions<const Options extends Readonly<Record<string, OptionSpec>>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: false,
      allowNegative: false,
    }).values;
  } catch (error) {
    const known = Object.entries(options).map(([name, { type }]) =>
      type === "string" ? `--${name}=…` : `--${name}`,
    );
    throw new UsageError(
      `${error instanceof Error ? error.message : error} Möglich sind: ${known.join(", ")}.`,
    );
  }
}

/** Prints problems, a line each, and on GitHub Actions as annotations beside the changed lines. */
export function printProblems(problems: readonly Problem[], { environment, print }: Terminal): void {
  for (const problem of problems) print(formatProblem(problem));
  if (environment.GITHUB_ACTIONS === "true") for (const problem of problems) print(formatAnnotation(problem));
  const files = new Set(problems.map(({ file }) => file)).size;
  print(`\n${counted(problems.length, "Problem", "Probleme")} in ${counted(files, "Datei", "Dateien")}.`);
}

/** Says which photos the site cannot show because their originals were not fetched; a hint, as the rest is right. */
export function printMissingOriginals(paths: readonly string[], { print }: Terminal): void {
  if (paths.length === 0) return;
  print(
    `Hinweis: ${counted(paths.length, "Foto liegt", "Fotos liegen")} nur als Verweis von Git LFS vor; die Seite sagt, dass das Foto fehlt.`,
  );
  print("Bitte „git lfs pull“ ausführen, dann noch einmal bauen:");
  for (const path of paths) print(`  ${path}`);
}

/**
 * A number with its noun, for a line on the terminal.
 *
 * @example counted(2, "Problem", "Probleme") → "2 Probleme"
 */
export function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
