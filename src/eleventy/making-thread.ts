import { parentPort, workerData } from "node:worker_threads";
import { resolveArchive } from "../content/archive.ts";
import { keptReleaseFiles } from "../content/kept-reading.ts";
import { createSite, editionFor } from "../domain/site.ts";
import { BuildCache } from "../incremental/build-cache.ts";
import { fingerprintsOf } from "../incremental/fingerprints.ts";
import { type MakingOrder, picturesIn, workThrough } from "./making-threads.ts";
import { releaseMaker } from "./release-maker.ts";
import { sha256 } from "./site-options.ts";

// A thread that makes and writes files of releases, as long as there are some; see making-threads.ts.
const { cache, code, stage, target, newsroom, options, pictures, work } = workerData as MakingOrder;
const kept = new BuildCache(cache);
kept.hold();
const files = keptReleaseFiles(kept.allReadings().values(), newsroom);
const releases = resolveArchive(files);
const edition = editionFor({ ...newsroom, releases }, options);
const site = createSite({ ...newsroom, releases }, edition, picturesIn(pictures), { ...options, sha256 });
const make = releaseMaker(site, fingerprintsOf(site, code), stage, target);
const made = workThrough(work, make);
// Its lock would keep the build from writing.
kept.close();
parentPort?.postMessage(made);
