import type { z } from "zod";

/** A schema as JSON Schema, in the parts that fields are made of. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A field of a content file as an editor meets it: its name, its sentence and what it holds. */
export type FieldForm = {
  readonly name: string;
  /** The German sentence of the schema. */
  readonly explanation: string;
  readonly isList: boolean;
  readonly isSwitch: boolean;
  /** The values to choose from; none where the text is free. */
  readonly choices: readonly string[];
  /** The fields it consists of; none where it is a plain value. */
  readonly fields: readonly FieldForm[];
};

/**
 * The fields that a schema asks for, in its order. Of a field that takes a plain value or a mapping, the plain one.
 *
 * @example fieldForms(schema of tags) → [{ name: "tags", explanation: "Themen, …", isList: true, isSwitch: false, choices: ["Amtsblatt"], fields: [] }]
 */
export function fieldForms({ properties = {} }: JsonSchema): FieldForm[] {
  return Object.entries(properties).flatMap(([name, property]) => {
    if (typeof property === "boolean") return [];
    const value = plainest(property.items ?? property);
    return [
      {
        name,
        explanation: property.description ?? "",
        isList: property.items !== undefined,
        isSwitch: value.type === "boolean",
        choices: (value.enum ?? []).map(String),
        fields: fieldForms(value),
      },
    ];
  });
}

function plainest(schema: JsonSchema["items"]): JsonSchema {
  const [first = {}] = [schema ?? {}].flat();
  const [alternative = first] = typeof first === "boolean" ? [{}] : (first.anyOf ?? [first]);
  return typeof alternative === "boolean" ? {} : alternative;
}

/**
 * A field as lines of YAML, its values as `fill` writes them.
 *
 * @example formLines(photos, ({ name }) => `<${name}>`) → ["photos:", "  - file: <file>", "    credit: <credit>"]
 */
export function formLines(form: FieldForm, fill: (leaf: FieldForm) => string): string[] {
  const { name, isList, fields } = form;
  if (fields.length === 0 && !isList) return [`${name}: ${fill(form)}`];
  const values = fields.length === 0 ? [fill(form)] : fields.flatMap((field) => formLines(field, fill));
  return [
    `${name}:`,
    ...values.map((line, index) => (isList ? `  ${index === 0 ? "-" : " "} ${line}` : `  ${line}`)),
  ];
}
