import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type ExampleRelease, exampleArchive, type Names } from "./archive.ts";
import { contentPath, writeContentFolder, writePeerFolder } from "./archive-files.ts";
import { type Contestant, contest, type Results } from "./contest.ts";
import {
  checkSite,
  type ExpectedPages,
  expectedPages,
  fileOf,
  type SiteSize,
  sizeOfSite,
} from "./expected-pages.ts";
import type { Peer, Peers } from "./generators.ts";
import type { Progress } from "./progress.ts";
import { markLayout, markRelease, type Workbench } from "./workbench.ts";

/** How this newsroom is called beside its peers. */
export const OURS = "This newsroom";

/** What is built, with what, and how often. */
export type BuildOrder = {
  readonly workbench: Workbench;
  readonly peers: Peers;
  readonly names: Names;
  /** Number of releases. */
  readonly size: number;
  readonly rounds: number;
  readonly progress: Progress;
};

/** What the builds of one archive took. */
export type BuildFigures = {
  readonly size: number;
  /** How many pages all of them make. */
  readonly commonPages: number;
  /** Nothing is there before: no cache, no target. */
  readonly cold: Results;
  readonly sizes: ReadonlyMap<string, SiteSize>;
  /** This newsroom after a change, and Hugo's full build beside it. */
  readonly warm: Results;
  /** The same with the search index; none of a huge archive. */
  readonly searched: Results;
};

/** From this size on, Eleventy's base way takes minutes and runs once, and the search index is left out. */
const HUGE = 50_000;

/**
 * Builds one archive, first with nothing there, then after a change, each generator in turn, and checks that all make
 * the same pages.
 *
 * @throws Error where a build fails or pages are missing
 */
export async function benchBuilds(order: BuildOrder): Promise<BuildFigures> {
  const { workbench, names, size, rounds, progress } = order;
  const archive = () => exampleArchive(size, names);
  const content = join(workbench.folder, "content");
  const peerContent = join(workbench.folder, "peer-content");
  await Promise.all([content, peerContent].map(removed));
  await writeContentFolder(content, archive(), join(workbench.project, "content"));
  await writePeerFolder(peerContent, archive(), names);
  const expected = expectedPages(archive());
  progress(`${count(size)} releases made up, ${count(expected.size)} pages expected`);

  const ours = oursOf(workbench, content, expected);
  const peers = peersOf(order, peerContent, expected);
  const cold = await contest(
    `${count(size)} cold`,
    [ours.cold, ...peers.map(({ contestant }) => contestant)],
    rounds,
    progress,
  );
  const sizes = new Map([[OURS, await sizeOfSite(ours.output)]]);
  for (const { contestant, output } of peers) sizes.set(contestant.name, await sizeOfSite(output));

  const edited = [...archive()].filter((_, index) => index % Math.ceil(size / 97) === 0);
  const hugo = peers.filter(({ contestant }) => contestant.name === order.peers.hugo?.name);
  const warm = await contest(
    `${count(size)} warm`,
    [...ours.warm(edited), ...hugo.map(({ contestant }) => contestant)],
    rounds,
    progress,
  );
  const searched = await contest(
    `${count(size)} with search`,
    size >= HUGE ? [] : ours.searched(edited),
    Math.ceil(rounds / 2),
    progress,
  );
  await Promise.all([ours.output, ...peers.map(({ output }) => output)].map(removed));
  return { size, commonPages: expected.size, cold, sizes, warm, searched };
}

/** @example count(10000) → "10,000" */
export function count(number: number): string {
  return number.toLocaleString("en-US");
}

function removed(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** This newsroom from every state that a build starts from. */
function oursOf(workbench: Workbench, content: string, expected: ExpectedPages) {
  const output = join(workbench.folder, "_site");
  const layout = join(workbench.project, "layouts", "base.ts");
  const startCold = async () => {
    await removed(join(workbench.project, ".cache"));
    await removed(output);
  };
  const build = (more: readonly string[]) => () =>
    workbench.script("build", [`--input=${content}`, `--output=${output}`, ...more]);
  const isWhole = () => checkSite(OURS, output, expected);
  const shows = async (address: string, mark: string) => {
    const page = await readFile(join(output, fileOf(address)), "utf8");
    if (!page.includes(mark)) throw new Error(`After a warm build ${address} lacks ${mark}`);
    await isWhole();
  };
  const contestant = (
    name: string,
    more: readonly string[],
    prepare: Contestant["prepare"],
    check = isWhole,
  ): Contestant => ({ name, command: build(more), prepare, check });
  const editing = (releases: readonly ExampleRelease[], name: string) => {
    const releaseOf = (round: number) => releases[round % releases.length] as ExampleRelease;
    const mark = (round: number) => `${name.replaceAll(/\W+/g, "-")}-${round}`;
    return {
      prepare: (round: number) => markRelease(join(content, contentPath(releaseOf(round))), mark(round)),
      check: () => shows(releaseOf(0).address, mark(0)),
    };
  };
  const withoutSearch = ["--no-search"];
  return {
    output,
    cold: contestant(OURS, withoutSearch, startCold),
    warm: (releases: readonly ExampleRelease[]) => {
      const edit = editing(releases, "one edited release");
      const editForNpm = editing(releases.toReversed(), "one edited release, through npm");
      return [
        contestant("nothing changed", withoutSearch, async () => {}),
        contestant("one release edited", withoutSearch, edit.prepare, edit.check),
        {
          ...contestant("one release edited, as `npm run build`", [], editForNpm.prepare, editForNpm.check),
          command: async () =>
            workbench.npmScript("build", [`--input=${content}`, `--output=${output}`, ...withoutSearch]),
        },
        contestant(
          "every layout changed",
          withoutSearch,
          (round) => markLayout(layout, `layout-${round}`),
          () => shows("/", "layout-0"),
        ),
      ];
    },
    searched: (releases: readonly ExampleRelease[]) => {
      const edit = editing(releases, "one edited release, with search");
      return [
        contestant("cold", [], startCold),
        contestant("one release edited", [], edit.prepare, edit.check),
      ];
    },
  };
}

/** The peers, each from nothing. */
function peersOf({ workbench, peers, size }: BuildOrder, content: string, expected: ExpectedPages) {
  const contestantOf = (peer: Peer, mostRounds?: number) => {
    const output = join(workbench.folder, `site-${peer.name.replaceAll(/\W+/g, "-")}`);
    const contestant: Contestant = {
      name: peer.name,
      prepare: () => removed(output),
      command: () => peer.build(content, output),
      check: () => checkSite(peer.name, output, expected),
      ...(mostRounds !== undefined && { mostRounds }),
    };
    return { contestant, output };
  };
  return [
    ...(peers.hugo ? [contestantOf(peers.hugo)] : []),
    contestantOf(peers.eleventy, size >= HUGE ? 1 : undefined),
    contestantOf(peers.node),
  ];
}
