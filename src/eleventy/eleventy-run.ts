import Eleventy, { type EleventyConfig } from "@11ty/eleventy";
import { provideSiteSource, type SiteSource } from "./site-source.ts";

const CONFIG = ".eleventy.ts";

/** The folder Eleventy believes its templates in: all pages come from `.eleventy.ts`, none from files. */
const INPUT = "layouts";

/**
 * Writes a site once.
 *
 * @param output folder to fill, absolute or below the working folder
 */
export async function writeSite(source: SiteSource, output: string): Promise<void> {
  const eleventy = new Eleventy(INPUT, output, {
    configPath: CONFIG,
    quietMode: true,
    config: (config: EleventyConfig) => provideSiteSource(config, source),
  });
  eleventy.disableLogger();
  await eleventy.write();
}

/**
 * Serves a site from a folder.
 *
 * @returns a function that reloads the browsers that show it
 */
export async function serveSite(
  source: SiteSource,
  output: string,
  port: number,
): Promise<(path: string) => Promise<void>> {
  const eleventy = new Eleventy(INPUT, output, {
    configPath: CONFIG,
    quietMode: true,
    runMode: "serve",
    config: (config: EleventyConfig) => provideSiteSource(config, source),
  });
  await eleventy.init();
  const rebuild = await eleventy.watch();
  await eleventy.serve(port);
  return rebuild;
}
