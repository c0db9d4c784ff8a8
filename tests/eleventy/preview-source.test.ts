import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { previewSource } from "../../src/eleventy/preview-source.ts";
import { siteOptionsFrom } from "../../src/eleventy/site-options.ts";
import { BuildCache } from "../../src/incremental/build-cache.ts";
import { aContentFolder, aTemporaryFolder, RELEASE_FILE, releaseText } from "../fixtures/content-folder.ts";

const NOW = Date.UTC(2026, 10, 22);

async function titlesInPreview(input: string, cache: string): Promise<(string | undefined)[]> {
  const source = previewSource(
    input,
    new BuildCache(cache),
    () => siteOptionsFrom({}, NOW),
    () => {},
  );
  await source.refresh();
  return source.current()?.site.edition.releases.map(({ title }) => title) ?? [];
}

it.each([
  ["how the office's files were read", "UPDATE about SET value = '{}' WHERE name = 'standing'"],
  ["that the files agree", "UPDATE about SET value = '[]' WHERE name = 'agreed'"],
  ["how a release was read", "UPDATE release SET reading = '{}'"],
])("A preview whose cache no longer tells %s reads all anew", async (_, damage) => {
  const input = await aContentFolder({ [RELEASE_FILE]: releaseText() });
  const cache = join(await aTemporaryFolder(), "cache.sqlite");
  const titles = await titlesInPreview(input, cache);
  const database = new DatabaseSync(cache);
  expect(database.prepare(damage).run().changes).toBe(1);
  database.close();
  expect(titles).toHaveLength(1);
  expect(await titlesInPreview(input, cache)).toEqual(titles);
});

it("A preview that could not read a change reads all anew the next time", async () => {
  const input = await aContentFolder({ [RELEASE_FILE]: releaseText() });
  let fault: Error | undefined;
  const source = previewSource(
    input,
    new BuildCache(join(await aTemporaryFolder(), "cache.sqlite")),
    () => {
      if (fault !== undefined) throw fault;
      return siteOptionsFrom({}, NOW);
    },
    () => {},
  );
  await source.refresh();
  const shown = () => source.current()?.site.edition.releases[0]?.title;
  const before = shown();

  fault = new Error("ENOENT: no such file or directory");
  await writeFile(join(input, RELEASE_FILE), releaseText().replace(/title: .*/, "title: Danach"));
  source.contentChanged([RELEASE_FILE]);
  await expect(source.refresh()).rejects.toThrow(fault);
  expect(shown()).toBe(before);

  fault = undefined;
  await source.refresh();
  expect(shown()).toBe("Danach");
});
