import { on } from "node:events";
import { parentPort, type Transferable, Worker } from "node:worker_threads";

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

/** Tasks handed to a thread ahead, so that it need not wait while the one that hands them out is at work. */
const AHEAD = 2;

/** What a thread is told when there are no more tasks. */
const NO_MORE = null;

/**
 * Has a thread of its own do tasks as long as there are some: a few at a time cross over, and its answers come back one
 * by one. Its module calls {@link answerTasks}.
 *
 * @param nextTask the next task; `undefined` where none is left
 * @param take is handed each answer
 * @returns once the thread has ended
 * @throws what ends the thread early, or what `nextTask` or `take` throws; either ends the thread
 */
export function giveTasks(
  module: URL,
  data: unknown,
  nextTask: () => object | undefined,
  take: (answer: readonly unknown[]) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = startThread(module, data);
    /** A thread that waits for tasks would keep the process from its end. */
    const orEnd = (step: () => void) => {
      try {
        step();
      } catch (error) {
        reject(error);
        thread.terminate();
      }
    };
    const hand = () => thread.postMessage(nextTask() ?? NO_MORE);
    thread.on("error", reject);
    thread.on("exit", () => resolve());
    thread.on("message", (message: unknown) => {
      if (!isAnswer(message)) return;
      orEnd(() => {
        hand();
        take(message);
      });
    });
    orEnd(() => {
      for (let handed = 0; handed < AHEAD; handed += 1) hand();
    });
  });
}

/** An answer, and what of it is handed over rather than copied. */
export type Answer = { readonly answer: readonly unknown[]; readonly transferList?: readonly Transferable[] };

/** Does the tasks that {@link giveTasks} hands to this thread, one after the other; resolves when there are no more. */
export async function answerTasks<Task>(answerOf: (task: Task) => Promise<Answer>): Promise<void> {
  if (parentPort === null) return;
  for await (const [task] of on(parentPort, "message")) {
    if (task === NO_MORE) return;
    const { answer, transferList = [] } = await answerOf(task as Task);
    parentPort.postMessage(answer, [...transferList]);
  }
}
