import { describe, expect, it } from "vitest";
import { resolveContact } from "../../src/content/release-names.ts";
import type { FrontMatter } from "../../src/domain/front-matter.ts";
import { anOffice } from "../fixtures/newsroom.ts";

const office = anOffice({
  pressContacts: [
    { name: "Pressestelle", phone: "02921 30-3200" },
    { name: "Erika Beispiel", phone: "02921 30-3201" },
  ],
});

function contactOf(written: FrontMatter["contact"]) {
  const { found, problems } = resolveContact(written, office, (path, message) => ({
    file: "x.md",
    line: 1,
    column: 1,
    field: path.join(),
    message,
  }));
  return found ?? problems.map(({ message }) => message);
}

describe("The contact of a release that names", () => {
  it.each<[string, FrontMatter["contact"], { readonly name: string; readonly phone?: string }]>([
    [
      "nobody is the first press contact of kreis.yaml",
      undefined,
      { name: "Pressestelle", phone: "02921 30-3200" },
    ],
    ["one of kreis.yaml is that one", "Erika Beispiel", { name: "Erika Beispiel", phone: "02921 30-3201" }],
    ["somebody else in full is as written", { name: "Otto Muster" }, { name: "Otto Muster" }],
  ])("%s", (_, written, contact) => {
    expect(contactOf(written)).toEqual(contact);
  });

  it("somebody whom kreis.yaml does not know is a problem, with the nearest name", () => {
    expect([contactOf("Erika Beispeil"), contactOf("Landrat")]).toMatchInlineSnapshot(`
      [
        [
          "„Erika Beispeil“ steht nicht unter pressContacts in kreis.yaml. Gemeint ist wohl „Erika Beispiel“.",
        ],
        [
          "„Landrat“ steht nicht unter pressContacts in kreis.yaml. Möglich sind: Pressestelle, Erika Beispiel; oder name, phone und email angeben.",
        ],
      ]
    `);
  });
});
