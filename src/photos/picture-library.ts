import { readFileSync } from "node:fs";

/**
 * The version of the library that makes pictures and brings its encoders. Others make other bytes, so it is part of a
 * recipe and with it of every cache key; it is known without loading the library, which a build without a new picture
 * need not.
 */
export const PICTURE_LIBRARY = versionOf(new URL("../package.json", import.meta.resolve("sharp")));

function versionOf(manifest: URL): unknown {
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly version?: unknown };
  return version;
}
