import { copyFile, readdir, readFile, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { serialize } from "node:v8";
import { describe, expect, it } from "vitest";
import { volumeCache } from "../../src/search/volume-cache.ts";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";

const FILES = new Map([["index/2019_abc.pf_index", Buffer.from("Bytes")]]);

/** The one file of a cache that keeps an index under `eins`. */
async function aCache(): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = await aTemporaryFolder();
  await (await volumeCache(folder)).keep("eins", FILES);
  const [name = ""] = await readdir(folder);
  return { folder, file: join(folder, name) };
}

async function kept(folder: string, fingerprint = "eins"): Promise<unknown> {
  const files = await (await volumeCache(folder)).read(fingerprint);
  return files && [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]);
}

describe("The index of a year that has not changed", () => {
  it("is kept for the next build", async () => {
    expect(await kept((await aCache()).folder)).toEqual([["index/2019_abc.pf_index", "Bytes"]]);
  });

  it.each<[string, (file: string) => Promise<void>]>([
    ["is cut short", (file) => truncate(file, 40)],
    ["is empty", (file) => truncate(file, 0)],
    ["has a changed byte", async (file) => writeFile(file, (await readFile(file)).with(100, 0))],
    ["is something else", (file) => writeFile(file, serialize(FILES))],
  ])("is made anew where its file %s", async (_, damage) => {
    const { folder, file } = await aCache();
    await damage(file);
    expect(await kept(folder)).toBeUndefined();
  });

  it("is made anew where its file was kept for another text", async () => {
    const { folder, file } = await aCache();
    await copyFile(file, join(folder, "zwei.index"));
    expect(await kept(folder, "zwei")).toBeUndefined();
  });

  it("is removed once no build has needed it for a day", async () => {
    const { folder, file } = await aCache();
    const cache = await volumeCache(folder);
    await cache.keep("zwei", FILES);
    for (const name of [file, join(folder, "zwei.index")]) await utimes(name, 0, 0);
    await cache.read("zwei");
    await cache.prune();
    expect(await readdir(folder)).toEqual(["zwei.index"]);
  });

  it("does not stop a build where it cannot be kept", async () => {
    const { file } = await aCache();
    const cache = await volumeCache(file);
    await cache.keep("zwei", FILES);
    await cache.prune();
    expect(await cache.read("zwei")).toBeUndefined();
  });
});
