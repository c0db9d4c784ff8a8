import { hash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { apacheFiles } from "./apache.ts";
import { caddyFiles } from "./caddy.ts";
import { compressedCopies } from "./compressed-copies.ts";
import { containerFiles } from "./container.ts";
import { nginxFiles } from "./nginx.ts";
import type { ArchivedFile } from "./package-archive.ts";
import type { PackageText } from "./package-text.ts";
import type { ServedSite } from "./served-site.ts";
import { MANIFEST } from "./signed-manifest.ts";
import { staticHostFiles } from "./static-host.ts";

/** What goes into a package. */
export type PackageContent = {
  /** A built site. */
  readonly folder: string;
  readonly site: ServedSite;
  /** The guide for operators that comes with it, as Markdown. */
  readonly guide: string;
};

/**
 * Everything that a host needs, file by file, sorted by path: the site with its compressed copies, the servers'
 * configuration, a guide; at last the digests of all of these, as `sha256sum -c` reads them.
 *
 * @example for await (const { path } of packageFiles(content)) → "LIESMICH.md", …, "site/index.html", "site/index.html.br", …, "SHA256SUMS"
 * @throws Error for what a server could not be trusted to serve: a link, a path with a line end
 */
export async function* packageFiles({ folder, site, guide }: PackageContent): AsyncIterable<ArchivedFile> {
  const paths = await filePaths(folder);
  const files = new Set(paths.map((path) => `${site.prefix}${path}`));
  const texts: PackageText[] = [
    { path: "LIESMICH.md", text: guide },
    ...apacheFiles(site),
    ...caddyFiles(site),
    ...containerFiles(),
    ...nginxFiles(site, (path) => files.has(path) || files.has(`${path}/index.html`)),
    ...staticHostFiles(site, siteFolders(paths, site)),
  ];
  const sources: Source[] = [
    ...texts.map(({ path, text }) => ({ path, files: async () => [{ path, content: Buffer.from(text) }] })),
    ...paths.map((path) => siteFile(folder, path, site)),
  ].sort((one, other) => compare(one.path, other.path));
  const sums: string[] = [];
  for await (const files of inOrder(sources)) {
    for (const file of files) {
      sums.push(`${hash("sha256", file.content)}  ${file.path}\n`);
      yield file;
    }
  }
  yield { path: MANIFEST, content: Buffer.from(sums.join("")) };
}

/** Some files that are made when their turn has nearly come. */
type Source = { readonly path: string; readonly files: () => Promise<ArchivedFile[]> };

/** A file of the site and its copies. Its folder has the path prefix in it, so that no server has to map one. */
function siteFile(folder: string, path: string, { prefix }: ServedSite): Source {
  const packaged = `site${prefix}${path}`;
  return {
    path: packaged,
    files: async () => {
      const file = { path: packaged, content: await readFile(join(folder, path)) };
      return [file, ...(await compressedCopies(file))];
    },
  };
}

/** How many files are read and compressed ahead of the one that is written: enough for all cores, little to hold. */
const AHEAD = 16;

async function* inOrder(sources: readonly Source[]): AsyncIterable<ArchivedFile[]> {
  const started: Promise<ArchivedFile[]>[] = [];
  for (const source of sources) {
    const files = source.files();
    // Told when its turn comes; until then its failure is not unheard.
    files.catch(() => {});
    started.push(files);
    if (started.length > AHEAD) yield (await started.shift()) ?? [];
  }
  for (const files of started) yield await files;
}

/** The files of a site, paths with `/` between their parts. */
async function filePaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/");
      if (!entry.isFile() || /[\\\n\r]/.test(path))
        throw new Error(`A package cannot hold ${JSON.stringify(path)}`);
      return path;
    });
}

/** What static hosts need to know: the folders at the root that no redirect answers for, and which pages there are. */
function siteFolders(paths: readonly string[], { prefix, redirects }: ServedSite) {
  const pages = new Set(paths.filter((path) => path.endsWith(".html")).map((path) => `${prefix}${path}`));
  const forwarded = new Set(redirects.map(({ path }) => path));
  const folders = new Set(
    paths.filter((path) => path.includes("/")).map((path) => path.slice(0, path.indexOf("/"))),
  );
  return {
    folders: [...folders].filter((folder) => !forwarded.has(`${prefix}${folder}`)).sort(compare),
    hasPage: (path: string) => pages.has(path) || pages.has(`${path}/index.html`),
  };
}

/** By code unit, so that no locale changes the order. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
