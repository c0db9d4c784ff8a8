import type { EleventyConfig, Middleware } from "@11ty/eleventy";
import { INDEX_FOLDER } from "../domain/search-index-format.ts";
import type { Site } from "../domain/site.ts";
import { writeSearchIndex } from "../search/search-index.ts";
import { siteSourceOf } from "./site-source.ts";

/** Options of {@link searchPlugin}. */
export type SearchPluginOptions = {
  /** Folder in which the indexes of years that have not changed are kept between builds. */
  readonly cacheFolder: string;
};

const defaults = { cacheFolder: ".cache/suche" } satisfies SearchPluginOptions;

/**
 * Writes the search index beside the pages. A preview indexes nothing before someone searches: then what has changed
 * since the last time, while the search page says that it is at work.
 */
export function searchPlugin(config: EleventyConfig, options: Partial<SearchPluginOptions> = {}): void {
  const { cacheFolder } = { ...defaults, ...options };
  const source = siteSourceOf(config);
  let output: string | undefined;
  let indexed: { readonly site?: Site; readonly done: Promise<void> } = { done: Promise.resolve() };
  config.on("eleventy.after", async ({ directories }) => {
    output = directories.output;
    const site = source.current()?.site;
    if (site?.hasSearch && !site.isPreview) await writeSearchIndex(site, output, { cacheFolder });
  });
  const indexWhenAsked: Middleware = async ({ url = "" }, _response, next) => {
    const site = source.current()?.site;
    const folder = output;
    if (site !== undefined && folder !== undefined && url.includes(`/${INDEX_FOLDER}/pagefind-entry.json`)) {
      if (indexed.site !== site) {
        const write = () => writeSearchIndex(site, folder, { cacheFolder });
        indexed = { site, done: indexed.done.then(write).catch(console.error) };
      }
      await indexed.done;
    }
    next();
  };
  config.setServerOptions({ middleware: [indexWhenAsked] });
}
