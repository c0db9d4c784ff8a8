import type { EleventyConfig, Middleware } from "@11ty/eleventy";
import { INDEX_FOLDER } from "../domain/search-index-format.ts";
import type { Site } from "../domain/site.ts";
import { siteSourceOf } from "./site-source.ts";

/**
 * Writes the search index beside the pages. A preview indexes nothing before someone searches: then what has changed
 * since the last time, while the search page says that it is at work.
 */
export function searchPlugin(config: EleventyConfig): void {
  const source = siteSourceOf(config);
  let output: string | undefined;
  let indexed: { readonly site?: Site; readonly done: Promise<void> } = { done: Promise.resolve() };
  config.on("eleventy.after", async ({ directories }) => {
    output = directories.output;
    const { site, search } = source.current() ?? {};
    if (site?.hasSearch && !site.isPreview) await search?.write(output);
  });
  const indexWhenAsked: Middleware = async ({ url = "" }, _response, next) => {
    const { site, search } = source.current() ?? {};
    const folder = output;
    if (
      site !== undefined &&
      search !== undefined &&
      folder !== undefined &&
      url.includes(`/${INDEX_FOLDER}/pagefind-entry.json`)
    ) {
      if (indexed.site !== site) {
        indexed = { site, done: indexed.done.then(() => search.write(folder)).catch(console.error) };
      }
      await indexed.done;
    }
    next();
  };
  config.setServerOptions({ middleware: [indexWhenAsked] });
}
