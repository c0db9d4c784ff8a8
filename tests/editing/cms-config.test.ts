import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { contactSchema, frontMatterSchema } from "../../src/domain/front-matter.ts";
import { type EditingHost, editingSchema, standingPageSchema } from "../../src/domain/office.ts";
import { formatPressId } from "../../src/domain/press-id.ts";
import { cmsConfig, editingSettings, gitOrigins } from "../../src/editing/cms-config.ts";
import type { EntryCollection, Field } from "../../src/editing/cms-types.ts";
import { formFields } from "../../src/editing/form-fields.ts";
import { anOffice, aSite } from "../fixtures/newsroom.ts";

const site = aSite({
  office: anOffice({ pressContacts: [{ name: "Pressestelle" }, { name: "Bürgertelefon" }] }),
});
const [releases, pages] = (cmsConfig(site).collections ?? []) as readonly EntryCollection[];

type AnyField = Field & {
  readonly fields?: readonly AnyField[];
  readonly hint?: string;
  readonly required?: boolean;
};

/** The fields of a form by path, those within lists and mappings too. */
function byPath(fields: readonly Field[] = [], path = ""): ReadonlyMap<string, AnyField> {
  return new Map(
    (fields as readonly AnyField[]).flatMap((field) => [
      [`${path}${field.name}`, field] as const,
      ...byPath(field.fields, `${path}${field.name}.`),
    ]),
  );
}

const releaseFields = byPath(releases?.fields);
const fieldAt = (path: string) => releaseFields.get(path) as Readonly<Record<string, unknown>> | undefined;

/** Every field of a schema by path: its sentence, and whether it must be there. */
function schemaFields(shape: z.core.$ZodShape, path = ""): [string, string, boolean][] {
  return Object.entries(shape).flatMap(([name, given]) => {
    const field = given as z.ZodType;
    const isOptional = field instanceof z.ZodOptional;
    const bare = isOptional ? field.unwrap() : field;
    const inner = bare instanceof z.ZodArray ? bare.element : bare;
    return [
      [`${path}${name}`, field.description ?? "", !isOptional] as [string, string, boolean],
      ...(inner instanceof z.ZodObject ? schemaFields(inner.shape, `${path}${name}.`) : []),
    ];
  });
}

/** A hint as it is read: its Markdown escapes gone. */
const asRead = (hint = "") => hint.replaceAll("\\", "");
/** A sentence without the `true` that nobody writes into a switch, whatever letter it begins with. */
const core = (sentence: string) => sentence.replace(/^true:? /, "").slice(1);

describe("The form of a release", () => {
  const { photo: _short, ...shape } = frontMatterSchema.shape;
  const expected = [...schemaFields(shape), ...schemaFields(contactSchema.shape, "contactPerson.")];

  it.each(expected)("explains %s with the schema's own sentence", (path, sentence, isRequired) => {
    const field = releaseFields.get(path);
    expect(asRead(field?.hint)).toContain(core(sentence));
    expect(field?.required).toBe(isRequired);
  });

  it("asks for nothing that the schema does not know, but the text", () => {
    const known = new Set([...expected.map(([path]) => path), "body", "contactPerson"]);
    expect([...releaseFields.keys()].filter((path) => !known.has(path))).toEqual([]);
  });

  it("refuses a field that nobody named in German", () => {
    expect(() => formFields({ neu: z.string() }, {})).toThrow("The form has no label for neu");
  });

  it("takes as many characters and lines as the schema", () => {
    expect(fieldAt("title")).toMatchObject({ widget: "string", maxlength: 160 });
    expect(fieldAt("photos.caption")).toMatchObject({ widget: "text", maxlength: 2000 });
    expect(fieldAt("photos.file")).not.toHaveProperty("maxlength", expect.anything());
  });

  it("offers the office's topics, places and contacts", () => {
    expect(fieldAt("tags")?.options).toEqual(site.topics.map(({ name }) => name));
    expect(fieldAt("places")?.options).toEqual(site.places.map(({ name }) => name));
    expect(fieldAt("contact")?.options).toEqual(["Pressestelle", "Bürgertelefon"]);
  });

  it("takes every press ID of the office", () => {
    const {
      pattern: [pattern],
    } = fieldAt("pressId") as unknown as { pattern: [string] };
    const initials = fc.stringMatching(/^-?[a-zäöüß]{1,4}$/);
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1949-01-01"), max: new Date("2199-12-31"), noInvalidDate: true }),
        fc.integer({ min: 1, max: 99_999 }),
        initials,
        fc.option(initials),
        (date, number, author, editor) => {
          const sign = editor === null ? author : `${author}/${editor}`;
          const id = formatPressId({ prefix: "kso", day: date.toISOString().slice(0, 10), number, sign });
          expect(id).toMatch(new RegExp(pattern));
        },
      ),
    );
    expect("abc.2019.03.27.134.sm").not.toMatch(new RegExp(pattern));
  });

  it.each([
    ["2019-03-27-gemeinsam-klappts", true],
    ["2019-03-27-Gemeinsam", false],
    ["2019-03-27-größe", false],
    ["gemeinsam-klappts", false],
    ["2019-03-27-", false],
  ])("asked whether %s can be a file's name says %s", (name, isRight) => {
    const { slug } = releases as unknown as { slug: { pattern: [string] } };
    expect(new RegExp(slug.pattern[0]).test(name)).toBe(isRight);
  });

  it("files a release and what belongs to it under the year of its date", () => {
    expect(releases).toMatchObject({
      folder: "content/pressemitteilungen",
      path: "{{date | date('YYYY')}}/{{slug}}",
      media_folder: "/content/pressemitteilungen/{{dirname}}",
    });
  });
});

