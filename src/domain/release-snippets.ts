import { fieldForms, formLines, type JsonSchema } from "./field-forms.ts";

/** A snippet as VS Code reads it. */
export type Snippet = {
  readonly scope: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
};

/**
 * The fields of a release's front matter as snippets of VS Code, which needs no extension for them: each completes
 * itself with its sentence, asks for its values one by one and offers the names to choose from.
 *
 * @example releaseSnippets(schema) → { "tags: Pressemitteilung": { prefix: "tags", description: "Themen, …", body: ["tags:", "  - '${1|Amtsblatt,Breitband|}'"], … }, … }
 * @see https://code.visualstudio.com/docs/editing/userdefinedsnippets
 */
export function releaseSnippets(schema: JsonSchema): Readonly<Record<string, Snippet>> {
  const snippets = fieldForms(schema).map((form): [string, Snippet] => {
    let stops = 0;
    const body = formLines(form, ({ isSwitch, choices }) => {
      if (isSwitch) return "true";
      stops += 1;
      return choices.length === 0 ? `'$${stops}'` : `'\${${stops}|${choices.map(asChoice).join(",")}|}'`;
    });
    // Within front matter VS Code takes the language for YAML, around it for Markdown.
    const scope = "markdown,yaml";
    return [
      `${form.name}: Pressemitteilung`,
      { scope, prefix: form.name, description: form.explanation, body },
    ];
  });
  return Object.fromEntries(snippets);
}

/** A name within a choice; an apostrophe doubled, as it stands in single quotes. */
function asChoice(name: string): string {
  return name.replaceAll("'", "''").replace(/[\\,|$}]/g, (mark) => `\\${mark}`);
}
