import { describe, expect, test } from "vitest";
import { giveTasks } from "../../src/content/worker-thread.ts";

const thread = new URL("../fixtures/doubling-thread.ts", import.meta.url);

/** Has numbers doubled on a thread. */
async function doubled(numbers: readonly number[], take?: (answer: readonly unknown[]) => void) {
  const left = [...numbers];
  const answers: (readonly unknown[])[] = [];
  const nextTask = () => {
    const number = left.shift();
    return number === undefined ? undefined : { number };
  };
  await giveTasks(thread, undefined, nextTask, take ?? ((answer) => answers.push(answer)));
  return answers;
}

describe("A thread that is given tasks", () => {
  test.each([
    { numbers: [], answers: [] },
    { numbers: [1], answers: [2] },
    { numbers: [1, 2, 3, 4, 5], answers: [2, 4, 6, 8, 10] },
  ])("answers each of $numbers once, in their order, and ends", async ({ numbers, answers }) => {
    expect((await doubled(numbers)).map(([answer]) => answer)).toEqual(answers);
  });

  test("works on one at a time, though more are at hand", async () => {
    expect((await doubled([1, 2, 3, 4])).map(([, working]) => working)).toEqual([1, 1, 1, 1]);
  });

  test("is waited for in vain where it fails: whoever gave the tasks hears why", async () => {
    await expect(doubled([1, 13, 2])).rejects.toThrow("13 is not doubled");
  });

  test.each([1, 2, 3])(
    "is ended where no task can be had at the %d. time, and keeps nobody waiting",
    async (time) => {
      let asked = 0;
      const nextTask = () => {
        asked += 1;
        if (asked === time) throw new Error("No task to be had");
        return { number: asked };
      };
      const threads = () => process.getActiveResourcesInfo().filter((name) => name === "MessagePort").length;
      const before = threads();
      await expect(giveTasks(thread, undefined, nextTask, () => {})).rejects.toThrow("No task to be had");
      await expect.poll(threads).toBeLessThanOrEqual(before);
    },
  );

  test("is given up where its answer cannot be taken", async () => {
    const refuse = () => {
      throw new Error("No room for the answer");
    };
    await expect(doubled([1, 2], refuse)).rejects.toThrow("No room for the answer");
  });
});
