import { hash } from "node:crypto";
import type { Release } from "../domain/release.ts";
import type { ReleaseClaims } from "./release-claims.ts";
import type { ReleaseFile } from "./release-file.ts";
import type { Standing } from "./standing.ts";

/** Files between which nothing was wrong, and their releases in the same order. */
export type Agreed = { readonly files: readonly ReleaseFile[]; readonly releases: readonly Release[] };

/**
 * The releases of files that tell each other what they told when nothing was wrong between them; `undefined` of others.
 * A text that an editor changes need not be held against ten thousand others. What has become public since can only
 * have mended a link.
 */
export function releasesAsBefore(
  files: readonly ReleaseFile[],
  before: Agreed | undefined,
): Release[] | undefined {
  if (before?.files.length !== files.length) return undefined;
  const releases: Release[] = [];
  for (const [index, file] of files.entries()) {
    const [fileBefore, releaseBefore] = [before.files[index], before.releases[index]];
    if (file === fileBefore && releaseBefore !== undefined) releases.push(releaseBefore);
    else if (file.release !== undefined && file.told === fileBefore?.told)
      releases.push({ ...file.release, ...(releaseBefore?.follows && { follows: releaseBefore.follows }) });
    else return undefined;
  }
  return releases;
}

/** All by which files can contradict each other. */
export function toldByAll(files: readonly ReleaseFile[], standing: Standing): string {
  return hash("sha256", `${JSON.stringify(standing)} ${files.map(({ told }) => told).join()}`);
}

/** Whether nothing was wrong between files at a moment that is not later: time can only mend a link to what was not public. */
export function wasRightBefore(agreed: unknown, now: number): boolean {
  return agreed !== undefined && (agreed as { readonly now: number }).now <= now;
}

/** A digest of all that other files, and links in them, depend on. */
export function toldToOthers({ events, withdrawn }: Release, claims: ReleaseClaims): string {
  const { places: _whereItStands, links, ...claimed } = claims;
  const told = [claimed, links.map(({ href }) => href), events.length, withdrawn !== undefined];
  return hash("sha1", JSON.stringify(told), "base64url");
}
