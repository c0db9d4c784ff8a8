import { rm } from "node:fs/promises";
import { join } from "node:path";
import { close, createIndex } from "pagefind";
import { type Indexed, searchRecords } from "./search-record.ts";

/** Folder of the index below the site's root. */
export const INDEX_FOLDER = "pagefind";

/** What Pagefind writes for its own user interfaces, which the newsroom does not use. */
const UNUSED = [
  "pagefind-component-ui.css",
  "pagefind-component-ui.js",
  "pagefind-highlight.js",
  "pagefind-modular-ui.css",
  "pagefind-modular-ui.js",
  "pagefind-ui.css",
  "pagefind-ui.js",
  "pagefind-worker.js",
];

/** Pagefind is to leave the terms as they are; a language it knows would be stemmed once more. */
const LANGUAGE = "unknown";

/**
 * Writes the search index of a site; the same releases give the same bytes.
 *
 * @param output folder of the site
 * @throws Error with what Pagefind reports
 */
export async function writeSearchIndex(site: Indexed, output: string): Promise<void> {
  const folder = join(output, INDEX_FOLDER);
  try {
    const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
    if (index === undefined) throw new Error(`Pagefind: ${errors.join("; ")}`);
    for (const record of searchRecords(site)) {
      refuseErrors(await index.addCustomRecord({ ...record, language: LANGUAGE }));
    }
    refuseErrors(await index.writeFiles({ outputPath: folder }));
  } finally {
    await close();
  }
  await Promise.all(UNUSED.map((name) => rm(join(folder, name), { force: true })));
}

function refuseErrors({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
}
