import { constants } from "node:fs";
import { chmod, copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { siteSourceOf } from "./site-source.ts";

/** Options of {@link filesPlugin}. */
export type FilesPluginOptions = {
  /** Files copied as they are: source below the project, target below the site's root. */
  readonly copied: Readonly<Record<string, string>>;
};

const defaults = {
  copied: {
    public: "/",
    "src/client/style.css": "/assets/style.css",
    "src/client/search.css": "/assets/search.css",
  },
} satisfies FilesPluginOptions;

/** For everyone to read: what is published is no secret, however its source is kept. */
const READABLE = 0o644;

/** Puts the files beside the pages: what is copied as it is, pictures and attachments. */
export function filesPlugin(config: EleventyConfig, options: Partial<FilesPluginOptions> = {}): void {
  const { copied } = { ...defaults, ...options };
  const source = siteSourceOf(config);
  config.addPassthroughCopy(copied);
  config.on("eleventy.after", async ({ directories }) => {
    for (const { address, path } of source.filesToWrite().copied) {
      const target = join(directories.output, address);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(path, target, constants.COPYFILE_FICLONE);
      await chmod(target, READABLE);
    }
  });
}
