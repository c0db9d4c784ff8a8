import type { z } from "zod";
import { FILE_FIELD, type Problem, type ProblemPlace } from "../domain/problem.ts";
import type { ContentFile } from "./content-folder.ts";
import { splitFrontMatter } from "./front-matter-source.ts";
import { checkSchema, type RightFields } from "./schema-faults.ts";
import { readSourceText } from "./source-text.ts";
import { type FieldPath, type Position, readYaml, type YamlSource } from "./yaml-source.ts";

/** Data checked against its schema, still knowing where each value stands in its file. */
export type CheckedData<T> = {
  /** The whole, where every field is right. */
  readonly data: T | undefined;
  readonly fields: RightFields<T>;
  readonly problems: readonly Problem[];
  /** Whether a field stands there without a value. */
  readonly isEmpty: (field: string) => boolean;
  /** Where the value of a field stands. */
  readonly placeOf: (path: FieldPath) => ProblemPlace;
  /** A problem there. */
  readonly problemAt: (path: FieldPath, message: string) => Problem;
};

/** The same with the Markdown below the front matter. */
export type CheckedMarkdown<T> = CheckedData<T> & {
  readonly body: string;
  /** What the file's bytes are known by. */
  readonly digest: string;
  /** Line of the file on which the body starts, from 1. */
  readonly bodyLine: number;
};

/** A file whose data could not even be reached. */
export type UnreadableFile = { readonly problems: readonly Problem[] };

/** Reads a YAML file and checks it as a whole against a schema. */
export function readYamlFile<Schema extends z.ZodType>(
  file: ContentFile,
  schema: Schema,
): CheckedData<z.output<Schema>> | UnreadableFile {
  const source = readSourceText(file.path, file.shownAs, file.bytes);
  if ("problem" in source) return { problems: [source.problem] };
  return checkYaml(readYaml(source.text), schema, file.shownAs);
}

/** Reads a Markdown file and checks its front matter against a schema. */
export function readMarkdownFile<Schema extends z.ZodObject>(
  file: ContentFile,
  schema: Schema,
): CheckedMarkdown<z.output<Schema>> | UnreadableFile {
  const source = readSourceText(file.path, file.shownAs, file.bytes);
  if ("problem" in source) return { problems: [source.problem] };
  const parts = splitFrontMatter(source.text);
  if ("message" in parts) return { problems: [{ file: file.shownAs, ...parts }] };
  const { yaml, body, bodyLine } = parts;
  return { ...checkYaml(yaml, schema, file.shownAs), body, bodyLine, digest: source.digest };
}

function checkYaml<Schema extends z.ZodType>(
  yaml: YamlSource,
  schema: Schema,
  file: string,
): CheckedData<z.output<Schema>> {
  const { isEmpty } = yaml;
  const place = ({ line, column }: Position, path: FieldPath): ProblemPlace => ({
    file,
    line,
    column,
    field: fieldName(path),
  });
  const placeOf = (path: FieldPath) => place(yaml.valueAt(path), path);
  const problemAt = (path: FieldPath, message: string) => ({ ...placeOf(path), message });
  const yamlProblems = yaml.faults.map((fault) => ({ ...place(fault, fault.path), message: fault.message }));
  if (yaml.isBroken)
    return { data: undefined, fields: {}, problems: yamlProblems, isEmpty, placeOf, problemAt };
  const checked = checkSchema(schema, yaml.data ?? {});
  if ("data" in checked) {
    const isWhole = yamlProblems.length === 0;
    return {
      data: isWhole ? checked.data : undefined,
      fields: checked.data as RightFields<z.output<Schema>>,
      problems: yamlProblems,
      isEmpty,
      placeOf,
      problemAt,
    };
  }
  const schemaProblems = checked.faults
    .filter(({ path }) => !yaml.faults.some((fault) => isAtOrAbove(path, fault.path)))
    .map(({ path, at, message }) => ({
      ...place(at === "key" ? yaml.keyAt(path) : yaml.valueAt(path), path),
      message,
    }));
  return {
    data: undefined,
    fields: checked.fields as RightFields<z.output<Schema>>,
    problems: [...yamlProblems, ...schemaProblems],
    isEmpty,
    placeOf,
    problemAt,
  };
}

/** A value that YAML itself refused is missing for the schema; saying so again would be noise. */
function isAtOrAbove(path: FieldPath, faulty: FieldPath): boolean {
  return faulty.length > 0 && path.every((step, index) => step === faulty[index]);
}

/**
 * A path as editors see fields named.
 *
 * @example fieldName(["photos", 0, "credit"]) → "photos[0].credit"
 */
export function fieldName(path: FieldPath): string {
  if (path.length === 0) return FILE_FIELD;
  return path.reduce<string>((name, step) => {
    if (typeof step === "number") return `${name}[${step}]`;
    const key = String(step)
      .replace(/[\p{C}\s]+/gu, " ")
      .slice(0, 60);
    return name === "" ? key : `${name}.${key}`;
  }, "");
}
