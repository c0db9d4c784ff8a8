import { type Command, measuredRun, type Run } from "./measured-run.ts";
import type { Progress } from "./progress.ts";

/** One of those that run in turn. */
export type Contestant = {
  readonly name: string;
  /** Brings everything to where the run starts from; not measured. */
  readonly prepare: (round: number) => Promise<void>;
  readonly command: () => Promise<Command>;
  /** Looks at what the first run made; throws where it is not what was asked for. */
  readonly check: () => Promise<void>;
  /** How often it runs at most. Default: every round. */
  readonly mostRounds?: number;
};

/** The runs of each contestant by its name, in the order of the rounds. */
export type Results = ReadonlyMap<string, readonly Run[]>;

/** Runs contestants in turn, A B C A B C …, so that a machine that slows down slows all of them. */
export async function contest(
  title: string,
  contestants: readonly Contestant[],
  rounds: number,
  progress: Progress,
): Promise<Results> {
  const results = new Map<string, Run[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, prepare, command, check, mostRounds = rounds } of contestants) {
      if (round >= mostRounds) continue;
      await prepare(round);
      const run = await measuredRun(await command());
      if (round === 0) await check();
      results.get(name)?.push(run);
      progress(`${title}: ${name}, run ${round + 1} of ${mostRounds}: ${run.wall.toFixed(2)} s`);
    }
  }
  return results;
}
