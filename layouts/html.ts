import { html as honoHtml, raw as honoRaw } from "hono/html";

/** HTML that is safe to send: made by {@link html} or declared so by {@link raw}. */
export type Html = Awaited<ReturnType<typeof honoHtml>>;

/** What may stand in a template: text and numbers are escaped, `undefined`, `null` and booleans leave nothing. */
export type HtmlValue = Html | string | number | boolean | undefined | null | readonly HtmlValue[];

/**
 * Template tag of every layout: escapes each value for element content and quoted attributes.
 *
 * @example html`<p>${"a < b"}</p>`.toString() → "<p>a &lt; b</p>"
 */
export const html = honoHtml as (parts: TemplateStringsArray, ...values: readonly HtmlValue[]) => Html;

/** The visible exception: HTML that this program rendered itself, above all a release's text. */
export const raw: (trusted: string) => Html = honoRaw;
