import { openContentFolder } from "../content/content-folder.ts";
import { readOfficeFiles } from "../content/content-office.ts";
import type { Office } from "../domain/office.ts";
import { UsageError } from "../eleventy/site-options.ts";
import { printProblems, type Terminal } from "./terminal.ts";

/**
 * The office whose keys count: `kreis.yaml` of a content folder. Never the keys that a site itself shows, as a
 * forged one shows the forger's.
 *
 * @returns nothing where the file has problems, which are printed
 * @throws UsageError for a folder that cannot be read
 */
export async function readSigningOffice(input: string, terminal: Terminal): Promise<Office | undefined> {
  const folder = await openContentFolder(input).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--input=${input} lässt sich nicht lesen (${error.code}).`);
  });
  const { office, problems } = await readOfficeFiles(folder);
  if (office === undefined) printProblems(problems, terminal);
  return office;
}
