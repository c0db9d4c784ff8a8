import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { contentSchemas, releaseJsonSchema } from "../../src/domain/content-schemas.ts";
import { frontMatterSchema } from "../../src/domain/front-matter.ts";
import { releaseSnippets } from "../../src/domain/release-snippets.ts";

const CONTENT = fileURLToPath(new URL("../../content", import.meta.url));

/** The names in a YAML list of the project's own content. */
async function namesIn(file: string): Promise<string[]> {
  const entries: { name: string }[] = parse(await readFile(join(CONTENT, file), "utf8"));
  return entries.map(({ name }) => name);
}

async function ownSchemas() {
  const office: { pressContacts: { name: string }[] } = parse(
    await readFile(join(CONTENT, "kreis.yaml"), "utf8"),
  );
  return contentSchemas({
    topics: await namesIn("themen.yaml"),
    places: await namesIn("orte.yaml"),
    contacts: office.pressContacts.map(({ name }) => name),
  });
}

/** The data of a content file as text editors read it. */
async function dataOf(path: string): Promise<unknown> {
  const text = await readFile(join(CONTENT, path), "utf8");
  const data = parse(path.endsWith(".md") ? (/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "") : text);
  // A field without a value is as good as absent.
  return JSON.parse(JSON.stringify(data, (_, value) => value ?? undefined));
}

const NAMES = { topics: ["Integration"], places: ["Soest"], contacts: ["Pressestelle"] };
const RIGHT = { title: "Titel", date: "2019-03-27 10:00" };

function isAccepted(data: unknown): boolean {
  return new Ajv({ allowUnionTypes: true }).compile(releaseJsonSchema(NAMES))(data);
}

describe("The schemas for text editors", () => {
  it("find nothing wrong with any file of the project's own content", async () => {
    for (const { files, schema } of await ownSchemas()) {
      const validate = new Ajv({ allowUnionTypes: true, allErrors: true }).compile(schema);
      let checked = 0;
      for await (const path of glob(files, { cwd: CONTENT })) {
        validate(await dataOf(path));
        expect([path, validate.errors]).toEqual([path, null]);
        checked += 1;
      }
      expect(checked, files).toBeGreaterThan(0);
    }
  });

  it.each<[string, object]>([
    ["all names known", { tags: ["Integration"], places: ["Soest"], contact: "Pressestelle" }],
    ["a contact of its own", { contact: { name: "Beispielperson", phone: "02921 30-3200" } }],
    ["a title that looks like a number", { title: 2019 }],
    ["a photo that is not at hand", { photos: [{ credit: "Foto: Beispiel" }] }],
  ])("accept a release with %s", (_, more) => {
    expect(isAccepted({ ...RIGHT, ...more })).toBe(true);
  });

  it.each<[string, object]>([
    ["without a title", { title: undefined }],
    ["with a key that is not there", { titel: "x" }],
    ["with an unknown topic", { tags: ["Integratoin"] }],
    ["with an unknown place", { places: ["Möhnsee"] }],
    ["with an unknown contact", { contact: "Presestelle" }],
    ["with one topic in place of a list", { tags: "Integration" }],
    ["with a photo without credit", { photos: [{ file: "a.jpg", alt: "x" }] }],
    ["with an embargo without reason", { embargo: { until: "2036-01-01" } }],
    ["with a draft that is neither true nor false", { draft: "ja" }],
    ["with an appointment without beginning", { events: [{ title: "Termin" }] }],
  ])("refuse a release %s", (_, wrong) => {
    expect(isAccepted(JSON.parse(JSON.stringify({ ...RIGHT, ...wrong })))).toBe(false);
  });

  it("leave names free where the office has none yet", () => {
    const schema = releaseJsonSchema({ topics: [], places: [], contacts: [] });
    expect(new Ajv({ allowUnionTypes: true }).compile(schema)({ ...RIGHT, tags: ["Neu"] })).toBe(true);
  });
});

describe("The snippets for front matter", () => {
  const snippets = releaseSnippets(
    releaseJsonSchema({ ...NAMES, topics: ["Kita", "Bau, Verkehr", "Ja|Nein"] }),
  );

  it("complete every field of a release with the sentence of the schema", () => {
    const told = Object.values(snippets).map(({ prefix, description }) => [prefix, description]);
    const fields = Object.entries(frontMatterSchema.shape).map(([name, field]) => [name, field.description]);
    expect(told).toEqual(fields);
  });

  it("ask for one value after the other, and offer the names there are", () => {
    const bodies = Object.values(snippets).map(({ body }) => body.join("\n"));
    expect(
      bodies.filter((body) => /^(?:subtitle|tags|photos|contact|embargo|pinned):/.test(body)).join("\n"),
    ).toMatchInlineSnapshot(`
      "subtitle: '$1'
      tags:
        - '\${1|Kita,Bau\\, Verkehr,Ja\\|Nein|}'
      photos:
        - file: '$1'
          headline: '$2'
          caption: '$3'
          alt: '$4'
          credit: '$5'
          until: '$6'
      contact: '\${1|Pressestelle|}'
      embargo:
        until: '$1'
        reason: '$2'
      pinned: true"
    `);
  });
});
