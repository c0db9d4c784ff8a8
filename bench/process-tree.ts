import { readdirSync, readFileSync } from "node:fs";

/** A process and all that descend from it, at one moment. */
export type ProcessTree = {
  /** Memory resident in all of them, in bytes. */
  readonly memory: number;
  /** The highest memory that any one of them ever had, in bytes. */
  readonly largestPeak: number;
  /** CPU time of those that run, in seconds. */
  readonly runningCpu: number;
  /** CPU time of those that have ended and been waited for, in seconds. */
  readonly endedChildrenCpu: number;
};

const NOTHING: ProcessTree = { memory: 0, largestPeak: 0, runningCpu: 0, endedChildrenCpu: 0 };

/** Clock ticks a second, as `/proc` counts them on every common Linux. */
const TICKS = 100;

/**
 * Looks at a process and its descendants, on Linux. All is zero for a process that has ended.
 *
 * @see proc(5)
 */
export function readProcessTree(pid: number | undefined): ProcessTree {
  if (pid === undefined) return NOTHING;
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
    return [readProcess(pid), ...children.map(readProcessTree)].reduce(together);
  } catch (error) {
    if (isGone(error)) return NOTHING;
    throw error;
  }
}

function readProcess(pid: number): ProcessTree {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const bytes = (field: string) =>
    1024 * Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0);
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the program's name in brackets, and may hold spaces; the third follows it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const seconds = (first: number) => (Number(fields[first - 3]) + Number(fields[first - 2])) / TICKS;
  return {
    memory: bytes("VmRSS"),
    largestPeak: bytes("VmHWM"),
    runningCpu: seconds(14),
    endedChildrenCpu: seconds(16),
  };
}

function together(a: ProcessTree, b: ProcessTree): ProcessTree {
  return {
    memory: a.memory + b.memory,
    largestPeak: Math.max(a.largestPeak, b.largestPeak),
    runningCpu: a.runningCpu + b.runningCpu,
    endedChildrenCpu: a.endedChildrenCpu + b.endedChildrenCpu,
  };
}

/** A process may end between two looks at it. */
function isGone(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOENT" || code === "ESRCH";
}
