import { describe } from "vitest";
import { itServesTheSite } from "./expectations.ts";
import { packagedSite } from "./packaged-site.ts";
import { freePort, programPath, startServer } from "./running-server.ts";

const caddy = await programPath("caddy");

describe.runIf(caddy !== undefined)("Caddy, as the package configures it, serves", () => {
  itServesTheSite(
    async (prefix) => {
      const folder = await packagedSite(prefix);
      const port = await freePort();
      return startServer(port, {
        command: caddy ?? "",
        args: ["run", "--config", `${folder}/caddy/Caddyfile`, "--adapter", "caddyfile"],
        environment: {
          NEWSROOM: folder,
          NEWSROOM_ADDRESS: `http://127.0.0.1:${port}`,
          NEWSROOM_ADMIN: "off",
          XDG_CONFIG_HOME: folder,
          XDG_DATA_HOME: folder,
        },
        folders: [folder],
      });
    },
    { codings: ["br", "gzip"] },
  );
});
