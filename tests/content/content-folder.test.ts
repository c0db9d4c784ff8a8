import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { openContentFolder } from "../../src/content/content-folder.ts";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";

it("A content folder is read without hidden files and folders and without Word's lock files", async () => {
  const folder = await aTemporaryFolder();
  const names = [
    "kreis.yaml",
    "pressemitteilungen/2019/2019-03-27-x.md",
    ".DS_Store",
    ".git/config",
    "pressemitteilungen/2019/.2019-03-27-x.md.swp",
    "pressemitteilungen/2019/~$lan.docx",
  ];
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), "x");
  }
  const { files, problems } = await openContentFolder(folder);
  expect([...files.keys()].sort()).toEqual(["kreis.yaml", "pressemitteilungen/2019/2019-03-27-x.md"]);
  expect(problems).toEqual([]);
});
