import { workerData } from "node:worker_threads";
import { close } from "pagefind";
import { answerTasks } from "../content/worker-thread.ts";
import { indexFiles } from "./search-index.ts";
import type { VolumeText } from "./search-record.ts";
import { volumeCache } from "./volume-cache.ts";

// A thread that indexes the volumes handed to it, and puts them into the cache; see search-index.ts.
const cache = await volumeCache(workerData as string);
try {
  await answerTasks(async (text: VolumeText) => {
    await indexFiles(text, cache);
    return { answer: [] };
  });
} finally {
  await close();
}
