import { stringify } from "yaml";
import { releaseJsonSchema } from "../domain/content-schemas.ts";
import { type FieldForm, fieldForms, formLines } from "../domain/field-forms.ts";
import type { FrontMatter } from "../domain/front-matter.ts";

/** What a release begins with, as it is written in its file. */
export type ReleaseBeginning = { readonly [Field in keyof FrontMatter]?: string | readonly string[] | true };

const INTRODUCTION = `\
# Dies ist der Kopf. Zeilen, die mit # beginnen, erscheinen nirgends: Sie erklären das Feld darunter oder halten es
# bereit. Wer ein Feld braucht, löscht in seinen Zeilen das # ganz vorn und schreibt zwischen die Anführungszeichen.
# Der Text der Pressemitteilung beginnt unter der letzten Zeile dieses Kopfes (---).`;

/**
 * The file of a release that is only begun: every field of the schema stands in it with its sentence, those without
 * a value commented out and ready to fill in.
 *
 * @example releaseSketch({ title: "Titel", date: "2019-03-27 10:00" }) → "---\n# Dies ist der Kopf. …\n\n# Die Überschrift, …\ntitle: Titel\n\n# Die Unterzeile, …\n#subtitle: ''\n\n…---\n\n"
 */
export function releaseSketch(beginning: ReleaseBeginning): string {
  const forms = fieldForms(releaseJsonSchema({ topics: [], places: [], contacts: [] }));
  const fields = forms.map((form) => {
    const value = beginning[form.name as keyof FrontMatter];
    const lines = value === undefined ? emptyLines(form) : [yamlOf({ [form.name]: value })];
    return [`# ${form.explanation}`, ...lines].join("\n");
  });
  return `---\n${[INTRODUCTION, ...fields].join("\n\n")}\n---\n\n`;
}

function yamlOf(data: Readonly<Record<string, unknown>>): string {
  return stringify(data, { lineWidth: 0, singleQuote: true }).trimEnd();
}

/** A field commented out, each field within it explained on its own line. */
function emptyLines(form: FieldForm): string[] {
  return formLines(form, (leaf) => {
    const empty = leaf.isSwitch ? "true" : "''";
    return leaf === form ? empty : `${empty}  # ${leaf.explanation}`;
  }).map((line) => `#${line}`);
}
