import { lstatSync, readdirSync, readFileSync, renameSync, rmdirSync, statSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { tryLink } from "../publish/hard-link.ts";
import type { KeptFile, KeptFiles } from "./build-cache.ts";
import type { StaleFiles } from "./stale-files.ts";

/**
 * Takes files out of a stage before they are written anew, as they are links to the target's own; folders of files
 * that are gone go with their last one.
 */
export function takeOut(stage: string, { replaced, gone }: StaleFiles): void {
  for (const path of replaced) removeFile(join(stage, path));
  for (const { path } of gone) {
    removeFile(join(stage, path));
    for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
      if (!removedEmpty(join(stage, folder))) break;
    }
  }
}

/** `rmSync` takes nearly twice as long, for forty thousand files after a change of layout. */
function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function removedEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/**
 * The files of a stage that are none of the site's content, as scripts and fonts.
 *
 * @param content names of folders and files that are looked at no further, as they are or hold content
 */
export function filesBesideContent(stage: string, content: ReadonlySet<string>): string[] {
  return readdirSync(stage, { withFileTypes: true }).flatMap((entry) => {
    if (content.has(entry.name)) return [];
    if (!entry.isDirectory()) return [entry.name];
    return readdirSync(join(stage, entry.name), { recursive: true, withFileTypes: true })
      .filter((below) => below.isFile())
      .map((below) => join(below.parentPath, below.name).slice(stage.length + 1));
  });
}

/** Links those written files to the target's that came out as they were, so that they keep their time stamps. */
export function linkUnchanged(target: string, stage: string, written: Iterable<string>): void {
  for (const path of written) {
    const [before, now] = [join(target, path), join(stage, path)];
    const [old, fresh] = [statSync(before, { throwIfNoEntry: false }), statSync(now)];
    if (!old?.isFile() || old.size !== fresh.size || old.mode !== fresh.mode || old.ino === fresh.ino)
      continue;
    if (!readFileSync(before).equals(readFileSync(now))) continue;
    const linked = `${now}.link`;
    if (tryLink(before, linked)) renameSync(linked, now);
  }
}

/**
 * What the cache keeps of the files just written.
 *
 * @param told files of which whoever wrote them has told already
 */
export function filesAsWritten(
  stage: string,
  { records }: StaleFiles,
  measured: ReadonlyMap<string, { readonly sha256: string }>,
  told: KeptFiles,
): Map<string, KeptFile> {
  return new Map(
    Array.from(records, ([path, record]) => {
      const known = told.get(path);
      if (known !== undefined) return [path, known];
      const { size, mtimeMs } = lstatSync(join(stage, path));
      const sha256 = measured.get(path)?.sha256 ?? "";
      return [path, { ...record(), size, modified: mtimeMs, sha256 }];
    }),
  );
}
