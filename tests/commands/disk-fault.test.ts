import { expect, it } from "vitest";
import { diskFault } from "../../src/commands/disk-fault.ts";

/** As Eleventy wraps what its plugins throw. */
const wrapped = (cause: Error) =>
  Object.assign(new Error("Having trouble writing"), { originalError: cause });

it.each([
  [
    "a full disk",
    new Error("ENOSPC: no space left on device, write"),
    "Der Datenträger ist voll (ENOSPC: no space left on device, write). Bitte Platz schaffen und noch einmal beginnen.",
  ],
  [
    "a full disk behind other errors",
    wrapped(
      new Error("Error copying", {
        cause: new Error("ENOSPC: no space left on device, copyfile 'a' -> 'b'"),
      }),
    ),
    "Der Datenträger ist voll (ENOSPC: no space left on device, copyfile 'a' -> 'b').",
  ],
  [
    "a full disk that the bundler found",
    new Error(
      "Build failed with 2 errors:\nerror: Failed to write to output file: write x.js: no space left on device",
    ),
    "Der Datenträger ist voll (error: Failed to write to output file: write x.js: no space left on device).",
  ],
  ["a full disk that the database found", new Error("database or disk is full"), "Der Datenträger ist voll"],
  [
    "a quota",
    new Error("EDQUOT: disk quota exceeded, write"),
    "Das Kontingent auf dem Datenträger ist erschöpft",
  ],
  ["a limit on files", new Error("EFBIG: file too large, write"), "Bitte die Grenze anheben (ulimit -f)"],
  ["a disk to read only", new Error("EROFS: read-only file system, mkdir '_site'"), "lässt sich nur lesen"],
  ["a missing right", new Error("EACCES: permission denied, mkdir '_site'"), "Bitte die Rechte prüfen"],
  ["a dying disk", new Error("EIO: i/o error, read"), "ob er voll oder beschädigt ist"],
])("An operator reads in German of %s", (_, error, told) => {
  expect(diskFault(error)).toContain(told);
});

it.each([
  ["what is no error", "ENOSPC: no space left on device"],
  ["a fault of the program", new TypeError("site is undefined")],
])("Of %s nothing is said of disks", (_, error) => {
  expect(diskFault(error)).toBeUndefined();
});
