import { expect, it } from "vitest";
import { fileStamp } from "../../src/domain/file-stamp.ts";

const state = { size: 4711, mtimeMs: 1553677200000, ctimeMs: 1553677200001, ino: 42 };

it.each(["size", "mtimeMs", "ctimeMs", "ino"] as const)("A file of another %s has another stamp", (field) => {
  expect(fileStamp({ ...state })).toBe(fileStamp(state));
  expect(fileStamp({ ...state, [field]: state[field] + 1 })).not.toBe(fileStamp(state));
});
