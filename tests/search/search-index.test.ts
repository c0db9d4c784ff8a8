import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { writeSearchIndex } from "../../src/search/search-index.ts";
import { aRelease, aSite, at } from "../fixtures/newsroom.ts";

/** The files of a site's index by their path, as bytes in base64. */
async function indexOf(site: ReturnType<typeof aSite>): Promise<Readonly<Record<string, string>>> {
  const folder = await mkdtemp(join(tmpdir(), "newsroom-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeSearchIndex(site, folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const bytes = await Promise.all(files.map((file) => readFile(file, "base64")));
  return Object.fromEntries(
    files.map((file, position) => [file.slice(folder.length), bytes[position] ?? ""]),
  );
}

const releases = Array.from({ length: 40 }, (_, number) =>
  aRelease({
    slug: `meldung-${number}`,
    date: at(`2019-03-${String(1 + (number % 28)).padStart(2, "0")} 10:00`),
    body: { html: "", text: `Meldung ${number} über Radwege, Unterkünfte und den Kreis Soest.` },
  }),
);

it("The same releases give the same index to the byte, in whatever order they were read", async () => {
  const index = await indexOf(aSite({ releases }));
  expect(await indexOf(aSite({ releases: releases.toReversed() }))).toEqual(index);
});

it("The index holds Pagefind's script and engine and a part for each release, but none of its own interfaces", async () => {
  const files = Object.keys(await indexOf(aSite({ releases })));
  expect(files).toEqual(
    expect.arrayContaining([
      "/pagefind/pagefind.js",
      "/pagefind/pagefind-entry.json",
      "/pagefind/wasm.unknown.pagefind",
    ]),
  );
  expect(files.filter((file) => file.startsWith("/pagefind/fragment/"))).toHaveLength(releases.length);
  expect(files.filter((file) => /ui|highlight|worker|playground/.test(file))).toEqual([]);
});

it("A newsroom without a release has an index too", async () => {
  expect(Object.keys(await indexOf(aSite()))).toContain("/pagefind/pagefind.js");
});
