import { linkSync } from "node:fs";

/** What systems say where a file may have no second name: another's file, another file system, one that knows no links. */
const REFUSALS = new Set(["EPERM", "EMLINK", "EXDEV", "ENOTSUP", "EOPNOTSUPP"]);

/**
 * Gives a file a second name, where the file system and the file's owner allow that.
 *
 * @returns whether it has it
 * @throws what the file system throws for another reason
 */
export function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (REFUSALS.has((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}
