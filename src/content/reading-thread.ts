import { workerData } from "node:worker_threads";
import type { ContentFile } from "./content-folder.ts";
import type { ReleaseContext } from "./release-file.ts";
import { readRelease } from "./release-readings.ts";
import { answerTasks } from "./worker-thread.ts";

// A thread that reads the files handed to it; see release-readings.ts.
const context = workerData as ReleaseContext;
await answerTasks(async (files: readonly ContentFile[]) => {
  const answer = await Promise.all(files.map((file) => readRelease(file, context)));
  const transferList = answer.flatMap((read) => ("written" in read ? [read.written.body.buffer] : []));
  return { answer, transferList };
});
