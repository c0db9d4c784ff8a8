import { parentPort, workerData } from "node:worker_threads";
import type { ContentFile } from "./content-folder.ts";
import { type ReleaseContext, readReleaseFile } from "./release-file.ts";

// A thread that reads the files handed to it; see release-readings.ts.
const context = workerData as ReleaseContext;
parentPort?.on("message", async (files: readonly ContentFile[]) => {
  parentPort?.postMessage(await Promise.all(files.map((file) => readReleaseFile(file, context))));
});
