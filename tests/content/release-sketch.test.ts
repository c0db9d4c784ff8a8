import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "../../src/content/front-matter-source.ts";
import { releaseSketch } from "../../src/content/release-sketch.ts";
import { checkSchema } from "../../src/content/schema-faults.ts";
import { frontMatterSchema } from "../../src/domain/front-matter.ts";

const BEGINNING = { title: "Titel", date: "2019-03-27 10:00" };

function readBack(text: string): unknown {
  const parts = splitFrontMatter(text);
  if ("message" in parts) throw new Error(parts.message);
  expect(parts.yaml.faults).toEqual([]);
  expect(parts.body.trim()).toBe("");
  return parts.yaml.data;
}

describe("The sketch of a release", () => {
  it("explains every field of the schema in the schema's own words, in its order", () => {
    const lines = releaseSketch(BEGINNING).split("\n");
    const fields = Object.entries(frontMatterSchema.shape);
    const explained = lines.filter((line) =>
      fields.some(([, { description }]) => line === `# ${description}`),
    );
    expect(explained).toEqual(fields.map(([, { description }]) => `# ${description}`));
    const named = lines.flatMap((line) => /^#?([a-z]\w*):/i.exec(line)?.[1] ?? []);
    expect(named).toEqual(fields.map(([name]) => name));
  });

  it("holds what it was given and nothing else, whatever the title", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(text, (raw) => {
        const title = raw
          .normalize("NFC")
          .replace(/[\p{Cc}\s]+/gu, " ")
          .trim();
        fc.pre(title !== "");
        const given = { ...BEGINNING, title, tags: ["Kita", "Wahlen"], draft: true } as const;
        expect(readBack(releaseSketch(given))).toEqual(given);
      }),
      { numRuns: 100 },
    );
  });

  it("becomes a release with all its fields where the # before them is deleted", () => {
    const [, head = ""] = releaseSketch(BEGINNING).split("---\n");
    const opened = head
      .replace(/^#(?! )/gm, "")
      .replace(/''/g, "Text")
      .replace(/^# {2}/gm, "  ");
    const data = Object(readBack(`---\n${opened}---\n`));
    expect(Object.keys(data)).toEqual(Object.keys(frontMatterSchema.shape));
    const checked = checkSchema(frontMatterSchema, data);
    const faults = "faults" in checked ? checked.faults.map(({ message }) => message) : [];
    expect(faults.filter((message) => message.includes("gibt es nicht"))).toEqual([]);
  });
});
