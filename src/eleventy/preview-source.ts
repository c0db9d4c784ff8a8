import type { KeptContent } from "../content/kept-content.ts";
import { type KeptReading, type KeptReadings, openReading, withText } from "../content/kept-reading.ts";
import { type NewsroomReader, newsroomReader } from "../content/newsroom-reader.ts";
import { ADDRESSES } from "../domain/address.ts";
import type { Problem } from "../domain/problem.ts";
import type { Body } from "../domain/release.ts";
import type { Site, SiteOptions } from "../domain/site.ts";
import { type SiteFile, servedFile } from "../domain/site-file.ts";
import { type BuildCache, isCacheDamage } from "../incremental/build-cache.ts";
import type { StaticFile } from "../incremental/stale-files.ts";
import { archivePages, pageOf } from "./pages.ts";
import { NO_FILES, outputsOfArchive, releaseFiles } from "./site-files.ts";
import { type LoadedSite, loadSite, type SiteSource } from "./site-source.ts";

/** A source whose content changes, and whose files are made when a browser asks for them. */
export type PreviewSource = SiteSource & {
  /** To be told before {@link SiteSource.refresh} of the paths below the content folder at which something changed. */
  readonly contentChanged: (changed: readonly string[]) => void;
};

/**
 * The source of a preview: the site as it stands, each file made on demand, so that a change of content costs reading
 * what changed and one page, however large the archive.
 *
 * @param optionsNow asked at each reading, as time passes in front of a preview
 * @param report takes what is wrong with the content
 */
export function previewSource(
  input: string,
  cache: BuildCache,
  optionsNow: () => SiteOptions,
  report: (problems: readonly Problem[]) => void,
): PreviewSource {
  const readings = rememberedReadings(cache);
  const read = newsroomReader(input);
  let current: LoadedSite | undefined;
  let problems: readonly Problem[] = [];
  // At first nothing is known of the folder.
  let changed: string[] | undefined;
  let isStale = true;
  const kept: KeptContent = {
    readings: readings.open,
    recall: (name, madeFrom) => cache.recall(name, madeFrom),
    keep: (name, madeFrom, value) => cache.keep(name, madeFrom, value),
  };
  const readChanges: NewsroomReader = (now) => {
    const unread = changed;
    changed = [];
    return read(now, kept, unread);
  };
  const load = async (): Promise<void> => {
    const loading = await loadSite(input, { ...optionsNow(), isPreview: true }, kept, readChanges);
    problems = "problems" in loading ? loading.problems : [];
    if ("problems" in loading) report(loading.problems);
    else current = loading;
    readings.store();
  };
  const loadAgain = async (): Promise<void> => {
    await load().catch(async (error: unknown) => {
      changed = undefined;
      isStale = !isCacheDamage(error);
      if (isStale) throw error;
      cache.discard();
      await load();
    });
  };
  // One after the other: what was read later is shown later.
  let refreshed = Promise.resolve();
  return {
    input,
    pathPrefix: optionsNow().pathPrefix,
    current: () => current,
    problems: () => problems,
    contentChanged: (paths) => {
      isStale = true;
      changed = changed?.concat(paths);
    },
    refresh: () => {
      if (isStale) refreshed = refreshed.catch(() => {}).then(loadAgain);
      isStale = false;
      return refreshed;
    },
    // The page for what cannot be found is the one that a server must find itself.
    filesToWrite: () => ({
      ...NO_FILES,
      pages: current === undefined ? [] : archivePages(current.site).filter(isNotFoundPage).toArray(),
    }),
    fileAt: (path) => current && fileAt(current, path),
  };
}

function isNotFoundPage({ address }: SiteFile): boolean {
  return address === ADDRESSES.notFound;
}

/** Looks for releases and pages first, as what machines read takes longer to list than a page to make. */
function fileAt({ site, files }: LoadedSite, path: string): SiteFile | StaticFile | undefined {
  const release = site.edition.byAddress.get(path);
  if (release !== undefined) return pageOf(release, site);
  const served = servedFile(path);
  const isMeant = ({ address }: SiteFile | StaticFile) => servedFile(address) === served;
  return (
    archivePages(site).find(isMeant) ??
    files.find(isMeant) ??
    besideReleases(site).find(isMeant) ??
    outputsOfArchive(site).find(isMeant)
  );
}

function* besideReleases(site: Site): Generator<SiteFile> {
  for (const release of site.edition.releases) yield* releaseFiles(release, site).beside();
}

/**
 * The readings of a cache, kept in memory from one reading of the content to the next. They are stored once the new site
 * is shown: the texts of the one before are still loaded from the cache until then.
 */
function rememberedReadings(cache: BuildCache) {
  let last: { readonly madeFrom: string; readonly readings: Map<string, KeptReading> } | undefined;
  let unstored: (() => void)[] = [];
  const open = (madeFrom: string): KeptReadings => {
    if (last?.madeFrom !== madeFrom)
      last = { madeFrom, readings: new Map(cache.readings(madeFrom).readings) };
    const { readings } = last;
    return {
      readings,
      keep: (fresh) => {
        const bodyOf = (name: string, body: Body) => withText(body, fresh.get(name));
        for (const [name, written] of fresh)
          readings.set(
            name,
            openReading(written, (body) => bodyOf(name, body)),
          );
        unstored.push(() => cache.keepReadings(madeFrom, fresh));
        return bodyOf;
      },
      restamp: (stamps) => {
        for (const [name, stamp] of stamps) {
          const reading = readings.get(name);
          if (reading !== undefined) readings.set(name, { ...reading, stamp });
        }
        unstored.push(() => cache.restampReadings(stamps));
      },
      forget: (gone) => {
        for (const name of gone) readings.delete(name);
        unstored.push(() => cache.forgetReadings(gone));
      },
    };
  };
  const store = () => {
    for (const keep of unstored) keep();
    unstored = [];
  };
  return { open, store };
}
