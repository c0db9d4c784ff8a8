import type { EleventyConfig, Middleware } from "@11ty/eleventy";
import { INDEX_FOLDER } from "../domain/search-index-format.ts";
import type { SearchIndex } from "../search/search-index.ts";
import { siteSourceOf } from "./site-source.ts";

/**
 * Writes the search index beside the pages. A preview indexes nothing before someone searches: then what has changed
 * since the last time, while the search page says that it is at work.
 */
export function searchPlugin(config: EleventyConfig): void {
  const source = siteSourceOf(config);
  let output: string | undefined;
  let indexed: { readonly search?: SearchIndex; readonly done: Promise<void> } = { done: Promise.resolve() };
  config.on("eleventy.after", async ({ directories }) => {
    output = directories.output;
    const current = source.current();
    if (current?.site.hasSearch && !current.site.isPreview) await current.search.write(output);
  });
  const indexWhenAsked: Middleware = async ({ url = "" }, _response, next) => {
    const search = source.current()?.search;
    const folder = output;
    const isAsked = url.includes(`/${INDEX_FOLDER}/pagefind-entry.json`);
    if (isAsked && search !== undefined && folder !== undefined) {
      if (indexed.search !== search) {
        indexed = { search, done: indexed.done.then(() => search.write(folder)).catch(console.error) };
      }
      await indexed.done;
    }
    next();
  };
  config.setServerOptions({ middleware: [indexWhenAsked] });
}
