import type { parseDocument } from "htmlparser2";

/** A document as the HTML parser gives it. */
export type HtmlDocument = ReturnType<typeof parseDocument>;
/** A node of it. */
export type HtmlNode = HtmlDocument["children"][number];
/** A node that is an element. */
export type HtmlElement = Extract<HtmlNode, { readonly attribs: unknown }>;

/** Whether a node is an element. */
export function isElement(node: HtmlNode | HtmlDocument | null | undefined): node is HtmlElement {
  return node !== null && node !== undefined && "attribs" in node;
}

/** Whether a node is text. */
export function isText(node: HtmlNode): node is Extract<HtmlNode, { readonly data: string }> {
  return node.type === "text";
}

/** An attribute's value; `undefined` where it is absent. */
export function attribute(node: HtmlElement, name: string): string | undefined {
  return node.attribs[name];
}

/** Every node below one, in reading order, without recursion: old pages nest without bounds. */
export function* nodesBelow(root: HtmlNode | HtmlDocument): Generator<HtmlNode> {
  const stack: HtmlNode[] = [];
  const pushChildren = (node: HtmlNode | HtmlDocument) => {
    if (!("children" in node)) return;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) stack.push(child);
    }
  };
  pushChildren(root);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    pushChildren(node);
  }
}

/** Every element below one with a tag name among those given. */
export function elementsNamed(root: HtmlNode | HtmlDocument, ...names: readonly string[]): HtmlElement[] {
  const elements: HtmlElement[] = [];
  for (const node of nodesBelow(root)) if (isElement(node) && names.includes(node.name)) elements.push(node);
  return elements;
}

/** The text below a node, as a reader sees it but for its spaces. */
export function textOf(root: HtmlNode | HtmlDocument): string {
  let text = "";
  for (const node of nodesBelow(root)) {
    if (isText(node) && !(isElement(node.parent) && /^(?:script|style)$/.test(node.parent.name)))
      text += node.data;
  }
  return text;
}

/** The elements around a node, from the nearest. */
export function* elementsAround(node: HtmlNode): Generator<HtmlElement> {
  for (let parent = node.parent; isElement(parent); parent = parent.parent) yield parent;
}

/** The words in an element's id and classes, in small letters: `news-img-wrap` → news, img, wrap. */
export function classWords(node: HtmlElement): string[] {
  return `${attribute(node, "id") ?? ""} ${attribute(node, "class") ?? ""}`
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase()
    .split(/[^a-z0-9äöüß]+/)
    .filter((word) => word !== "");
}
