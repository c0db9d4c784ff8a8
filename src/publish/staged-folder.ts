import { existsSync, renameSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * A folder beside a target that is to take its place. Whoever fills it must not write into a file that is there
 * already, as that may be a hard link to the target's own; unlink it first.
 */
export type Stage = {
  /** Absolute path. It holds a former generation of the target, or nothing. */
  readonly folder: string;
  /** Puts the stage in the target's place, whole; the former target becomes the spare of the next stage. */
  readonly takePlace: () => Promise<void>;
  /** Leaves the target as it is; the stage becomes the spare of the next one. */
  readonly abandon: () => Promise<void>;
};

/**
 * Opens a stage for a target. Target and stage change places by renaming, so that no half-filled folder is ever seen,
 * and the former target is kept beside it as `<target>.vorrat`: the next stage starts from it, and what did not change
 * between two generations costs nothing. It can be deleted at any time.
 *
 * A process that was killed between the renames leaves the target as `<target>.alt`; the next stage puts it back first.
 *
 * @param target absolute path; its parent must be on the same file system
 */
export async function openStage(target: string): Promise<Stage> {
  const names = siblings(target);
  await mkdir(dirname(target), { recursive: true });
  await recover(target, names);
  await rename(names.spare, names.stage).catch(() => mkdir(names.stage));
  return {
    folder: names.stage,
    takePlace: async () => {
      const hasTarget = existsSync(target);
      // Not awaited: nothing of this process may come between the two renames, in which there is no target.
      if (hasTarget) renameSync(target, names.previous);
      try {
        renameSync(names.stage, target);
      } catch (error) {
        if (hasTarget) renameSync(names.previous, target);
        throw error;
      }
      if (hasTarget) await store(names.previous, names);
    },
    abandon: () => store(names.stage, names),
  };
}

type Siblings = { readonly stage: string; readonly previous: string; readonly spare: string };

const STAGE = ".neu-";

function siblings(target: string): Siblings {
  const beside = join(dirname(target), basename(target));
  return {
    stage: `${beside}${STAGE}${process.pid}`,
    previous: `${beside}.alt`,
    spare: `${beside}.vorrat`,
  };
}

/** Keeps a folder as the spare; where there is one already, as another build ran meanwhile, one is enough. */
async function store(folder: string, { spare }: Siblings): Promise<void> {
  await rename(folder, spare).catch(() =>
    rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  );
}

/** Mends what a killed process left: brings the last good folder back and clears stages of dead processes. */
async function recover(target: string, names: Siblings): Promise<void> {
  if (existsSync(names.previous)) {
    if (existsSync(target)) await store(names.previous, names);
    else await rename(names.previous, target);
  }
  const prefix = `${basename(target)}${STAGE}`;
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith(prefix)) continue;
    const owner = Number(name.slice(prefix.length));
    if (owner === process.pid || !isRunning(owner)) await store(join(dirname(target), name), names);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
