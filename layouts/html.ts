import { escapeToBuffer } from "hono/utils/html";

/**
 * HTML that is safe to send: made by {@link html} or declared so by {@link raw}. A class of its own, as the library's
 * boxed strings cost a page a tenth of its time. What is escaped, and how, is the library's.
 */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in a template: text and numbers are escaped, `undefined`, `null` and booleans leave nothing. */
export type HtmlValue = Html | string | number | boolean | undefined | null | readonly HtmlValue[];

/**
 * Template tag of every layout: escapes each value for element content and quoted attributes.
 *
 * @example html`<p>${"a < b"}</p>`.toString() → "<p>a &lt; b</p>"
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = parts[0] ?? "";
  for (let at = 0; at < values.length; at += 1) {
    markup += markupOf(values[at]);
    markup += parts[at + 1];
  }
  return new Html(markup);
}

/** The visible exception: HTML that this program rendered itself, above all a release's text. */
export function raw(trusted: string): Html {
  return new Html(trusted);
}

function markupOf(value: HtmlValue): string {
  if (value instanceof Html) return value.toString();
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(markupOf).join("");
  return "";
}

function escaped(text: string): string {
  const buffer: [string] = [""];
  escapeToBuffer(text, buffer);
  return buffer[0];
}
