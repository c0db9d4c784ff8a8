import fc from "fast-check";
import { html as honoHtml, raw as honoRaw } from "hono/html";
import { describe, expect, it } from "vitest";
import { type HtmlValue, html, raw } from "../../layouts/html.ts";

/** A value in a template as ours takes it and as the library does. */
type Twin = { readonly ours: HtmlValue; readonly theirs: unknown };

const plain = fc
  .oneof(
    fc.string({ unit: "grapheme" }),
    fc.stringMatching(/^[&<>"'a ]*$/),
    fc.double(),
    fc.boolean(),
    fc.constant(undefined),
    fc.constant(null),
  )
  .map((value): Twin => ({ ours: value, theirs: value }));

const { twin } = fc.letrec<{ twin: Twin }>((tie) => ({
  twin: fc.oneof(
    { depthSize: "small" },
    plain,
    fc.string().map((text): Twin => ({ ours: raw(text), theirs: honoRaw(text) })),
    fc.tuple(tie("twin"), tie("twin")).map(
      ([a, b]): Twin => ({
        ours: html`<p>${a.ours} – ${b.ours}</p>`,
        theirs: honoHtml`<p>${a.theirs} – ${b.theirs}</p>`,
      }),
    ),
    fc
      .array(tie("twin"), { maxLength: 3 })
      .map((all): Twin => ({ ours: all.map(({ ours }) => ours), theirs: all.map(({ theirs }) => theirs) })),
  ),
}));

describe("A template", () => {
  it("escapes what editors wrote, in text and attributes", () => {
    const title = `<b>"Müll" & 'Wert'</b>`;
    expect(html`<p title="${title}">${title}</p>`.toString()).toBe(
      '<p title="&lt;b&gt;&quot;Müll&quot; &amp; &#39;Wert&#39;&lt;/b&gt;">&lt;b&gt;&quot;Müll&quot; &amp; &#39;Wert&#39;&lt;/b&gt;</p>',
    );
  });

  it("takes what another template made as it is, and leaves nothing of what is absent", () => {
    expect(html`<ul>${[html`<li>${1}</li>`, false, undefined]}</ul>`.toString()).toBe("<ul><li>1</li></ul>");
  });

  it("makes what the library's own would", () => {
    fc.assert(
      fc.property(twin, ({ ours, theirs }) => {
        expect(html`<p>${ours}</p>`.toString()).toBe(String(honoHtml`<p>${theirs}</p>`));
      }),
    );
  });
});
