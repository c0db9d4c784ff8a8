import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { Agent, get } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type ExampleRelease, exampleArchive } from "./archive.ts";
import { contentPath, peerPath, writeContentFolder, writePeerFolder } from "./archive-files.ts";
import { type BuildOrder, count, OURS } from "./build-bench.ts";
import type { Command } from "./measured-run.ts";
import { readProcessTree } from "./process-tree.ts";
import { markLayout, markRelease } from "./workbench.ts";

/** What one preview took; each figure in seconds. */
export type PreviewFigures = {
  readonly name: string;
  /** From start to the first page, with nothing there before; none where the preview keeps nothing. */
  readonly readyCold?: number;
  /** From start to a page that was edited while the preview was down. */
  readonly readyWarm: readonly number[];
  /** From saving a release to the new bytes of its page. */
  readonly edits: readonly number[];
  /** From saving the layout of all pages to the new bytes of the page that is open. */
  readonly layouts: readonly number[];
};

/** How often a preview is started, a release edited, a layout changed. */
export type PreviewRounds = { readonly starts: number; readonly edits: number; readonly layouts: number };

type PreviewOrder = Omit<BuildOrder, "rounds">;

/** A preview as the bench drives it. */
type Preview = {
  readonly name: string;
  readonly command: (port: number) => Promise<Command>;
  readonly fileOf: (release: ExampleRelease) => string;
  readonly layout: string;
  /** Takes away all that an earlier preview kept; none where it keeps nothing. */
  readonly forget?: () => Promise<void>;
};

/**
 * Starts this newsroom's preview and Hugo's on the same archive, edits releases and layouts, and asks for the open page
 * over one connection until it has the new bytes.
 *
 * @throws Error where a change is not served within {@link LONGEST} seconds
 */
