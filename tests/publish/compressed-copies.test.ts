import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { compressedCopies } from "../../src/publish/compressed-copies.ts";

describe("The compressed copies of a file", () => {
  const content = Buffer.from("Beispieltext. ".repeat(100));

  it("are a Brotli and a gzip one, which unpack to the file", async () => {
    const copies = await compressedCopies({ path: "index.html", content });
    expect(copies.map(({ path }) => path)).toEqual(["index.html.br", "index.html.gz"]);
    const [brotli, gzip] = copies.map((copy) => copy.content);
    expect(brotliDecompressSync(brotli ?? "").equals(content)).toBe(true);
    expect(gunzipSync(gzip ?? "").equals(content)).toBe(true);
  });

  it("are the same for the same bytes, and tell neither name nor time", async () => {
    const [one, two] = await Promise.all(
      ["a.html", "b.html"].map(async (path) =>
        (await compressedCopies({ path, content })).map((copy) => copy.content),
      ),
    );
    expect(one).toEqual(two);
    // Flags and time in the header (RFC 1952, section 2.3).
    expect(one?.[1]?.subarray(3, 8)).toEqual(Buffer.alloc(5));
  });

  it.each([
    ["a text too short to gain", { path: "robots.txt", content: Buffer.from("x") }],
    ["an empty file", { path: "leer.txt", content: Buffer.from("") }],
    ["a picture", { path: "foto.webp", content }],
  ])("are none of %s", async (_, file) => {
    expect(await compressedCopies(file)).toEqual([]);
  });
});
