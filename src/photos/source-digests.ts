import { randomUUID } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { fileStamp } from "../domain/file-stamp.ts";
import { sha256, UNFINISHED } from "./picture-cache.ts";

/**
 * What the content of each photo file is, remembered between runs so that an archive of originals is not read
 * again to learn that nothing changed. A file is the same while its stamp is.
 */
export type SourceDigests = {
  /** SHA-256 of a file, and its content where it had to be read. */
  readonly digestOf: (path: string) => Promise<{ readonly digest: string; readonly content?: Buffer }>;
  /** Has a file read anew when its digest is asked for, as it is not what is remembered. */
  readonly forget: (path: string) => void;
  /** Keeps for the next run what this one asked for. */
  readonly save: () => Promise<void>;
};

const recordSchema = z.strictObject({ stamp: z.string(), sha256: z.hex().length(64) });
const memorySchema = z.record(z.string(), recordSchema);
type Memory = z.output<typeof memorySchema>;

/** Opens the memory in the folder of the picture cache; a damaged one is begun anew. */
export function openSourceDigests(folder: string): SourceDigests {
  const path = join(folder, "sources.json");
  const before = readMemory(path);
  const asked: Memory = {};
  return {
    digestOf: async (source) => {
      const stamp = fileStamp(statSync(source));
      const known = asked[source] ?? before[source];
      if (known?.stamp === stamp) {
        asked[source] = known;
        return { digest: known.sha256 };
      }
      const content = await readFile(source);
      const digest = sha256(content);
      asked[source] = { stamp, sha256: digest };
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
