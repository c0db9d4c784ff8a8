import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type CSpellReporter, type Issue, lint } from "cspell";
import { BODY_FIELD, compareProblems, type Problem, quoted } from "../domain/problem.ts";
import { UsageError } from "../eleventy/site-options.ts";
import {
  counted,
  type ExitCode,
  printProblems,
  processTerminal,
  readArguments,
  runCommand,
  type Terminal,
} from "./terminal.ts";

/** The office's own words, as `cspell.config.yaml` names them. */
const WORD_LIST = "content/woerter.txt";

/** How many words are offered in place of a wrong one. */
const MOST_SUGGESTIONS = 3;

/**
 * `npm run spell`, `npm run spell -- FILES…`: words that neither the German dictionary nor the office's own list
 * knows. Which files are checked, and where the list lies, stands in `cspell.config.yaml`.
 */
export async function spell(terminal: Terminal): Promise<ExitCode> {
  const { positionals } = readArguments(terminal.args, {});
  const problems: Problem[] = [];
  const failures: string[] = [];
  const reporter: CSpellReporter = {
    issue: (issue) => problems.push(wordProblem(issue)),
    error: (message, { message: detail }) => failures.push(`${message} ${detail}`),
  };
  const chosen = positionals.length === 0 ? {} : { files: [...positionals], filterFiles: false };
  const options = { ...chosen, showSuggestions: true, mustFindFiles: false };
  const { files } = await lint([], options, reporter);
  if (failures.length > 0) {
    terminal.printError(`Die Prüfung ist nicht möglich: ${failures.join("; ")}`);
    terminal.printError(
      `Fehlt ${WORD_LIST}? Dann bitte eine Datei dieses Namens anlegen; sie darf leer sein.`,
    );
    return 1;
  }
  if (files === 0) throw new UsageError(`Es gibt nichts zu prüfen: ${positionals.join(", ")}`);
  if (problems.length === 0) {
    terminal.print(`Kein unbekanntes Wort in ${counted(files, "Datei", "Dateien")}.`);
    return 0;
  }
  printProblems(problems.toSorted(compareProblems), terminal);
  terminal.print(`Wörter, die richtig sind, gehören in ${WORD_LIST}.`);
  return 1;
}

function wordProblem({ uri = "", row, col, text, suggestions = [] }: Issue): Problem {
  const offered = suggestions
    .filter((suggestion) => isCapital(suggestion) === isCapital(text))
    .slice(0, MOST_SUGGESTIONS)
    .map(quoted);
  const remedy = offered.length === 0 ? "" : ` Gemeint ist vielleicht ${offered.join(" oder ")}.`;
  return {
    file: relative(process.cwd(), fileURLToPath(uri)).replaceAll("\\", "/"),
    line: row,
    column: col,
    field: BODY_FIELD,
    message: `${quoted(text)} steht nicht im Wörterbuch.${remedy}`,
  };
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

if (import.meta.main) process.exitCode = await runCommand(spell, processTerminal);
