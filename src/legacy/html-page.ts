import { parseDocument } from "htmlparser2";
import { htmlFacts } from "./html-facts.ts";
import { type HtmlFrame, htmlFrame } from "./html-frame.ts";
import {
  attribute,
  elementsNamed,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textOf,
} from "./html-tree.ts";
import { type Piece, piecesMarkdown, pieceText } from "./inline-markdown.ts";
import { absoluteAddress } from "./old-address.ts";
import type { Page, Picture, Unit } from "./page.ts";
import { textPage } from "./text-page.ts";
import { tidyText } from "./tidy-text.ts";

/** Elements whose content is not part of what a reader sees. */
const UNSEEN = new Set("script style template head iframe object svg audio video canvas".split(" "));

/** Elements that start a new line of their own. */
const BLOCK = new Set(
  "address article aside blockquote body button center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main nav noscript ol option p pre section select summary table tbody td textarea tfoot th thead time ul".split(
    " ",
  ),
);

/** Deeper than this the markup is not followed, only its text. */
const DEEPEST = 200;

/**
 * Takes a saved HTML page apart into units in reading order, and reads what its markup states: title, date,
 * addresses, files. Nothing is fetched and no script runs.
 *
 * @param home absolute address that relative links start from where the page does not state its own
 */
export function htmlPage(name: string, html: string, home: string): Page {
  const document = parseDocument(html);
  const { base: stated, ...facts } = htmlFacts(document, html);
  const plain = plainTextIn(document);
  if (plain !== undefined) return { ...textPage(name, plain), ...facts };
  const own = facts.addresses.find((address) => /^https?:/i.test(address)) ?? home;
  const base = absoluteAddress(stated ?? "", own) ?? own;
  const walk = new Walk(htmlFrame(document), base);
  walk.visit(document, { depth: 0, isFrame: false, isBold: false, isItalic: false, listDepth: 0 });
  walk.flush();
  const documents = facts.documents.map((link) => {
    const href = absoluteAddress(link.source, base);
    return { ...link, ...(href !== undefined && { href }) };
  });
  return {
    name,
    form: "html",
    isCompact: false,
    units: itemsFromDashes(walk.units),
    mends: [],
    ...facts,
    documents,
  };
}

/** How much of a page's text must be preformatted for it to be a plain text in disguise: browsers save those so. */
const MOSTLY = 0.8;

function plainTextIn(document: HtmlDocument): string | undefined {
  const [pre] = elementsNamed(document, "pre");
  if (pre === undefined) return undefined;
  const text = textOf(pre);
  return text.trim().length > textOf(document).trim().length * MOSTLY ? text : undefined;
}

const DASH = /^[-–•·]\s+(?=\S)/;

/** Lines that a page begins with a dash or a dot, at least two in a row, are a list. */
function itemsFromDashes(units: readonly Unit[]): Unit[] {
  const isDashed = (unit: Unit | undefined) =>
    unit?.kind === "text" && DASH.test(unit.text) && DASH.test(unit.markdown);
  return units.map((unit, index) => {
    if (!isDashed(unit) || !(isDashed(units[index - 1]) || isDashed(units[index + 1]))) return unit;
    const { text, markdown } = unit;
    return {
      ...unit,
      kind: "item",
      level: 1,
      text: text.replace(DASH, ""),
      markdown: markdown.replace(DASH, ""),
    };
  });
}

/** What the elements around a node say about it. */
type Context = {
  readonly depth: number;
  readonly isFrame: boolean;
  readonly figure?: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly href?: string;
  readonly heading?: number;
  readonly listDepth: number;
  readonly item?: { readonly ordinal?: number };
};

/** One pass over the tree; text gathers until a block begins or ends. */
class Walk {
  readonly units: Unit[] = [];
  readonly #frame: HtmlFrame;
  readonly #base: string;
  #pieces: Piece[] = [];
  #context: Context | undefined;
  #line = 0;
  #block = 0;
  #figures = 0;

  constructor(frame: HtmlFrame, base: string) {
    this.#frame = frame;
    this.#base = base;
  }

  visit(node: HtmlNode | HtmlDocument, context: Context): void {
    if (node.type === "text") this.#write(node.data, context);
    else if (!("children" in node)) return;
    else if (context.depth > DEEPEST) this.#write(textOf(node), context);
    else if (!isElement(node)) for (const child of node.children) this.visit(child, context);
    else if (!UNSEEN.has(node.name)) this.#visitElement(node, context);
  }

