import { checkSchema } from "../content/schema-faults.ts";
import { type FrontMatter, frontMatterSchema } from "../domain/front-matter.ts";
import type { ReleaseMatter } from "./release-form.ts";

/** Where a release is saved: its day is part of the file's name. */
const DAY_IN_PATH = /\/(\d{4}-\d{2}-\d{2})-[^/]+\.md$/;

/**
 * What speaks against saving a release, in German sentences: what the schema says of its front matter, and days
 * that contradict each other. What needs other files, names of topics or pictures, the form offers only as it is
 * or the check of all content tells.
 *
 * @param path where the release is to be saved: `content/pressemitteilungen/2019/2019-03-27-titel.md`
 * @param pressIdPrefix the office's own
 * @example saveFaults("…/2019-03-28-titel.md", { title: "Titel", date: "2019-03-27 10:00" }, "kso") → ["date: Der Tag 2019-03-27 ist nicht der im Dateinamen …"]
 */
export function saveFaults(path: string, matter: ReleaseMatter, pressIdPrefix: string): readonly string[] {
  const checked = checkSchema(frontMatterSchema, matter);
  const faults =
    "faults" in checked ? checked.faults.map((fault) => `${fieldName(fault.path)}: ${fault.message}`) : [];
  const fields = "data" in checked ? checked.data : checked.fields;
  return [...faults, ...dayFaults(path, fields as Partial<FrontMatter>, pressIdPrefix)];
}

function dayFaults(path: string, { date, pressId }: Partial<FrontMatter>, prefix: string): string[] {
  const fileDay = DAY_IN_PATH.exec(path)?.[1];
  const faults: string[] = [];
  if (date !== undefined && date.day !== fileDay) {
    faults.push(
      `date: Der Tag ${date.day} ist nicht der im Dateinamen (${fileDay}). Bitte das Datum ändern oder den Kurznamen mit ${date.day} beginnen lassen.`,
    );
  }
  if (date !== undefined && pressId !== undefined && pressId.day !== date.day) {
    faults.push(`pressId: Der Tag ${pressId.day} in der Presse-ID ist nicht der von date (${date.day}).`);
  }
  if (pressId !== undefined && pressId.prefix !== prefix) {
    faults.push(`pressId: Die Presse-ID beginnt mit ${pressId.prefix}. Erwartet wird ${prefix}.`);
  }
  return faults;
}

/** @example fieldName(["photos", 0, "credit"]) → "photos[0].credit" */
function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}
