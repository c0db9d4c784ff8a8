import { feedPages } from "./feed-pages.ts";
import { htmlPage } from "./html-page.ts";
import { addressInName } from "./old-address.ts";
import type { Page } from "./page.ts";
import { textPage } from "./text-page.ts";

const FEED = /<(?:rss|feed|rdf:RDF)[\s>]/i;
const MARKUP = /<(?:!doctype\s+html|html|head|body|article|main|div|table|p|h1)[\s>/]/i;

/**
 * Takes a source apart, whatever its name says: a feed, an HTML page or plain text.
 *
 * @param name path of the source as the caller wrote it; a mirrored page's address is read from it
 * @param home absolute address that relative links start from
 */
export function sourcePages(name: string, text: string, home: string): Page[] {
  const pages = pagesOf(name, text, home);
  const named = addressInName(name);
  const stated = statedAddress(text);
  if (pages.length !== 1) return pages;
  return pages.map((page) => ({
    ...page,
    addresses: [...page.addresses, ...[named, stated].filter((address) => address !== undefined)],
  }));
}

function pagesOf(name: string, text: string, home: string): Page[] {
  const start = text.slice(0, 4096);
  if (FEED.test(start)) return feedPages(name, text, home);
  return [MARKUP.test(text.slice(0, 20_000)) ? htmlPage(name, text, home) : textPage(name, text)];
}

/** A text that was copied out of a page may begin or end with the page's address. */
function statedAddress(text: string): string | undefined {
  return /^(?:Quelle|URL|Link|Adresse(?: der Seite)?)\s?:\s*(https?:\/\/\S+)\s*$/im.exec(text)?.[1];
}
