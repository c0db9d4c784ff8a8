import { execFile } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apacheConfig, makeRedirectTable, TLS_MODULES } from "./apache-server.ts";
import { nginxConfig } from "./nginx-server.ts";
import { packagedSite } from "./packaged-site.ts";
import { freePort, programPath, type RunningServer, startServer } from "./running-server.ts";

const [openssl, nginx, apache, httxt2dbm] = await Promise.all(
  ["openssl", "nginx", "apache2", "httxt2dbm"].map(programPath),
);

/** The template of a virtual host as an operator adapts it: folder, certificate, ports. */
type Adapted = { readonly text: string; readonly folder: string; readonly state: string };

const SERVERS = [
  {
    name: "nginx",
    programs: [nginx],
    template: "nginx/newsroom.conf",
    start: async ({ text, state, folder }: Adapted, http: number) => {
      const config = await nginxConfig(state, text);
      return startServer(http, {
        command: nginx ?? "",
        args: ["-c", config, "-e", "stderr"],
        folders: [folder, state],
      });
    },
  },
  {
    name: "Apache",
    programs: [apache, httxt2dbm],
    template: "apache/newsroom.conf",
    start: async ({ text, state, folder }: Adapted, http: number, https: number) => {
      await makeRedirectTable(httxt2dbm ?? "", folder);
      const config = await apacheConfig(state, [http, https], text, TLS_MODULES);
      return startServer(http, {
        command: apache ?? "",
        args: ["-f", config, "-DFOREGROUND"],
        folders: [folder, state],
      });
    },
  },
];

describe.each(SERVERS)("The virtual host for $name, once adapted,", ({ programs, template, start }) => {
  describe.runIf([openssl, ...programs].every((program) => program !== undefined))(
    "with a certificate",
    () => {
      let server: RunningServer;
      let https = 0;

      beforeAll(async () => {
        const folder = await packagedSite("/");
        const state = await mkdtemp(join(tmpdir(), "newsroom-host-"));
        const http = await freePort();
        https = await freePort();
        await promisify(execFile)(openssl ?? "", [
          ...[
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=presse.example.org",
          ],
          ...["-keyout", join(state, "privkey.pem"), "-out", join(state, "fullchain.pem")],
        ]);
        const text = (await readFile(join(folder, template), "utf8"))
          .replaceAll("/srv/newsroom/aktuell", folder)
          .replaceAll("/etc/letsencrypt/live/presse.example.org", state)
          .replaceAll(/^\tlisten \[::\].*\n/gm, "")
          .replaceAll(/(listen |\*:)80\b/g, `$1${http}`)
          .replaceAll(/(listen |\*:)443\b/g, `$1${https}`);
        server = await start({ text, folder, state }, http, https);
      });
      afterAll(() => server?.stop());

      it("sends to the encrypted address", async () => {
        const { status, headers } = await server.ask({ path: "/impressum/" });
        expect([status, headers.location]).toEqual([301, "https://presse.example.org/impressum/"]);
      });

      it("answers there as without encryption", async () => {
        const { statusCode, headers } = await askEncrypted(https, "/impressum/");
        expect(statusCode).toBe(200);
        expect(headers).toMatchObject({
          "strict-transport-security": "max-age=31536000",
          "content-security-policy": "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
          "content-type": "text/html; charset=utf-8",
        });
      });
    },
  );
});

function askEncrypted(port: number, path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // The certificate was made for this test, so nobody vouches for it.
    const options = { host: "127.0.0.1", port, path, agent: false, rejectUnauthorized: false };
    get(options, (answer) => resolve(answer.resume())).on("error", reject);
  });
}
