/** The endings of files that may be attached to a release. */
export const DOWNLOAD_ENDINGS: readonly string[] = [
  "pdf",
  "doc",
  "docx",
  "odt",
  "xls",
  "xlsx",
  "ods",
  "csv",
  "ppt",
  "pptx",
  "odp",
  "zip",
  "mp3",
  "mp4",
];

/** The largest file that may be attached to a release, in bytes. */
export const LARGEST_DOWNLOAD = 50_000_000;

/**
 * The ending by which a file may be attached to a release, in lower case; `undefined` of any other file.
 *
 * @example downloadEnding("Programm.PDF") → "pdf"
 */
export function downloadEnding(name: string): string | undefined {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return DOWNLOAD_ENDINGS.includes(ending) ? ending : undefined;
}
