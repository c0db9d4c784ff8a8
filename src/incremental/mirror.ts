import { firstAnswer, startThread } from "../content/worker-thread.ts";
import type { KeptPlace } from "./build-cache.ts";

/** What {@link mirror} hands to its thread. */
export type MirrorOrder = {
  /** Path of the build's cache. */
  readonly cache: string;
  readonly target: string;
  readonly stage: string;
};

/**
 * Makes a stage the exact copy of a target's kept files, by hard links, on a thread of its own: what lies in the stage
 * as it was written stays, anything else in it goes. The thread asks the cache itself what lies there.
 *
 * @param order its stage is a folder beside the target
 * @returns the kept files that are missing in the target or not as they were written; the stage lacks them too
 * @throws what ends the thread; of a damaged cache what `isCacheDamage` knows
 */
export async function mirror(order: MirrorOrder): Promise<readonly KeptPlace[]> {
  const thread = startThread(new URL("./mirror-thread.ts", import.meta.url), order);
  return (await firstAnswer(thread)) as readonly KeptPlace[];
}
