import {
  attribute,
  classWords,
  elementsAround,
  elementsNamed,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
  nodesBelow,
  textOf,
} from "./html-tree.ts";

/** Which elements of a page frame its content, and which hold a picture with its words. */
export type HtmlFrame = {
  readonly isFrame: (node: HtmlElement) => boolean;
  readonly isFigure: (node: HtmlElement) => boolean;
  /** Whether the table of a row only lays out the page. */
  readonly isLayoutRow: (row: HtmlElement) => boolean;
};

const FRAME_TAGS = new Set(["nav", "footer", "aside", "form", "dialog"]);
/** Words of controls, and of a page that lacks scripts. */
const CONTROL_TAGS = new Set(["button", "noscript", "select", "textarea"]);
const FRAME_ROLES = new Set(["navigation", "banner", "contentinfo", "search", "complementary"]);
const FRAME_WORDS = new Set(
  "nav navi navigation navbar metanav menu menue menü breadcrumb breadcrumbs brotkrumen footer fuss social share sharing cookie cookies consent sidebar marginal marginalspalte marginalie suche search skip skiplinks sprungmarken pagination pager schnellzugriff quicklinks related backlink toolbar".split(
    " ",
  ),
);
const CONTENT_WORDS = new Set(
  "content inhalt maincontent hauptinhalt meldung pressemitteilung article artikel".split(" "),
);
const FIGURE_WORDS = new Set(
  "figure bild bilder bildbox image images img photo foto fotos mediaelement media caption bildunterschrift".split(
    " ",
  ),
);
/** What only the release itself has: its date line or its press ID, whatever office's. */
const ANCHOR =
  /(?:Pressemeldung|Pressemitteilung)\s+v[oe][mn]\b|Meldungsdatum|(?<!\p{L})\p{L}{2,8}\.\s?\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.\s?\d/iu;

/** Longest text of a picture box, in characters; what has more is a text with a picture in it. */
const LONGEST_FIGURE = 700;
const LONGEST_CELL = 500;

/** Finds the frame around a page's content, from what only a release has outwards. */
export function htmlFrame(document: HtmlDocument): HtmlFrame {
  const kept = anchoredElements(document);
  const main = mainElement(document, kept);
  const aroundMain = new Set<HtmlNode>(main === undefined ? [] : elementsAround(main));
  const layoutTables = new Map<HtmlElement, boolean>();
  return {
    isFrame: (node) => {
      if (kept.has(node)) return false;
      const isBesideMain =
        main !== undefined &&
        aroundMain.has(node.parent as HtmlNode) &&
        !aroundMain.has(node) &&
        node !== main;
      return isBesideMain || looksLikeFrame(node);
    },
    isFigure: (node) => !kept.has(node) && looksLikeFigure(node),
    isLayoutRow: (row) => {
      const table = [...elementsAround(row)].find(({ name }) => name === "table");
      if (table === undefined) return true;
      const isLayout = layoutTables.get(table) ?? (kept.has(table) || laysOut(table));
      layoutTables.set(table, isLayout);
      return isLayout;
    },
  };
}

/** All elements around a main heading, a date line or a press ID: never frame. */
function anchoredElements(document: HtmlDocument): Set<HtmlNode> {
  const kept = new Set<HtmlNode>();
  for (const node of nodesBelow(document)) {
    const isAnchor = isText(node) ? ANCHOR.test(node.data) : isElement(node) && node.name === "h1";
    if (isAnchor) for (const element of elementsAround(node)) kept.add(element);
  }
  return kept;
}

function looksLikeFrame(node: HtmlElement): boolean {
  if (FRAME_TAGS.has(node.name) || FRAME_ROLES.has(attribute(node, "role") ?? "")) return true;
  if (CONTROL_TAGS.has(node.name) || isHidden(node)) return true;
  if (node.name === "header") return elementsNamed(node, "nav").length > 0;
  return (
    /^(?:div|section|ul|ol|p|span|table|td)$/.test(node.name) &&
    classWords(node).some((word) => FRAME_WORDS.has(word))
  );
}

/** What a page hides may be text that it unfolds: it goes nowhere, but is told. */
function isHidden(node: HtmlElement): boolean {
  return attribute(node, "hidden") !== undefined || /display:\s*none/i.test(attribute(node, "style") ?? "");
}

/**
 * The smallest element that holds the content: one that says so, grown until it has half of the page's text, as
 * some pages call a teaser an article.
 */
function mainElement(document: HtmlDocument, kept: ReadonlySet<HtmlNode>): HtmlElement | undefined {
  const candidates = [...kept].filter((node) => isElement(node)).filter((node) => saysContent(node));
  const innermost = candidates.sort(
    (a, b) => [...elementsAround(b)].length - [...elementsAround(a)].length,
  )[0];
  if (innermost === undefined) return undefined;
  const whole = contentLength(document);
  let main = innermost;
  while (contentLength(main) < whole / 2 && isElement(main.parent)) main = main.parent;
  return main;
}

function saysContent(node: HtmlElement): boolean {
  if (node.name === "article" || node.name === "main" || attribute(node, "role") === "main") return true;
  return /^(?:div|section|td)$/.test(node.name) && classWords(node).some((word) => CONTENT_WORDS.has(word));
}

/** Length of the paragraphs below a node that stand in no frame, in characters. */
function contentLength(root: HtmlNode | HtmlDocument): number {
  return elementsNamed(root, "p", "li", "h1", "h2", "h3")
    .filter((node) => ![...elementsAround(node)].some(looksLikeFrame))
    .reduce((length, node) => length + textOf(node).length, 0);
}

function looksLikeFigure(node: HtmlElement): boolean {
  const isNamed =
    node.name === "figure" ||
    (/^(?:div|p|span|table|td|li|section)$/.test(node.name) &&
      classWords(node).some((word) => FIGURE_WORDS.has(word)));
  if (!isNamed) return false;
  const words = classWords(node);
  const hasPicture =
    elementsNamed(node, "img").length > 0 || words.includes("caption") || words.includes("bildunterschrift");
  return hasPicture && textOf(node).trim().length <= LONGEST_FIGURE;
}

function laysOut(table: HtmlElement): boolean {
  if (elementsNamed(table, "table", "h1", "h2", "img").length > 0) return true;
  return elementsNamed(table, "td").some((cell) => textOf(cell).length > LONGEST_CELL);
}
