import { readdir, readFile } from "node:fs/promises";
import { join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";

/** A module of the project and what it imports, own modules as paths from the project's root. */
type Module = { readonly path: string; readonly code: string; readonly imports: readonly string[] };

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const IMPORT = /(?:from\s+|import\s+|import\()"([^"]+)"/g;

let modules: readonly Module[] = [];

beforeAll(async () => {
  const folders = await Promise.all(["src", "layouts"].map(typeScriptFiles));
  modules = await Promise.all([".eleventy.ts", ...folders.flat()].map(readModule));
});

async function typeScriptFiles(folder: string): Promise<string[]> {
  const entries = await readdir(join(PROJECT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(PROJECT, join(entry.parentPath, entry.name)));
}

async function readModule(path: string): Promise<Module> {
  const code = await readFile(join(PROJECT, path), "utf8");
  const imports = [...code.matchAll(IMPORT)].map(([, specifier = ""]) =>
    specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : specifier,
  );
  return { path, code: code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""), imports };
}

function floor(name: string): readonly Module[] {
  const found = modules.filter(({ path }) => path.startsWith(`${name}/`));
  expect(found.length, `modules in ${name}`).toBeGreaterThan(0);
  return found;
}

/** Imports of some modules that break a wall, as `importer → imported`. */
function breaches(importers: readonly Module[], isForbidden: (imported: string) => boolean): string[] {
  return importers.flatMap(({ path, imports }) =>
    imports.filter(isForbidden).map((imported) => `${path} → ${imported}`),
  );
}

const isOwn = (imported: string) => /^(?:src|layouts|content|tests)\//.test(imported);
const isMachine = (imported: string) => imported.startsWith("node:") || imported.startsWith("@11ty/");

/** Reading the clock: `Date.now()`, `new Date()` without a time, `performance`, luxon's `now` and `local`. */
const CLOCK = /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\b|\bDateTime\.(?:now|local|utc)\(\s*\)/;

describe("The walls of the house", () => {
  it("domain/ imports no other floor, neither Eleventy nor Node, and reads no clock", () => {
    const domain = floor("src/domain");
    expect(
      breaches(
        domain,
        (imported) => isMachine(imported) || (isOwn(imported) && !imported.startsWith("src/domain/")),
      ),
    ).toEqual([]);
    expect(domain.filter(({ code }) => CLOCK.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it.each(["outputs", "advice"])("%s/ imports only domain/ beside libraries, and reads no clock", (name) => {
    const floorModules = floor(`src/${name}`);
    const isAllowed = (imported: string) =>
      imported.startsWith("src/domain/") || imported.startsWith(`src/${name}/`);
    expect(
      breaches(floorModules, (imported) => isMachine(imported) || (isOwn(imported) && !isAllowed(imported))),
    ).toEqual([]);
    expect(floorModules.filter(({ code }) => CLOCK.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it("editing/ runs in a browser: it imports neither Eleventy nor Node", () => {
    expect(breaches(floor("src/editing"), isMachine)).toEqual([]);
  });

  it("only src/eleventy/ and .eleventy.ts import Eleventy", () => {
    const others = modules.filter(({ path }) => path !== ".eleventy.ts" && !path.startsWith("src/eleventy/"));
    expect(breaches(others, (imported) => imported.startsWith("@11ty/"))).toEqual([]);
  });

  it("layouts/ read neither files nor the clock", () => {
    const layouts = floor("layouts");
    expect(breaches(layouts, isMachine)).toEqual([]);
    expect(layouts.filter(({ code }) => CLOCK.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it("client/ imports nothing but domain/ (the bundled editing page also editing/), and nothing imports client/", () => {
    const client = modules.filter(({ path }) => path.startsWith("src/client/"));
    const isAllowed = /^src\/(?:client|domain)\//;
    const isAllowedInBundle = /^(?:src\/(?:client|domain|editing)\/|@sveltia\/cms$)/;
    const [bundled, served] = [true, false].map((isBundled) =>
      client.filter(({ path }) => (path === "src/client/editing-page.ts") === isBundled),
    );
    expect(breaches(served ?? [], (imported) => !isAllowed.test(imported))).toEqual([]);
    expect(breaches(bundled ?? [], (imported) => !isAllowedInBundle.test(imported))).toEqual([]);
    const others = modules.filter(({ path }) => !path.startsWith("src/client/"));
    expect(breaches(others, (imported) => imported.startsWith("src/client/"))).toEqual([]);
  });

  it("content is read by src/content/ alone; the import of old releases writes the same YAML", () => {
    const readers = modules.filter(
      ({ imports }) => imports.includes("gray-matter") || imports.includes("yaml"),
    );
    expect(readers.map(({ path }) => path).every((path) => /^src\/(?:content|legacy)\//.test(path))).toBe(
      true,
    );
  });

  it("XML is never glued from strings", () => {
    expect(modules.filter(({ code }) => /<\?xml|<rss|<urlset/.test(code)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it("files are kebab-case nouns, and no drawer is called utils, helpers or common", () => {
    const names = modules.map(({ path }) => path).filter((path) => path !== ".eleventy.ts");
    expect(names.filter((path) => !/^[a-z0-9/-]+(?:\.d)?\.ts$/.test(path))).toEqual([]);
    expect(names.filter((path) => /\b(?:utils?|helpers?|common|misc)\b/.test(path))).toEqual([]);
  });
});
