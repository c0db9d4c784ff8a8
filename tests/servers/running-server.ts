import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, rm } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";

/** An answer as it came, nothing unpacked. */
export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/** A question to a server; the path is sent as it stands. */
export type Question = {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A server that answers on this machine alone. */
export type RunningServer = {
  readonly ask: (question: Question) => Promise<Answer>;
  readonly stop: () => Promise<void>;
};

/** How a server is started in the foreground. */
export type ServerStart = {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Folders to remove once it has stopped. */
  readonly folders: readonly string[];
};

/** The path of a program, with the folders in which Debian keeps servers. */
export async function programPath(name: string): Promise<string | undefined> {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/bin"];
  for (const folder of folders) {
    const path = join(folder, name);
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return undefined;
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** How long a server may take to answer first, in milliseconds: many times what it needs. */
const PATIENCE = 60_000;

/** @throws Error with all that the server said, where it ends instead of answering */
export async function startServer(port: number, start: ServerStart): Promise<RunningServer> {
  const child = spawn(start.command, start.args, {
    env: { ...process.env, ...start.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const ended = once(child, "close");
  const ask = (question: Question) => answerTo(port, question);
  const deadline = Date.now() + PATIENCE;
  while (
    !(await ask({ path: "/" }).then(
      () => true,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`${start.command} did not start:\n${(await said).join("\n")}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    ask,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      for (const folder of start.folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function answerTo(port: number, { path, method = "GET", headers = {} }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asking.on("error", reject);
    asking.end();
  });
}
