import { mkdir, readFile, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";

/** Options of {@link clientPlugin}. */
export type ClientPluginOptions = {
  /** Modules for the browser below `src/client/`, each served as `/assets/<name>.js`. */
  readonly modules: readonly string[];
};

const defaults = { modules: ["newsroom.ts", "search.ts", "not-found.ts"] } satisfies ClientPluginOptions;

const CLIENT = "src/client";
const ASSETS = "assets";
const IMPORT = /\bfrom\s+"(\.[^"]+)"/g;

/**
 * Serves the little scripts: TypeScript with its types taken out by Node, module by module. A module they import
 * stands beside them, one of `domain/` below `domain/`; there is no bundler, as there is next to nothing to bundle.
 */
export function clientPlugin(config: EleventyConfig, options: Partial<ClientPluginOptions> = {}): void {
  const { modules } = { ...defaults, ...options };
  config.on("eleventy.after", async ({ directories }) => {
    const scripts = new Map<string, string>();
    for (const module of modules) await collectScripts(join(CLIENT, module), scripts);
    for (const [path, script] of scripts) {
      const target = join(directories.output, ASSETS, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, script);
    }
  });
}

/** Adds a module and all it imports to `scripts`, by the path below `/assets/` at which each is served. */
async function collectScripts(source: string, scripts: Map<string, string>): Promise<void> {
  const path = served(source);
  if (scripts.has(path)) return;
  const imports: string[] = [];
  const script = stripTypeScriptTypes(await readFile(source, "utf8")).replace(
    IMPORT,
    (_, specifier: string) => {
      const imported = join(dirname(source), specifier);
      imports.push(imported);
      return `from "./${relative(dirname(path), served(imported))}"`;
    },
  );
  scripts.set(path, script);
  for (const imported of imports) await collectScripts(imported, scripts);
}

/** @example served("src/client/newsroom.ts") → "newsroom.js"; served("src/domain/slug.ts") → "domain/slug.js" */
function served(source: string): string {
  const script = basename(source).replace(/\.ts$/, ".js");
  return dirname(source) === CLIENT ? script : join(basename(dirname(source)), script);
}
