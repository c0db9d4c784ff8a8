import { linkSync, lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { KeptFile, KeptPlace } from "./build-cache.ts";
import { openCacheDatabase } from "./cache-database.ts";
import type { MirrorOrder } from "./mirror.ts";

// The thread of mirror.ts. All calls wait: on a thread of its own nothing is faster.
const { cache, target, stage } = workerData as MirrorOrder;
const lacking: KeptPlace[] = [];
const linked = new Set<string>();
for (const file of keptFiles()) {
  const { page, path } = file;
  if (isAsWritten(join(stage, path), file) || linkIntoStage(file)) linked.add(path);
  else lacking.push({ page, path });
}
clear("");
parentPort?.postMessage(lacking);

type MirroredFile = KeptPlace & Pick<KeptFile, "size" | "modified">;

/** All at once, as a lock is held for as long as rows are read. */
function keptFiles(): readonly MirroredFile[] {
  const database = openCacheDatabase(cache);
  try {
    // The table is STRICT: its columns hold these kinds and nothing else.
    return database.prepare("SELECT page, path, size, modified FROM file").all() as MirroredFile[];
  } finally {
    database.close();
  }
}

function isAsWritten(place: string, { size, modified }: MirroredFile): boolean {
  const found = lstatSync(place, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === size && found.mtimeMs === modified;
}

function linkIntoStage(file: MirroredFile): boolean {
  const from = join(target, file.path);
  const to = join(stage, file.path);
  if (!isAsWritten(from, file)) return false;
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
