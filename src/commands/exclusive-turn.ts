import { hash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";

/** How long a command waits for its turn, in milliseconds, and how often it looks. */
const PATIENCE = 20_000;
const INTERVAL = 50;

/** SQLite's code for a lock that another connection holds. */
const SQLITE_BUSY = 5;

/**
 * Does work on a folder while no other process of this user and machine does: of two that come at once, one waits. The
 * lock is the system's and goes with its process, however that ends; its empty file stays, as taking it away could
 * part those who wait for it from those who come anew.
 *
 * @example inTurn("content", () => writeRelease(…)) → what `writeRelease` resolves to
 * @throws Error after 20 seconds of waiting
 */
export async function inTurn<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  // Each user has a file of their own: nobody can lock another's.
  const name = hash("sha256", `${process.getuid?.()} ${await realpath(folder)}`).slice(0, 16);
  const turn = new DatabaseSync(join(tmpdir(), `kreis-newsroom-${name}.turn`), { timeout: 0 });
  try {
    const deadline = performance.now() + PATIENCE;
    while (!tryTake(turn)) {
      if (performance.now() > deadline) {
        throw new Error(
          `Ein anderer Aufruf arbeitet noch in ${folder}. Bitte warten, bis er fertig ist, und dann noch einmal versuchen.`,
        );
      }
      await setTimeout(INTERVAL);
    }
    return await work();
  } finally {
    turn.close();
  }
}

/** Takes the turn where it is free. SQLite's own waiting would hold up this whole process. */
function tryTake(turn: DatabaseSync): boolean {
  try {
    turn.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if ((error as { readonly errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    return false;
  }
}
