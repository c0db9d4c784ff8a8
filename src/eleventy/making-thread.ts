import { hash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { releaseDirectory, resolveArchive } from "../content/archive.ts";
import { keptReleaseFiles } from "../content/release-readings.ts";
import { createSite, editionFor } from "../domain/site.ts";
import { BuildCache } from "../incremental/build-cache.ts";
import { fingerprintsOf } from "../incremental/fingerprints.ts";
import { type MakingOrder, picturesIn } from "./making-threads.ts";
import { type ReleaseWork, releaseMaker } from "./release-maker.ts";

// A thread that makes and writes the files handed to it; see making-threads.ts.
const { cache, code, stage, target, newsroom, options, pictures } = workerData as MakingOrder;
const files = keptReleaseFiles(new BuildCache(cache).allReadings().values(), newsroom);
const releases = resolveArchive(files, releaseDirectory(files.map(({ claims }) => claims)));
const edition = editionFor({ ...newsroom, releases }, options);
const site = createSite({ ...newsroom, releases }, edition, picturesIn(pictures), {
  ...options,
  sha256: (text) => hash("sha256", text),
});
const make = releaseMaker(site, fingerprintsOf(site, code), stage, target);
parentPort?.on("message", (work: readonly ReleaseWork[]) => parentPort?.postMessage(make(work)));
