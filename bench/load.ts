import { execFile } from "node:child_process";
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { INDEX_FOLDER } from "../src/domain/search-index-format.ts";
import { readServedSite } from "../src/publish/served-site.ts";
import { packageFiles } from "../src/publish/site-package.ts";
import { openStage } from "../src/publish/staged-folder.ts";
import { type ReloadableServer, reloadableServers } from "../tests/fixtures/reloadable-server.ts";
import { freePort, programPath, startServer } from "../tests/servers/running-server.ts";
import { measuredRun } from "./measured-run.ts";
import { type Progress, printedProgress } from "./progress.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

/** How the load is made: by wrk, on this machine alone. */
const THREADS = 2;
const CONNECTIONS = 20;
/** How often the site is replaced, or the server reloaded, while it is asked. */
const CHANGES = 20;

const PEER = "Node, page by page";
const RELEASE = "/pressemitteilungen/2019/03/27/gemeinsam-klappts/";
const GALLERY = "/pressemitteilungen/2024/06/18/beispiel-dorfwettbewerb-rundreise/";

/** What wrk counted. */
type Load = {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** In milliseconds: 99 of 100 answers were there sooner. */
  readonly p99: number;
  /** Connections refused, answers other than good ones, answers that did not come in time. */
  readonly failed: number;
  /** Kept connections that the server closed as wrk used them again; whoever reads with a browser does not notice. */
  readonly closed: number;
};

/** Answers under load: what was asked of which server. */
export type ServedFigures = Load & { readonly server: string; readonly what: string };
/** Answers while something was done to the site or its server. */
export type ChangeFigures = Load & { readonly server: string; readonly change: string };

/** What the bench under load found. */
export type LoadFigures = {
  readonly served: readonly ServedFigures[];
  readonly changes: readonly ChangeFigures[];
};

/**
 * Asks Caddy and nginx, as `npm run package` configures them, for files of the project's own site as fast as they
 * answer, and a newsroom that makes its pages when they are asked for (`bench/peers/dynamic`) for the same pages; then
 * both servers again while the site is replaced and while they are reloaded. All of it on the loopback interface.
 *
 * @param seconds how long each is asked
 * @returns `undefined` where wrk is not installed
 */
export async function benchLoad(
  workbench: Workbench,
  seconds: number,
  progress: Progress,
): Promise<LoadFigures | undefined> {
  if ((await programPath("wrk")) === undefined) return undefined;
  const host = await openHost(workbench);
  try {
    progress("the project's own site packaged");
    const asked = await askedFiles(host.site);
    const ask = await loadGenerator(workbench.folder, seconds);
    const served: ServedFigures[] = [];
    const changes: ChangeFigures[] = [];
    for (const { name, isInstalled, start } of await reloadableServers()) {
      if (!isInstalled) continue;
      const server = await start(host.current);
      for (const [what, path] of asked) served.push({ server: name, what, ...(await ask(server, path)) });
      for (const [change, act] of changesOf(host, server)) {
        const [load] = await Promise.all([ask(server, RELEASE), spread(act, seconds)]);
        changes.push({ server: name, change, ...load });
      }
      await server.stop();
      progress(`${name} asked`);
    }
    const peer = await startPeer(workbench, host.site);
    for (const [what, path] of asked.filter(([, path]) => path.endsWith("/")))
      served.push({ server: PEER, what, ...(await ask(peer, path)) });
    await peer.stop();
    progress(`${PEER} asked`);
    return { served, changes };
  } finally {
    await host.remove();
  }
}

/** A host with two versions of the package, as docs/server.md sets it up. */
type Host = {
  /** The link to the version that is served. */
  readonly current: string;
  /** The folder that it serves at first. */
  readonly site: string;
  readonly publish: (version: number) => Promise<void>;
  readonly remove: () => Promise<void>;
};

async function openHost(workbench: Workbench): Promise<Host> {
  const built = join(workbench.folder, "_site");
  await measuredRun(await workbench.script("build", [`--output=${built}`]));
  // Not in the workbench, whose folder a server's own user may not enter.
  const folder = await mkdtemp(join(dirname(workbench.folder), "newsroom-host-"));
  await chmod(folder, 0o755);
  const content = { folder: built, site: await readServedSite(built), guide: "" };
  for await (const { path, content: bytes } of packageFiles(content)) {
    await mkdir(dirname(join(folder, "1", path)), { recursive: true });
    await writeFile(join(folder, "1", path), bytes);
  }
  await cp(join(folder, "1"), join(folder, "2"), { recursive: true });
  const current = join(folder, "aktuell");
  const publish = async (version: number) => {
    await symlink(String(version), join(folder, "neu"));
    await rename(join(folder, "neu"), current);
  };
  await publish(1);
  return {
    current,
    site: join(folder, "1/site"),
    publish,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** What readers ask for, and where it lies. */
async function askedFiles(site: string): Promise<readonly (readonly [what: string, path: string])[]> {
  const gallery = await readFile(join(site, GALLERY, "index.html"), "utf8");
  const photo = /<img[^>]*? src="(\/[^"]+)"/.exec(gallery)?.[1];
  const [index] = (await readdir(join(site, INDEX_FOLDER), { recursive: true }))
    .filter((name) => name.endsWith(".pf_index"))
    .sort();
  if (photo === undefined || index === undefined)
    throw new Error(`${GALLERY} has no photo, or search no index`);
  return [
    ["release", RELEASE],
    ["start page", "/"],
    ["photo", photo],
    ["search index, a file of", `/${INDEX_FOLDER}/${index}`],
  ];
}

