import type { KeptReading, KeptReadings } from "../content/release-readings.ts";
import { ADDRESSES } from "../domain/address.ts";
import type { Problem } from "../domain/problem.ts";
import type { SiteOptions } from "../domain/site.ts";
import { type SiteFile, servedFile } from "../domain/site-file.ts";
import { type BuildCache, isCacheDamage } from "../incremental/build-cache.ts";
import type { StaticFile } from "../incremental/stale-files.ts";
import { forwardingPages, pageOf, sitePages } from "./pages.ts";
import { type LoadedSite, loadSite, NO_FILES, type SiteSource, siteOutputs } from "./site-source.ts";

/** A source whose content changes, and whose files are made when a browser asks for them. */
export type PreviewSource = SiteSource & {
  /** To be told before {@link SiteSource.refresh} that content has changed. */
  readonly contentChanged: () => void;
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
  let current: LoadedSite | undefined;
  let problems: readonly Problem[] = [];
  let isStale = true;
  const load = async (): Promise<void> => {
    const loading = await loadSite(input, { ...optionsNow(), isPreview: true }, readings.open);
    problems = "problems" in loading ? loading.problems : [];
    if ("problems" in loading) report(loading.problems);
    else current = loading;
    readings.store();
  };
  return {
    input,
    pathPrefix: optionsNow().pathPrefix,
    current: () => current,
    problems: () => problems,
    contentChanged: () => {
      isStale = true;
    },
    refresh: async () => {
      if (!isStale) return;
      isStale = false;
      await load().catch(async (error: unknown) => {
        if (!isCacheDamage(error)) throw error;
        cache.discard();
        await load();
      });
    },
    // The page for what cannot be found is the one that a server must find itself.
    filesToWrite: () => ({
      ...NO_FILES,
      pages: current === undefined ? [] : sitePages(current.site).filter(isNotFoundPage).toArray(),
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
    sitePages(site).find(isMeant) ??
    files.find(isMeant) ??
    forwardingPages(site).find(isMeant) ??
    siteOutputs(site).find(isMeant)
  );
}

/**
 * The readings of a cache, kept in memory from one reading of the content to the next. They are stored once the new site
 * is shown: the texts of the one before are still loaded from the cache until then.
 */
function rememberedReadings(cache: BuildCache) {
  let last: { readonly madeFrom: string; readonly readings: Map<string, KeptReading> } | undefined;
  let unstored: (() => void)[] = [];
  const open = (madeFrom: string): KeptReadings => {
    const stored = last?.madeFrom === madeFrom ? undefined : cache.readings(madeFrom);
    last = stored === undefined && last ? last : { madeFrom, readings: new Map(stored?.readings) };
    const { readings } = last;
    return {
      readings,
      keep: (fresh, gone) => {
        for (const [name, reading] of fresh) readings.set(name, reading);
        for (const name of gone) readings.delete(name);
        unstored.push(() => cache.keepReadings(madeFrom, fresh, gone));
      },
    };
  };
  const store = () => {
    for (const keep of unstored) keep();
    unstored = [];
  };
  return { open, store };
}
