import { cpus, totalmem } from "node:os";
import { type BuildFigures, count } from "./build-bench.ts";
import type { Results } from "./contest.ts";
import type { SiteSize } from "./expected-pages.ts";
import type { Peers } from "./generators.ts";
import type { LighthouseRow } from "./lighthouse.ts";
import type { Run } from "./measured-run.ts";
import type { PhotoFigures } from "./photo-bench.ts";
import type { PreviewFigures } from "./preview-bench.ts";
import { pairedRatio, spreadOf } from "./statistics.ts";

/** What is compared, and how; heads the report. */
export const INTRODUCTION = `# Bench

Written by \`npm run bench\`; \`npm run bench -- --quick\` prints a shorter one in under two minutes.

Every generator gets the same made-up archive: releases of some 3 kB of Markdown over twenty years, with topics, places,
press IDs, lists, tables, links, appointments, corrections and old addresses, marked as examples; no photos. Each makes
a page for every release, lists of 20 in pages (all, years, months, topics), the topics, an Atom feed and a sitemap. That
each did is checked after its first run: every address is there, every release's page holds its text, and every page of a
list its releases.

They do not do the same work. This newsroom checks all content, has a richer layout and writes more: ninjs and plain
text for each release, short links, old addresses, place pages, a feed for each topic and place, calendars, open data;
the pictures for shared links are drawn in cold builds. It has no switch to leave them out, so the tables name files and
bytes beside the time. Hugo also writes a page at \`seite/1/\` of each list, which it cannot be told to leave out.

- *This newsroom*: what \`npm run build -- --no-search\` runs, without npm's own start unless a row says so.
- *Hugo*: Go templates, sections for years and months, a taxonomy for topics (\`bench/peers/hugo\`).
- *Eleventy, one file a release*: its base way, with JavaScript templates and tag collections (\`bench/peers/eleventy\`);
  at 50,000 releases it takes minutes and runs once.
- *Node, no generator*: gray-matter, markdown-it and template strings, the floor (\`bench/peers/node\`).

Generators run in turn, A B C A B C …. Figures are medians with least and most in brackets; *÷ Hugo* is the median of
the ratios run by run. Wall is from the start of the process to its end, CPU is user and system time of all its
processes, peak memory the most that all of them held at once.`;

const MEGABYTE = 1_000_000;

/** On what and with what was measured. */
export type Circumstances = {
  readonly day: string;
  readonly peers: Peers;
  readonly isInMemory: boolean;
  /** Processes that wanted a processor, on average over the minute before the start. */
  readonly load: number;
};

/** The machine by its class, and the versions; it names no host. */
export function circumstancesText({ day, peers, isInMemory, load }: Circumstances): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const { hugo, eleventy } = peers;
  return [
    "## Machine and versions\n",
    `- ${day}; ${cpus().length} cores (${cpu?.model ?? "unknown"}), ${memory} GB of memory; load ${load.toFixed(1)} at the start${load > 0.5 ? ": **others used the machine, trust the ratios alone**" : ""}.`,
    `- Node ${process.versions.node}, Eleventy ${eleventy.version}, ${hugo ? `Hugo ${hugo.version}` : "**no Hugo on this machine: its rows and all ratios are missing**"}.`,
    isInMemory
      ? "- Content, caches and targets lie in memory (tmpfs)."
      : "- **Content, caches and targets lie on a disk**, which is measured too.",
  ].join("\n");
}

/**
 * The section on builds of one archive.
 *
 * @param hugo name under which Hugo ran, if it did
 */
export function buildText(
  { size, commonPages, cold, warm, searched, sizes }: BuildFigures,
  hugo: string | undefined,
): string {
  return [
    `## ${count(size)} releases`,
    `Each made the same ${count(commonPages)} pages.`,
    "### Cold: no cache, no target",
    runTable(cold, hugo, sizes),
    "### Warm: this newsroom after a change, beside a full build of Hugo",
    runTable(warm, hugo),
    ...(searched.size === 0
      ? []
      : ["### This newsroom with its search index, which no peer makes", runTable(searched)]),
  ].join("\n\n");
}

