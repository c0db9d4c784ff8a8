import { access, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe } from "vitest";
import { itServesTheSite } from "./expectations.ts";
import { nginxConfig } from "./nginx-server.ts";
import { packagedSite } from "./packaged-site.ts";
import { freePort, programPath, type RunningServer, startServer } from "./running-server.ts";

const nginx = await programPath("nginx");

/** Debian's module for compressed copies in Brotli, which nginx itself does not know. */
const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const hasBrotli = await access(BROTLI).then(
  () => true,
  () => false,
);

async function start(prefix: string, modules: readonly string[]): Promise<RunningServer> {
  const folder = await packagedSite(prefix);
  const state = await mkdtemp(join(tmpdir(), "newsroom-nginx-"));
  const port = await freePort();
  const config = await nginxConfig(
    state,
    `include ${folder}/nginx/http.conf;
	server {
		listen 127.0.0.1:${port};
		root ${folder}/site;
		include ${folder}/nginx/server.conf;
	}`,
    modules,
  );
  if (modules.length > 0) {
    const rules = join(folder, "nginx/server.conf");
    await writeFile(
      rules,
      (await readFile(rules, "utf8")).replace("# brotli_static on;", "brotli_static on;"),
    );
  }
  return startServer(port, {
    command: nginx ?? "",
    args: ["-c", config, "-e", "stderr"],
    folders: [folder, state],
  });
}

describe.runIf(nginx !== undefined)("nginx, as the package configures it, serves", () => {
  itServesTheSite((prefix) => start(prefix, []), { codings: ["gzip"] });
});

describe.runIf(nginx !== undefined && hasBrotli)("nginx with its Brotli module serves", () => {
  itServesTheSite((prefix) => start(prefix, [BROTLI]), { codings: ["br", "gzip"] });
});
