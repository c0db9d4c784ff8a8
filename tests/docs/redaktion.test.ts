import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { frontMatterSchema } from "../../src/domain/front-matter.ts";

const PROJECT = join(import.meta.dirname, "../..");
const handbook = readFileSync(join(PROJECT, "docs/redaktion.md"), "utf8");

describe("The editors' handbook", () => {
  it("explains every field of the front matter, and no other", () => {
    const table = handbook.slice(handbook.indexOf("## Die Felder im Kopf"), handbook.indexOf("## Der Text"));
    const explained = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, field]) => field);
    expect(explained.sort()).toEqual(Object.keys(frontMatterSchema.shape).sort());
  });

  const examples = [...handbook.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = ""]) => yaml);

  it.each(examples)("shows front matter that is right: %s", (yaml) => {
    const texts = JSON.parse(JSON.stringify(parse(yaml, { schema: "failsafe" })), (_, value) =>
      value === "true" ? true : value,
    );
    const checked = frontMatterSchema.safeParse({ title: "Titel", date: "2019-03-27", ...texts });
    expect(checked.error?.issues).toBeUndefined();
  });

  it("names only commands that there are", () => {
    const { scripts } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
    const named = [...handbook.matchAll(/npm run (\w+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("links only to sections and files that there are", () => {
    const sections = [...handbook.matchAll(/^## (.+)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, "")
        .replaceAll(" ", "-"),
    );
    const links = [...handbook.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = ""]) => target);
    const missing = links.filter((target) => {
      if (target.startsWith("#")) return !sections.includes(target.slice(1));
      try {
        return readFileSync(join(PROJECT, "docs", target)).length === 0;
      } catch {
        return !target.startsWith("https:");
      }
    });
    expect(missing).toEqual([]);
  });

  it("quotes messages that the program can say", async () => {
    const { globSync } = await import("node:fs");
    const sources = ["src/content/*.ts", "src/domain/*.ts", "src/markdown/*.ts", "src/photos/*.ts"]
      .flatMap((pattern) => globSync(pattern, { cwd: PROJECT }))
      .map((file) => readFileSync(join(PROJECT, file), "utf8"))
      .join("\n");
    const table = handbook.slice(
      handbook.indexOf("## Was die Meldungen"),
      handbook.indexOf("## Hinweise zum Stil"),
    );
    const phrases = [...table.matchAll(/^\| (.+?) \|/gm)]
      .flatMap(([, cell = ""]) => [...cell.matchAll(/„([^“]+)“/g)].map(([, quoted = ""]) => quoted))
      .flatMap((quoted) => quoted.split("…").map((part) => part.trim()))
      .filter((part) => part.length > 3);
    expect(phrases.length).toBeGreaterThan(30);
    expect(phrases.filter((phrase) => !sources.includes(phrase))).toEqual([]);
  });
});
