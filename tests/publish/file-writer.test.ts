import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWriter } from "../../src/publish/file-writer.ts";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";

describe("Files of a site", () => {
  it("are written with the folders above them", async () => {
    const folder = await aTemporaryFolder();
    const write = folderWriter(folder);
    for (const path of ["a.txt", "ordner/unter/b.txt", "ordner/unter/c.txt"])
      write({ path, content: `Grüße ${path}` });
    expect(readFileSync(join(folder, "ordner/unter/c.txt"), "utf8")).toBe("Grüße ordner/unter/c.txt");
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("Grüße a.txt");
  });

  it("are never written through one that is there, which could be shared with the site in place", async () => {
    const folder = await aTemporaryFolder();
    folderWriter(folder)({ path: "alt.txt", content: "alt" });
    expect(() => folderWriter(folder)({ path: "alt.txt", content: "neu" })).toThrow("EEXIST");
    expect(readFileSync(join(folder, "alt.txt"), "utf8")).toBe("alt");
  });
});
