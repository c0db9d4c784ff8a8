import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join, relative } from "node:path";

/**
 * Tells of every change below a folder: files written, added, renamed, deleted, new folders too. A folder is watched
 * as one; watching each of ten thousand files would take longer than reading them.
 *
 * @param settle milliseconds in which further changes join the first, as editors save in several steps
 * @param onChange takes the paths below the folder at which something changed
 * @returns a function that ends the watch
 */
export function watchContent(
  folder: string,
  settle: number,
  onChange: (changed: readonly string[]) => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let hasNewFolder = false;
  let changed = new Set<string>();
  const notice = (path: string) => {
    changed.add(relative(folder, path));
    hasNewFolder ||= statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Looking for folders among ten thousand files takes longer than a page; most changes are of a file.
      if (hasNewFolder) hasNewFolder = !watchBelow();
      const paths = [...changed];
      changed = new Set();
      onChange(paths);
    }, settle);
  };
  /** Whether all folders could be seen: one that goes in between is told by the next change. */
  const watchBelow = (): boolean => {
    try {
      watchAll();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
      throw error;
    }
  };
  const watchAll = () => {
    const below = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ parentPath, name }) => join(parentPath, name));
    for (const path of [folder, ...below]) {
      if (!watchers.has(path)) watchers.set(path, watchOne(path));
    }
  };
  const watchOne = (path: string) => {
    const watcher = watch(path, (_, name) => notice(name === null ? path : join(path, name)));
    const end = () => {
      watcher.close();
      watchers.delete(path);
    };
    // A folder that was deleted can come back.
    return watcher.on("error", end).on("rename", end);
  };
  watchAll();
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
