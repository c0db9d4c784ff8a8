import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";

/** A file to write: its path below a folder, and its text. */
export type WrittenFile = { readonly path: string; readonly content: string };

/** From how many files on a thread of their own is worth its start. */
const MANY = 1_000;
/** Files handed over at a time. */
const SHARE = 250;
/** Shares that may wait to be written; more would only fill the memory. */
const WAITING = 4;

/**
 * Writes files into a folder, which must not hold them yet. Many are written by a thread of their own, while the
 * caller's makes the next ones.
 *
 * @param files made as they are asked for
 * @param count how many there are
 * @throws what the file system throws
 */
export async function writeFiles(folder: string, files: Iterable<WrittenFile>, count: number): Promise<void> {
  if (count < MANY) {
    for (const file of files) writeFile(folder, file);
    return;
  }
  const thread = new Worker(new URL("./file-writer-thread.ts", import.meta.url), {
    workerData: folder,
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const ended = new Promise<void>((resolve, reject) => {
    thread.on("error", reject);
    thread.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The thread that writes files ended with ${code}.`));
    });
  });
  let waiting = 0;
  thread.on("message", () => {
    waiting -= 1;
  });
  let share: WrittenFile[] = [];
  for (const file of files) {
    share.push(file);
    if (share.length < SHARE) continue;
    thread.postMessage(share);
    share = [];
    waiting += 1;
    while (waiting >= WAITING) await Promise.race([once(thread, "message"), ended]);
  }
  thread.postMessage(share);
  thread.postMessage(undefined);
  await ended;
}

/** Writes one file and the folders above it. */
export function writeFile(folder: string, { path, content }: WrittenFile): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content, { flag: "wx" });
}
