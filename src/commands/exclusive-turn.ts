import { createHash } from "node:crypto";
import { readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** How long a command waits for its turn, in milliseconds, and how often it looks. */
const PATIENCE = 20_000;
const INTERVAL = 50;

/**
 * Does work on a folder while no other process of this machine does: of two that come at once, one waits. A turn
 * that its process left behind, as after a crash, is taken over.
 *
 * @throws Error after 20 seconds of waiting
 */
export async function inTurn<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const digest = createHash("sha256")
    .update(await realpath(folder))
    .digest("hex");
  const path = join(tmpdir(), `kreis-newsroom-${digest.slice(0, 16)}.pid`);
  const deadline = performance.now() + PATIENCE;
  while (!(await takeTurn(path))) {
    if (performance.now() > deadline) {
      throw new Error(
        `Ein anderer Aufruf arbeitet noch in ${folder}. Ist das nicht so, bitte ${path} löschen.`,
      );
    }
    await setTimeout(INTERVAL);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function takeTurn(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const holder = Number(await readFile(path, "utf8").catch(() => ""));
  if (holder > 0 && !isRunning(holder)) await rm(path, { force: true });
  return false;
}

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
