import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import matter from "gray-matter";
import createMarkdown from "markdown-it";
import { releasePage } from "../../../layouts/release.ts";
import { startPage } from "../../../layouts/start.ts";
import type { Release } from "../../../src/domain/release.ts";
import { siteOptionsFrom } from "../../../src/eleventy/site-options.ts";
import { loadSite } from "../../../src/eleventy/site-source.ts";

/**
 * A newsroom that makes its pages when they are asked for: a release's file is read, split by gray-matter, rendered by
 * markdown-it and put into this newsroom's own layout, for each request. It checks nothing, compresses nothing and sends
 * no headers of its own; lists and all else of the archive stand in memory.
 * `node server.ts --input=DIR --port=NUMBER`
 */

const { values } = parseArgs({ options: { input: { type: "string" }, port: { type: "string" } } });
const input = values.input ?? "content";
const loaded = await loadSite(input, { ...siteOptionsFrom(process.env, Date.now()), hasSearch: true });
if ("problems" in loaded) throw new Error(`${input} has problems; see npm run check`);
const { site } = loaded;
const markdown = createMarkdown({ html: false, linkify: true, typographer: true, quotes: "„“‚‘" });

createServer((request, response) => {
  const page = pageAt(request.url ?? "/");
  response.writeHead(page === undefined ? 404 : 200, { "Content-Type": "text/html; charset=utf-8" });
  response.end(page);
}).listen(Number(values.port), "127.0.0.1");

function pageAt(address: string): string | undefined {
  if (address === "/") return startPage(site).toString();
  const release = site.edition.byAddress.get(address);
  return release && releasePage(readAgain(release), site).toString();
}

function readAgain(release: Release): Release {
  // With options, as without them gray-matter keeps what it has read.
  const { data, content } = matter(readFileSync(join(input, release.source), "utf8"), {});
  const html = markdown.render(content);
  return { ...release, title: String(data.title), body: { ...release.body, html } };
}
