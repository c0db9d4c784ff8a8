import { cpSync } from "node:fs";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EleventyConfig } from "@11ty/eleventy";
import type { Plugin } from "esbuild";
import { ADDRESSES } from "../domain/address.ts";
import { keptFolder } from "./kept-folder.ts";

/** Options of {@link editingPagePlugin}. */
export type EditingPagePluginOptions = {
  /** Where the page's files are kept between builds, one folder for each state of the sources. */
  readonly cacheFolder: string;
};

const defaults = { cacheFolder: ".cache/editing-page" } satisfies EditingPagePluginOptions;

/** Puts what the editing page loads, the CMS and its fonts among it, beside it below `/redaktion/`. */
export function editingPagePlugin(
  config: EleventyConfig,
  options: Partial<EditingPagePluginOptions> = {},
): void {
  const { cacheFolder } = { ...defaults, ...options };
  let filled = "";
  let files: Promise<string> | undefined;
  // The bundler is a program of its own and works while the pages are made; what fails is told when it is needed.
  config.on("eleventy.before", () => {
    files ??= keptFolder(cacheFolder, writeFiles);
    files.catch(() => {});
  });
  config.on("eleventy.after", async ({ directories }) => {
    const target = join(directories.output, ADDRESSES.editing);
    if (filled !== target) {
      cpSync(await (files ?? keptFolder(cacheFolder, writeFiles)), target, { recursive: true });
    }
    filled = target;
  });
}

async function writeFiles(folder: string): Promise<void> {
  await Promise.all([writeBundle(folder), writeCms(folder)]);
}

/** The editing page's own sources: its script with all that it imports, and its style sheet. */
const ENTRIES = ["src/client/editing-page.ts", "src/client/editing-page.css"].map((path) => ({
  in: path,
  out: "editing-page",
}));

/**
 * What the CMS loads on demand, by the names of the modules that stand for it. Where this page never asks for a thing, as
 * for maps, code highlighting and SVG clean-up, there is none.
 */
const LIBRARIES = {
  immutable: "immutable",
  "exifr/dist/lite.esm.mjs": "exifr",
  "turndown/lib/turndown.browser.es.js": "turndown",
} as const;

const CMS_MODULE = "./sveltia-cms.js";
const GERMAN_MODULE = "./german.js";

/** Bundles the page's script, and the libraries of the CMS one by one. */
async function writeBundle(folder: string): Promise<void> {
  // Loaded only where there is something to bundle.
  const { build } = await import("esbuild");
  await build({
    entryPoints: [...ENTRIES, ...Object.entries(LIBRARIES).map(([name, out]) => ({ in: name, out }))],
    outdir: folder,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "external",
    plugins: [cmsBeside],
    logLevel: "error",
  });
}

const cmsBeside: Plugin = {
  name: "cms-beside",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@sveltia\/cms$/ }, () => ({ path: CMS_MODULE, external: true }));
  },
};

/** Where the package keeps what it serves: its module, beside it its parts and fonts. */
const CMS = dirname(fileURLToPath(import.meta.resolve("@sveltia/cms")));
const FONT_OR_LICENCE = /\.(?:woff2|LICENSE\.txt)$/;

/** Lays down the CMS as it comes, bundled and minified already, but for what it loads: that is to come from beside it. */
async function writeCms(folder: string): Promise<void> {
  const assets = (await readdir(join(CMS, "assets"))).filter((name) => FONT_OR_LICENCE.test(name));
  for (const name of assets) await cp(join(CMS, "assets", name), join(folder, "assets", name));
  const parts = (await readdir(join(CMS, "chunks"))).filter((name) => name.endsWith(".js"));
  for (const name of parts) await cp(join(CMS, "chunks", name), join(folder, "chunks", name));
  const module = await readFile(join(CMS, "index.js"), "utf8");
  await writeFile(join(folder, CMS_MODULE), withOwnFonts(withOwnModules(module), assets));
  await writeFile(join(folder, GERMAN_MODULE), `export default ${JSON.stringify(await germanWords())};`);
  await cp(join(CMS, "../LICENSE.txt"), join(folder, "sveltia-cms.LICENSE.txt"));
}

const LANGUAGE = /\.\.\/locales\/[\w-]+\.json/g;

/** The CMS brings twenty-nine languages; whoever chooses another than English gets German. */
function withOwnModules(cms: string): string {
  return Object.entries(LIBRARIES).reduce(
    (text, [name, own]) => {
      const [loaded, beside] = [`import(\`${name}\`)`, `import(\`./${own}.js\`)`];
      if (!text.includes(loaded)) throw new Error(`The CMS does not load ${name} any more`);
      return text.replace(loaded, beside);
    },
    cms.replace(LANGUAGE, GERMAN_MODULE),
  );
}

const FONT_ELSEWHERE =
  /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)(?::vf)?@[\d.]+\/([\w-]+)\.woff2/g;

/** The CMS uses its own fonts, and yet names those of a CDN to the browser, which would preload them. */
function withOwnFonts(cms: string, assets: readonly string[]): string {
  return cms.replace(FONT_ELSEWHERE, (url, font: string, subset: string) => {
    const file = assets.find((name) => name.startsWith(`${font}-${subset}-`));
    if (file === undefined) throw new Error(`The CMS brings no font of its own for ${url}`);
    return `assets/${file}`;
  });
}

/** What the CMS says in German; before its words stand ours for what it says in English yet, or to programmers. */
async function germanWords(): Promise<Words> {
  const files = [join(CMS, "../locales/de.json"), "src/editing/german.json"];
  const [theirs, own] = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return merged(JSON.parse(theirs ?? ""), JSON.parse(own ?? ""));
}

type Words = { readonly [key: string]: string | Words };

/** @example merged({ a: { b: "x", c: "y" } }, { a: { b: "z" } }) → { a: { b: "z", c: "y" } } */
function merged(words: Words, before: Words): Words {
  const entries = Object.entries(before).map(([key, word]) => {
    const other = words[key];
    return [key, typeof word === "object" && typeof other === "object" ? merged(other, word) : word];
  });
  return { ...words, ...Object.fromEntries(entries) };
}
