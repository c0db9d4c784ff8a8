import XmlBuilder from "fast-xml-builder";

/**
 * An element's content: attributes lead with `@_`, text beside attributes is `#text`, an array repeats its element,
 * `undefined` leaves it out.
 */
export type XmlElement = { readonly [name: string]: XmlContent };
type XmlContent = string | number | undefined | XmlElement | readonly (string | XmlElement)[];

/** What XML 1.0 cannot hold (section 2.2), not even escaped. */
const NOT_A_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * What must not stand as it is. Some readers take the rare line ends for `\n`, as XML 1.1 has it, so these are written
 * as character references.
 */
const ESCAPED = [
  { regex: /&/g, val: "&amp;" },
  { regex: /</g, val: "&lt;" },
  { regex: />/g, val: "&gt;" },
  { regex: /"/g, val: "&quot;" },
  { regex: /[\r\u0085\u2028\u2029]/g, val: (lineEnd: string) => `&#${lineEnd.charCodeAt(0)};` },
];

const settings = {
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
  indentBy: " ",
  jPath: false,
  entities: ESCAPED,
  tagValueProcessor: (_name: string, value: unknown) => legalText(value),
  attributeValueProcessor: (_name: string, value: unknown) => legalText(value),
};
const builder = new XmlBuilder(settings);

/**
 * An XML 1.0 document in UTF-8. Text is escaped; a character that XML cannot hold becomes U+FFFD, as Unicode
 * recommends.
 *
 * @param stylesheet link to a CSS file for people who open the document in a browser
 * @example xmlDocument({ a: { "@_b": "<", "#text": "&" } }) → '<?xml version="1.0" encoding="utf-8"?>\n<a b="&lt;">&amp;</a>\n'
 */
export function xmlDocument(root: XmlElement, stylesheet?: string): string {
  const prolog = { "?xml": { "@_version": "1.0", "@_encoding": "utf-8" } };
  const instruction =
    stylesheet === undefined ? {} : { "?xml-stylesheet": { "@_type": "text/css", "@_href": stylesheet } };
  return builder.build({ ...prolog, ...instruction, ...root });
}

function legalText(text: unknown): string {
  return String(text).replace(NOT_A_CHARACTER, "\uFFFD");
}
