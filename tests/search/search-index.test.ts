import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Release } from "../../src/domain/release.ts";
import { searchIndex } from "../../src/search/search-index.ts";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";
import { aRelease, aSite, at } from "../fixtures/newsroom.ts";

/** The files of an archive's index in volumes of a year, by their path, as bytes in base64. */
async function indexOf(
  releases: readonly Release[],
  cacheFolder?: string,
): Promise<Readonly<Record<string, string>>> {
  const folder = await aTemporaryFolder();
  const cache = cacheFolder ?? (await aTemporaryFolder());
  await searchIndex(aSite({ releases }), { cacheFolder: cache, fewest: 1 }).write(folder);
  return filesIn(folder);
}

async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const bytes = await Promise.all(files.map((file) => readFile(file, "base64")));
  return Object.fromEntries(
    files.map((file, position) => [file.slice(folder.length), bytes[position] ?? ""]),
  );
}

const releases = Array.from({ length: 60 }, (_, number) =>
  aRelease({
    slug: `meldung-${number}`,
    date: at(`${2017 + (number % 3)}-03-${String(1 + (number % 28)).padStart(2, "0")} 10:00`),
    body: { html: "", text: `Meldung ${number} über Radwege, Unterkünfte und den Kreis Soest.` },
  }),
);

it("The same releases give the same index to the byte, in whatever order they were read", async () => {
  expect(await indexOf(releases.toReversed())).toEqual(await indexOf(releases));
});

it("The index holds Pagefind's script and engine once and parts for each year, but none of its own interfaces", async () => {
  const files = Object.keys(await indexOf(releases));
  expect(files.filter((file) => /\.(?:js|json|pagefind)$/.test(file)).sort()).toEqual([
    "/suche/index/pagefind-entry.json",
    "/suche/index/pagefind.js",
    "/suche/index/wasm.unknown.pagefind",
  ]);
  for (const part of ["fragment/", "index/", "filter/", "pagefind."]) {
    const years = files
      .filter((file) => file.startsWith(`/suche/index/${part}`) && file.includes(".pf_"))
      .map((file) => /20\d\d(?=_)/.exec(file)?.[0]);
    expect([...new Set(years)].sort()).toEqual(["2017", "2018", "2019"]);
  }
});

it("A newsroom without a release has an index too", async () => {
  expect(Object.keys(await indexOf([]))).toEqual(["/suche/index/pagefind-entry.json"]);
});

describe("A year that has not changed is not indexed again", () => {
  /** Which years' indexes a build put into a cache that held those of `releases`. */
  async function reindexed(changed: readonly Release[]): Promise<number> {
    const cache = await aTemporaryFolder();
    await indexOf(releases, cache);
    const before = new Set(await readdir(cache));
    expect(await indexOf(changed, cache)).toEqual(await indexOf(changed));
    return (await readdir(cache)).filter((name) => !before.has(name)).length;
  }
  const [first, ...others] = releases;

  it.each<[string, readonly Release[], number]>([
    ["nothing has", releases, 0],
    ["a text has", [{ ...first, body: { html: "", text: "Quantencomputer" } } as Release, ...others], 1],
    ["a title has", [{ ...first, title: "Anders" } as Release, ...others], 1],
    ["a release is gone", others, 1],
    ["one has come", [...releases, aRelease({ slug: "neu", date: at("2019-12-24 10:00") })], 1],
    ["one has moved to another year", [{ ...first, date: at("2018-07-01 10:00") } as Release, ...others], 2],
    [
      "what is not searched has",
      [{ ...first, contact: { name: "Pressestelle neu" } } as Release, ...others],
      0,
    ],
  ])("when %s", async (_, changed, volumes) => {
    expect(await reindexed(changed)).toBe(volumes);
  });
});

describe("Indexing ahead, on threads of their own", () => {
  const [first, ...others] = releases;
  const changed = [{ ...first, body: { html: "", text: "Quantencomputer" } } as Release, ...others];

  it("puts what has changed into the cache, and gives the same index", async () => {
    const cache = await aTemporaryFolder();
    await indexOf(releases, cache);
    const index = searchIndex(aSite({ releases: changed }), { cacheFolder: cache, fewest: 1 });
    await index.indexAhead();
    await expect.poll(async () => (await readdir(cache)).length, { timeout: 20_000 }).toBe(4);
    expect(await indexOf(changed, cache)).toEqual(await indexOf(changed));
  });

  it("is waited for before the index is written", async () => {
    const [cache, folder] = [await aTemporaryFolder(), await aTemporaryFolder()];
    await indexOf(releases, cache);
    const index = searchIndex(aSite({ releases: changed }), { cacheFolder: cache, fewest: 1 });
    await index.indexAhead();
    await index.write(folder);
    expect(await filesIn(folder)).toEqual(await indexOf(changed));
  });
});
