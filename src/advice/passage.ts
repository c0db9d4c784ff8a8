import MarkdownIt from "markdown-it";
import { splitDateline } from "../domain/dateline.ts";
import { LONGEST_PARAGRAPH } from "../domain/paragraph.ts";
import { BODY_FIELD, type ProblemPlace } from "../domain/problem.ts";
import { photosOf, type WrittenRelease } from "./written-release.ts";

/** A stretch of text that reads as one: a field's value, a paragraph, a heading, a list item or a table cell. */
export type Passage = {
  /** What it is for: title and subtitle, headline and caption of a photo, its credit, or the text itself. */
  readonly part: "title" | "caption" | "credit" | "text";
  /** As a reader meets it: without markup, {@link ADDRESS} for an address or code, a space for a line end. */
  readonly text: string;
  /** Where something of it stands in the file, by its offset in `text`; within a field, where the value begins. */
  readonly placeAt: (offset: number) => ProblemPlace;
};

/** The office whose datelines lead its texts. */
export type DatelineOffice = { readonly name: string; readonly pressIdPrefix: string };

/** Stands for an address or code: no letter, no space, no punctuation. */
export const ADDRESS = "\uE000";

/** All that a release says, in the order of its file. The dateline is no part of it: the site sets it. */
export function passagesOf(release: WrittenRelease, office: DatelineOffice): Passage[] {
  const { fields, placeOf } = release;
  const value = (part: Passage["part"], path: readonly (string | number)[], text?: string): Passage[] =>
    text === undefined ? [] : [{ part, text, placeAt: () => placeOf(path) }];
  return [
    ...value("title", ["title"], fields.title),
    ...value("title", ["subtitle"], fields.subtitle),
    ...photosOf(release).flatMap(({ photo, path }) => [
      ...value("caption", [...path, "headline"], photo.headline),
      ...value("caption", [...path, "caption"], photo.caption),
      ...value("credit", [...path, "credit"], photo.credit),
    ]),
    ...bodyPassages(release, office),
  ];
}

/** The block rules alone: they know on which lines a paragraph stands. */
const blocks = new MarkdownIt("default", { html: false }).disable(["inline", "linkify"]);

function bodyPassages({ body, bodyLine, placeOf }: WrittenRelease, office: DatelineOffice): Passage[] {
  const { file } = placeOf([]);
  const source = withoutDateline(body, office);
  const lines = source.split("\n");
  let firstLine = 0;
  return blocks.parse(source, {}).flatMap(({ type, map, content }): Passage[] => {
    firstLine = map?.[0] ?? firstLine;
    // A longer paragraph is a problem that stops the build; until it is mended, no pattern need run through it.
    if (type !== "inline" || content.length > LONGEST_PARAGRAPH) return [];
    const { text, sourceOffset } = readInline(content);
    const start = firstLine;
    const placeAt = (offset: number): ProblemPlace => {
      const before = content.slice(0, sourceOffset(offset)).split("\n");
      const row = before.length - 1;
      const indent = (lines[start + row] ?? "").indexOf(content.split("\n")[row] ?? "");
      const column = Math.max(0, indent) + (before.at(-1) ?? "").length + 1;
      return { file, line: bodyLine + start + row, column, field: BODY_FIELD };
    };
    return text.trim() === "" ? [] : [{ part: "text", text, placeAt }];
  });
}

/** Fills the place of what was taken away, so that all else keeps its place; unlike spaces it makes no code block. */
const FILLER = "\u200B";

function withoutDateline(body: string, { name, pressIdPrefix }: DatelineOffice): string {
  const { rest } = splitDateline(body, name, pressIdPrefix);
  const end = body.length - rest.length;
  return body.slice(0, end).replace(/[^\n]/g, FILLER) + body.slice(end);
}

/** Markup within a paragraph; what a group names stands for something, the rest for nothing. */
const MARKUP = new RegExp(
  [
    String.raw`(?<code>(?<![\p{L}\x60])(\x60+)[^\x60]+\2(?!\x60))`,
    String.raw`(?<bracketed><[^\s<>]+>)`,
    String.raw`(?<bare>(?:https?:\/\/|(?<![\p{L}\d.@-])www\.)[^\s<>()[\]"„“]*[^\s<>()[\]"„“.,;:!?*_]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)`,
    String.raw`(?<space>(?<![ \t])[ \t]*\\?\n[ \t]*|&nbsp;)`,
    String.raw`\[(?=[^[\]]*\]\()|\]\([^()\n]*\)`,
    String.raw`(?<!\p{L})\*+(?=\S)|(?<=\S)\*+(?!\p{L})|(?<![\p{L}\d])_+(?=\S)|(?<=\S)_+(?![\p{L}\d])|~~`,
    String.raw`\\(?<escaped>[!-/:-@[-\x60{-~])|[\u00AD${FILLER}]+|&shy;`,
  ].join("|"),
  "gu",
);

/** A paragraph's source without its markup, and the way back from an offset in the one to the other. */
function readInline(content: string): { text: string; sourceOffset: (offset: number) => number } {
  let text = "";
  let end = 0;
  const pieces = [{ start: 0, from: 0 }];
  for (const { 0: markup, index, groups = {} } of content.matchAll(MARKUP)) {
    text += content.slice(end, index);
    end = index + markup.length;
    const isAddress = groups.code ?? groups.bracketed ?? groups.bare;
    if (isAddress !== undefined) text += ADDRESS;
    else if (groups.space !== undefined) text += " ";
    else if (groups.escaped !== undefined) text += groups.escaped;
    pieces.push({ start: text.length, from: end });
  }
  text += content.slice(end);
  const sourceOffset = (offset: number): number => {
    const piece = pieces.findLast(({ start }) => start <= offset);
    return piece === undefined ? offset : piece.from + offset - piece.start;
  };
  return { text, sourceOffset };
}
