import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** How long a folder is kept that nobody made again, in milliseconds. */
const KEPT = 24 * 60 * 60 * 1000;

/** Begins the name of a folder that is being filled. */
const UNFINISHED = "unfinished-";

/**
 * A folder of files that hang on this project's code alone, kept between builds, one for each state of the code.
 *
 * @example keptFolder(".cache/editing-page", writeBundle) → ".cache/editing-page/4f0c…", filled by `writeBundle` or a build before
 */
export async function keptFolder(
  cacheFolder: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cacheFolder, sourcesDigest());
  if (existsSync(folder)) return folder;
  const stage = join(cacheFolder, `${UNFINISHED}${randomUUID()}`);
  await mkdir(stage, { recursive: true });
  await fill(stage);
  // Another run may have been faster; its files are the same.
  await rename(stage, folder).catch(() => rm(stage, { recursive: true }));
  await prune(cacheFolder);
  return folder;
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
