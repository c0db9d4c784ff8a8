import type { EleventyConfig } from "@11ty/eleventy";
import { type SiteFile, servedFile } from "../domain/site-file.ts";
import { siteSourceOf } from "./site-source.ts";

/** Options of {@link pagesPlugin}. */
export type PagesPluginOptions = {
  /** Name of the one template behind all pages, as Eleventy shows it in messages. */
  readonly template: string;
};

const defaults = { template: "seiten.11ty.js" } satisfies PagesPluginOptions;

/**
 * Makes every page that is to be written with one paginated template over the checked content.
 *
 * Eleventy paginates addresses, short strings that cost its data cascade nothing; each address knows the layout
 * that makes its page. No release enters Eleventy's collections, whose cost grows with the square of the archive. Eleventy
 * holds all pages until the last is written; as bytes they take half the memory, and none that is collected.
 */
export function pagesPlugin(config: EleventyConfig, options: Partial<PagesPluginOptions> = {}): void {
  const { template } = { ...defaults, ...options };
  const source = siteSourceOf(config);
  let pages: ReadonlyMap<string, SiteFile> = new Map();
  config.addGlobalData("addresses", () => {
    pages = new Map(source.filesToWrite().pages.map((page) => [page.address, page]));
    return [...pages.keys()];
  });
  config.addTemplate(template, {
    data: {
      pagination: { data: "addresses", size: 1, alias: "address", addAllPagesToCollections: false },
      permalink: ({ address }: { address: string }) => servedFile(address),
      eleventyExcludeFromCollections: true,
    },
    render: ({ address }) => {
      const page = pages.get(String(address));
      if (page === undefined) throw new Error(`No page has the address ${address}`);
      return Buffer.from(page.content);
    },
  });
}
