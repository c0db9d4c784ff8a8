import { parentPort, workerData } from "node:worker_threads";
import { type WrittenFile, writeFile } from "./file-writer.ts";

// The thread of file-writer.ts; it ends when it is handed nothing more.
parentPort?.on("message", (share: readonly WrittenFile[] | undefined) => {
  if (share === undefined) parentPort?.close();
  for (const file of share ?? []) writeFile(String(workerData), file);
  parentPort?.postMessage(share?.length);
});
