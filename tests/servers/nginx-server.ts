import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Writes a configuration by which nginx runs in the foreground whoever starts it.
 *
 * @param state folder for all that nginx writes
 * @param hosts what stands in its `http` block
 * @returns the path of the configuration
 */
export async function nginxConfig(
  state: string,
  hosts: string,
  modules: readonly string[] = [],
): Promise<string> {
  const config = join(state, "nginx.conf");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  await writeFile(
    config,
    `${modules.map((module) => `load_module ${module};\n`).join("")}
daemon off;
pid ${state}/pid;
error_log stderr;
events {}
http {
	access_log off;
	${temporary.map((name) => `${name}_temp_path ${state}/${name};`).join("\n	")}
	${hosts}
}
`,
  );
  return config;
}
