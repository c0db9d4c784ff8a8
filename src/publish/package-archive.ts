import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Pack, pack } from "tar-stream";

/** A file of an archive. */
export type ArchivedFile = {
  /** Path in the archive, with `/` between its parts. */
  readonly path: string;
  readonly content: Buffer;
};

/** What an archive turned out to be. */
export type Archive = {
  /** How many files it holds. */
  readonly count: number;
  readonly bytes: number;
  /** SHA-256 of the archive in lower-case hexadecimal digits. */
  readonly sha256: string;
};

/** gzip's fastest: most of a package is compressed already, and the rest is there a third time, as it is. */
const ARCHIVE_GZIP_LEVEL = 1;

/**
 * Writes files and nothing of this machine into an archive (ustar with pax headers, POSIX.1-2017, in gzip): the same
 * files give the same bytes.
 *
 * @example await writeArchive("newsroom.tar.gz", packageFiles(content), now) → { count: 947, bytes: 7746608, sha256: "b67f…d53a" }
 * @param target path of the archive
 * @param modified time of all files, in milliseconds since 1970; archives know whole seconds
 */
export async function writeArchive(
  target: string,
  files: AsyncIterable<ArchivedFile>,
  modified: number,
): Promise<Archive> {
  const archive = pack();
  const digest = createHash("sha256");
  let bytes = 0;
  let count = 0;
  const fill = async () => {
    for await (const file of files) {
      await addFile(archive, file, new Date(modified));
      count += 1;
    }
    archive.finalize();
  };
  const measured = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      digest.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  await Promise.all([
    pipeline(
      archive as AsyncIterable<Uint8Array>,
      createGzip({ level: ARCHIVE_GZIP_LEVEL }),
      measured,
      createWriteStream(target),
    ),
    fill().catch((error: Error) => {
      archive.destroy(error);
      throw error;
    }),
  ]);
  return { count, bytes, sha256: digest.digest("hex") };
}

function addFile(archive: Pack, { path, content }: ArchivedFile, mtime: Date): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name: path, mtime, mode: 0o644, uid: 0, gid: 0 }, content, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}
