import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ADDRESSES } from "../domain/address.ts";
import { utcTimestamp } from "../outputs/timestamp.ts";

/** Where a built site says as of when it stands. A preview has no such file. */
const STAND = `${ADDRESSES.data}stand.json`;

/**
 * Tells in a site as of when it stands, so that a scheduler can ask `npm run due` what has fallen due since. What is
 * to come it does not tell.
 *
 * @param site folder of the site
 * @param now the build's "now" in milliseconds since 1970
 */
export async function writeStand(site: string, now: number): Promise<void> {
  const path = join(site, STAND);
  await mkdir(dirname(path), { recursive: true });
  // What a stage holds already may be a hard link into the site that is public.
  await rm(path, { force: true });
  await writeFile(path, `${JSON.stringify({ builtAt: utcTimestamp(now) })}\n`);
}

/** Whether a folder holds a site that was built for the public. */
export function holdsBuiltSite(folder: string): boolean {
  return existsSync(join(folder, STAND));
}
