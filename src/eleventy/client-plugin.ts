import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import { keptFolder } from "./kept-folder.ts";

/** Options of {@link clientPlugin}. */
export type ClientPluginOptions = {
  /** Modules for the browser below `src/client/`, each served as `/assets/<name>.js`. */
  readonly modules: readonly string[];
  /** Where the scripts are kept between builds, one folder for each state of the sources. */
  readonly cacheFolder: string;
};

const defaults = {
  modules: ["newsroom.ts", "search.ts", "not-found.ts"],
  cacheFolder: ".cache/client",
} satisfies ClientPluginOptions;

const CLIENT = "src/client";
const ASSETS = "assets";
const IMPORT = /\bfrom\s+"(\.[^"]+)"/g;

/**
 * Serves the little scripts: TypeScript with its types taken out by Node, module by module. A module they import
 * stands beside them, one of `domain/` below `domain/`; there is no bundler, as there is next to nothing to bundle.
 */
export function clientPlugin(config: EleventyConfig, options: Partial<ClientPluginOptions> = {}): void {
  const { modules, cacheFolder } = { ...defaults, ...options };
  config.on("eleventy.after", async ({ directories }) => {
    // Kept, as what takes types out costs as much to load as a page to make fifty times.
    const scripts = await keptFolder(cacheFolder, async (folder) => writeScripts(modules, folder));
    cpSync(scripts, join(directories.output, ASSETS), { recursive: true });
  });
}

function writeScripts(modules: readonly string[], folder: string): void {
  const scripts = new Map<string, string>();
  for (const module of modules) collectScripts(join(CLIENT, module), scripts);
  for (const [path, script] of scripts) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, script);
  }
}

/** Adds a module and all it imports to `scripts`, by the path below `/assets/` at which each is served. */
function collectScripts(source: string, scripts: Map<string, string>): void {
  const path = served(source);
  if (scripts.has(path)) return;
  const imports: string[] = [];
  const script = stripTypeScriptTypes(readFileSync(source, "utf8")).replace(
    IMPORT,
    (_, specifier: string) => {
      const imported = join(dirname(source), specifier);
      imports.push(imported);
      return `from "./${relative(dirname(path), served(imported))}"`;
    },
  );
  scripts.set(path, script);
  for (const imported of imports) collectScripts(imported, scripts);
}

/** @example served("src/client/newsroom.ts") → "newsroom.js"; served("src/domain/slug.ts") → "domain/slug.js" */
function served(source: string): string {
  const script = basename(source).replace(/\.ts$/, ".js");
  return dirname(source) === CLIENT ? script : join(basename(dirname(source)), script);
}
