import { posix } from "node:path";
import { datelineFault, splitDateline } from "../domain/dateline.ts";
import type { FrontMatter } from "../domain/front-matter.ts";
import type { Office } from "../domain/office.ts";
import { BODY_FIELD, type Problem } from "../domain/problem.ts";
import type { Attachment } from "../domain/release.ts";
import { type RenderedMarkdown, renderMarkdown } from "../markdown/newsroom-markdown.ts";
import type { CheckedMarkdown } from "./checked-file.ts";
import type { ContentFile } from "./content-folder.ts";

/** A link to an address that this site must have. */
export type BodyLink = { readonly href: string; readonly problem: (message: string) => Problem };

/** The text of a release, rendered, with what it expects of the rest of the site. */
export type CheckedBody = {
  readonly rendered: RenderedMarkdown;
  readonly datelinePlace: string;
  readonly links: readonly BodyLink[];
  readonly problems: readonly Problem[];
};

/** The longest mark of emphasis, `***`. */
const LONGEST_EMPHASIS = 3;

/** Takes the dateline off a release's text, checks it and renders the rest. */
export function readBody(
  file: ContentFile,
  { body, bodyLine, fields }: CheckedMarkdown<FrontMatter>,
  attachments: readonly Attachment[],
  office: Office | undefined,
): CheckedBody {
  const { dateline, rest } =
    office === undefined ? { rest: body } : splitDateline(body, office.name, office.pressIdPrefix);
  // Emphasis that opened in the dateline leads the rest anew, so its first characters may not be the body's.
  const consumed = body.slice(0, body.length - Math.max(0, rest.length - LONGEST_EMPHASIS));
  const restLine = bodyLine + consumed.split("\n").length - 1;
  const problem = (line: number, column: number, message: string): Problem => ({
    file: file.shownAs,
    line,
    column,
    field: BODY_FIELD,
    message,
  });
  const problems: Problem[] = [];
  const wrongDateline = dateline && datelineFault(dateline, fields);
  if (dateline !== undefined && wrongDateline !== undefined) {
    const before = body.slice(0, dateline.offset).split("\n");
    problems.push(problem(bodyLine + before.length - 1, (before.at(-1) ?? "").length + 1, wrongDateline));
  }
  const rendered = renderMarkdown(rest);
  problems.push(...rendered.faults.map(({ line, message }) => problem(restLine + line - 1, 1, message)));
  const files = new Set(attachments.map(({ address }) => posix.basename(address)));
  const links = rendered.links
    .filter(({ href }) => !/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(href) && !files.has(href))
    .map(({ href, line }) => ({
      href,
      problem: (message: string) => problem(restLine + line - 1, 1, message),
    }));
  return { rendered, datelinePlace: dateline?.place || (office?.name ?? ""), links, problems };
}
