import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type WrittenFile, writeFiles } from "../../src/publish/file-writer.ts";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";

const filesOf = (count: number): WrittenFile[] =>
  [...Array(count).keys()].map((number) => ({
    path: `ordner-${number % 7}/${number}.txt`,
    content: `Grüße ${number}`,
  }));

describe.each([
  ["A few files", 10],
  ["Many files, on a thread of their own,", 2_345],
])("%s", (_, count) => {
  it("are all written, with the folders above them", async () => {
    const folder = await aTemporaryFolder();
    const files = filesOf(count);
    await writeFiles(folder, files, count);
    for (const { path, content } of files) expect(readFileSync(join(folder, path), "utf8")).toBe(content);
  });

  it("never write through to a file that is there, which could be shared with the site in place", async () => {
    const folder = await aTemporaryFolder();
    const [first] = filesOf(count);
    await writeFiles(folder, [{ path: "alt.txt", content: "alt" }], 1);
    await expect(
      writeFiles(folder, [...filesOf(count), { path: "alt.txt", content: "neu" }], count + 1),
    ).rejects.toMatchObject({ code: "EEXIST" });
    expect(readFileSync(join(folder, "alt.txt"), "utf8")).toBe("alt");
    expect(readFileSync(join(folder, first?.path ?? ""), "utf8")).toBe("Grüße 0");
  });
});
