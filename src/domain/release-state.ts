import type { Release } from "./release.ts";

/**
 * The states of a release: what editors call each, and whether readers see it.
 *
 * - `draft`: not finished; seen in the preview alone.
 * - `embargoed`: finished, held back for a stated reason until a stated time.
 * - `scheduled`: finished, its date lies ahead.
 * - `published`: public as it was written.
 * - `corrected-minor`: public, with none but minor changes since.
 * - `corrected-significant`: public, with a change that readers of the first version must know.
 * - `withdrawn`: was public; a notice stands in its place.
 */
export const RELEASE_STATES = {
  draft: { label: "Entwurf", isPublic: false },
  embargoed: { label: "Sperrfrist", isPublic: false },
  scheduled: { label: "Geplant", isPublic: false },
  published: { label: "Veröffentlicht", isPublic: true },
  "corrected-minor": { label: "Leicht geändert", isPublic: true },
  "corrected-significant": { label: "Berichtigt", isPublic: true },
  withdrawn: { label: "Zurückgezogen", isPublic: true },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly isPublic: boolean }>>;

export type ReleaseState = keyof typeof RELEASE_STATES;

/** The states in which readers see nothing of a release. */
export type HiddenState = {
  [State in ReleaseState]: (typeof RELEASE_STATES)[State]["isPublic"] extends false ? State : never;
}[ReleaseState];

/** Whether readers see nothing of a release in this state; of a withdrawn one they see its notice. */
export function isHidden(state: ReleaseState): state is HiddenState {
  return !RELEASE_STATES[state].isPublic;
}

/** What the machine reads of a release. */
export type StatefulRelease = Pick<Release, "isDraft" | "date" | "embargo" | "corrections" | "withdrawn">;

/** A way from one state to another. */
export type Transition = {
  readonly from: ReleaseState;
  readonly to: ReleaseState;
  /** What takes a release this way, in the words of its front matter. */
  readonly cause: string;
  /**
   * From when the clock takes it, in milliseconds since 1970; `undefined` where it never will. A way without a time
   * is an editor's to go.
   */
  readonly at?: (release: StatefulRelease) => number | undefined;
};

const minorCorrection = { cause: "corrections[].date, minor", at: firstCorrection(true) };
const significantCorrection = { cause: "corrections[].date", at: firstCorrection(false) };
const withdrawal = {
  cause: "withdrawn.date",
  at: ({ withdrawn }: StatefulRelease) => withdrawn?.date.instant,
};

/**
 * The machine. A release whose next time has already come goes on at once, so an embargo that ended before the
 * date, or a correction dated before the publication, needs no way of its own.
 */
export const TRANSITIONS: readonly Transition[] = [
  { from: "draft", to: "embargoed", cause: "draft gelöscht, mit embargo" },
  { from: "draft", to: "scheduled", cause: "draft gelöscht" },
  { from: "embargoed", to: "scheduled", cause: "embargo.until", at: ({ embargo }) => embargo?.until.instant },
  { from: "scheduled", to: "published", cause: "date", at: ({ date }) => date.instant },
  { from: "published", to: "corrected-minor", ...minorCorrection },
  { from: "published", to: "corrected-significant", ...significantCorrection },
  { from: "corrected-minor", to: "corrected-significant", ...significantCorrection },
  { from: "published", to: "withdrawn", ...withdrawal },
  { from: "corrected-minor", to: "withdrawn", ...withdrawal },
  { from: "corrected-significant", to: "withdrawn", ...withdrawal },
];

function firstCorrection(isMinor: boolean) {
  return ({ corrections }: StatefulRelease): number | undefined => {
    const instants = corrections
      .filter(({ minor = false }) => minor === isMinor)
      .map(({ date }) => date.instant);
    return instants.length === 0 ? undefined : Math.min(...instants);
  };
}

const waysFrom = Map.groupBy(TRANSITIONS, ({ from }) => from);

/** A state and the first instant at which a release is in it, in milliseconds since 1970. */
export type Stage = { readonly state: ReleaseState; readonly from: number };

/**
 * The states that a release passes through if nobody touches its file again, in their order; those that last no
 * time are left out.
 *
 * @example stagesOf({ …, date: 10:00, withdrawn: { date: 15:00 } }) → [{ state: "scheduled", from: -Infinity }, { state: "published", from: 10:00 }, { state: "withdrawn", from: 15:00 }]
 */
export function stagesOf(release: StatefulRelease): readonly Stage[] {
  const stages = knownStages.get(release) ?? runMachine(release);
  knownStages.set(release, stages);
  return stages;
}

/** An edition asks for the state of each release several times. */
const knownStages = new WeakMap<StatefulRelease, readonly Stage[]>();

function runMachine(release: StatefulRelease): readonly Stage[] {
  const stages: Stage[] = [];
  let stage: Stage | undefined = { state: firstState(release), from: -Infinity };
  while (stage !== undefined) {
    if (stages.at(-1)?.from === stage.from) stages.pop();
    stages.push(stage);
    stage = stageAfter(stage, release);
  }
  return stages;
}

function firstState({ isDraft, embargo }: StatefulRelease): ReleaseState {
  if (isDraft) return "draft";
  return embargo === undefined ? "scheduled" : "embargoed";
}

/** The stage that comes first; of two at once the first in the table, from which the other is reached at once. */
function stageAfter({ state, from }: Stage, release: StatefulRelease): Stage | undefined {
  let next: Stage | undefined;
  for (const { to, at } of waysFrom.get(state) ?? []) {
    const instant = at?.(release);
    if (instant === undefined) continue;
    const entered = Math.max(instant, from);
    if (next === undefined || entered < next.from) next = { state: to, from: entered };
  }
  return next;
}

/**
 * The state of a release at `now` (milliseconds since 1970).
 *
 * @example releaseState({ …, date: 10:00, embargo: { until: 12:00 } }, 11:00) → "embargoed"
 */
export function releaseState(release: StatefulRelease, now: number): ReleaseState {
  // The first stage has no beginning, so there is always one that has begun.
  return stagesOf(release).findLast(({ from }) => from <= now)?.state ?? firstState(release);
}
