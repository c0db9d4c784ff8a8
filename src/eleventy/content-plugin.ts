import type { EleventyConfig } from "@11ty/eleventy";
import { siteSourceOf } from "./site-source.ts";

/**
 * Brings the content in: read and checked by src/content before each run.
 *
 * Eleventy itself looks at no content file, no template below its input folder and no data file beside it, so
 * nothing that is dropped into a folder can run.
 */
export function contentPlugin(config: EleventyConfig): void {
  const source = siteSourceOf(config);
  config.setDataFileSuffixes([]);
  config.setUseGitIgnore(false);
  config.on("eleventy.before", source.refresh);
}
