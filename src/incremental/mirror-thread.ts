import { linkSync, lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { MirrorOrder } from "./mirror.ts";

// The thread of mirror.ts. All calls wait: on a thread of its own nothing is faster.
const { target, stage, paths, expected } = workerData as MirrorOrder;
const lacking: string[] = [];
const linked = new Set<string>();
for (const [index, path] of paths.split("\n").entries()) {
  if (path === "") continue;
  if (isAsWritten(join(stage, path), index) || linkIntoStage(path, index)) linked.add(path);
  else lacking.push(path);
}
clear("");
parentPort?.postMessage(lacking);

function isAsWritten(file: string, index: number): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return (
    found?.isFile() === true &&
    found.size === expected[index * 2] &&
    found.mtimeMs === expected[index * 2 + 1]
  );
}

function linkIntoStage(path: string, index: number): boolean {
  const from = join(target, path);
  const to = join(stage, path);
  if (!isAsWritten(from, index)) return false;
  try {
    rmSync(to, { recursive: true, force: true });
    mkdirSync(dirname(to), { recursive: true });
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Removes what was not linked, and folders that are empty then; answers whether the folder is. */
function clear(folder: string): boolean {
  let isEmpty = true;
  for (const entry of readdirSync(join(stage, folder), { withFileTypes: true })) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (clear(path)) rmdirSync(join(stage, path));
      else isEmpty = false;
    } else if (linked.has(path)) isEmpty = false;
    else unlinkSync(join(stage, path));
  }
  return isEmpty;
}
