import { appendFile, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { PlannedRelease, StandingRelease } from "./archive-plan.ts";
import {
  contentDigest,
  JOURNAL_FILE,
  journalLine,
  readJournal,
  type Step,
  stepFor,
} from "./import-journal.ts";
import { standingRelease } from "./standing-releases.ts";

/** What the target holds: its releases, and the digest of each of their files. */
export type Target = {
  readonly folder: string;
  readonly standing: readonly StandingRelease[];
  readonly digests: ReadonlyMap<string, string>;
  readonly journal: ReadonlyMap<string, string>;
};

/** How many files are read or written at a time. */
const AT_ONCE = 32;

/** Reads what the target folder holds from earlier imports and from editors. */
export async function openTarget(folder: string): Promise<Target> {
  const entries = await readdir(join(folder, "pressemitteilungen"), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map(({ parentPath, name }) => join(parentPath, name));
  const digests = new Map<string, string>();
  const standing: StandingRelease[] = [];
  await forEach(paths, async (path) => {
    const bytes = await readFile(path);
    const name = relative(folder, path).replaceAll("\\", "/");
    digests.set(name, contentDigest(bytes));
    standing.push(standingRelease(name, bytes.toString("utf8")));
  });
  standing.sort((a, b) => (a.path < b.path ? -1 : 1));
  const journal = await readFile(join(folder, JOURNAL_FILE), "utf8").catch(() => "");
  return { folder, standing, digests, journal: readJournal(journal) };
}

/** What writing an archive came to. */
export type Written = {
  readonly written: number;
  readonly kept: number;
  /** Paths of files that an editor has changed since; they stay. */
  readonly edited: ReadonlySet<string>;
};

/**
 * Writes the planned files, each whole or not at all, so that an import that was interrupted goes on where it
 * stopped. Files that someone has changed since the last import are left alone, and so are releases that the target
 * has under another name.
 *
 * @param onRelease called after each release
 */
export async function writeArchive(
  target: Target,
  planned: readonly PlannedRelease[],
  onRelease: () => void,
): Promise<Written> {
  const counts: Record<Step, number> = { write: 0, keep: 0, edited: 0 };
  const edited = new Set<string>();
  await mkdir(target.folder, { recursive: true });
  for (let start = 0; start < planned.length; start += AT_ONCE) {
    const chunk = planned.slice(start, start + AT_ONCE);
    const own = chunk.filter(({ standsAs }) => standsAs === undefined);
    const files = own.map(({ path, text }) =>
      ownFile(target, path, Buffer.from(text), target.digests.get(path)),
    );
    for (const { step, path } of files) {
      counts[step] += 1;
      if (step === "edited") edited.add(path);
    }
    const copies = await Promise.all(
      own.filter(({ path }) => !edited.has(path)).map((one) => copiesOf(target, one)),
    );
    await writeOwn(target, [...files, ...copies.flat()]);
    for (const _ of chunk) onRelease();
  }
  return { written: counts.write, kept: counts.keep, edited };
}

/** A file of the import and what is to be done with it. */
type OwnFile = {
  readonly path: string;
  readonly content: Buffer;
  readonly digest: string;
  readonly step: Step;
};

function ownFile({ journal }: Target, path: string, content: Buffer, found: string | undefined): OwnFile {
  const digest = contentDigest(content);
  return { path, content, digest, step: stepFor(found, journal.get(path), digest) };
}

function copiesOf(target: Target, { path, copies }: PlannedRelease): Promise<OwnFile[]> {
  return Promise.all(
    copies.map(async ({ from, name }) => {
      const copyPath = `${dirname(path)}/${name}`;
      const found = await readFile(join(target.folder, copyPath)).catch(() => undefined);
      return ownFile(target, copyPath, await readFile(from), found && contentDigest(found));
    }),
  );
}

/** The journal is told first: a digest of a file that was then not written does no harm. */
async function writeOwn({ folder, journal }: Target, files: readonly OwnFile[]): Promise<void> {
  const told = files.filter(({ step, path, digest }) => step !== "edited" && journal.get(path) !== digest);
  const lines = told.map(({ path, digest }) => journalLine(path, digest)).join("");
  if (lines !== "") await appendFile(join(folder, JOURNAL_FILE), lines);
  const due = files.filter(({ step }) => step === "write");
  await Promise.all(due.map(({ path, content }) => writeWhole(join(folder, path), content)));
}

/** Writes a file beside its place and moves it there. */
export async function writeWhole(path: string, content: Buffer | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.neu`;
  await writeFile(unfinished, content);
  await rename(unfinished, path);
}

async function forEach<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
