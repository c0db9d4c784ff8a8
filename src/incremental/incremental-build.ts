import { existsSync, readdirSync } from "node:fs";
import type { KeptContent } from "../content/kept-content.ts";
import type { Site } from "../domain/site.ts";
import type { Fingerprint } from "../outputs/open-data.ts";
import { openStage } from "../publish/staged-folder.ts";
import { BuildCache, cachePath, isCacheDamage, type KeptFiles, pruneCaches } from "./build-cache.ts";
import { fingerprintsOf } from "./fingerprints.ts";
import { relateAll } from "./kept-related.ts";
import { mirror } from "./mirror.ts";
import { filesAsWritten, filesBesideContent, linkUnchanged, takeOut } from "./stage-files.ts";
import { type FilesToWrite, keptMeasure, type Measure, type SiteFiles, staleFiles } from "./stale-files.ts";

/** How a site is read and written; what stands around it is {@link buildIncrementally}. */
export type SiteBuild<Loaded extends { readonly site: Site }, Failed> = {
  /** Absolute path of the folder to put the site at. */
  readonly target: string;
  /** What the code is known by; see `code-digest.ts`. */
  readonly code: string;
  /** Reads the content; a reading that failed ends the build. */
  readonly load: (kept: KeptContent) => Promise<Loaded | Failed>;
  /** All files of the site, none of them made yet. */
  readonly filesOf: (loaded: Loaded, measure: Measure) => SiteFiles;
  /**
   * Writes the files into a stage, and whatever else belongs to the site and is made anew each time.
   *
   * @param cache path of the build's cache, where that holds all that was read
   * @returns files of which all is known that is to be kept; the others are looked at
   */
  readonly write: (
    loaded: Loaded,
    files: FilesToWrite,
    stage: string,
    cache: string | undefined,
  ) => Promise<KeptFiles>;
};

/**
 * Builds a site and writes only what is not as the last build into the same target left it. The result is the same,
 * byte by byte, as if all of it had been written: a file is left only where its fingerprint, its size and its time of
 * change say that it is what would be made.
 *
 * While the content is read, a thread makes the stage a copy of the target by hard links; stale files are taken out of
 * it before they are written anew.
 *
 * Builds of one target take turns, and each reads its content when its turn has come: what is published last was read
 * last.
 */
export async function buildIncrementally<Loaded extends { readonly site: Site }, Failed extends object>(
  build: SiteBuild<Loaded, Failed>,
): Promise<Loaded | Failed> {
  pruneCaches();
  const cache = new BuildCache(cachePath(build.target));
  try {
    cache.claim();
    return await buildWith(cache, build);
  } catch (error) {
    if (!isCacheDamage(error)) throw error;
    cache.discard();
    return await buildIncrementally(build);
  } finally {
    cache.close();
  }
}

async function buildWith<Loaded extends { readonly site: Site }, Failed extends object>(
  cache: BuildCache,
  { target, code, load, filesOf, write }: SiteBuild<Loaded, Failed>,
): Promise<Loaded | Failed> {
  const stage = await openStage(target);
  const mirrored = mirror({ cache: cachePath(target), target, stage: stage.folder });
  try {
    // Heard below, however early it fails.
    mirrored.catch(() => {});
    const loaded = await load(cache);
    if (!("site" in loaded)) {
      await mirrored;
      await stage.abandon();
      return loaded;
    }
    relateAll(loaded.site.edition, cache);
    const files = cache.files();
    const fingerprintOf = fingerprintsOf(loaded.site, code);
    const measured = new Map<string, Fingerprint>();
    const all = filesOf(loaded, keptMeasure(files, fingerprintOf, measured));
    const last = { files, filesBeside: (page: string) => cache.filesBeside(page) };
    const stale = await staleFiles(all, fingerprintOf, last, mirrored);
    takeOut(stage.folder, stale);
    const written = [...stale.records.keys()];
    const content = new Set([
      ...readdirSync(stage.folder),
      ...written.map((path) => path.split("/", 1)[0] ?? ""),
    ]);
    const told = await write(loaded, stale, stage.folder, cache.isWhole ? cachePath(target) : undefined);
    if (existsSync(target)) {
      const untold = written.filter((path) => !told.has(path));
      linkUnchanged(target, stage.folder, [...untold, ...filesBesideContent(stage.folder, content)]);
    }
    cache.keepFiles(filesAsWritten(stage.folder, stale, measured, told), stale.gone);
    await stage.takePlace();
    return loaded;
  } catch (error) {
    // The thread must not fill a stage that is given up. What failed is what the caller must hear.
    await mirrored.catch(() => {});
    await stage.abandon().catch(() => {});
    throw error;
  }
}
