import { readNewsroom } from "../src/content/newsroom-reader.ts";
import { publicEdition } from "../src/domain/edition.ts";
import type { Release } from "../src/domain/release.ts";
import { judgedArchive } from "./search-archive.ts";
import { answersTo, type JudgedQuery, namedAnswers, type Quality, searchQuality } from "./search-judge.ts";
import { ARCHIVE_QUERIES, EXAMPLE_QUERIES } from "./search-queries.ts";
import { SKETCH_QUERIES, sketchedArchive } from "./search-sketches.ts";

/**
 * `node bench/search-quality.ts`: asks the search every judged query and prints recall and precision at ten, with the
 * queries that fell short.
 */

/** When the example releases are looked at; the later ones among them are not public then. */
const NOW = Date.UTC(2026, 10, 22, 12);
const ARCHIVE_SIZE = 1_500;

const reading = await readNewsroom("content", NOW);
if ("problems" in reading) throw new Error("content/ has problems; see npm run check");
const { newsroom } = reading;
const { places, topics } = newsroom;
const archive = judgedArchive(ARCHIVE_SIZE, places, topics);
const sketches = sketchedArchive(places, topics);

const archiveReleases = archive.map(({ release }) => release);
const archiveQueries = ARCHIVE_QUERIES.map(([query, wanted]) => ({
  query,
  expected: answersTo(wanted, archive),
}));

await report("Example releases", newsroom.releases, namedAnswers(EXAMPLE_QUERIES, newsroom.releases));
await report("Small archive, written by hand", sketches, namedAnswers(SKETCH_QUERIES, sketches));
await report("Larger archive, generated, in one volume", archiveReleases, archiveQueries, ARCHIVE_SIZE);
await report("The same, in volumes", archiveReleases, archiveQueries);
await report("The same, a volume for each year", archiveReleases, archiveQueries, 1);

async function report(
  name: string,
  releases: readonly Release[],
  queries: readonly JudgedQuery[],
  fewest?: number,
): Promise<void> {
  const site = { ...newsroom, edition: publicEdition(releases, NOW) };
  const qualities = await searchQuality(site, queries, fewest);
  const mean = (share: (quality: Quality) => number) =>
    qualities.reduce((sum, quality) => sum + share(quality), 0) / qualities.length;
  console.log(`\n${name}: ${releases.length} releases, ${queries.length} queries`);
  console.log(`precision at 10: ${mean(({ precision }) => precision).toFixed(3)}`);
  console.log(`recall at 10:    ${mean(({ recall }) => recall).toFixed(3)}`);
  const short = qualities.filter(({ precision, recall }) => precision < 1 || recall < 1);
  if (short.length > 0) console.table(short);
}
