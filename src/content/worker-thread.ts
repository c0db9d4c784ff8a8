import { type Transferable, Worker } from "node:worker_threads";

/**
 * Starts a thread.
 *
 * @param module what it runs
 * @param data what it starts with
 */
export function startThread(module: URL, data: unknown, transferList: readonly Transferable[] = []): Worker {
  return new Worker(module, {
    workerData: data,
    transferList: [...transferList],
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
}

/**
 * Whether a thread's message is its answer. Our threads answer in lists; under `node --watch`, behind the preview, Node
 * has each thread tell what it imports by the same way.
 */
export function isAnswer(message: unknown): message is readonly unknown[] {
  return Array.isArray(message);
}

/**
 * The first answer of a thread.
 *
 * @throws what ends the thread
 */
export function firstAnswer(thread: Worker): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    thread.on("error", reject);
    thread.on("message", (message: unknown) => {
      if (isAnswer(message)) resolve(message);
    });
  });
}
