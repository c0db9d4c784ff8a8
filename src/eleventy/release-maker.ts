import type { Site } from "../domain/site.ts";
import { servedFile } from "../domain/site-file.ts";
import type { KeptFile } from "../incremental/build-cache.ts";
import type { FingerprintOf } from "../incremental/fingerprints.ts";
import { folderWriter } from "../publish/file-writer.ts";
import { releaseFiles } from "./site-files.ts";

/** Files of one release that are to be made. */
export type ReleaseWork = {
  /** Address of the release. */
  readonly of: string;
  /** Addresses of the files. */
  readonly files: readonly string[];
};

/** A file that was made: its path below the folder, and what is to be kept of it. */
export type MadeFile = readonly [path: string, made: KeptFile];

/**
 * Opens a folder for the files of releases. Those of one release are made in a row, as they share its text.
 *
 * @param former folder of the site in place, whose files are linked where they stay the same
 * @returns a function that makes and writes files, and tells of each
 */
export function releaseMaker(
  site: Site,
  fingerprintOf: FingerprintOf,
  folder: string,
  former: string,
): (work: readonly ReleaseWork[]) => MadeFile[] {
  const write = folderWriter(folder, former);
  const filesOf = ({ of, files }: ReleaseWork) => {
    const release = site.edition.byAddress.get(of);
    if (release === undefined) throw new Error(`No release has the address ${of}`);
    const { page, beside } = releaseFiles(release, site);
    return [page, ...beside()].filter(({ address }) => files.includes(address));
  };
  return (work) =>
    work.flatMap((ofOne) =>
      Array.from(filesOf(ofOne), (file): MadeFile => {
        const path = servedFile(file.address);
        const { size, mtimeMs } = write({ path, content: file.content });
        const page = file.address === ofOne.of ? "" : servedFile(ofOne.of);
        return [path, { page, fingerprint: fingerprintOf(file), size, modified: mtimeMs, sha256: "" }];
      }),
    );
}