  #visitElement(node: HtmlElement, context: Context): void {
    if (node.name === "br") this.#breakLine();
    else if (node.name === "hr") this.#startBlock();
    else if (node.name === "img") this.#addPicture(node, context);
    else if (node.name === "tr") this.#addRow(node, context);
    else {
      const inner = this.#contextOf(node, context);
      const isBlock = BLOCK.has(node.name);
      if (isBlock) this.#startBlock();
      for (const child of node.children) this.visit(child, inner);
      if (isBlock) this.#startBlock();
    }
  }

  /** Makes a unit of the text that has gathered. */
  flush(): void {
    const text = tidyText(pieceText(this.#pieces));
    const context = this.#context;
    if (text !== "" && context !== undefined) {
      const { heading, item, listDepth } = context;
      this.#line += 1;
      this.units.push({
        kind: heading !== undefined ? "heading" : item !== undefined ? "item" : "text",
        text,
        // What stands in the frame goes nowhere.
        markdown: context.isFrame ? text : piecesMarkdown(this.#pieces),
        line: this.#line,
        block: this.#block,
        level: heading ?? (item === undefined ? 0 : Math.max(1, listDepth)),
        isFrame: context.isFrame,
        ...(item?.ordinal !== undefined && { ordinal: item.ordinal }),
        ...(context.figure !== undefined && { figure: context.figure }),
      });
    }
    this.#pieces = [];
    this.#context = undefined;
  }

  #write(text: string, context: Context): void {
    if (text.trim() !== "") this.#context ??= context;
    const { isBold, isItalic, href } = context;
    this.#pieces.push({ text, isBold, isItalic, ...(href !== undefined && { href }) });
  }

  #startBlock(): void {
    this.flush();
    this.#block += 1;
  }

  /** Two breaks in a row part paragraphs. */
  #breakLine(): void {
    const isSecond = this.#pieces.length === 0 || pieceText(this.#pieces).trim() === "";
    this.flush();
    if (isSecond) this.#block += 1;
  }

  #addPicture(node: HtmlElement, context: Context): void {
    const source = attribute(node, "src") ?? attribute(node, "data-src") ?? "";
    if (source === "" || source.startsWith("data:")) return;
    const alt = tidyText(attribute(node, "alt") ?? attribute(node, "title") ?? "");
    const picture: Picture = { source, ...(alt !== "" && { alt }) };
    this.units.push({
      kind: "picture",
      text: "",
      markdown: "",
      line: this.#line + 1,
      block: this.#block,
      level: 0,
      isFrame: context.isFrame,
      picture,
      ...(context.figure !== undefined && { figure: context.figure }),
    });
  }

  /** A row of a table of data; tables that only lay out a page are walked through. */
  #addRow(node: HtmlElement, context: Context): void {
    this.#startBlock();
    const cells = node.children
      .filter((child) => isElement(child))
      .filter(({ name }) => /^t[dh]$/.test(name));
    const isLayout = cells.length < 2 || this.#frame.isLayoutRow(node);
    const inner = { ...context, depth: context.depth + 1 };
    if (isLayout) {
      for (const cell of cells) {
        this.visit(cell, inner);
        this.#startBlock();
      }
      return;
    }
    const cellUnits = cells.map((cell) => {
      const walk = new Walk(this.#frame, this.#base);
      walk.visit(cell, inner);
      walk.flush();
      return walk.units.filter(({ kind }) => kind !== "picture");
    });
    const cellTexts = cellUnits.map((units) => units.map(({ text }) => text).join(" "));
    if (cellTexts.every((text) => text === "")) return;
    this.#line += 1;
    this.units.push({
      kind: "row",
      text: cellTexts.join(" | "),
      markdown: "",
      cells: cellUnits.map((units) => units.map(({ markdown }) => markdown).join(" ")),
      line: this.#line,
      block: this.#block,
      level: cells.every(({ name }) => name === "th") ? 1 : 0,
      isFrame: context.isFrame,
    });
    this.#startBlock();
  }

  #contextOf(node: HtmlElement, context: Context): Context {
    const tag = node.name;
    const inner = { ...context, depth: context.depth + 1 };
    const isFrame = context.isFrame || this.#frame.isFrame(node);
    if (/^h[1-6]$/.test(tag)) return { ...inner, isFrame, heading: Number(tag[1]) };
    if (tag === "strong" || tag === "b") return { ...inner, isFrame, isBold: true };
    if (tag === "em" || tag === "i") return { ...inner, isFrame, isItalic: true };
    if (tag === "a") {
      const href = absoluteAddress(attribute(node, "href") ?? "", this.#base);
      return { ...inner, isFrame, ...(href !== undefined && { href }) };
    }
    if (tag === "ul" || tag === "ol") return { ...inner, isFrame, listDepth: context.listDepth + 1 };
    if (tag === "li") return { ...inner, isFrame, item: itemOf(node) };
    if (this.#frame.isFigure(node) && context.figure === undefined) {
      this.#figures += 1;
      return { ...inner, isFrame, figure: this.#figures };
    }
    return { ...inner, isFrame };
  }
}

function itemOf(node: HtmlElement): { ordinal?: number } {
  const { parent } = node;
  if (!isElement(parent) || parent.name !== "ol") return {};
  const items = parent.children.filter((child) => isElement(child) && child.name === "li");
  return { ordinal: items.indexOf(node) + 1 };
}
