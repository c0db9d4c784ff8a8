/** What a file system tells of a file's state: its size in bytes, when content and record changed in milliseconds, its number. */
export type FileState = Readonly<Record<"size" | "mtimeMs" | "ctimeMs" | "ino", number>>;

/**
 * What tells a file from a later version of it without reading it, as Git does it: whoever copies a file with its time
 * cannot set when that was done.
 *
 * @example fileStamp({ size: 4711, mtimeMs: 1553677200000, ctimeMs: 1553677200000, ino: 42 }) → "4711 1553677200000 1553677200000 42"
 */
export function fileStamp({ size, mtimeMs, ctimeMs, ino }: FileState): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
