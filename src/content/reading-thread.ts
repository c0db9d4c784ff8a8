import { parentPort, workerData } from "node:worker_threads";
import type { ContentFile } from "./content-folder.ts";
import type { ReleaseContext } from "./release-file.ts";
import { readRelease } from "./release-readings.ts";

// A thread that reads the files handed to it; see release-readings.ts.
const context = workerData as ReleaseContext;
parentPort?.on("message", async (files: readonly ContentFile[]) => {
  parentPort?.postMessage(await Promise.all(files.map((file) => readRelease(file, context))));
});
