import { z } from "zod";

type Field = z.core.JSONSchema._JSONSchema;

/** Paths of a schema's fields without a sentence of documentation: `["photos.credit"]`. */
export function undescribedFields(schema: z.ZodType): string[] {
  return undescribedIn(z.toJSONSchema(schema, { io: "input" }), "");
}

function undescribedIn(schema: Field, path: string): string[] {
  if (typeof schema === "boolean") return [];
  const { properties = {}, items, anyOf = [] } = schema;
  const alternatives = [items ?? [], anyOf].flat();
  return [
    ...Object.entries(properties).flatMap(([name, field]) => [
      ...(typeof field === "object" && field.description === undefined ? [`${path}${name}`] : []),
      ...undescribedIn(field, `${path}${name}.`),
    ]),
    ...alternatives.flatMap((alternative) => undescribedIn(alternative, path)),
  ];
}
