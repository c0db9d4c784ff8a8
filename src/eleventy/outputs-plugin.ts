import type { EleventyConfig } from "@11ty/eleventy";
import { type SiteFile, servedFile } from "../domain/site-file.ts";
import { type WrittenFile, writeFiles } from "../publish/file-writer.ts";
import { siteSourceOf } from "./site-source.ts";

/**
 * Writes what machines read: feeds, ninjs, text, calendars, open data, sitemaps, and the pages that only lead on. They
 * are files, not Eleventy pages: thirty thousand of them would pass through its data cascade for nothing.
 */
export function outputsPlugin(config: EleventyConfig): void {
  const source = siteSourceOf(config);
  config.on("eleventy.after", async ({ directories }) => {
    const { outputs } = source.filesToWrite();
    await writeFiles(directories.output, madeOneByOne(outputs), outputs.length);
  });
}

function* madeOneByOne(files: readonly SiteFile[]): Iterable<WrittenFile> {
  for (const { address, content } of files) yield { path: servedFile(address), content };
}
