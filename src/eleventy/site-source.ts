import { posix } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";
import type { KeptContent } from "../content/kept-content.ts";
import { type NewsroomReader, newsroomReader } from "../content/newsroom-reader.ts";
import { type DueMoment, dueMoments } from "../domain/due-moment.ts";
import { formatProblem, type Problem } from "../domain/problem.ts";
import { missingOriginals } from "../domain/release.ts";
import { createSite, editionFor, type Site, type SiteOptions } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import type { FilesToWrite, StaticFile } from "../incremental/stale-files.ts";
import { type DamagedPhoto, makeRenditions } from "../photos/renditions.ts";
import { makeSharePictures } from "../photos/share-pictures.ts";
import { type SearchIndex, searchIndex } from "../search/search-index.ts";
import { allFilesToWrite, NO_FILES } from "./site-files.ts";
import { siteOptionsFrom } from "./site-options.ts";

/** A site and the files that belong to it. */
export type LoadedSite = {
  readonly site: Site;
  readonly search: SearchIndex;
  readonly files: readonly StaticFile[];
  /** How many releases the content holds that this site does not show. */
  readonly hiddenCount: number;
  /** What falls due after this build, soonest first: for whoever runs it, never for a page or file. */
  readonly due: readonly DueMoment[];
  /** Photos whose originals were not fetched from Git LFS, as paths below the content folder. */
  readonly missingOriginals: readonly string[];
};

/** Where the plugins get the site from: one already read for a build, a fresh one for each change in a preview. */
export type SiteSource = {
  /** Content folder, watched by the preview. */
  readonly input: string;
  readonly pathPrefix: string;
  /** Reads the content again where it may have changed; called before each run. */
  readonly refresh: () => Promise<void>;
  /** The site to show; none where a preview never had one without problems. */
  readonly current: () => LoadedSite | undefined;
  /** The files of the site that are to be written. */
  readonly filesToWrite: () => FilesToWrite;
  /** What is wrong with the content at the moment, for a preview to show instead of its pages. */
  readonly problems: () => readonly Problem[];
  /** The file that a preview makes when a browser asks for a path below the site's root, `/themen/`. */
  readonly fileAt?: (path: string) => SiteFile | StaticFile | undefined;
};

/** Where derived pictures are kept between builds. */
const PHOTO_CACHE = ".cache/photos";

/** Where the pictures drawn for sharing are kept between builds. */
const SHARE_CACHE = ".cache/share-pictures";

/** Where the search indexes of years that have not changed are kept between builds. */
const SEARCH_CACHE = ".cache/suche";

/** A site that can be shown, or why it cannot. */
export type SiteLoading = LoadedSite | { readonly problems: readonly Problem[] };

/**
 * Reads a content folder and makes its site: the edition to show, the pictures of that edition alone, and its
 * addresses.
 *
 * @param input content folder as the caller wrote it
 * @param kept what earlier runs found
 * @param read reads that folder; one that has read it before is faster
 */
export async function loadSite(
  input: string,
  options: SiteOptions,
  kept?: KeptContent,
  read: NewsroomReader = newsroomReader(input),
): Promise<SiteLoading> {
  const reading = await read(options.now, kept);
  if ("problems" in reading) return reading;
  const { newsroom } = reading;
  const edition = editionFor(newsroom, options);
  const renditions = await makeRenditions({ edition, office: newsroom.office, cacheFolder: PHOTO_CACHE });
  if (renditions.damaged.length > 0)
    return { problems: renditions.damaged.map((photo) => damagedPhoto(input, photo)) };
  const shares = await makeSharePictures({
    edition,
    office: newsroom.office,
    topics: newsroom.topics,
    cacheFolder: SHARE_CACHE,
  });
  await Promise.all([renditions.prune(), shares.prune()]);
  const attachments = edition.releases.flatMap((release) =>
    release.attachments.map(({ address, source }) => ({ address, path: source.path })),
  );
  const pictures = { renditionsOf: renditions.renditionsOf, sharePictures: shares };
  const site = createSite(newsroom, edition, pictures, options);
  return {
    site,
    search: searchIndex(site, { cacheFolder: SEARCH_CACHE }),
    hiddenCount: newsroom.releases.length - edition.releases.length,
    get due() {
      return dueMoments(newsroom, options.now);
    },
    get missingOriginals() {
      return missingOriginals(edition.releases);
    },
    files: [
      ...[...renditions.files, ...shares.files].map(({ address, cachedPath }) => ({
        address,
        path: cachedPath,
      })),
      ...attachments,
    ],
  };
}

/** Damage behind a photo's header shows only when its pictures are made; its line in the file is no longer known. */
function damagedPhoto(input: string, { release, photo, fault }: DamagedPhoto): Problem {
  const field = `photos[${photo.number - 1}].file`;
  return { file: posix.join(input, release.source), line: 1, column: 1, field, message: `Das Foto ${fault}` };
}

const sources = new WeakMap<EleventyConfig, SiteSource>();

/** Hands a site to the plugins of `.eleventy.ts`, to which Eleventy itself can pass nothing. */
export function provideSiteSource(config: EleventyConfig, source: SiteSource): void {
  sources.set(config, source);
}

/** The site that a command provided; where Eleventy was started by itself, the public one of `content/`. */
export function siteSourceOf(config: EleventyConfig): SiteSource {
  const source = sources.get(config) ?? contentSource("content");
  provideSiteSource(config, source);
  return source;
}

function contentSource(input: string): SiteSource {
  const options = siteOptionsFrom(process.env, Date.now());
  let current: LoadedSite | undefined;
  return {
    input,
    pathPrefix: options.pathPrefix,
    problems: () => [],
    current: () => current,
    filesToWrite: () => (current === undefined ? NO_FILES : allFilesToWrite(current)),
    refresh: async () => {
      const loading = await loadSite(input, options);
      if ("problems" in loading) throw new Error(loading.problems.map(formatProblem).join("\n"));
      current = loading;
    },
  };
}

/** The source of a build: a site that has been read and checked, and does not change. */
export function readySource(input: string, loaded: LoadedSite, files: FilesToWrite): SiteSource {
  return {
    input,
    pathPrefix: loaded.site.pathPrefix,
    problems: () => [],
    current: () => loaded,
    filesToWrite: () => files,
    refresh: async () => {},
  };
}