type Asking = (server: { readonly origin: string }, path: string) => Promise<Load>;

async function loadGenerator(folder: string, seconds: number): Promise<Asking> {
  const script = join(folder, "load.lua");
  await writeFile(
    script,
    `function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('\\n{"requests":%d,"microseconds":%d,"p99":%f,"failed":%d,"closed":%d}\\n', summary.requests,
    summary.duration, latency:percentile(99) / 1000, errors.connect + errors.status + errors.timeout, errors.read + errors.write))
end
`,
  );
  const options = [`-t${THREADS}`, `-c${CONNECTIONS}`, `-d${seconds}s`, "-s", script];
  return async ({ origin }, path) => {
    const { stdout } = await promisify(execFile)("wrk", [...options, `${origin}${path}`]);
    const { microseconds, ...load } = JSON.parse(stdout.slice(stdout.lastIndexOf("\n{")));
    return { ...load, requestsPerSecond: load.requests / (microseconds / 1e6) };
  };
}

type Change = (count: number) => Promise<unknown>;

/** What happens to a site and its server in use. */
function changesOf(
  host: Host,
  server: ReloadableServer,
): readonly (readonly [change: string, act: Change])[] {
  return [
    ["link switched to another version", (count) => host.publish(1 + (count % 2))],
    ["folder swapped, as a build does", () => swap(host.site)],
    ["server reloaded", server.reload],
  ];
}

/** Puts another folder in a site's place, as the last step of a build. */
async function swap(site: string): Promise<void> {
  const stage = await openStage(site);
  if ((await readdir(stage.folder)).length === 0) await cp(site, stage.folder, { recursive: true });
  await stage.takePlace();
}

/** Acts again and again over some seconds, so that the last time is before their end. */
async function spread(act: Change, seconds: number): Promise<void> {
  for (let count = 0; count < CHANGES; count += 1) {
    await setTimeout((seconds * 1000) / (CHANGES + 2));
    await act(count);
  }
}

async function startPeer({ project, script }: Workbench, site: string) {
  const { environment = {} } = await script("build", []);
  const port = await freePort();
  const program = fileURLToPath(new URL("peers/dynamic/server.ts", import.meta.url));
  const content = join(project, "content");
  const server = await startServer(port, {
    command: process.execPath,
    args: ["--disable-warning=ExperimentalWarning", program, `--input=${content}`, `--port=${port}`],
    environment: { ...environment, NODE_ENV: "production" },
    folders: [],
  });
  const [made, built] = await Promise.all([
    server.ask({ path: RELEASE }),
    readFile(join(site, RELEASE, "index.html")),
  ]);
  if (made.body.length < 0.95 * built.length) throw new Error(`${PEER} does not make the same page`);
  return { ...server, origin: `http://127.0.0.1:${port}` };
}

/** The section on load, in Markdown. */
export function loadText(figures: LoadFigures | undefined): string {
  const title = "## Load";
  if (figures === undefined) return `${title}\n\nwrk is not installed here: nothing was measured.`;
  const { served, changes } = figures;
  const pageByPage = (what: string) => served.find((row) => row.server === PEER && row.what === what);
  return [
    title,
    `wrk with ${THREADS} threads and ${CONNECTIONS} open connections, server and wrk on the same machine and without
compression, so that the peer need not do it either. Caddy and nginx (one worker) stand as \`npm run package\` configures them.
*${PEER}* is \`bench/peers/dynamic\`: one process that for each request reads the release's file, splits it with gray-matter,
renders it with markdown-it and puts it into this newsroom's own layout; all else of the archive stands in its memory.`,
    table(
      ["", "asked for", "requests a second", `÷ ${PEER}`, "99 of 100 within, ms", "failed"],
      served.map(({ server, what, requestsPerSecond, p99, failed }) => {
        const peer = pageByPage(what);
        const ratio = peer === undefined ? "–" : (requestsPerSecond / peer.requestsPerSecond).toFixed(1);
        return [server, what, whole(requestsPerSecond), ratio, p99.toFixed(1), whole(failed)];
      }),
    ),
    `While ${CHANGES} times something is done to the site or its server, under the same load on the release's page. A server that
is reloaded closes the connections it has kept, also one on which the next request is just coming in; a browser then asks again on a
new one (RFC 9112, 9.3.1), wrk counts it:`,
    table(
      ["", "what is done", "requests", "99 of 100 within, ms", "failed", "connections closed"],
      changes.map(({ server, change, requests, p99, failed, closed }) => [
        server,
        change,
        whole(requests),
        p99.toFixed(1),
        whole(failed),
        whole(closed),
      ]),
    ),
  ].join("\n\n");
}

function whole(number: number): string {
  return Math.round(number).toLocaleString("en-US");
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}

if (import.meta.main) {
  const workbench = await openWorkbench();
  process.once("exit", workbench.remove);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  console.log(`\n${loadText(await benchLoad(workbench, 5, printedProgress()))}`);
}
