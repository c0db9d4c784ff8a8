import { posix } from "node:path";
import { ADDRESSES } from "../domain/address.ts";
import { REQUIRED_PAGES, type StandingPage } from "../domain/newsroom.ts";
import { type Office, standingPageSchema } from "../domain/office.ts";
import { BODY_FIELD, FILE_FIELD, type Problem, type ProblemPlace } from "../domain/problem.ts";
import { SLUG } from "../domain/slug.ts";
import { renderMarkdown } from "../markdown/newsroom-markdown.ts";
import { readMarkdownFile } from "./checked-file.ts";
import type { ContentFile, ContentFolder } from "./content-folder.ts";
import { ownAddress, placeFault } from "./own-links.ts";
import type { BodyLink } from "./release-claims.ts";

/** The standing pages as far as they are right, their links to this site, and every problem. */
export type StandingPages = {
  readonly pages: readonly StandingPage[];
  /** Of all pages that there are or must be: links to one with faults are right. */
  readonly slugs: readonly string[];
  readonly links: readonly BodyLink[];
  readonly problems: readonly Problem[];
};

const RESERVED = new Set([...Object.values(ADDRESSES).map((address) => address.split("/")[1]), "assets"]);

/** Reads `seiten/*.md`; a page that every office must have and that is missing is a problem. */
export function readStandingPages(folder: ContentFolder, office: Office | undefined): StandingPages {
  const files = [...folder.files.values()].filter(({ name }) => /^seiten\/[^/]+\.md$/.test(name));
  const read = files.map((file) => readStandingPage(file, office));
  const slugs = files.map(({ name }) => posix.basename(name, ".md"));
  const missing = REQUIRED_PAGES.filter((slug) => !slugs.includes(slug));
  const missingProblems = missing.map(
    (slug): Problem => ({
      file: folder.shownAs(`seiten/${slug}.md`),
      line: 1,
      column: 1,
      field: FILE_FIELD,
      message: "fehlt. Jede Seite verweist auf sie; erwartet wird eine Datei mit title im Kopf.",
    }),
  );
  return {
    pages: read.flatMap(({ pages }) => pages).sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    slugs: [...slugs, ...missing],
    links: read.flatMap(({ links }) => links),
    problems: [...missingProblems, ...read.flatMap(({ problems }) => problems)],
  };
}

function readStandingPage(file: ContentFile, office: Office | undefined): Omit<StandingPages, "slugs"> {
  const slug = posix.basename(file.name, ".md");
  const read = readMarkdownFile(file, standingPageSchema);
  if (!("data" in read)) return { pages: [], links: [], problems: read.problems };
  const problems = [...read.problems];
  if (!SLUG.test(slug) || RESERVED.has(slug)) {
    problems.push({
      file: file.shownAs,
      line: 1,
      column: 1,
      field: FILE_FIELD,
      message: `Die Adresse /${slug}/ geht nicht. Erwartet wird ein Name aus a–z, 0–9 und Bindestrichen, den die Seite nicht selbst braucht.`,
    });
  }
  const rendered = renderMarkdown(read.body);
  const place = (line: number): ProblemPlace => ({
    file: file.shownAs,
    line: read.bodyLine + line - 1,
    column: 1,
    field: BODY_FIELD,
  });
  problems.push(...rendered.faults.map(({ line, message }) => ({ ...place(line), message })));
  for (const { href, line } of rendered.links) {
    const message = placeFault(href, office);
    if (message !== undefined) problems.push({ ...place(line), message });
  }
  return {
    pages: read.data === undefined ? [] : [{ ...read.data, slug, html: rendered.html }],
    links: rendered.links.flatMap(({ href, line }) => {
      const address = ownAddress(href, office);
      return address === undefined ? [] : [{ href: address, place: place(line) }];
    }),
    problems,
  };
}
