import { firstAnswer, startThread } from "../content/worker-thread.ts";
import type { KeptFiles } from "./build-cache.ts";

/** What {@link mirror} hands to its thread: lists as one text and one array, which cross over without copies. */
export type MirrorOrder = {
  readonly target: string;
  readonly stage: string;
  /** Paths below the target, parted by line ends. */
  readonly paths: string;
  /** Size and time of change of each. */
  readonly expected: Float64Array;
};

/**
 * Makes a stage the exact copy of a target's kept files, by hard links, on a thread of its own: what lies in the stage
 * as it was written stays, anything else in it goes.
 *
 * @param stage a folder beside the target
 * @returns the kept files that are missing in the target or not as they were written; the stage lacks them too
 */
export async function mirror(target: string, stage: string, files: KeptFiles): Promise<ReadonlySet<string>> {
  const expected = new Float64Array(2 * files.size);
  let at = 0;
  for (const { size, modified } of files.values()) {
    expected[at] = size;
    expected[at + 1] = modified;
    at += 2;
  }
  const order: MirrorOrder = { target, stage, paths: [...files.keys()].join("\n"), expected };
  const thread = startThread(new URL("./mirror-thread.ts", import.meta.url), order, [expected.buffer]);
  const lacking = (await firstAnswer(thread)) as readonly string[];
  return new Set(lacking);
}
