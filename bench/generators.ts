import { execFile } from "node:child_process";
import { readFile, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Command } from "./measured-run.ts";
import type { Workbench } from "./workbench.ts";

/** Another way to make the same site. */
export type Peer = {
  readonly name: string;
  readonly version: string;
  /** Builds the site of a folder that `writePeerFolder` wrote. */
  readonly build: (input: string, output: string) => Promise<Command>;
};

/** Hugo, which alone of the peers has a preview that shows a change at once. */
export type HugoPeer = Peer & {
  readonly serve: (input: string, port: number) => Command;
  /** The layout that all its pages share. */
  readonly layout: string;
};

/** The peers at hand; Hugo is left out where it is not installed. */
export type Peers = { readonly hugo?: HugoPeer; readonly eleventy: Peer; readonly node: Peer };

/** Looks which peers this machine has. */
export async function findPeers(workbench: Workbench): Promise<Peers> {
  const peers = join(workbench.project, "bench", "peers");
  const hugo = await findHugo(join(peers, "hugo"), workbench.folder);
  return {
    ...(hugo && { hugo }),
    eleventy: await eleventyPeer(workbench.project, join(peers, "eleventy")),
    node: nodePeer(join(peers, "node")),
  };
}

async function findHugo(folder: string, scratch: string): Promise<HugoPeer | undefined> {
  const version = await promisify(execFile)("hugo", ["version"]).then(
    ({ stdout }) => /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? "unknown",
    () => undefined,
  );
  if (version === undefined) return undefined;
  const command = (args: readonly string[], input: string): Command => ({
    program: "hugo",
    args: [
      ...args,
      `--source=${folder}`,
      `--contentDir=${input}`,
      `--cacheDir=${join(scratch, "hugo-cache")}`,
      "--noBuildLock",
    ],
    folder,
  });
  return {
    name: "Hugo",
    version,
    layout: join(folder, "layouts", "_default", "baseof.html"),
    build: async (input, output) => command(["--quiet", `--destination=${output}`], input),
    serve: (input, port) => command(["server", "--bind=127.0.0.1", `--port=${port}`], input),
  };
}

async function eleventyPeer(project: string, folder: string): Promise<Peer> {
  const eleventy = join(project, "node_modules", "@11ty", "eleventy");
  const { version } = JSON.parse(await readFile(join(eleventy, "package.json"), "utf8"));
  const input = join(folder, "releases", "content");
  return {
    name: "Eleventy, one file a release",
    version: String(version),
    build: async (content, output) => {
      await rm(input, { force: true });
      await symlink(content, input);
      return {
        program: process.execPath,
        args: [join(eleventy, "cmd.cjs"), "--quiet", "--input=.", `--output=${output}`],
        folder,
      };
    },
  };
}

function nodePeer(folder: string): Peer {
  return {
    name: "Node, no generator",
    version: process.versions.node,
    build: async (input, output) => ({
      program: process.execPath,
      args: [join(folder, "site.js"), `--input=${input}`, `--output=${output}`],
      folder,
    }),
  };
}
