import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tryLink } from "../../src/publish/hard-link.ts";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";

describe("A second name for a file", () => {
  it("leads to the same bytes", async () => {
    const folder = await aTemporaryFolder();
    writeFileSync(join(folder, "a"), "Text");
    expect(tryLink(join(folder, "a"), join(folder, "b"))).toBe(true);
    expect(readFileSync(join(folder, "b"), "utf8")).toBe("Text");
  });

  it.skipIf(process.platform !== "linux")(
    "is not had where the file system refuses it, as another one does",
    async () => {
      const folder = await aTemporaryFolder();
      expect(tryLink("/proc/self/status", join(folder, "b"))).toBe(false);
      expect(existsSync(join(folder, "b"))).toBe(false);
    },
  );

  it("is a fault where there is no file", async () => {
    const folder = await aTemporaryFolder();
    expect(() => tryLink(join(folder, "a"), join(folder, "b"))).toThrow("ENOENT");
  });
});