/** A row for each contestant; with ratios where Hugo ran beside it, with what was written where that is known. */
function runTable(results: Results, hugo?: string, sizes?: ReadonlyMap<string, SiteSize>): string {
  const beside = hugo === undefined ? undefined : results.get(hugo);
  const columns: readonly (readonly [string, (name: string, runs: readonly Run[]) => string])[] = [
    ["", (name) => name],
    ["wall, s", (_, runs) => spreadText(wallOf(runs), 2)],
    ...(beside === undefined
      ? []
      : [
          [
            "÷ Hugo",
            (_: string, runs: readonly Run[]) => pairedRatio(wallOf(runs), wallOf(beside)).toFixed(2),
          ] as const,
        ]),
    [
      "CPU, s",
      (_, runs) =>
        spreadText(
          runs.map(({ cpu }) => cpu),
          2,
        ),
    ],
    [
      "peak memory, MB",
      (_, runs) =>
        spreadText(
          runs.map(({ peakMemory }) => peakMemory / MEGABYTE),
          0,
        ),
    ],
    ["runs", (_, runs) => String(runs.length)],
    ...(sizes === undefined
      ? []
      : SIZE_COLUMNS.map(
          ([title, text]) => [title, (name: string) => textOf(sizes.get(name), text)] as const,
        )),
  ];
  return table(
    columns.map(([title]) => title),
    [...results].map(([name, runs]) => columns.map(([, text]) => text(name, runs))),
  );
}

const SIZE_COLUMNS: readonly (readonly [string, (size: SiteSize) => string])[] = [
  ["files", ({ files }) => count(files)],
  ["of them HTML", ({ pages }) => count(pages)],
  ["MB written", ({ bytes }) => (bytes / MEGABYTE).toFixed(1)],
];

function textOf<Value>(value: Value | undefined, text: (value: Value) => string): string {
  return value === undefined ? "–" : text(value);
}

function wallOf(runs: readonly Run[]): number[] {
  return runs.map(({ wall }) => wall);
}

/** The section on previews. */
export function previewText(size: number, previews: readonly PreviewFigures[]): string {
  const cell = (seconds: readonly number[]) => (seconds.length === 0 ? "–" : spreadText(seconds, 3));
  return [
    `## Preview of ${count(size)} releases`,
    "In seconds. *Ready* runs from the start of the process to the new bytes of a page that was edited while the preview\nwas down; *edit* and *change* from saving a file to the new bytes of its page, or of the open page, over HTTP, asked for\nevery 3 ms over one connection. A change waits until the one before has come to rest.",
    table(
      ["", "ready, no cache", "ready", "edit of a release", "change of the base layout"],
      previews.map(({ name, readyCold, readyWarm, edits, layouts }) => [
        name,
        cell(readyCold === undefined ? [] : [readyCold]),
        cell(readyWarm),
        `${cell(edits)}, n = ${edits.length}`,
        `${cell(layouts)}, n = ${layouts.length}`,
      ]),
    ),
  ].join("\n\n");
}

/** The section on photos. */
export function photoText({ photos, results }: PhotoFigures): string {
  return [
    `## ${count(photos)} photos`,
    "A release each with one photo of 24 megapixels: pictures for the page in WebP and JPEG, and one for print.",
    runTable(results),
  ].join("\n\n");
}

/** The section on what Lighthouse says. */
export function lighthouseText(rows: readonly LighthouseRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return [
    "## Lighthouse",
    "Medians of 0 to 100 on Lighthouse's own phone: a slow processor and network, simulated.",
    table(
      columns,
      rows.map((row) => Object.values(row).map(String)),
    ),
  ].join("\n\n");
}

/**
 * A median with its spread.
 *
 * @example spreadText([1, 2, 4], 1) → "2.0 (1.0–4.0)"; spreadText([1], 1) → "1.0"
 */
function spreadText(values: readonly number[], decimals: number): string {
  const { median, least, most, count: runs } = spreadOf(values);
  const text = (value: number) => value.toFixed(decimals);
  return runs === 1 ? text(median) : `${text(median)} (${text(least)}–${text(most)})`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}
