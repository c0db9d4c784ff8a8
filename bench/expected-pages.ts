import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ADDRESSES, archiveAddress, listPageAddress, topicAddress } from "../src/domain/address.ts";
import type { ExampleRelease } from "./archive.ts";
import { MARKING } from "./archive-phrases.ts";

/** What every generator makes of an archive: for each file, the texts that must stand in it. */
export type ExpectedPages = ReadonlyMap<string, readonly string[]>;

const PAGE_SIZE = 20;
const SITEMAP = "sitemap.xml";
/** How many missing pages are named. */
const MOST_NAMED = 10;

/**
 * The pages that all generators compared have in common: start, releases, the lists of all, of years, months and
 * topics in pages of 20, the topics, feed and sitemap. A list's page must name the right 20 releases.
 *
 * @param releases oldest first
 * @example expectedPages(exampleArchive(10_000, names)).size → 12465
 */
export function expectedPages(releases: Iterable<ExampleRelease>): ExpectedPages {
  const pages = new Map<string, readonly string[]>();
  const lists = new Map<string, string[]>();
  const slugs: string[] = [];
  const topics = new Set<string>();
  for (const { mark, day, address, slug, topics: filedUnder } of releases) {
    pages.set(fileOf(address), [mark, MARKING.replaceAll("*", "")]);
    slugs.push(slug);
    for (const topic of filedUnder) topics.add(topicAddress(topic.slug));
    for (const list of [
      ADDRESSES.releases,
      ...[day.slice(0, 4), day.slice(0, 7)].map(archiveAddress),
      ...filedUnder.map((topic) => topicAddress(topic.slug)),
    ]) {
      const marks = lists.get(list) ?? [];
      marks.push(mark);
      lists.set(list, marks);
    }
  }
  const newest = lists.get(ADDRESSES.releases)?.slice(-PAGE_SIZE) ?? [];
  for (const [address, marks] of lists) {
    const newestFirst = marks.toReversed();
    for (let number = 1; (number - 1) * PAGE_SIZE < marks.length; number += 1) {
      const shown = newestFirst.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
      pages.set(fileOf(listPageAddress(address, number)), shown);
    }
  }
  pages.set(fileOf(ADDRESSES.start), newest.slice(-1));
  pages.set(fileOf(ADDRESSES.topics), [...topics]);
  pages.set("feed.xml", newest);
  pages.set(SITEMAP, slugs);
  return pages;
}

/** @example fileOf("/themen/") → "themen/index.html" */
export function fileOf(address: string): string {
  return `${address.slice(1)}index.html`;
}

/**
 * Checks that a built site has every page, and on each what it must say.
 *
 * @throws Error that names the pages that are missing or lack something
 */
export async function checkSite(name: string, folder: string, expected: ExpectedPages): Promise<void> {
  const faults: string[] = [];
  for (const [file, texts] of expected) {
    const page = await (file === SITEMAP ? readSitemap(folder) : readFile(join(folder, file), "utf8")).catch(
      () => undefined,
    );
    if (page === undefined) faults.push(`${file} is missing`);
    const missing = page === undefined ? undefined : texts.find((text) => !page.includes(text));
    if (missing !== undefined) faults.push(`${file} lacks „${missing}“`);
  }
  if (faults.length === 0) return;
  const named = faults.slice(0, MOST_NAMED).join("\n  ");
  throw new Error(`${name} did not make the same pages, ${faults.length} of ${expected.size}:\n  ${named}`);
}

/**
 * The site's sitemap, with those that it refers to.
 *
 * @see https://www.sitemaps.org/protocol.html#index
 */
async function readSitemap(folder: string): Promise<string> {
  const sitemap = await readFile(join(folder, SITEMAP), "utf8");
  const parts = [...sitemap.matchAll(/<sitemap>\s*<loc>https?:\/\/[^/]+\/([^<]+)<\/loc>/g)];
  const texts = await Promise.all(parts.map(([, file = ""]) => readFile(join(folder, file), "utf8")));
  return [sitemap, ...texts].join("\n");
}

/** What a site weighs. */
export type SiteSize = {
  readonly files: number;
  /** HTML files among them. */
  readonly pages: number;
  readonly bytes: number;
};

/** Counts the files of a built site. */
export async function sizeOfSite(folder: string): Promise<SiteSize> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const { parentPath, name } of files) bytes += (await stat(join(parentPath, name))).size;
  return { files: files.length, pages: files.filter(({ name }) => name.endsWith(".html")).length, bytes };
}
