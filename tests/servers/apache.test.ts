import { copyFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe } from "vitest";
import { apacheConfig, makeRedirectTable } from "./apache-server.ts";
import { itSendsFiles, itServesTheSite } from "./expectations.ts";
import { packagedSite } from "./packaged-site.ts";
import { freePort, programPath, type RunningServer, startServer } from "./running-server.ts";

const apache = await programPath("apache2");
const httxt2dbm = await programPath("httxt2dbm");

async function startVirtualHost(prefix: string): Promise<RunningServer> {
  const folder = await packagedSite(prefix);
  await makeRedirectTable(httxt2dbm ?? "", folder);
  return start(folder, `ServerTokens Prod\nDefine NEWSROOM ${folder}\nInclude ${folder}/apache/rules.conf`);
}

/** As rented web space is: others configure the server, and a folder's `.htaccess` may say how it is served. */
async function startWebSpace(prefix: string): Promise<RunningServer> {
  const folder = await packagedSite(prefix);
  await copyFile(join(folder, "webspace/.htaccess"), join(folder, `site${prefix}.htaccess`));
  return start(
    folder,
    `ServerTokens Prod
TraceEnable Off
DocumentRoot ${folder}/site
<Directory ${folder}/site>
	Require all granted
	AllowOverride All
</Directory>`,
  );
}

async function start(folder: string, rules: string): Promise<RunningServer> {
  const state = await mkdtemp(join(tmpdir(), "newsroom-apache-"));
  const port = await freePort();
  const config = await apacheConfig(state, [port], rules);
  return startServer(port, {
    command: apache ?? "",
    args: ["-f", config, "-DFOREGROUND"],
    folders: [folder, state],
  });
}

describe.runIf(apache !== undefined && httxt2dbm !== undefined)(
  "Apache, as the package configures it, serves",
  () => {
    itServesTheSite(startVirtualHost, { codings: ["br", "gzip"] });
  },
);

describe.runIf(apache !== undefined)("Apache web space with the package's .htaccess serves", () => {
  itSendsFiles(startWebSpace, { codings: ["br", "gzip"] });
});
