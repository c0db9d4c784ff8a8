import { z } from "zod";
import type { JsonSchema } from "./field-forms.ts";
import { frontMatterSchema } from "./front-matter.ts";
import { officeSchema, placesSchema, servicesSchema, standingPageSchema, topicsSchema } from "./office.ts";

/** The names that an office's releases can choose from. */
export type KnownNames = {
  readonly topics: readonly string[];
  readonly places: readonly string[];
  readonly contacts: readonly string[];
};

/** A JSON Schema and the content files that it is for, as paths below the content folder. */
export type ContentSchema = { readonly name: string; readonly files: string; readonly schema: JsonSchema };

/**
 * The schemas of all content files as JSON Schema, so that text editors complete and explain their fields. They know
 * names, kinds and sentences; what only a program can tell is left to `npm run check`.
 *
 * @example contentSchemas(names)[0] → { name: "pressemitteilung", files: …, schema: { type: "object", properties: { title: … }, … } }
 * @see https://json-schema.org/draft-07 the draft that YAML editors understand best
 */
export function contentSchemas(names: KnownNames): ContentSchema[] {
  return [
    { name: "pressemitteilung", files: "pressemitteilungen/**/*.md", schema: releaseJsonSchema(names) },
    { name: "seite", files: "seiten/*.md", schema: jsonSchema(standingPageSchema) },
    { name: "kreis", files: "kreis.yaml", schema: jsonSchema(officeSchema) },
    { name: "themen", files: "themen.yaml", schema: jsonSchema(topicsSchema) },
    { name: "orte", files: "orte.yaml", schema: jsonSchema(placesSchema) },
    { name: "a-z", files: "a-z.yaml", schema: jsonSchema(servicesSchema) },
  ];
}

/**
 * The front matter of a release as JSON Schema, the office's names to choose from.
 *
 * @example releaseJsonSchema({ topics: ["Integration"], … }) → { properties: { tags: { items: { enum: ["Integration"], … } }, … }, … }
 */
export function releaseJsonSchema({ topics, places, contacts }: KnownNames): JsonSchema {
  const choices: Readonly<Record<string, readonly string[]>> = {
    "properties/tags/items": topics,
    "properties/places/items": places,
    "properties/contact/anyOf/0": contacts,
  };
  return jsonSchema(frontMatterSchema, (path) => choices[path]);
}

function jsonSchema(
  schema: z.ZodType,
  choicesAt: (path: string) => readonly string[] | undefined = () => undefined,
): JsonSchema {
  return z.toJSONSchema(schema, {
    io: "input",
    target: "draft-7",
    override: ({ jsonSchema: part, path }) => {
      const choices = choicesAt(path.join("/")) ?? [];
      if (choices.length > 0) part.enum = [...choices];
      // A number is read as the text it was written as: postal codes, years, municipality keys.
      else if (part.type === "string" && part.enum === undefined)
        Object.assign(part, { type: ["string", "number"] });
    },
  });
}
