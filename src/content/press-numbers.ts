import { readFile } from "node:fs/promises";
import { pressNumbersIn } from "../domain/next-press-id.ts";
import type { ContentFile, ContentFolder } from "./content-folder.ts";
import { splitFrontMatter } from "./front-matter-source.ts";
import { decodeSourceText } from "./source-text.ts";

/** The running numbers that the releases of a year have taken. */
export type PressNumbers = {
  readonly taken: readonly number[];
  /** Files whose front matter cannot be read; every number in them that can be made out counts as taken. */
  readonly unreadable: readonly { readonly file: string; readonly numbers: readonly number[] }[];
};

/** How many files are read at a time. */
const AT_ONCE = 64;

/**
 * Collects the running numbers of a year from all release files, whatever their state and wherever they lie: drafts,
 * embargoed ones, and broken ones as far as they can be made out.
 *
 * @example await readPressNumbers(folder, "kso", "2019") → { taken: [133, 134], unreadable: [] }
 */
export async function readPressNumbers(
  folder: ContentFolder,
  prefix: string,
  year: string,
): Promise<PressNumbers> {
  const releases = [...folder.files.values()].filter(({ name }) =>
    /^pressemitteilungen\/.*\.md$/i.test(name),
  );
  const taken: number[] = [];
  const unreadable: { file: string; numbers: number[] }[] = [];
  for (let start = 0; start < releases.length; start += AT_ONCE) {
    const readings = releases.slice(start, start + AT_ONCE).map((file) => numbersIn(file, prefix, year));
    for (const { file, numbers, isReadable } of await Promise.all(readings)) {
      taken.push(...numbers);
      if (!isReadable) unreadable.push({ file, numbers });
    }
  }
  return { taken, unreadable };
}

type FileNumbers = { readonly file: string; readonly numbers: number[]; readonly isReadable: boolean };

async function numbersIn(
  { path, name, shownAs }: ContentFile,
  prefix: string,
  year: string,
): Promise<FileNumbers> {
  const bytes = await readFile(path).catch(() => undefined);
  const mentioned = pressNumbersIn(bytes?.toString("utf8") ?? "", prefix, year);
  const isOfYear = mentioned.length > 0 || name.startsWith(`pressemitteilungen/${year}/`);
  if (!isOfYear) return { file: shownAs, numbers: [], isReadable: true };
  const ids = bytes && writtenIds(bytes, shownAs);
  if (ids === undefined) return { file: shownAs, numbers: mentioned, isReadable: false };
  return { file: shownAs, numbers: pressNumbersIn(ids.join("\n"), prefix, year), isReadable: true };
}

/** The IDs of a release as written in its front matter; nothing where that has faults. */
function writtenIds(bytes: Buffer, shownAs: string): string[] | undefined {
  const source = decodeSourceText(bytes, shownAs);
  const parts = "text" in source ? splitFrontMatter(source.text) : undefined;
  if (parts === undefined || !("yaml" in parts) || parts.yaml.faults.length > 0) return undefined;
  const { pressId, printedId } = Object(parts.yaml.data);
  return [pressId, printedId].filter((id) => typeof id === "string");
}
