import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { releaseForm, releaseText } from "../../src/editing/release-form.ts";

const RELEASES = "content/pressemitteilungen";
const examples = readdirSync(RELEASES, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".md"),
);

describe("A release in the form", () => {
  it.each(examples)("comes back as it was: %s", (name) => {
    const form = releaseForm(readFileSync(join(RELEASES, name), "utf8"));
    expect(releaseForm(releaseText(form))).toEqual(form);
  });

  it("keeps any text in any field, its spaces plain", () => {
    const text = fc
      .string({ minLength: 1, unit: "grapheme" })
      .map((value) => value.replace(/\p{Zs}/gu, " ").replace(/[\u200B\u2060\uFEFF]/g, ""))
      .map((value) => value.normalize("NFC").trim())
      .filter((value) => value !== "" && !/\p{Cc}/u.test(value));
    const matter = fc.record({
      title: text,
      subtitle: text,
      tags: fc.array(text, { minLength: 1 }),
      photos: fc.array(fc.record({ caption: text, credit: text }), { minLength: 1 }),
      embargo: fc.record({ until: text, reason: text }),
    });
    fc.assert(
      fc.property(matter, (form) => {
        expect(releaseForm(releaseText({ ...form, body: "" }))).toEqual({ ...form, body: "" });
      }),
    );
  });

  it.each([
    "02921/303200",
    "010",
    "2019",
    "true",
    "null",
    "- x",
    "# x",
    "a: b",
    "'",
    "„x“",
    "~",
    "1e3",
    "{{ x }}",
  ])("keeps the text %s a text", (title) => {
    expect(releaseForm(releaseText({ title }))).toMatchObject({ title });
  });

  it("is written without what was left empty or switched off, in the schema's order", () => {
    const form = {
      body: "Text.\n",
      photos: [{ file: "./foto.jpg", alt: "", credit: "Foto", __sc_item_id: "1" }],
      embargo: { until: "", reason: "" },
      attachments: [],
      draft: false,
      contact: null,
      pinned: true,
      title: "Titel",
      subtitle: "",
    };
    expect(releaseText(form)).toMatchInlineSnapshot(`
      "---
      title: Titel
      photos:
        - file: foto.jpg
          credit: Foto
      pinned: true
      ---

      Text.
      "
    `);
  });

  it("shows the single photo among the photos, and a contact of its own apart from the names of kreis.yaml", () => {
    expect(
      releaseForm("---\nphoto: { credit: Foto }\ncontact: { name: Stelle, phone: 02921/303200 }\n---\n"),
    ).toEqual({
      photos: [{ credit: "Foto" }],
      contactPerson: { name: "Stelle", phone: "02921/303200" },
      body: "",
    });
    expect(releaseForm("---\ncontact: Pressestelle\n---\n")).toMatchObject({ contact: "Pressestelle" });
  });

  it("cannot be filled from a file without front matter, or with one that is no YAML", () => {
    expect(() => releaseForm("Nur Text.")).toThrowErrorMatchingInlineSnapshot(
      `[Error: Der Kopf zwischen den beiden Zeilen --- fehlt.]`,
    );
    expect(() =>
      releaseForm("---\ntitle: Integration: so geht es\n---\n"),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: Hier steht ein zweiter Doppelpunkt. Ein Text mit Doppelpunkt, #, Anführungszeichen oder [ { am Anfang gehört ganz in einfache Anführungszeichen: title: 'Integration: so geht es'.]`,
    );
  });
});
