import { posix } from "node:path";
import { datelineFault, splitDateline } from "../domain/dateline.ts";
import type { FrontMatter } from "../domain/front-matter.ts";
import type { Office } from "../domain/office.ts";
import { readableAddress } from "../domain/percent-encoding.ts";
import { formatShortPressId } from "../domain/press-id.ts";
import { BODY_FIELD, type Problem, type ProblemPlace, quoted } from "../domain/problem.ts";
import type { Attachment } from "../domain/release.ts";
import { type RenderedMarkdown, renderMarkdown } from "../markdown/newsroom-markdown.ts";
import type { CheckedMarkdown } from "./checked-file.ts";
import type { ContentFile } from "./content-folder.ts";
import { ownAddress, placeFault } from "./own-links.ts";
import type { BodyLink } from "./release-claims.ts";

/** How much of a text counts as its lead, in UTF-16 units. */
const LEAD = 400;

/** The text of a release, rendered, with what it expects of the rest of the site. */
export type CheckedBody = {
  readonly rendered: RenderedMarkdown;
  readonly datelinePlace: string;
  readonly links: readonly BodyLink[];
  readonly problems: readonly Problem[];
};

/** Takes the dateline off a release's text, checks it and renders the rest. */
export function readBody(
  file: ContentFile,
  { body, bodyLine, fields }: CheckedMarkdown<FrontMatter>,
  attachments: readonly Attachment[],
  office: Office | undefined,
): CheckedBody {
  const { dateline, rest } =
    office === undefined ? { rest: body } : splitDateline(body, office.name, office.pressIdPrefix);
  const restLine = bodyLine + lineEnds(body) - lineEnds(rest);
  const columnOf = (line: number, ...marks: string[]) => {
    const text = body.split("\n", line - bodyLine + 1)[line - bodyLine] ?? "";
    return Math.max(0, ...marks.map((mark) => text.indexOf(mark))) + 1;
  };
  const place = (line: number, column: number): ProblemPlace => ({
    file: file.shownAs,
    line,
    column,
    field: BODY_FIELD,
  });
  const problems: Problem[] = [];
  const wrongDateline = dateline && datelineFault(dateline, fields);
  if (dateline !== undefined && wrongDateline !== undefined) {
    const before = body.slice(0, dateline.offset).split("\n");
    const column = (before.at(-1) ?? "").length + 1;
    problems.push({ ...place(bodyLine + before.length - 1, column), message: wrongDateline });
  }
  const { pressId } = fields;
  // Without the office no dateline is known, and the ID stands where it may.
  if (
    office !== undefined &&
    pressId !== undefined &&
    namesInText(rest.slice(0, LEAD), formatShortPressId(pressId))
  ) {
    const message = `Die ID ${formatShortPressId(pressId)} steht noch im Text. Die Seite setzt sie selbst vor den ersten Absatz; bitte hier löschen.`;
    problems.push({ ...place(restLine, 1), message });
  }
  const rendered = renderMarkdown(rest);
  for (const { line, message } of rendered.faults) {
    const at = restLine + line - 1;
    problems.push({ ...place(at, columnOf(at, "![")), message });
  }
  const links: BodyLink[] = [];
  for (const { href, line } of rendered.links) {
    const at = restLine + line - 1;
    const linkPlace = place(at, columnOf(at, href, readableAddress(href)));
    const message = placeFault(href, office);
    if (message !== undefined) problems.push({ ...linkPlace, message });
    const address = ownAddress(href, office);
    if (address === undefined) continue;
    const link = { href: address, place: linkPlace };
    if (address.startsWith("/")) links.push(link);
    else problems.push(...attachmentProblem(link, attachments));
  }
  return { rendered, datelinePlace: dateline?.place || (office?.name ?? ""), links, problems };
}

/** Whether an ID stands in a text by itself, not as part of an address. */
function namesInText(text: string, id: string): boolean {
  return text
    .split(id)
    .slice(0, -1)
    .some((before) => !before.endsWith("/"));
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** A link without a leading slash names a file beside the release: one of its attachments, by its published name. */
function attachmentProblem({ href, place }: BodyLink, attachments: readonly Attachment[]): Problem[] {
  const published = attachments.map(({ address }) => posix.basename(address));
  if (published.includes(href)) return [];
  const meant = attachments.find(({ file }) => file === readableAddress(href).normalize("NFC"));
  const remedy =
    meant !== undefined
      ? `Auf der Seite heißt die Datei ${posix.basename(meant.address)}; bitte so schreiben.`
      : "Erwartet wird eine Internetadresse mit https://, ein Pfad dieses Newsrooms wie /kontakt/ oder eine Datei aus attachments.";
  return [{ ...place, message: `Der Link ${quoted(readableAddress(href))} führt ins Leere. ${remedy}` }];
}
