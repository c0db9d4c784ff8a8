import type { EleventyConfig } from "@11ty/eleventy";
import { servedFile } from "../domain/site-file.ts";
import { folderWriter } from "../publish/file-writer.ts";
import { siteSourceOf } from "./site-source.ts";

/**
 * Writes what machines read: feeds, ninjs, text, calendars, open data, sitemaps, and the pages that only lead on. They
 * are files, not Eleventy pages: thirty thousand of them would pass through its data cascade for nothing.
 */
export function outputsPlugin(config: EleventyConfig): void {
  const source = siteSourceOf(config);
  config.on("eleventy.after", ({ directories }) => {
    const write = folderWriter(directories.output);
    for (const { address, content } of source.filesToWrite().outputs)
      write({ path: servedFile(address), content });
  });
}
