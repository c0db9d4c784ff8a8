import type { EleventyConfig, EleventySettings } from "@11ty/eleventy";
import { clientPlugin } from "./src/eleventy/client-plugin.ts";
import { contentPlugin } from "./src/eleventy/content-plugin.ts";
import { editingPagePlugin } from "./src/eleventy/editing-page-plugin.ts";
import { filesPlugin } from "./src/eleventy/files-plugin.ts";
import { filtersPlugin } from "./src/eleventy/filters-plugin.ts";
import { outputsPlugin } from "./src/eleventy/outputs-plugin.ts";
import { pagesPlugin } from "./src/eleventy/pages-plugin.ts";
import { previewPlugin } from "./src/eleventy/preview-plugin.ts";
import { searchPlugin } from "./src/eleventy/search-plugin.ts";
import { siteSourceOf } from "./src/eleventy/site-source.ts";

/** Which plugins make this site. Content is read and checked before any of them runs; see src/content. */
export default function newsroom(config: EleventyConfig): EleventySettings {
  config.addPlugin(contentPlugin);
  // First of those that answer requests, as it refuses those of others.
  config.addPlugin(previewPlugin);
  config.addPlugin(filtersPlugin);
  config.addPlugin(pagesPlugin);
  config.addPlugin(filesPlugin);
  config.addPlugin(clientPlugin);
  config.addPlugin(outputsPlugin);
  config.addPlugin(searchPlugin);
  config.addPlugin(editingPagePlugin);
  return {
    dir: { input: "layouts" },
    templateFormats: ["11ty.js"],
    pathPrefix: siteSourceOf(config).pathPrefix,
  };
}
