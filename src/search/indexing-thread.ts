import { parentPort, workerData } from "node:worker_threads";
import { close } from "pagefind";
import { type IndexingOrder, indexFiles } from "./search-index.ts";
import { volumeCache } from "./volume-cache.ts";

// The thread of search-index.ts: indexes volumes and puts them into the cache.
const { cacheFolder, texts } = workerData as IndexingOrder;
const cache = await volumeCache(cacheFolder);
try {
  for (const text of texts) await indexFiles(text, cache);
} finally {
  await close();
}
parentPort?.postMessage([]);
