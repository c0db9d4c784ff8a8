import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import type { Fingerprint } from "../outputs/open-data.ts";
import { allOutputs } from "../outputs/outputs.ts";
import { siteSourceOf } from "./site-source.ts";

/**
 * Writes what machines read: feeds, ninjs, text, calendars, open data, sitemaps. They are files, not Eleventy
 * pages, and written synchronously: twenty thousand small ones take a third of the time that promises need.
 */
export function outputsPlugin(config: EleventyConfig): void {
  const source = siteSourceOf(config);
  config.on("eleventy.after", ({ directories }) => {
    const site = source.current()?.site;
    if (site === undefined) return;
    for (const { address, content } of allOutputs(site, { fingerprint, license: site.office.dataLicense })) {
      const target = join(directories.output, address);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  });
}

/** @example fingerprint("ä") → { bytes: 2, sha256: "…" } */
function fingerprint(text: string): Fingerprint {
  const bytes = Buffer.from(text);
  return { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
