import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inTurn } from "../../src/commands/exclusive-turn.ts";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";

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
    const module = new URL("../../src/commands/exclusive-turn.ts", import.meta.url);
    const script = `import { inTurn } from ${JSON.stringify(module.href)};
      inTurn(${JSON.stringify(folder)}, () => new Promise(() => { console.log("dran"); setInterval(() => {}, 1000); }));`;
    const other = spawn(process.execPath, ["--input-type=module", "-e", script]);
    await once(other.stdout, "data");
    let isMine = false;
    const mine = inTurn(folder, async () => {
      isMine = true;
    });
    await setTimeout(300);
    expect(isMine).toBe(false);
    other.kill("SIGKILL");
    await mine;
    expect(isMine).toBe(true);
  });
});
