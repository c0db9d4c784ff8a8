import matter from "gray-matter";
import { FILE_FIELD } from "../domain/problem.ts";
import { type Position, readYaml, type YamlSource } from "./yaml-source.ts";

/** A Markdown file taken apart: its front matter as YAML with positions, its body and where that starts. */
export type FrontMatterSource = {
  readonly yaml: YamlSource;
  readonly body: string;
  /** Line of the file on which the body starts, from 1. */
  readonly bodyLine: number;
};

/** Why a file has no front matter that can be read. */
export type FrontMatterFault = Position & { readonly field: string; readonly message: string };

const FENCE = "---";
const LONGEST_FRONT_MATTER = 64_000;

/** gray-matter hands the YAML to this engine alone; those for JavaScript, JSON and CoffeeScript are out of reach. */
const yamlEngine = (read: (text: string) => object) => ({
  yaml: { parse: read, stringify: () => "" },
});

/**
 * Takes a Markdown file apart. Front matter is YAML between two lines `---`; any other language after the first
 * is a fault and is never handed to an engine.
 *
 * @example splitFrontMatter("---\ntitle: Müll\n---\nText") → { yaml: { data: { title: "Müll" }, … }, body: "Text", bodyLine: 4 }
 */
export function splitFrontMatter(text: string): FrontMatterSource | FrontMatterFault {
  const end = CLOSING_FENCE.exec(text);
  const fault = fenceFault(text, end);
  if (end === null || fault !== undefined) return fault ?? unclosed();
  const head = text.slice(0, end.index + end[0].length);
  const source: { yaml?: YamlSource } = {};
  // gray-matter looks each text up among those it read before; the head alone makes that cheap.
  matter(head, {
    language: "yaml",
    engines: yamlEngine((yaml) => {
      source.yaml = readYaml(yaml);
      return {};
    }),
  });
  return {
    yaml: source.yaml ?? readYaml(""),
    body: text.slice(head.length + 1),
    bodyLine: head.split("\n").length + 1,
  };
}

const CLOSING_FENCE = /\n---.*/;

function unclosed(): FrontMatterFault {
  return {
    line: 1,
    column: 1,
    field: FILE_FIELD,
    message: `Der Kopf hört nicht auf. Erwartet wird nach dem letzten Feld eine Zeile ${FENCE}.`,
  };
}

function fenceFault(text: string, end: RegExpExecArray | null): FrontMatterFault | undefined {
  const [first = ""] = text.split("\n", 1);
  if (!first.startsWith(FENCE)) {
    return {
      line: 1,
      column: 1,
      field: FILE_FIELD,
      message: `beginnt nicht mit dem Kopf. Erwartet wird als erste Zeile ${FENCE}.`,
    };
  }
  if (first.trimEnd() !== FENCE) {
    const message = `Der Kopf muss YAML sein und die erste Zeile genau ${FENCE} lauten; „${first.slice(3).trim().slice(0, 40)}“ dahinter bitte löschen.`;
    return { line: 1, column: 4, field: FILE_FIELD, message };
  }
  if (end === null) return unclosed();
  if (end[0].trimEnd() !== `\n${FENCE}`) {
    const line = text.slice(0, end.index).split("\n").length + 1;
    return {
      line,
      column: 1,
      field: FILE_FIELD,
      message: `Diese Zeile beginnt mit ${FENCE}, schließt den Kopf aber nicht. Erwartet wird genau ${FENCE}.`,
    };
  }
  if (end.index > LONGEST_FRONT_MATTER) {
    return {
      line: 1,
      column: 1,
      field: FILE_FIELD,
      message: `Der Kopf hat mehr als ${LONGEST_FRONT_MATTER} Zeichen. Der Text gehört unter die zweite Zeile ${FENCE}.`,
    };
  }
  return undefined;
}
