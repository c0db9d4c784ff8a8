/** A fault in the content, told to an editor: where it stands, what is wrong and what is expected instead. */
export type Problem = {
  /** Path of the file as the editor knows it: `content/pressemitteilungen/2019/2019-03-27-x.md`. */
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** Column in the line, from 1, in UTF-16 units as text editors count. */
  readonly column: number;
  /** The field as it stands in the file, `tags[1]`; `Text` for the body, `Datei` for the file as a whole. */
  readonly field: string;
  /** German: what is wrong, what is expected and, where it can be told, the nearest right value. */
  readonly message: string;
};

/** Where in the content a problem stands. */
export type ProblemPlace = Omit<Problem, "message">;

/** The body of a release as {@link Problem.field} names it. */
export const BODY_FIELD = "Text";
/** A file as a whole as {@link Problem.field} names it. */
export const FILE_FIELD = "Datei";

/**
 * A value from a file, fit to stand in a one-line message: in German quotes, shortened, control characters
 * and line ends shown as a space so that no value can break the line or steer a terminal.
 *
 * @example quoted("Integratoin") → "„Integratoin“"
 */
export function quoted(value: string): string {
  const line = oneLine(value).trim();
  const letters = [...line];
  return `„${letters.length > 80 ? `${letters.slice(0, 79).join("")}…` : line}“`;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
}

/**
 * A problem as its one line on the terminal, whatever its parts hold.
 *
 * @example formatProblem(problem) → "content/…/2019-03-27-x.md:7:5 tags[1]: „Integratoin“ steht nicht in themen.yaml. …"
 */
export function formatProblem({ file, line, column, field, message }: Problem): string {
  return oneLine(`${file}:${line}:${column} ${field}: ${message}`);
}

/**
 * A problem as GitHub Actions shows it beside the changed line.
 *
 * @example formatAnnotation(problem) → "::error file=content/…,line=7,col=5,title=tags[1]::„Integratoin“ steht …"
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatAnnotation({ file, line, column, field, message }: Problem): string {
  const property = (text: string) => escapeCommand(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return `::error file=${property(file)},line=${line},col=${column},title=${property(field)}::${escapeCommand(message)}`;
}

function escapeCommand(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Orders problems as an editor works them off: file by file, from the top down. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
