import { hash } from "node:crypto";
import type { ContentFolder } from "./content-folder.ts";
import { type OfficeFiles, readOfficeFiles } from "./content-office.ts";
import type { KeptContent } from "./kept-content.ts";
import { LARGEST_TEXT, readSourceBytes, sourceDigest } from "./source-text.ts";
import { readStandingPages, type StandingPages } from "./standing-page-file.ts";

/** The files beside releases, as far as they are right. */
export type Standing = { readonly officeFiles: OfficeFiles; readonly pageFiles: StandingPages };

/** What the files beside releases are known by. */
export function standingSources({ root, shownAs, files }: ContentFolder): string {
  const digests = [...files.values()]
    .filter(({ name }) => /^(?:[^/]+\.yaml|seiten\/[^/]+)$/.test(name))
    .map((file) => [file.name, file.bytes > LARGEST_TEXT ? file.bytes : sourceDigest(readSourceBytes(file))]);
  return hash("sha256", JSON.stringify([root, shownAs(""), digests]));
}

/** Reads the files beside releases where they are not kept from an earlier run. */
export function readStanding(
  folder: ContentFolder,
  sources: string,
  kept: KeptContent | undefined,
): Standing {
  const recalled = kept?.recall("standing", sources);
  if (recalled !== undefined) return recalled as Standing;
  const officeFiles = readOfficeFiles(folder);
  const pageFiles = readStandingPages(folder, officeFiles.office);
  const standing = { officeFiles, pageFiles };
  const isRight = officeFiles.problems.length === 0 && pageFiles.problems.length === 0;
  if (isRight) kept?.keep("standing", sources, standing);
  return standing;
}
