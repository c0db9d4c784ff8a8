import { readFileSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { servedFile } from "../../src/domain/site-file.ts";
import { makeOnThreads } from "../../src/eleventy/making-threads.ts";
import { allFilesToWrite } from "../../src/eleventy/site-files.ts";
import { siteOptionsFrom } from "../../src/eleventy/site-options.ts";
import { loadSite } from "../../src/eleventy/site-source.ts";
import { BuildCache } from "../../src/incremental/build-cache.ts";
import { fingerprintsOf } from "../../src/incremental/fingerprints.ts";
import { aContentFolder, aTemporaryFolder } from "../fixtures/content-folder.ts";
import { instantOf } from "../fixtures/newsroom.ts";

vi.mock("node:os", async (original) => ({ ...(await original<object>()), availableParallelism: () => 3 }));

const OPTIONS = { ...siteOptionsFrom({}, instantOf("2020-01-01 12:00")), hasSearch: false };
const CODE = "dieser Stand";

/** A small archive, each release with what other files tell of: topics, places, old addresses, appointments. */
async function anArchive(size: number): Promise<string> {
  const release = (number: number) => {
    const day = `2019-0${1 + (number % 9)}-1${number % 8}`;
    const name = `pressemitteilungen/2019/${day}-meldung-${number}.md`;
    const head = [
      `title: Meldung ${number}`,
      `date: ${day} 10:00`,
      `pressId: kso.${day.replaceAll("-", ".")}.${String(number).padStart(3, "0")}.xy`,
      `tags: [${number % 2 ? "Integration" : "Gesundheit"}]`,
      ...(number % 3 ? [] : ["places: [Soest]"]),
      ...(number % 5 ? [] : [`redirectFrom: [/alt/${number}.html]`]),
      ...(number % 7 ? [] : [`events: [{ title: Treffen ${number}, start: 2019-12-24 18:00 }]`]),
    ];
    return [name, `---\n${head.join("\n")}\n---\nDer Text der Meldung „${number}“.\n`] as const;
  };
  return aContentFolder(Object.fromEntries(Array.from({ length: size }, (_, number) => release(number + 1))));
}

async function making(size: number) {
  const input = await anArchive(size);
  const place = await aTemporaryFolder();
  const cache = join(place, "cache.sqlite");
  const kept = new BuildCache(cache);
  const loaded = await loadSite(input, OPTIONS, kept);
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  const [stage, target] = [join(place, "stage"), join(place, "target")];
  await mkdir(stage);
  const all = allFilesToWrite(loaded);
  const { site } = loaded;
  return {
    all,
    site,
    stage,
    target,
    start: () => makeOnThreads(all, { site, options: OPTIONS, code: CODE, stage, target, cache }),
  };
}

it("Threads make the files of releases as the build itself does, and tell what is to be kept of each", async () => {
  const { all, site, stage, target, start } = await making(1_050);
  const files = [...all.pages, ...all.outputs].filter(({ release }) => release !== undefined);
  const [same] = files;
  await mkdir(join(target, servedFile(same?.address ?? ""), ".."), { recursive: true });
  writeFileSync(join(target, servedFile(same?.address ?? "")), same?.content ?? "");

  const { left, join: joined } = start();
  const told = await joined();
  const fingerprintOf = fingerprintsOf(site, CODE);
  expect(told.size).toBe(files.length);
  for (const file of files) {
    const path = servedFile(file.address);
    const written = readFileSync(join(stage, path), "utf8");
    expect(written, path).toBe(file.content);
    expect(told.get(path)).toMatchObject({
      fingerprint: fingerprintOf(file),
      size: Buffer.byteLength(written),
    });
  }
  expect([...left.pages, ...left.outputs].filter(({ release }) => release !== undefined)).toEqual([]);
  expect(left.pages.length + left.outputs.length + files.length).toBe(all.pages.length + all.outputs.length);
});

it("Where one thread cannot write, all end, and the build hears why", async () => {
  const { stage, start } = await making(1_050);
  await mkdir(join(stage, "pressemitteilungen"));
  writeFileSync(join(stage, "pressemitteilungen/2019"), "kein Ordner");
  await expect(start().join()).rejects.toMatchObject({ code: expect.stringMatching(/^(?:ENOTDIR|EEXIST)$/) });
});

it("A few releases are left to the build's own thread", async () => {
  const { all, start } = await making(20);
  const { left, join: joined } = start();
  expect(left).toEqual(all);
  expect(await joined()).toEqual(new Map());
});
