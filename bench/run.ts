import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { inspect, parseArgs, promisify } from "node:util";
import { readNewsroom } from "../src/content/newsroom-reader.ts";
import { AFTER_ALL, type Names } from "./archive.ts";
import { benchBuilds } from "./build-bench.ts";
import { findPeers, type Peers } from "./generators.ts";
import { LIGHTHOUSE_PAGES, lighthouseScores } from "./lighthouse.ts";
import { benchLoad, loadText } from "./load.ts";
import { measuredRun } from "./measured-run.ts";
import { benchPhotos } from "./photo-bench.ts";
import { benchPreviews, type PreviewRounds } from "./preview-bench.ts";
import { type Progress, printedProgress } from "./progress.ts";
import {
  buildText,
  circumstancesText,
  INTRODUCTION,
  lighthouseText,
  photoText,
  previewText,
} from "./report.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

/**
 * `npm run bench`: builds this newsroom and its peers side by side, times previews, photos, search and pages, prints
 * the tables and writes them to `docs/bench.md`. With `--quick` less of each, in under two minutes; with `--only=STEP`
 * one step alone; both print only, and so does a bench of which a step failed. `--photos=1000` and `--sizes=1000,10000` say how many photos and releases.
 */

const REPORT = "docs/bench.md";

/** How much is measured. */
type Plan = {
  /** Numbers of releases, and how often each archive is built. */
  readonly builds: readonly { readonly size: number; readonly rounds: number }[];
  readonly preview: { readonly size: number; readonly rounds: PreviewRounds };
  readonly photos: number;
  /** Seconds for which each page is asked for. */
  readonly load: { readonly seconds: number };
  readonly lighthouse: {
    readonly pages: typeof LIGHTHOUSE_PAGES | readonly [string, string][];
    readonly runs: number;
  };
};

const WHOLE: Plan = {
  builds: [
    { size: 1_000, rounds: 5 },
    { size: 10_000, rounds: 5 },
    { size: 50_000, rounds: 3 },
  ],
  preview: { size: 10_000, rounds: { starts: 3, edits: 15, layouts: 5 } },
  photos: 100,
  load: { seconds: 5 },
  lighthouse: { pages: LIGHTHOUSE_PAGES, runs: 3 },
};

const QUICK: Plan = {
  builds: [{ size: 1_000, rounds: 1 }],
  preview: { size: 1_000, rounds: { starts: 1, edits: 5, layouts: 1 } },
  photos: 4,
  load: { seconds: 1 },
  lighthouse: { pages: [["Pressemitteilung", "/pressemitteilungen/2019/03/27/gemeinsam-klappts/"]], runs: 1 },
};

/** What a step needs. */
type Bench = {
  readonly plan: Plan;
  readonly workbench: Workbench;
  readonly peers: Peers;
  readonly names: Names;
  readonly progress: Progress;
};

/**
 * The steps by the name that `--only` takes; each answers its section of the report, in Markdown.
 */
const STEPS: Readonly<Record<string, (bench: Bench) => Promise<string>>> = {
  builds: async ({ plan, ...bench }) => {
    const sections: string[] = [];
    for (const build of plan.builds) {
      const section = async () =>
        buildText(await benchBuilds({ ...bench, ...build }), bench.peers.hugo?.name);
      sections.push(await attempted(`builds of ${build.size}`, section));
    }
    return sections.join("\n\n");
  },
  preview: async ({ plan, ...bench }) => {
    const { size, rounds } = plan.preview;
    return previewText(size, await benchPreviews({ ...bench, size }, rounds));
  },
  photos: async ({ plan, workbench, names, progress }) =>
    photoText(await benchPhotos(workbench, names, plan.photos, progress)),
  search: searchText,
  load: async ({ plan, workbench, progress }) =>
    loadText(await benchLoad(workbench, plan.load.seconds, progress)),
  pages: async ({ plan, workbench, progress }) => {
    const site = join(workbench.folder, "_site");
    await measuredRun(await workbench.script("build", [`--output=${site}`]));
    progress("the project's own site built");
    const rows = await lighthouseScores(site, plan.lighthouse.pages, plan.lighthouse.runs);
    progress(`${rows.length} pages scored`);
    return lighthouseText(rows);
  },
};

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean" },
      only: { type: "string" },
      photos: { type: "string" },
      sizes: { type: "string" },
    },
  });
  if (process.platform !== "linux")
    throw new Error("The bench reads time and memory from /proc: it needs Linux.");
  const steps = Object.entries(STEPS).filter(([name]) => values.only === undefined || values.only === name);
  if (steps.length === 0) {
    throw new Error(`--only=${values.only} is no step. There are: ${Object.keys(STEPS).join(", ")}.`);
  }
  const plan = planOf(values.quick ? QUICK : WHOLE, values);
  const [load = 0] = loadavg();
  const day = new Date().toISOString().slice(0, 10);
  const workbench = await openWorkbench();
  process.once("exit", workbench.remove);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  const peers = await findPeers(workbench);
  if (peers.hugo === undefined) console.log("Hugo is not installed here and left out.");
  const names = await namesOf(join(workbench.project, "content"));
  const bench = { plan, workbench, peers, names, progress: printedProgress() };
  const sections = [INTRODUCTION, circumstancesText({ day, load, peers, isInMemory: workbench.isInMemory })];
  for (const [name, step] of steps) sections.push(await attempted(name, () => step(bench)));
  const text = `${sections.join("\n\n")}\n`;
  console.log(`\n${text}`);
  if (values.quick || values.only !== undefined || process.exitCode === 1) return;
  await writeFile(REPORT, text);
  console.log(`Written to ${REPORT}.`);
}

/** A section, or why there is none: one step that fails must not cost the minutes that the others took. */
async function attempted(step: string, section: () => Promise<string>): Promise<string> {
  try {
    return await section();
  } catch (error) {
    process.exitCode = 1;
    return `**The step ${step} failed.**\n\n${inspect(error)}`;
  }
}

function planOf(plan: Plan, wanted: { readonly photos?: string; readonly sizes?: string }): Plan {
  const builds = wanted.sizes?.split(",").map((text) => {
    const size = numberIn("sizes", text);
    return plan.builds.find((build) => build.size === size) ?? { size, rounds: 3 };
  });
  const photos = wanted.photos === undefined ? plan.photos : numberIn("photos", wanted.photos);
  return { ...plan, builds: builds ?? plan.builds, photos };
}

function numberIn(option: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`--${option}: ${text} is no number from 1 to 999999.`);
  return Number(text);
}

/** The topics and places of the project, under which made-up releases are filed. */
async function namesOf(content: string): Promise<Names> {
  const reading = await readNewsroom(content, AFTER_ALL * 1000);
  if ("problems" in reading) throw new Error("content/ has problems; see npm run check");
  return reading.newsroom;
}

/** What the search's own bench says, without its tables of queries that fell short. */
async function searchText({ progress }: Bench): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["bench/search-quality.ts"]);
  progress("search asked");
  const lines = stdout.split("\n").filter((line) => /^[A-Za-z]/.test(line));
  return [
    "## Search",
    "Judged queries; `node bench/search-quality.ts` names those that fell short.",
    lines.map((line) => `    ${line}`).join("\n"),
  ].join("\n\n");
}

await run();
