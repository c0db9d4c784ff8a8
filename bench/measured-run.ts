import { spawn } from "node:child_process";
import { readProcessTree } from "./process-tree.ts";

/** A command as the shell would run it. */
export type Command = {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
};

/** What one run of a command took, all its processes included. */
export type Run = {
  /** From start to exit, in seconds. */
  readonly wall: number;
  /** User and system time, in seconds. */
  readonly cpu: number;
  /** The most memory resident at one time, in bytes. */
  readonly peakMemory: number;
};

/** How often memory is looked at, in milliseconds; a process's own peak is kept by the kernel in between. */
const SAMPLED_EVERY = 25;

/**
 * Runs a command to its end and measures it. No other child may end meanwhile, as the kernel counts their time
 * together.
 *
 * @example await measuredRun({ program: "hugo", args: ["--quiet"], folder: "site" }) → { wall: 4.4, cpu: 8.1, peakMemory: 781189120 }
 * @throws Error with the command's own words where it fails
 */
export async function measuredRun(command: Command): Promise<Run> {
  const cpuBefore = childrenCpu();
  const started = performance.now();
  const child = spawn(command.program, command.args, {
    cwd: command.folder,
    env: { ...process.env, ...command.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  let peakMemory = 0;
  const sampling = setInterval(() => {
    const tree = readProcessTree(child.pid);
    peakMemory = Math.max(peakMemory, tree.memory, tree.largestPeak);
  }, SAMPLED_EVERY);
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  }).finally(() => clearInterval(sampling));
  const wall = (performance.now() - started) / 1000;
  if (code !== 0)
    throw new Error(`${command.program} ${command.args.join(" ")} ended with ${code}:\n${said}`);
  return { wall, cpu: childrenCpu() - cpuBefore, peakMemory };
}

/** CPU time of all children that have ended, and of theirs, in seconds. */
function childrenCpu(): number {
  return readProcessTree(process.pid).endedChildrenCpu;
}
