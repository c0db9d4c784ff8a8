import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type SiteFiles, staleFiles } from "../../src/incremental/stale-files.ts";
import { aTemporaryFolder } from "../fixtures/content-folder.ts";

const NOTHING_KEPT = { files: new Map(), filesBeside: () => new Map() };

function copying(path: string): SiteFiles {
  return { releases: [], pages: [], outputs: [], copied: [{ address: "/anlage.pdf", path }] };
}

it("A file is kept as it was when its copy began, so that the next build sees what came in its place since", async () => {
  const path = join(await aTemporaryFolder(), "anlage.pdf");
  const find = () => staleFiles(copying(path), () => "", NOTHING_KEPT, Promise.resolve([]));
  writeFileSync(path, "vorher");
  const { records } = await find();
  writeFileSync(path, "während des Baus ersetzt");
  const kept = records.get("anlage.pdf")?.();
  const next = (await find()).records.get("anlage.pdf")?.();
  expect(kept?.fingerprint).toContain(`${path} 6 `);
  expect(next?.fingerprint).not.toBe(kept?.fingerprint);
});
