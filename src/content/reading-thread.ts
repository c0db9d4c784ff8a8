import { parentPort, workerData } from "node:worker_threads";
import type { ContentFile } from "./content-folder.ts";
import type { ReleaseContext } from "./release-file.ts";
import { readRelease } from "./release-readings.ts";

// A thread that reads the files handed to it; see release-readings.ts.
const context = workerData as ReleaseContext;
parentPort?.on("message", async (files: readonly ContentFile[]) => {
  const read = await Promise.all(files.map((file) => readRelease(file, context)));
  parentPort?.postMessage(
    read,
    read.flatMap((release) => ("written" in release ? [release.written.body.buffer] : [])),
  );
});
