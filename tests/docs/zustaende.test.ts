import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { DIAGRAM, stateDiagram } from "../../docs/bilder/zustaende.ts";

it("The handbook's picture of the states is the machine's; `node docs/bilder/zustaende.ts` draws it anew", async () => {
  expect(await readFile(DIAGRAM, "utf8")).toBe(stateDiagram());
});
