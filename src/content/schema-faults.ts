import { z } from "zod";
import { nearest } from "../domain/nearest.ts";
import { quoted } from "../domain/problem.ts";
import type { FieldPath } from "./yaml-source.ts";

/** A value that does not fit its schema: where, whether the key or the value is at fault, and a German sentence. */
export type SchemaFault = {
  readonly path: FieldPath;
  readonly at: "key" | "value";
  readonly message: string;
};

/** What checking data against a schema gives: the typed data, or every fault at once. */
export type Checked<T> =
  | { readonly data: T }
  | {
      readonly faults: readonly SchemaFault[];
      readonly fields: RightFields<T>;
    };

/**
 * Each top-level field that is right by itself, so that further checks run though another field is wrong. Of a
 * list, the entries that are right by themselves; `undefined` stands in the place of the others.
 */
export type RightFields<T> = {
  readonly [Field in keyof T]?: NonNullable<T[Field]> extends readonly (infer Entry)[]
    ? readonly (Entry | undefined)[]
    : T[Field];
};

/**
 * Checks plain data against a schema. Each fault says in German what is wrong and, from the schema's own
 * description of the field, what is expected.
 *
 * @example checkSchema(frontMatterSchema, { titel: "x" }) → faults at `titel` (unknown, „title“ is meant) and `title` (missing)
 */
export function checkSchema<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
): Checked<z.output<Schema>> {
  const result = schema.safeParse(data);
  if (result.success) return { data: result.data };
  return {
    faults: result.error.issues.flatMap((issue) => explain(issue, schema, data)),
    fields: rightFields(schema, data) as RightFields<z.output<Schema>>,
  };
}

function rightFields(schema: z.ZodType, data: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fieldsOf(schema)).map(([name, field]) => [name, rightValue(field, valueAt(data, [name]))]),
  );
}

function rightValue(field: z.ZodType, value: unknown): unknown {
  const list = unwrap(field);
  if (!(list instanceof z.ZodArray) || !Array.isArray(value)) return field.safeParse(value).data;
  return value.map((entry) => (list.element as z.ZodType).safeParse(entry).data);
}

function explain(issue: z.core.$ZodIssue, root: z.ZodType, data: unknown): SchemaFault[] {
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(fieldsOf(schemaAt(root, issue.path)));
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      at: "key",
      message: unknownKey(key, known),
    }));
  }
  if (issue.code === "invalid_union") return explainUnion(issue, root, data);
  return [
    {
      path: issue.path,
      at: "value",
      message: explainValue(issue, schemaAt(root, issue.path), valueAt(data, issue.path)),
    },
  ];
}

/** Of a union's alternatives the one of the value's own kind tells what is wrong. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion, root: z.ZodType, data: unknown): SchemaFault[] {
  const isOfOtherKind = (alternative: z.core.$ZodIssue[]) =>
    alternative.some((inner) => inner.code === "invalid_type" && inner.path.length === 0);
  const fitting = issue.errors.find((alternative) => !isOfOtherKind(alternative));
  if (fitting === undefined) {
    const expected = expectation(schemaAt(root, issue.path));
    return [{ path: issue.path, at: "value", message: `passt hier nicht.${expected}` }];
  }
  return fitting.flatMap((inner) => explain({ ...inner, path: [...issue.path, ...inner.path] }, root, data));
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  const remedy = meant === undefined ? `Möglich sind: ${known.join(", ")}.` : `Gemeint ist wohl „${meant}“.`;
  return `Das Feld ${quoted(key)} gibt es nicht. ${remedy}`;
}

function explainValue(issue: z.core.$ZodIssue, schema: z.ZodType | undefined, value: unknown): string {
  const expected = expectation(schema);
  if (issue.code === "custom") return issue.message;
  if (value === undefined) return `fehlt.${expected}`;
  if (issue.code === "invalid_type") return `${kindOf(value)}, das passt hier nicht.${expected}`;
  if (issue.code === "too_small") return `ist leer.${expected}`;
  return `${typeof value === "string" ? `${quoted(value)} ` : ""}passt hier nicht.${expected}`;
}

function expectation(schema: z.ZodType | undefined): string {
  return schema?.description === undefined ? "" : ` Erwartet: ${schema.description}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "Hier steht eine Liste";
  if (typeof value === "boolean") return `Hier steht ${value}`;
  return typeof value === "object" ? "Hier stehen mehrere Angaben" : "Hier steht ein einzelner Text";
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    data,
  );
}

/** The schema of the field at a path, with the description that stands on it. */
function schemaAt(root: z.ZodType, path: FieldPath): z.ZodType | undefined {
  let schema: z.ZodType | undefined = root;
  for (const step of path) {
    if (schema === undefined) return undefined;
    const bare = unwrap(schema);
    schema = bare instanceof z.ZodArray ? (bare.element as z.ZodType) : fieldsOf(bare)[String(step)];
  }
  return schema;
}

/** The fields of a mapping, or of the mapping among a union's alternatives. */
function fieldsOf(schema: z.ZodType | undefined): Readonly<Record<string, z.ZodType>> {
  const bare = schema && unwrap(schema);
  if (bare instanceof z.ZodObject) return bare.shape as Record<string, z.ZodType>;
  if (bare instanceof z.ZodUnion) {
    const mapping = bare.options.find((option) => unwrap(option as z.ZodType) instanceof z.ZodObject);
    return fieldsOf(mapping as z.ZodType | undefined);
  }
  return {};
}

function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap() as z.ZodType) : schema;
}
