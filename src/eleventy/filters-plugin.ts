import type { EleventyConfig } from "@11ty/eleventy";
import { filters } from "./filters.ts";

/** Registers the newsroom's filters with Eleventy under the names that the layouts use. */
export function filtersPlugin(config: EleventyConfig): void {
  for (const [name, filter] of Object.entries(filters)) config.addFilter(name, filter);
}
