import { EventEmitter, once } from "node:events";
import { chmod, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { compressedCopies } from "../../src/publish/compressed-copies.ts";
import { reloadableServers } from "../fixtures/reloadable-server.ts";
import { packagedSite } from "../servers/packaged-site.ts";
import type { Answer } from "../servers/running-server.ts";

/** How often another version of the site is put in place, and how many answers come in between at least. */
const SWITCHES = 20;
const ANSWERS = 15;
/** After how many switches the server is to read its configuration again, as new redirects need it. */
const RELOADED_EVERY = 10;
/** How many readers ask at once; every other one takes compressed copies. */
const READERS = 4;

/** A page of some hundred kilobytes, which a switch finds half sent; each line tells its version. */
const pageOf = (version: number) => `<!DOCTYPE html>${`<p>Fassung ${version}</p>\n`.repeat(20_000)}`;

describe.each(await reloadableServers())("$name", ({ isInstalled, start }) => {
  it.runIf(isInstalled)(
    "answers every request with a whole page while the site is replaced again and again",
    async () => {
      const { folder, publish } = await aHost();
      const server = await start(join(folder, "aktuell"));
      onTestFinished(server.stop);
      const answers = new EventEmitter();
      const seen = new Map<string, number>();
      let isOver = false;
      const reader = async (_: unknown, index: number) => {
        const headers = index % 2 === 0 ? { "accept-encoding": "gzip" } : {};
        while (!isOver) {
          const ask = () => server.ask({ path: "/", headers });
          // A reload may close a connection that it has not heard yet; a client asks once more (RFC 9110, 9.2.2).
          const said = await ask()
            .catch((error) => (error.code === "ECONNRESET" ? ask() : Promise.reject(error)))
            .then(heard, String);
          seen.set(said, (seen.get(said) ?? 0) + 1);
          answers.emit("answer");
        }
      };
      const readers = Array.from({ length: READERS }, reader);
      for (let count = 1; count <= SWITCHES; count += 1) {
        await publish(1 + (count % 2));
        if (count % RELOADED_EVERY === 0) await server.reload();
        for (let more = 0; more < ANSWERS; more += 1) await once(answers, "answer");
      }
      isOver = true;
      await Promise.all(readers);
      expect([...seen.keys()].sort()).toEqual(["200, all of version 1", "200, all of version 2"]);
    },
  );
});

/** What a reader got. */
function heard({ status, headers, body }: Answer): string {
  const page = (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();
  const version = [1, 2].find((number) => page === pageOf(number));
  return `${status}, ${version === undefined ? `neither version: ${page.slice(0, 80)}` : `all of version ${version}`}`;
}

/** A host as docs/server.md sets it up: a folder for each version, and a link `aktuell` to the one that is served. */
async function aHost() {
  const folder = await mkdtemp(join(tmpdir(), "newsroom-host-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  await chmod(folder, 0o755);
  for (const version of [1, 2]) {
    const place = join(folder, String(version));
    await rename(await packagedSite("/"), place);
    const page = { path: "site/index.html", content: Buffer.from(pageOf(version)) };
    for (const { path, content } of [page, ...(await compressedCopies(page))])
      await writeFile(join(place, path), content);
  }
  const publish = async (version: number) => {
    await symlink(String(version), join(folder, "neu"));
    await rename(join(folder, "neu"), join(folder, "aktuell"));
  };
  await publish(1);
  return { folder, publish };
}
