import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const MODULES = [
  "mpm_event",
  "authz_core",
  "dir",
  "mime",
  "headers",
  "rewrite",
  // Debian enables these, and what they do must not get in the way.
  "alias",
  "autoindex",
  "negotiation",
  "deflate",
  "filter",
];

/** What Apache needs beside those for TLS. */
export const TLS_MODULES = ["socache_shmcb", "ssl"];

/**
 * Writes a configuration by which Apache runs in the foreground whoever starts it.
 *
 * @param state folder for all that Apache writes
 * @returns the path of the configuration
 */
export async function apacheConfig(
  state: string,
  ports: readonly number[],
  hosts: string,
  modules: readonly string[] = [],
): Promise<string> {
  const config = join(state, "apache.conf");
  const load = (name: string) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`;
  await writeFile(
    config,
    `${[...MODULES, ...modules].map(load).join("")}
${ports.map((port) => `Listen 127.0.0.1:${port}\n`).join("")}
ServerRoot ${state}
ServerName 127.0.0.1
PidFile ${state}/pid
ErrorLog ${state}/error.log
DefaultRuntimeDir ${state}
TypesConfig /etc/mime.types
AddOutputFilterByType DEFLATE text/html text/css application/javascript application/xml
${process.getuid?.() === 0 ? "User www-data\nGroup www-data\n" : ""}
${hosts}
`,
  );
  return config;
}

/** Makes the table of redirects that Apache looks up, as docs/server.md says. */
export async function makeRedirectTable(httxt2dbm: string, folder: string): Promise<void> {
  const table = join(folder, "apache/redirects");
  await promisify(execFile)(httxt2dbm, ["-f", "sdbm", "-i", `${table}.txt`, "-o", table]);
}
