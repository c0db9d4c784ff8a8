import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AFTER_ALL, exampleArchive } from "../../bench/archive.ts";
import { contentPath, peerPath, writeContentFolder, writePeerFolder } from "../../bench/archive-files.ts";
import { runCommand } from "../fixtures/command.ts";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";
import { EXAMPLE_NAMES } from "./example-names.ts";

describe("The files of the bench's archive", () => {
  it("pass the check of content", async () => {
    const folder = await aTemporaryFolder();
    await writeContentFolder(folder, exampleArchive(400, EXAMPLE_NAMES), "content");
    const { code, stdout } = await runCommand("check", [`--input=${folder}`], {
      SOURCE_DATE_EPOCH: String(AFTER_ALL),
    });
    expect(stdout).toContain("Alles in Ordnung: 400 Pressemitteilungen");
    expect(code).toBe(0);
  });

  it("give the peers the same text, and the date as an instant", async () => {
    const folder = await aTemporaryFolder();
    const releases = [...exampleArchive(12, EXAMPLE_NAMES)];
    await writeContentFolder(join(folder, "ours"), releases, "content");
    await writePeerFolder(join(folder, "theirs"), releases, EXAMPLE_NAMES);
    for (const release of releases) {
      const ours = await readFile(join(folder, "ours", contentPath(release)), "utf8");
      const theirs = await readFile(join(folder, "theirs", peerPath(release)), "utf8");
      expect(bodyOf(theirs)).toBe(bodyOf(ours));
      expect(ours).toContain(`date: ${release.day} ${release.time}\n`);
      expect(theirs).toMatch(new RegExp(`^date: ${release.day}T\\d\\d:\\d\\d:00\\.000Z$`, "m"));
    }
  });

  it("tell Hugo each year, month and topic by name", async () => {
    const folder = await aTemporaryFolder();
    await writePeerFolder(folder, exampleArchive(12, EXAMPLE_NAMES), EXAMPLE_NAMES);
    const section = (path: string) => readFile(join(folder, path, "_index.md"), "utf8");
    expect(await section("pressemitteilungen/2006/01")).toContain("title: 2006/01");
    expect(await section("tags/strassenbau-und-verkehr")).toContain("title: Straßenbau und Verkehr");
  });
});

function bodyOf(file: string): string {
  return file.slice(file.indexOf("\n---\n") + 5);
}