describe("The form of a standing page", () => {
  it("has the fields of its schema and the text, and neither makes nor deletes pages", () => {
    expect([...byPath(pages?.fields).keys()]).toEqual([...Object.keys(standingPageSchema.shape), "body"]);
    expect(pages).toMatchObject({ create: false, delete: false });
  });
});

describe("The Git host", () => {
  const settings = (redaktion: EditingHost) =>
    cmsConfig({ ...site, office: anOffice({ redaktion }) }).backend;

  it.each<[string, EditingHost, object, string]>([
    [
      "GitHub with tokens",
      { host: "github", repo: "kreis/newsroom", branch: "redaktion" },
      { name: "github", repo: "kreis/newsroom", branch: "redaktion", auth_methods: ["token"] },
      "https://api.github.com",
    ],
    [
      "GitHub with a sign-in service",
      { host: "github", repo: "kreis/newsroom", authUrl: "https://anmeldung.example.org" },
      { name: "github", base_url: "https://anmeldung.example.org" },
      "https://api.github.com",
    ],
    [
      "an own GitHub",
      { host: "github", repo: "kreis/newsroom", url: "https://git.example.org/" },
      { api_root: "https://git.example.org/api/v3", auth_methods: ["token"] },
      "https://git.example.org",
    ],
    [
      "GitLab with tokens",
      { host: "gitlab", repo: "kreis/presse/newsroom" },
      { name: "gitlab", api_root: "https://gitlab.com/api/v4", auth_methods: ["token"] },
      "https://gitlab.com",
    ],
    [
      "an own GitLab with an application",
      { host: "gitlab", repo: "kreis/newsroom", url: "https://git.example.org", appId: "abc" },
      { base_url: "https://git.example.org", auth_type: "pkce", app_id: "abc" },
      "https://git.example.org",
    ],
    [
      "an own Forgejo",
      { host: "gitea", repo: "kreis/newsroom", url: "https://git.example.org", appId: "abc" },
      { name: "gitea", api_root: "https://git.example.org/api/v1", app_id: "abc" },
      "https://git.example.org",
    ],
  ])("is set up for %s", (_, host, backend, origin) => {
    expect(settings(host)).toMatchObject(backend);
    expect(gitOrigins(host)).toEqual([origin]);
  });

  it("is none where the office names none: the page then knows that it is for this machine alone", () => {
    expect(editingSettings(site).isLocalOnly).toBe(true);
    expect(gitOrigins(undefined)).toEqual([]);
  });

  it("is told what is wrong with its address", () => {
    const { error } = editingSchema.safeParse({
      host: "gitea",
      repo: "kreis/newsroom",
      url: "https://example.org/git",
    });
    expect(error?.issues[0]?.message).toMatchInlineSnapshot(
      `"„https://example.org/git“ ist keine Adresse ohne Pfad. Erwartet wird eine Schreibweise wie https://git.example.org."`,
    );
  });
});
