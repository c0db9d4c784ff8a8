import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** How long a folder is kept that nobody made again, in milliseconds. */
const KEPT = 24 * 60 * 60 * 1000;

/** Begins the name of a folder that is being filled. */
const UNFINISHED = "unfinished-";

/**
 * A folder of files that hang on this project's code alone, kept between builds, one for each state of the code. Its name
 * tells the code and what lies in it; one that is not as it was is made anew.
 *
 * @example keptFolder(".cache/editing-page", writeBundle) → ".cache/editing-page/4f0c…-77e2…", filled by `writeBundle` or a build before
 */
export async function keptFolder(
  cacheFolder: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const sources = sourcesDigest();
  const kept = await readdir(cacheFolder).catch((): string[] => []);
  for (const name of kept.filter((name) => name.startsWith(sources))) {
    const folder = join(cacheFolder, name);
    if (name === nameOf(sources, folder)) return folder;
    await rm(folder, { recursive: true, force: true });
  }
  const stage = join(cacheFolder, `${UNFINISHED}${randomUUID()}`);
  await mkdir(stage, { recursive: true });
  await fill(stage);
  const folder = join(cacheFolder, nameOf(sources, stage));
  // Another run may have been faster; its files are the same.
  await rename(stage, folder).catch(() => rm(stage, { recursive: true }));
  await prune(cacheFolder);
  return folder;
}

function nameOf(sources: string, folder: string): string {
  const content = createHash("sha256");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const path of entries.map(({ parentPath, name }) => join(parentPath, name)).sort())
    content.update(path.slice(folder.length)).update(readFileSync(path));
  return `${sources}-${content.digest("hex").slice(0, 40)}`;
}

/** Removes folders of former sources, but none that another run may still copy from. */
async function prune(cacheFolder: string): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    const path = join(cacheFolder, name);
    // Another run's unfinished folder gets its name, or goes, at any moment.
    const found = statSync(path, { throwIfNoEntry: false });
    if (found !== undefined && Date.now() - found.mtimeMs > KEPT)
      await rm(path, { recursive: true, force: true });
  }
}

let digest: string | undefined;

/** What the sources, the libraries and Node are known by. The code that runs does not change while it runs, so they are read once. */
function sourcesDigest(): string {
  digest ??= readSources();
  return digest;
}

function readSources(): string {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:ts|css|json)$/.test(name),
  );
  const sources = createHash("sha256").update(process.version).update(readFileSync("package-lock.json"));
  for (const name of files.sort()) sources.update(name).update(readFileSync(join("src", name)));
  return sources.digest("hex").slice(0, 40);
}
