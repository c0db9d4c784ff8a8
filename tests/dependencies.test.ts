import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

const versions = z.record(z.string(), z.string());
const manifest = z.object({
  allowScripts: z.record(z.string(), z.boolean()),
  dependencies: versions,
  devDependencies: versions,
});
const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
      optional: z.boolean().optional(),
      os: z.array(z.string()).optional(),
      libc: z.array(z.string()).optional(),
      dependencies: versions.optional(),
      devDependencies: versions.optional(),
    }),
  ),
});

const { allowScripts, dependencies, devDependencies } = manifest.parse(json("package.json"));
const { "": root, ...locked } = lockFile.parse(json("package-lock.json")).packages;
const packages = Object.entries(locked).map(([path, entry]) => ({
  name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
  ...entry,
}));

describe("What the newsroom is built with", () => {
  it("may run a script while it is installed only where package.json says so: Node alone", () => {
    const withScript = packages.filter(({ hasInstallScript }) => hasInstallScript === true);
    expect(withScript.map(({ name }) => name).sort()).toEqual(Object.keys(allowScripts).sort());
    expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(["node"]);
  });

  it("is known by its digest, wherever it is fetched from", () => {
    const unknown = packages.filter(({ integrity = "" }) => !integrity.startsWith("sha512-"));
    // Binaries for other systems, which no registry at hand had when the lock file was written. ADR 1.
    const isForLinux = ({ optional, os = ["linux"], libc = ["glibc"] }: (typeof packages)[number]) =>
      optional !== true || (os.includes("linux") && libc.includes("glibc"));
    expect(unknown.filter(isForLinux).map(({ name }) => name)).toEqual([]);
    expect(packages.filter(({ resolved, link }) => resolved !== undefined || link === true)).toEqual([]);
  });

  it("is named with one version, the same in package.json and in the lock file", () => {
    const ranges = Object.values({ ...dependencies, ...devDependencies }).filter(
      (version) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(ranges).toEqual([]);
    expect(root).toMatchObject({ dependencies, devDependencies });
  });

  it("is all that its code imports: neither what only tests need nor what another package happens to bring", () => {
    const files = ["src", "layouts"].flatMap(typeScriptFiles).filter((path) => path !== SPELLING);
    const imported = files.flatMap(packagesImportedIn);
    expect(imported.length).toBeGreaterThan(0);
    expect([...new Set(imported)].filter((name) => !(name in dependencies))).toEqual([]);
  });
});

/** A tool for those who write; no site is built, signed or packed with it. */
const SPELLING = "src/commands/spell.ts";

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(PROJECT, path), "utf8"));
}

function typeScriptFiles(folder: string): string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .map((path) => join(folder, path));
}

/** @example of a file with `import { html } from "hono/html"` → ["hono"] */
function packagesImportedIn(path: string): string[] {
  const code = readFileSync(join(PROJECT, path), "utf8").replace(/^import type [^;]*;$/gm, "");
  return [...code.matchAll(/(?:^(?:import|\} from|export .* from)\b[^"\n]*|\bimport\()"([^".][^"]*)"/gm)]
    .map(([, specifier = ""]) => specifier.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? "")
    .filter((name) => !name.startsWith("node:") && !builtinModules.includes(name));
}
