import type { EleventyConfig } from "@11ty/eleventy";
import { writeSearchIndex } from "../search/search-index.ts";
import { siteSourceOf } from "./site-source.ts";

/**
 * Writes the search index beside the pages. A preview does not wait for it and passes over what has changed again in
 * the meantime.
 */
export function searchPlugin(config: EleventyConfig): void {
  const source = siteSourceOf(config);
  let indexing: Promise<void> = Promise.resolve();
  config.on("eleventy.after", ({ directories }) => {
    const site = source.current()?.site;
    if (site === undefined || !site.hasSearch) return;
    indexing = indexing.then(async () => {
      if (source.current()?.site === site) await writeSearchIndex(site, directories.output);
    });
    if (!site.isPreview) return indexing;
    indexing = indexing.catch((error: unknown) => console.error(error));
  });
}
