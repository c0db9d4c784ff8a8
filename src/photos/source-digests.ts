import { randomUUID } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { sha256, UNFINISHED } from "./picture-cache.ts";

/**
 * What the content of each photo file is, remembered between runs so that an archive of originals is not read
 * again to learn that nothing changed. A file is the same while its size, inode and times are, as Git has it: what copies
 * a file with its time cannot set when that was done.
 */
export type SourceDigests = {
  /** SHA-256 of a file, and its content where it had to be read. */
  readonly digestOf: (path: string) => Promise<{ readonly digest: string; readonly content?: Buffer }>;
  /** Has a file read anew when its digest is asked for, as it is not what is remembered. */
  readonly forget: (path: string) => void;
  /** Keeps for the next run what this one asked for. */
  readonly save: () => Promise<void>;
};

const recordSchema = z.strictObject({
  bytes: z.int(),
  inode: z.int(),
  modified: z.number(),
  changed: z.number(),
  sha256: z.hex().length(64),
});
const memorySchema = z.record(z.string(), recordSchema);
type Memory = z.output<typeof memorySchema>;

/** Opens the memory in the folder of the picture cache; a damaged one is begun anew. */
export function openSourceDigests(folder: string): SourceDigests {
  const path = join(folder, "sources.json");
  const before = readMemory(path);
  const asked: Memory = {};
  return {
    digestOf: async (source) => {
      const { size: bytes, ino: inode, mtimeMs: modified, ctimeMs: changed } = statSync(source);
      const stamp = { bytes, inode, modified, changed };
      const known = asked[source] ?? before[source];
      if (known !== undefined && isDeepStrictEqual({ ...known, ...stamp }, known)) {
        asked[source] = known;
        return { digest: known.sha256 };
      }
      const content = await readFile(source);
      const digest = sha256(content);
      asked[source] = { ...stamp, sha256: digest };
      return { digest, content };
    },
    forget: (source) => {
      delete asked[source];
      delete before[source];
    },
    save: async () => {
      const text = JSON.stringify(Object.fromEntries(Object.entries(asked).sort()));
      if (text === JSON.stringify(before)) return;
      const unfinished = join(folder, `${UNFINISHED}${randomUUID()}`);
      await writeFile(unfinished, text);
      await rename(unfinished, path);
    },
  };
}

function readMemory(path: string): Memory {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return {};
  }
}
