import { expect, it } from "vitest";
import { openContentFolder } from "../../src/content/content-folder.ts";
import { readReleaseFile } from "../../src/content/release-file.ts";
import type { Release } from "../../src/domain/release.ts";
import { aContentFolder, RELEASE_FILE, releaseText } from "../fixtures/content-folder.ts";
import { anOffice, MUNICIPALITIES, TOPICS } from "../fixtures/newsroom.ts";

/** A release that is right, with these lines in its head. */
async function releaseWith(frontMatter: string): Promise<Release | undefined> {
  const { files } = await openContentFolder(
    await aContentFolder({ [RELEASE_FILE]: releaseText(frontMatter) }),
  );
  const file = files.get(RELEASE_FILE);
  if (file === undefined) throw new Error(`${RELEASE_FILE} is not listed`);
  const context = { files, office: anOffice(), topics: TOPICS, places: MUNICIPALITIES };
  const { release, problems } = await readReleaseFile(file, context);
  expect(problems).toEqual([]);
  return release;
}

it("A release's corrections are told newest first, in whatever order an editor adds them", async () => {
  const release = await releaseWith(
    [
      "corrections:",
      "  - { date: 2019-03-29 08:00, note: Zweite }",
      "  - { date: 2019-03-28 14:30, note: Erste }",
      "  - { date: 2019-04-01, note: Dritte }",
    ].join("\n"),
  );
  expect(release?.corrections.map(({ note }) => note)).toEqual(["Dritte", "Zweite", "Erste"]);
});
