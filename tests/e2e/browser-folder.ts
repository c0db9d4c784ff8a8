import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";

/**
 * A project folder within the browser: what an editor would pick in the dialog for folders, which no test can use.
 * It lies in the browser's private file system, whose handles are those of real folders.
 */

const ROOT = `navigator.storage.getDirectory().then((root) => root.getDirectoryHandle("projekt", { create: true }))`;

const WRITE = `async (files) => {
  for (const [path, data] of Object.entries(files)) {
    const names = path.split("/");
    let folder = await ${ROOT};
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
    const stream = await (await folder.getFileHandle(names.at(-1), { create: true })).createWritable();
    await stream.write(Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0)));
    await stream.close();
  }
}`;

const READ = `async () => {
  const files = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, path + name + "/");
      else {
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        files[path + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
      }
    }
  };
  await walk(await ${ROOT}, "");
  return files;
}`;

/** Files by their path, base64. */
type Files = Readonly<Record<string, string>>;

/** Lets the page's dialog for folders answer with the folder, which must be laid down before. */
export async function offerFolder(page: Page): Promise<void> {
  await page.addInitScript(`globalThis.showDirectoryPicker = () => ${ROOT};`);
}

/** Copies a content folder into the project; the page must be of the site already. */
export async function layDownContent(page: Page, content: string): Promise<void> {
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => [
      `content${path.slice(content.length)}`,
      (await readFile(path)).toString("base64"),
    ]),
  );
  const project: Files = { ".git/HEAD": btoa("ref: refs/heads/main\n"), ...Object.fromEntries(files) };
  await page.evaluate(`(${WRITE})(${JSON.stringify(project)})`);
}

/** The project's files as they are, by their path below `content/`. */
export async function contentOf(page: Page): Promise<ReadonlyMap<string, Buffer>> {
  const files = await page.evaluate<Files>(`(${READ})()`);
  return new Map(
    Object.entries(files).flatMap(([path, data]) =>
      path.startsWith("content/") ? [[path.slice("content/".length), Buffer.from(data, "base64")]] : [],
    ),
  );
}

/** Copies the project's content out of the browser. */
export async function takeContent(page: Page, target: string): Promise<void> {
  for (const [path, data] of await contentOf(page)) {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await writeFile(join(target, path), data);
  }
}
