import { createHash } from "node:crypto";

/**
 * What an import has written, so that a later one knows its own files from those that an editor has changed since.
 * A line of JSON for each file; the last line about a file counts, and a line that a killed process left unfinished
 * is passed over.
 */
export type ImportJournal = ReadonlyMap<string, string>;

/** Name of the journal in the target folder; hidden, as the newsroom's reader passes hidden files over. */
export const JOURNAL_FILE = ".import.jsonl";

/** The digest by which a file's content is told, SHA-256 in hexadecimal. */
export function contentDigest(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * Reads a journal.
 *
 * @example readJournal('{"path":"a.md","digest":"ab"}\n{"pa') → Map { "a.md" → "ab" }
 */
export function readJournal(text: string): ImportJournal {
  const entries = text.split("\n").flatMap((line) => entryOf(line) ?? []);
  return new Map(entries.map(({ path, digest }) => [path, digest]));
}

/** A line of the journal. */
export function journalLine(path: string, digest: string): string {
  return `${JSON.stringify({ path, digest })}\n`;
}

function entryOf(line: string): { path: string; digest: string } | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    const isEntry =
      typeof entry === "object" &&
      entry !== null &&
      "path" in entry &&
      "digest" in entry &&
      typeof entry.path === "string" &&
      typeof entry.digest === "string";
    return isEntry ? { path: entry.path as string, digest: entry.digest as string } : undefined;
  } catch {
    return undefined;
  }
}

/** What to do with a file that an import plans. */
export type Step = "write" | "keep" | "edited";

/**
 * Decides about a planned file: written where there is none or where the old one is the import's own, kept where
 * nothing changes, and never touched where someone else has changed it.
 *
 * @param found digest of the file in the target; absent where there is none
 * @param written digest that the journal has of it
 * @param planned digest of what would be written
 */
export function stepFor(found: string | undefined, written: string | undefined, planned: string): Step {
  if (found === undefined) return "write";
  if (found === planned) return "keep";
  return found === written ? "write" : "edited";
}
