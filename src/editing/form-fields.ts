import { z } from "zod";
import { emailAddress, moment } from "../domain/field-types.ts";
import type { Field } from "./cms-types.ts";

/**
 * What the form adds to a field of the schema: its name in German, and the widget where the schema alone does not
 * tell one. The path is that of the schema, list indices left out: `photos.credit`.
 */
export type FieldManner = {
  readonly label: string;
  /** One entry of a list: „Foto“. */
  readonly singular?: string;
  /** The schema's own sentence with the office's names in its example. Default: as the schema says it. */
  readonly sentence?: string;
  /** A sentence after that, for what only the form's users must know. */
  readonly note?: string;
  /** Widget settings that come before those that follow from the schema. */
  readonly widget?: Readonly<Record<string, unknown>>;
};

/** The fields of a mapping by name; `shape` of a schema. */
export type FormShape = Readonly<Record<string, z.ZodType>>;

/** The manners of all fields of a schema by path. */
export type FieldManners = Readonly<Record<string, FieldManner>>;

/**
 * The fields of a form from a schema: its sentences as hints, what it demands as required, lengths and lines as it
 * counts them.
 *
 * @param path of the mapping within the schema; empty for the whole
 * @example formFields({ title: line(160).describe("Die Überschrift.") }, { title: { label: "Überschrift" } })
 * → [{ name: "title", label: "Überschrift (title)", hint: "Die Überschrift.", required: true, widget: "string", maxlength: 160 }]
 * @throws Error for a field without manner
 */
export function formFields(shape: FormShape, manners: FieldManners, path = ""): Field[] {
  return Object.entries(shape).map(([name, field]) => formField(name, field, manners, `${path}${name}`));
}

/** One field of a form; see {@link formFields}. */
export function formField(name: string, schema: z.ZodType, manners: FieldManners, path: string): Field {
  const manner = manners[path];
  if (manner === undefined) throw new Error(`The form has no label for ${path}`);
  return {
    name,
    label: `${manner.label} (${name})`,
    ...(manner.singular !== undefined && { label_singular: manner.singular }),
    hint: asHint(
      [manner.sentence ?? sentence(schema), manner.note].filter((part) => part !== undefined).join(" "),
    ),
    required: !schema.safeParse(undefined).success,
    ...widget(bare(schema), manners, path),
    ...manner.widget,
  } as Field;
}

/**
 * The schema's sentence; of a switch without the `true` that the form's users do not write.
 *
 * @example "true: Entwurf, nur in der Vorschau zu sehen." → "Entwurf, nur in der Vorschau zu sehen."
 */
function sentence(schema: z.ZodType): string {
  const text = (schema.description ?? "").replace(/^true:? /, "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Hints are Markdown, which must not take a sign of an example for emphasis or a link. */
function asHint(sentence: string): string {
  return sentence.replace(/[\\*_~[\]]/g, "\\$&");
}

function widget(schema: z.ZodType, manners: FieldManners, path: string): Readonly<Record<string, unknown>> {
  if (schema instanceof z.ZodBoolean) return { widget: "boolean", default: false };
  if (schema instanceof z.ZodObject)
    return { widget: "object", fields: formFields(schema.shape as FormShape, manners, `${path}.`) };
  if (schema instanceof z.ZodArray) return { widget: "list", ...entries(schema, manners, path) };
  if (schema.def === moment.def) return { widget: "datetime", format: "YYYY-MM-DD HH:mm" };
  const longest = longestText(schema);
  return {
    widget: schema.safeParse("a\na").success ? "text" : "string",
    ...(schema.def === emailAddress.def && { type: "email" }),
    ...(longest !== undefined && { maxlength: longest }),
  };
}

function entries(list: z.ZodArray, manners: FieldManners, path: string): Readonly<Record<string, unknown>> {
  const entry = bare(list.element as z.ZodType);
  if (!(entry instanceof z.ZodObject)) return {};
  return { fields: formFields(entry.shape as FormShape, manners, `${path}.`), collapsed: "auto" };
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap() as z.ZodType) : schema;
}

/** Longer than any text of a form but the body, in characters. */
const ENDLESS = 100_000;

/** How many characters a schema takes, found by asking it; `undefined` where it asks for more than a length. */
function longestText(schema: z.ZodType): number | undefined {
  const takes = (length: number) => schema.safeParse("a".repeat(length)).success;
  if (!takes(1) || takes(ENDLESS)) return undefined;
  let [most, tooMany] = [1, ENDLESS];
  while (tooMany - most > 1) {
    const middle = (most + tooMany) >> 1;
    if (takes(middle)) most = middle;
    else tooMany = middle;
  }
  return most;
}
