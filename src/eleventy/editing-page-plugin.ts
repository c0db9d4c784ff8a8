import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EleventyConfig } from "@11ty/eleventy";
import type { Plugin } from "esbuild";
import { ADDRESSES } from "../domain/address.ts";

/** Options of {@link editingPagePlugin}. */
export type EditingPagePluginOptions = {
  /** Where bundles are kept between builds, one folder for each state of the sources. */
  readonly cacheFolder: string;
};

const defaults = { cacheFolder: ".cache/editing-page" } satisfies EditingPagePluginOptions;

/** The editing page's own sources: its script with all that it imports, and its style sheet. */
const ENTRIES = ["src/client/editing-page.ts", "src/client/editing-page.css"];

/** How long a bundle is kept, in milliseconds. */
const KEPT_UNUSED = 24 * 60 * 60 * 1000;

/** Begins the name of a bundle that is being written. */
const UNFINISHED = "unfinished-";

/**
 * What the CMS would load on demand and this page never asks for: maps, code highlighting, SVG clean-up. Its other
 * languages are left out likewise.
 */
const NEVER_LOADED = ["@shikijs/*", "leaflet*", "terra-draw*", "svgo*"];

/** Puts what the editing page loads, the bundled CMS and its fonts, beside it below `/redaktion/`. */
export function editingPagePlugin(
  config: EleventyConfig,
  options: Partial<EditingPagePluginOptions> = {},
): void {
  const { cacheFolder } = { ...defaults, ...options };
  let filled = "";
  let bundle: Promise<string> | undefined;
  // The bundler is a program of its own and works while the pages are made; what fails is told when it is needed.
  config.on("eleventy.before", () => {
    bundle ??= cachedBundle(cacheFolder);
    bundle.catch(() => {});
  });
  config.on("eleventy.after", async ({ directories }) => {
    const target = join(directories.output, ADDRESSES.editing);
    if (filled !== target) await cp(await (bundle ?? cachedBundle(cacheFolder)), target, { recursive: true });
    filled = target;
  });
}

/** The folder that holds the bundle of the sources as they are, made where it is not there yet. */
async function cachedBundle(cacheFolder: string): Promise<string> {
  const folder = join(cacheFolder, await sourcesDigest());
  if (existsSync(folder)) return folder;
  await mkdir(cacheFolder, { recursive: true });
  const stage = join(cacheFolder, `${UNFINISHED}${randomUUID()}`);
  await writeBundle(stage);
  // Another run may have been faster; its bundle is the same.
  await rename(stage, folder).catch(() => rm(stage, { recursive: true }));
  await prune(cacheFolder);
  return folder;
}

/** Removes bundles of former sources, but none that another run may still copy from. */
async function prune(cacheFolder: string): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    const path = join(cacheFolder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > KEPT_UNUSED) await rm(path, { recursive: true, force: true });
  }
}

async function sourcesDigest(): Promise<string> {
  const digest = createHash("sha256").update(await readFile("package-lock.json"));
  const files = (await readdir("src", { recursive: true })).filter((name) => /\.(?:ts|css|json)$/.test(name));
  for (const name of files.sort()) digest.update(name).update(await readFile(join("src", name)));
  return digest.digest("hex").slice(0, 40);
}

/** Bundles the page's script with the CMS, and lays the CMS's fonts and licences where its code looks for them. */
async function writeBundle(folder: string): Promise<void> {
  const assets = (await readdir(join(CMS, "assets"))).filter((name) =>
    /\.(?:woff2|LICENSE\.txt)$/.test(name),
  );
  // Loaded only where there is something to bundle.
  const { build } = await import("esbuild");
  await build({
    entryPoints: ENTRIES,
    outdir: folder,
    bundle: true,
    splitting: true,
    // Files are named by what is in them and by their path; it is the same where node_modules is a link.
    preserveSymlinks: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "external",
    external: NEVER_LOADED,
    plugins: [german, ownFonts(assets)],
    logLevel: "error",
  });
  for (const name of assets) await cp(join(CMS, "assets", name), join(folder, "assets", name));
  await cp(join(CMS, "../LICENSE.txt"), join(folder, "sveltia-cms.LICENSE.txt"));
}

/** Where the package keeps what it serves: its module, beside it its fonts. */
const CMS = dirname(fileURLToPath(import.meta.resolve("@sveltia/cms")));
const FONT_ELSEWHERE =
  /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)(?::vf)?@[\d.]+\/([\w-]+)\.woff2/g;

/** The CMS uses its own fonts, and yet names those of a CDN to the browser, which would preload them. */
const ownFonts = (assets: readonly string[]): Plugin => ({
  name: "own-fonts",
  setup: ({ onLoad }) => {
    onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(
        FONT_ELSEWHERE,
        (url, font: string, subset: string) => {
          const file = assets.find((name) => name.startsWith(`${font}-${subset}-`));
          if (file === undefined) throw new Error(`The CMS brings no font of its own for ${url}`);
          return `assets/${file}`;
        },
      ),
    }));
  },
});

/** Our words for what the CMS says in English yet, or to programmers. */
const OWN_GERMAN = "src/editing/german.json";

/**
 * The CMS brings twenty-nine languages; whoever chooses another than English gets German, in which our own words
 * stand before those of the CMS.
 */
const german: Plugin = {
  name: "german",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/locales\/[\w-]+\.json$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, dirname(path), "de.json"),
    }));
    onLoad({ filter: /\/locales\/de\.json$/ }, async ({ path }) => {
      const [theirs, own] = await Promise.all([path, OWN_GERMAN].map((file) => readFile(file, "utf8")));
      return {
        contents: JSON.stringify(merged(JSON.parse(theirs ?? ""), JSON.parse(own ?? ""))),
        loader: "json",
      };
    });
  },
};

type Words = { readonly [key: string]: string | Words };

/** @example merged({ a: { b: "x", c: "y" } }, { a: { b: "z" } }) → { a: { b: "z", c: "y" } } */
function merged(words: Words, before: Words): Words {
  const entries = Object.entries(before).map(([key, word]) => {
    const other = words[key];
    return [key, typeof word === "object" && typeof other === "object" ? merged(other, word) : word];
  });
  return { ...words, ...Object.fromEntries(entries) };
}
