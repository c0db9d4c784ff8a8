import { link, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Fills a folder anew without ever showing a half-filled one: the new content is staged beside the target, files
 * that did not change are hard-linked from the target, so that they keep their time stamps, and the two folders
 * change places. Where `fill` fails the target stays as it was.
 *
 * A process that was killed between the two renames leaves the old folder under its other name; the next call
 * puts it back first.
 *
 * @param target absolute path; its parent must be on the same file system
 * @throws what `fill` throws, or the file system
 */
export async function replaceFolder(target: string, fill: (stage: string) => Promise<void>): Promise<void> {
  const names = siblings(target);
  await mkdir(dirname(target), { recursive: true });
  await recover(target, names);
  await mkdir(names.stage);
  try {
    await fill(names.stage);
    await linkUnchanged(target, names.stage);
    await swap(target, names);
  } catch (error) {
    // What failed is what the caller must hear; a stage that cannot be cleared now is cleared by the next call.
    await rm(names.stage, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => {});
    throw error;
  }
  await rm(names.previous, { recursive: true, force: true });
}

type Siblings = { readonly stage: string; readonly previous: string };

const STAGE = ".neu-";
const PREVIOUS = ".alt";

function siblings(target: string): Siblings {
  const beside = join(dirname(target), basename(target));
  return { stage: `${beside}${STAGE}${process.pid}`, previous: `${beside}${PREVIOUS}` };
}

/** Mends what a killed process left: brings the last good folder back and clears stages of dead processes. */
async function recover(target: string, { previous }: Siblings): Promise<void> {
  if (await exists(previous)) {
    if (await exists(target)) await rm(previous, { recursive: true, force: true });
    else await rename(previous, target);
  }
  const prefix = `${basename(target)}${STAGE}`;
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith(prefix)) continue;
    const owner = Number(name.slice(prefix.length));
    if (owner === process.pid || !isRunning(owner))
      await rm(join(dirname(target), name), { recursive: true, force: true });
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

async function swap(target: string, { stage, previous }: Siblings): Promise<void> {
  const hasTarget = await exists(target);
  if (hasTarget) await rename(target, previous);
  try {
    await rename(stage, target);
  } catch (error) {
    if (hasTarget) await rename(previous, target);
    throw error;
  }
}

/** How many files are compared at a time; enough to keep a disk busy, few enough for any limit on open files. */
const AT_ONCE = 32;

async function linkUnchanged(previous: string, stage: string): Promise<void> {
  if (!(await exists(previous))) return;
  const files = (await readdir(stage, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const queue = files.values();
  const work = async () => {
    for (const { parentPath, name } of queue) {
      const staged = join(parentPath, name);
      await linkIfSame(join(previous, staged.slice(stage.length)), staged);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function linkIfSame(old: string, staged: string): Promise<void> {
  const [before, now] = await Promise.all([stat(old).catch(() => undefined), stat(staged)]);
  if (before === undefined || !before.isFile() || before.size !== now.size) return;
  const [oldBytes, newBytes] = await Promise.all([readFile(old), readFile(staged)]);
  if (!oldBytes.equals(newBytes)) return;
  const linked = `${staged}.link`;
  await link(old, linked);
  await rename(linked, staged);
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
