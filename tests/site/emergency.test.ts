import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { aContentFolder, aTemporaryFolder, RELEASE_FILE, releaseText } from "../fixtures/content-folder.ts";
import { serveFolder } from "../fixtures/site-server.ts";
import { freePort, programPath, type RunningServer, startServer } from "../servers/running-server.ts";

// The two ways back of docs/betrieb.md, from nothing but a package and from nothing but a clone.

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const RELEASE = "/pressemitteilungen/2019/03/27/titel/";
const OLD_ADDRESS = "/pressemitteilungen/presseservice/1090657.php";

const hasCaddy = (await programPath("caddy")) !== undefined;
const hasPython = (await programPath("python3")) !== undefined;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "newsroom-"));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

describe("After the host is lost, a package alone", () => {
  let archive: Promise<string> | undefined;

  async function packaged(): Promise<string> {
    const input = await aContentFolder({ [RELEASE_FILE]: releaseText(`redirectFrom: [${OLD_ADDRESS}]`) });
    const site = join(folder, "_site");
    run("node", ["src/commands/build.ts", `--input=${input}`, `--output=${site}`, "--no-search"], PROJECT);
    run("node", ["src/commands/package.ts", `--site=${site}`, `--output=${folder}`], PROJECT);
    return join(folder, "newsroom.tar.gz");
  }

  async function unpacked(): Promise<string> {
    archive ??= packaged();
    const host = await aTemporaryFolder();
    run("tar", ["-xzf", await archive], host);
    run("sha256sum", ["-c", "--quiet", "SHA256SUMS"], host);
    return host;
  }

  it.runIf(hasCaddy)("serves the site by Caddy, with its redirects, errors and headers", async () => {
    const server = await servedByCaddy(await unpacked());
    expect(await statuses(server)).toEqual({ start: 200, release: 200, missing: 404, old: 301 });
    const { headers, body } = await server.ask({ path: "/gibt-es-nicht/" });
    expect(headers["content-security-policy"]).toContain("default-src");
    expect(body.toString()).toContain('<html lang="de"');
    expect((await server.ask({ path: OLD_ADDRESS })).headers.location).toBe(RELEASE);
  });

  it.runIf(hasPython)("serves its pages by Python, as a makeshift", async () => {
    const server = await servedByPython(await unpacked());
    expect(await statuses(server)).toEqual({ start: 200, release: 200, missing: 404, old: 404 });
  });

  it("serves its pages by anything that serves files", async () => {
    const { origin, close } = await serveFolder(join(await unpacked(), "site"));
    onTestFinished(close);
    expect((await fetch(`${origin}${RELEASE}`)).status).toBe(200);
    expect((await fetch(`${origin}/gibt-es-nicht/`)).status).toBe(404);
  });
});

describe.runIf(existsSync(join(PROJECT, ".git")))("After all but a clone is lost", () => {
  it("the clone and its packages make the site, without a network", async () => {
    const clone = join(await aTemporaryFolder(), "newsroom");
    run("git", ["-c", "safe.directory=*", "clone", "--quiet", PROJECT, clone], tmpdir());
    await symlink(join(PROJECT, "node_modules"), join(clone, "node_modules"));
    run(...withoutNetwork("node", ["src/commands/build.ts"]), clone);
    expect(existsSync(join(clone, "_site/index.html"))).toBe(true);
  });
});

async function servedByCaddy(host: string): Promise<RunningServer> {
  const port = await freePort();
  return startedFor({
    port,
    command: "caddy",
    args: ["run", "--config", `${host}/caddy/Caddyfile`, "--adapter", "caddyfile"],
    environment: {
      NEWSROOM: host,
      NEWSROOM_ADDRESS: `http://127.0.0.1:${port}`,
      NEWSROOM_ADMIN: "off",
      XDG_CONFIG_HOME: host,
      XDG_DATA_HOME: host,
    },
  });
}

async function servedByPython(host: string): Promise<RunningServer> {
  const port = await freePort();
  const args = ["-m", "http.server", "--bind", "127.0.0.1", "--directory", `${host}/site`, `${port}`];
  return startedFor({ port, command: "python3", args });
}

type Start = {
  readonly port: number;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

/** A server for one test. */
async function startedFor({ port, ...start }: Start): Promise<RunningServer> {
  const server = await startServer(port, { ...start, folders: [] });
  onTestFinished(server.stop);
  return server;
}

async function statuses({ ask }: RunningServer) {
  const status = async (path: string) => (await ask({ path })).status;
  return {
    start: await status("/"),
    release: await status(RELEASE),
    missing: await status("/gibt-es-nicht/"),
    old: await status(OLD_ADDRESS),
  };
}

/** A command in a network of its own, in which nothing can be reached; as it is where the system does not allow that. */
function withoutNetwork(command: string, args: readonly string[]): [string, readonly string[]] {
  const isAllowed = spawnSync("unshare", ["-rn", "true"]).status === 0;
  return isAllowed ? ["unshare", ["-rn", command, ...args]] : [command, args];
}

/** Runs a command to its end; `node` is the Node that runs the tests. */
function run(command: string, args: readonly string[], cwd: string): void {
  const own = (word: string) => (word === "node" ? process.execPath : word);
  const { status, stdout, stderr, error } = spawnSync(own(command), args.map(own), { cwd, encoding: "utf8" });
  expect(status, `${command} ${args.join(" ")}\n${stdout}${stderr}${error ?? ""}`).toBe(0);
}
