import { rmSync } from "node:fs";
import { access, cp, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { AFTER_ALL } from "./archive.ts";
import type { Command } from "./measured-run.ts";

/** A copy of the project in memory, so that a bench may drop its cache and change its layouts. */
export type Workbench = {
  /** Where archives and sites are written. */
  readonly folder: string;
  /** The copy of the project. */
  readonly project: string;
  /** Whether all of it lies in memory, so that no disk is measured. */
  readonly isInMemory: boolean;
  /**
   * The command behind one of the project's scripts, without npm, which takes a while to start.
   *
   * @example await workbench.script("build", ["--no-search"]) → { program: "/…/node", args: ["src/commands/build.ts", "--no-search"], … }
   */
  readonly script: (name: "build" | "start", args: readonly string[]) => Promise<Command>;
  /** The same through npm, as an operator types it. */
  readonly npmScript: (name: "build", args: readonly string[]) => Command;
  readonly remove: () => void;
};

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const MEMORY = "/dev/shm";
/** What a build makes or does not need. */
const LEFT_BEHIND = /^(?:node_modules|\.git|\.cache|_site.*)$/;

/** Copies the project to where it can be built without touching anything of its own. */
export async function openWorkbench(): Promise<Workbench> {
  const isInMemory = await access(MEMORY).then(
    () => true,
    () => false,
  );
  const folder = await mkdtemp(join(isInMemory ? MEMORY : tmpdir(), "newsroom-bench-"));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const project = join(folder, "project");
  await cp(PROJECT, project, {
    recursive: true,
    filter: (source) => join(dirname(source), "/") !== PROJECT || !LEFT_BEHIND.test(basename(source)),
  });
  await symlink(join(PROJECT, "node_modules"), join(project, "node_modules"));
  return {
    folder,
    project,
    isInMemory,
    remove,
    script: (name, args) => scriptCommand(project, name, args),
    npmScript: (name, args) => ({
      program: "npm",
      args: ["run", "--silent", name, "--", ...args],
      folder: project,
      environment: ENVIRONMENT,
    }),
  };
}

/** Every build takes place at the same moment, after all releases. */
const ENVIRONMENT = { SOURCE_DATE_EPOCH: String(AFTER_ALL) };

async function scriptCommand(project: string, name: string, args: readonly string[]): Promise<Command> {
  const { scripts } = JSON.parse(await readFile(join(project, "package.json"), "utf8"));
  const [program, ...given] = String(scripts[name]).split(" ");
  if (program !== "node") throw new Error(`The script ${name} does not begin with node: ${scripts[name]}`);
  return {
    program: process.execPath,
    args: [...given, ...args],
    folder: project,
    environment: ENVIRONMENT,
  };
}

/** Changes the end of the main part in the layout that all pages share, and so every page. */
export async function markLayout(path: string, mark: string): Promise<void> {
  const layout = await readFile(path, "utf8");
  // No comment, as Go's templates leave comments out.
  const marked = layout.replace(/(?:<i id=".*?"><\/i>)?<\/main>/, `<i id="${mark}"></i></main>`);
  if (marked === layout) throw new Error(`${path} has no main part to mark`);
  await writeFile(path, marked);
}

/** Adds a paragraph to a release, as an editor does. */
export async function markRelease(path: string, mark: string): Promise<void> {
  await writeFile(path, `${await readFile(path, "utf8")}\n${mark}.\n`);
}
