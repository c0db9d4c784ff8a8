import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";
import { isCompressible } from "./media-types.ts";
import type { ArchivedFile } from "./package-archive.ts";

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * Brotli at its best quality takes fifteen times as long as at this one and saves 8 % (docs/adr/0021-package.md).
 */
const BROTLI_QUALITY = 5;

/** Node writes neither name nor time into gzip, so that the same bytes give the same copy. */
const GZIP_LEVEL = 9;

/**
 * The copies of a file that servers send to browsers which take them (RFC 7932, RFC 1952): none where they would not
 * be smaller.
 *
 * @example (await compressedCopies({ path: "index.html", content })).map(({ path }) => path) → ["index.html.br", "index.html.gz"]
 */
export async function compressedCopies({ path, content }: ArchivedFile): Promise<ArchivedFile[]> {
  if (!isCompressible(path)) return [];
  const [brotli, gzipped] = await Promise.all([
    compressBrotli(content, {
      params: {
        [zlib.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT,
        [zlib.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    compressGzip(content, { level: GZIP_LEVEL }),
  ]);
  return [
    { path: `${path}.br`, content: brotli },
    { path: `${path}.gz`, content: gzipped },
  ].filter((copy) => copy.content.length < content.length);
}
