import { inspect, parseArgs } from "node:util";
import { nearest } from "../domain/nearest.ts";
import { formatAnnotation, formatProblem, type Problem, quoted } from "../domain/problem.ts";
import { UsageError } from "../eleventy/site-options.ts";
import { diskFault } from "./disk-fault.ts";

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
    terminal.printError(`Abgebrochen: ${diskFault(error) ?? inspect(error)}`);
    return 1;
  }
}

type OptionSpec = { readonly type: "string" | "boolean"; readonly multiple?: boolean };
type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/**
 * Reads a command's options strictly.
 *
 * @example readOptions(["--input=inhalt"], { input: { type: "string" } }) → { input: "inhalt" }
 * @throws UsageError for an option or argument that the command does not know
 */
export function readOptions<const Options extends OptionSpecs>(args: readonly string[], options: Options) {
  const { values, positionals } = readArguments(args, options);
  const [unexpected] = positionals;
  if (unexpected === undefined) return values;
  throw new UsageError(`${quoted(unexpected)} wird hier nicht erwartet. ${knownOptions(options)}`);
}

/**
 * Reads a command's options strictly, and what else it is called with.
 *
 * @example readArguments(["Titel", "--input=inhalt"], { input: { type: "string" } }) → { values: { input: "inhalt" }, positionals: ["Titel"] }
 * @throws UsageError for an option that the command does not know or that is used wrongly
 */
export function readArguments<const Options extends OptionSpecs>(args: readonly string[], options: Options) {
  const config = { args: [...args], options, allowPositionals: true } as const;
  const { tokens } = parseArgs({ ...config, strict: false, tokens: true });
  for (const token of tokens) {
    const fault = token.kind === "option" ? optionFault(token, options) : undefined;
    if (fault !== undefined) throw new UsageError(`${fault} ${knownOptions(options)}`);
  }
  return parseArgs(config);
}

type OptionToken = { readonly name: string; readonly rawName: string } & (
  | { readonly value: string; readonly inlineValue: boolean }
  | { readonly value: undefined }
);

/** What is wrong with an option, in the words that Node's own parser has in English alone. */
function optionFault(token: OptionToken, options: OptionSpecs): string | undefined {
  const { name, rawName, value } = token;
  const option = Object.hasOwn(options, name) && rawName.startsWith("--") ? options[name] : undefined;
  if (option === undefined) {
    const meant = nearest(name, Object.keys(options));
    return `Die Option ${quoted(rawName)} gibt es nicht.${meant === undefined ? "" : ` Gemeint ist wohl --${meant}.`}`;
  }
  if (option.type === "boolean") return value === undefined ? undefined : `--${name} nimmt keinen Wert.`;
  const isMissing = value === undefined || (!token.inlineValue && value.startsWith("-"));
  return isMissing ? `--${name} braucht einen Wert, geschrieben --${name}=….` : undefined;
}

function knownOptions(options: OptionSpecs): string {
  const known = Object.entries(options).map(([name, { type }]) =>
    type === "string" ? `--${name}=…` : `--${name}`,
  );
  return known.length === 0 ? "Optionen gibt es hier keine." : `Möglich sind: ${known.join(", ")}.`;
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