export async function benchPreviews(order: PreviewOrder, rounds: PreviewRounds): Promise<PreviewFigures[]> {
  const { workbench, peers, names, size } = order;
  const content = join(workbench.folder, "preview-content");
  const peerContent = join(workbench.folder, "preview-peer-content");
  const releases = [...exampleArchive(size, names)];
  await writeContentFolder(content, releases, join(workbench.project, "content"));
  const ours: Preview = {
    name: OURS,
    command: (port) =>
      workbench.script("start", [
        `--input=${content}`,
        `--output=${join(workbench.folder, "preview")}`,
        `--port=${port}`,
      ]),
    fileOf: (release) => join(content, contentPath(release)),
    layout: join(workbench.project, "layouts", "base.ts"),
    forget: async () => {
      for (const kept of [join(workbench.project, ".cache"), join(workbench.folder, "preview")]) {
        await rm(kept, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
  const previews = [ours];
  const { hugo } = peers;
  if (hugo !== undefined) {
    await writePeerFolder(peerContent, releases, names);
    previews.push({
      name: `${hugo.name} server`,
      command: async (port) => hugo.serve(peerContent, port),
      fileOf: (release) => join(peerContent, peerPath(release)),
      layout: hugo.layout,
    });
  }
  const figures: PreviewFigures[] = [];
  for (const preview of previews) figures.push(await benchPreview(preview, releases, rounds, order));
  for (const folder of [content, peerContent])
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return figures;
}

async function benchPreview(
  preview: Preview,
  releases: readonly ExampleRelease[],
  rounds: PreviewRounds,
  { progress, size }: PreviewOrder,
): Promise<PreviewFigures> {
  const next = changesOf(releases);
  const told = (what: string, seconds: number) => {
    progress(`${count(size)} preview: ${preview.name}, ${what}: ${seconds.toFixed(3)} s`);
    return seconds;
  };
  const repeated = async (times: number, what: string, measure: () => Promise<number>) => {
    const figures: number[] = [];
    for (let time = 0; time < times; time += 1) figures.push(told(what, await measure()));
    return figures;
  };
  const start = async () => {
    const { server, seconds } = await startAfterEdit(preview, next());
    await server.settled();
    await server.stop();
    return seconds;
  };
  await preview.forget?.();
  const [readyCold] = await repeated(preview.forget === undefined ? 0 : 1, "ready, cold", start);
  const readyBefore = await repeated(rounds.starts - 1, "ready", start);
  const open = next();
  const { server, seconds } = await startAfterEdit(preview, open);
  const readyWarm = [...readyBefore, told("ready", seconds)];
  const edits = await repeated(rounds.edits, "edit", () => editLatency(server, preview, next()));
  const layouts = await repeated(rounds.layouts, "layout", () =>
    layoutLatency(server, preview, { release: open.release, mark: next().mark }),
  );
  await server.stop();
  return { name: preview.name, ...(readyCold !== undefined && { readyCold }), readyWarm, edits, layouts };
}

/** A text that nothing holds yet, and the release that gets it. */
type Change = { readonly release: ExampleRelease; readonly mark: string };

/** Shares no factor with the size of an archive, so that each change meets another release. */
const STRIDE = 331;

function changesOf(releases: readonly ExampleRelease[]): () => Change {
  let number = 0;
  return () => {
    number += 1;
    const release = releases[(number * STRIDE) % releases.length] as ExampleRelease;
    return { release, mark: `bench-mark-${number}` };
  };
}

async function startAfterEdit(preview: Preview, { release, mark }: Change) {
  await markRelease(preview.fileOf(release), mark);
  const server = await startServer(await preview.command(await freePort()));
  return { server, seconds: await server.secondsUntil(release.address, mark, server.started) };
}

async function editLatency(server: Server, preview: Preview, { release, mark }: Change): Promise<number> {
  await server.settled();
  await server.secondsUntil(release.address, release.mark, performance.now());
  await markRelease(preview.fileOf(release), mark);
  return server.secondsUntil(release.address, mark, performance.now());
}

async function layoutLatency(server: Server, preview: Preview, { release, mark }: Change): Promise<number> {
  await server.settled();
  await server.secondsUntil(release.address, release.mark, performance.now());
  await markLayout(preview.layout, mark);
  return server.secondsUntil(release.address, mark, performance.now());
}

/** A preview that runs. */
type Server = {
  /** When it was started, in milliseconds as `performance.now` counts. */
  readonly started: number;
  /** Seconds from a moment until a page holds a text. */
  readonly secondsUntil: (address: string, text: string, since: number) => Promise<number>;
  /** Resolves once the preview rests. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** How long a change may take, in seconds. */
const LONGEST = 180;
/** Between two requests, in milliseconds: short beside what is measured, long enough not to slow what is asked. */
const ASKED_EVERY = 3;
/** A preview rests while it takes less CPU time than this share. */
const RESTING = 0.1;
const LOOKED_EVERY = 300;

async function startServer({ program, args, folder, environment }: Command): Promise<Server> {
  const started = performance.now();
  // In a group of its own, as a watcher starts the server as its child.
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...environment },
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const port = args.find((arg) => arg.startsWith("--port="))?.slice("--port=".length);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const stopWith = () => stopGroup(child);
  process.once("exit", stopWith);
  return {
    started,
    secondsUntil: async (address, text, since) => {
      for (;;) {
        const page = await pageAt(`http://127.0.0.1:${port}${address}`, agent);
        const now = performance.now();
        if (page.includes(text)) return (now - since) / 1000;
        if (child.exitCode !== null || now - since > LONGEST * 1000) {
          stopGroup(child);
          throw new Error(`${address} did not show „${text}“ within ${LONGEST} s.\n${said.slice(-2_000)}`);
        }
        await delay(ASKED_EVERY);
      }
    },
    settled: async () => {
      for (let before = Number.NaN; ; ) {
        const { runningCpu, endedChildrenCpu } = readProcessTree(child.pid);
        const taken = runningCpu + endedChildrenCpu;
        if (taken - before < (RESTING * LOOKED_EVERY) / 1000) return;
        before = taken;
        await delay(LOOKED_EVERY);
      }
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once("close", resolve));
      stopGroup(child);
      await ended;
      agent.destroy();
      process.off("exit", stopWith);
    },
  };
}

function stopGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // Nothing is left of the group.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** The page at an address; empty while nobody answers. */
function pageAt(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const request = get(url, { agent }, (response) => {
      let page = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        page += text;
      });
      response.on("end", () => resolve(page));
      response.on("error", () => resolve(""));
    });
    request.on("error", () => resolve(""));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
