import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inTurn } from "../../src/commands/exclusive-turn.ts";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";

const MODULE = new URL("../../src/commands/exclusive-turn.ts", import.meta.url);

/** Another process that works on a folder in its turn. */
function anotherProcess(folder: string, work: string) {
  const script = `import { readFile, writeFile } from "node:fs/promises";
    import { setTimeout } from "node:timers/promises";
    import { inTurn } from ${JSON.stringify(MODULE.href)};
    await inTurn(".", async () => { ${work} });`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], { cwd: folder });
}

/** One that has its turn until it is killed. */
async function aHolder(folder: string) {
  const holder = anotherProcess(folder, `console.log("dran"); await setTimeout(600_000);`);
  await once(holder.stdout, "data");
  return holder;
}

describe("Two commands on one folder", () => {
  it("work one after the other", async () => {
    const folder = await aTemporaryFolder();
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} beginnt`);
      await new Promise(setImmediate);
      steps.push(`${name} endet`);
    };
    await Promise.all([inTurn(folder, work("a")), inTurn(folder, work("b"))]);
    expect(steps.map((step) => step.slice(2))).toEqual(["beginnt", "endet", "beginnt", "endet"]);
  });

  it("give the turn back after a failure", async () => {
    const folder = await aTemporaryFolder();
    await expect(inTurn(folder, () => Promise.reject(new Error("Platte voll")))).rejects.toThrow(
      "Platte voll",
    );
    expect(await inTurn(folder, async () => "weiter")).toBe("weiter");
  });

  it("take over the turn of one that was killed", async () => {
    const folder = await aTemporaryFolder();
    const holder = await aHolder(folder);
    let isMine = false;
    const mine = inTurn(folder, async () => {
      isMine = true;
    });
    await setTimeout(300);
    expect(isMine).toBe(false);
    holder.kill("SIGKILL");
    await mine;
    expect(isMine).toBe(true);
  });

  it("get a number each, also where several wait for one that was killed", async () => {
    const folder = await aTemporaryFolder();
    const number = join(folder, "nummer");
    await writeFile(number, "133");
    const holder = await aHolder(folder);
    const takeNumber = `const next = Number(await readFile("nummer", "utf8")) + 1;
      await setTimeout(20);
      await writeFile("nummer", String(next));`;
    const ends = Array.from({ length: 5 }, () => once(anotherProcess(folder, takeNumber), "exit"));
    await setTimeout(500);
    holder.kill("SIGKILL");
    expect(await Promise.all(ends)).toEqual(Array(5).fill([0, null]));
    expect(await readFile(number, "utf8")).toBe("138");
  });
});
