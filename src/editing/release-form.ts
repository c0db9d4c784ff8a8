import { readYaml } from "../content/yaml-source.ts";
import { frontMatterSchema } from "../domain/front-matter.ts";
import { releaseFileText } from "../legacy/release-file-text.ts";

/**
 * A release as the editing page's form holds it: its front matter and `body`, with two differences. A single
 * `photo` stands in `photos`, and a `contact` that is no name from kreis.yaml stands in `contactPerson`.
 */
export type ReleaseForm = Readonly<Record<string, unknown>>;

/** A Markdown file with front matter, taken apart: the YAML and the text below it. */
const PARTS = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n([\s\S]*))?$/;

/**
 * Fills the form from a release's file, read as the build reads it: `02921/303200` and `2019` stay text.
 *
 * @example releaseForm("---\ntitle: Titel\nphoto: { credit: Foto }\n---\nText.\n") → { title: "Titel", photos: [{ credit: "Foto" }], body: "Text." }
 * @throws Error with a German sentence where the front matter is no YAML
 */
export function releaseForm(text: string): ReleaseForm {
  const [, head, body = ""] = PARTS.exec(text.trim()) ?? [];
  if (head === undefined) throw new Error("Der Kopf zwischen den beiden Zeilen --- fehlt.");
  const { data, faults } = readYaml(head);
  if (faults[0] !== undefined) throw new Error(faults[0].message);
  const { photo, contact, ...rest } = (data ?? {}) as Record<string, unknown>;
  return {
    ...rest,
    ...(photo !== undefined && { photos: [photo] }),
    ...(contact !== undefined && { [typeof contact === "object" ? "contactPerson" : "contact"]: contact }),
    body: body.trim(),
  };
}

/** A filled form's front matter, its keys in the schema's order. */
export type ReleaseMatter = Readonly<Record<string, unknown>>;

/**
 * The front matter of a filled form: without what was left empty or switched off, files by their bare name.
 *
 * @example releaseMatter({ body: "Text.", title: "Titel", subtitle: "", draft: false }) → { title: "Titel" }
 */
export function releaseMatter({ body: _body, ...form }: ReleaseForm): ReleaseMatter {
  const { contactPerson, ...filled } = (tidy(form) ?? {}) as Record<string, unknown>;
  const matter: Record<string, unknown> =
    contactPerson === undefined ? filled : { ...filled, contact: contactPerson };
  const known = Object.keys(frontMatterSchema.shape).filter((key) => key in matter);
  return Object.fromEntries(
    [...new Set([...known, ...Object.keys(matter)])].map((key) => [key, matter[key]]),
  );
}

/**
 * The file of a filled form; what {@link releaseForm} reads back as the same form.
 *
 * @example releaseText({ body: "Text.", title: "Titel", subtitle: "" }) → "---\ntitle: Titel\n---\n\nText.\n"
 */
export function releaseText(form: ReleaseForm): string {
  return releaseFileText(releaseMatter(form), typeof form.body === "string" ? form.body.trim() : "");
}

/** Begins the names of what the CMS notes for itself at the entries of a list. */
const INTERNAL = "__sc_";

/** A value without what was left empty; `undefined` where nothing remains. */
function tidy(value: unknown): unknown {
  if (value === "" || value === null || value === false) return undefined;
  if (Array.isArray(value)) return some(value.map(tidy).filter((entry) => entry !== undefined));
  if (typeof value !== "object") return value;
  const entries = Object.entries(value)
    .filter(([key]) => !key.startsWith(INTERNAL))
    .map(([key, entry]) => [key, tidy(key === "file" ? bareName(entry) : entry)] as const);
  return some(Object.fromEntries(entries.filter(([, entry]) => entry !== undefined)));
}

function some<Collection extends object>(collection: Collection): Collection | undefined {
  return Object.keys(collection).length === 0 ? undefined : collection;
}

/** The form writes a file beside the release as `./foto.jpg`. */
function bareName(file: unknown): unknown {
  return typeof file === "string" ? file.replace(/^\.\//, "") : file;
}
