import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publicationMoment, type Release } from "../../src/domain/release.ts";
import {
  isHidden,
  RELEASE_STATES,
  type ReleaseState,
  releaseState,
  stagesOf,
  TRANSITIONS,
} from "../../src/domain/release-state.ts";
import { aCorrection, aRelease, at, instantOf } from "../fixtures/newsroom.ts";

const tenOClock = aRelease({ date: at("2019-03-27 10:00") });
const noon = { until: at("2019-03-27 12:00"), reason: "Sitzung des Kreistags." };
const atThree = { date: at("2019-03-27 15:00"), reason: "Die Zahlen waren falsch." };
const typo = aCorrection("2019-03-27 11:00", { minor: true });
const wrongFigure = aCorrection("2019-03-27 13:00");

describe("A release at a given time", () => {
  it.each<[string, ReleaseState, Partial<Release>, string]>([
    ["before its date is scheduled", "scheduled", {}, "2019-03-27 09:59"],
    ["from its date on is published", "published", {}, "2019-03-27 10:00"],
    ["as a draft is a draft, however old", "draft", { isDraft: true }, "2030-01-01"],
    ["as a draft is a draft, even withdrawn", "draft", { isDraft: true, withdrawn: atThree }, "2030-01-01"],
    ["before its embargo ends is embargoed", "embargoed", { embargo: noon }, "2019-03-27 11:59"],
    ["before its date is embargoed too", "embargoed", { embargo: noon }, "2019-03-01"],
    ["from the end of its embargo on is published", "published", { embargo: noon }, "2019-03-27 12:00"],
    [
      "whose embargo ended early is still scheduled",
      "scheduled",
      { embargo: { ...noon, until: at("2019-03-01") } },
      "2019-03-27 09:59",
    ],
    ["with a correction to come is published", "published", { corrections: [typo] }, "2019-03-27 10:59"],
    ["with a minor one is that", "corrected-minor", { corrections: [typo] }, "2019-03-27 11:00"],
    [
      "with a minor and then a significant one has been minor until then",
      "corrected-minor",
      { corrections: [wrongFigure, typo] },
      "2019-03-27 12:59",
    ],
    [
      "with a significant one stays so, whatever minor one follows",
      "corrected-significant",
      { corrections: [{ ...typo, date: at("2019-03-27 14:00") }, wrongFigure] },
      "2019-03-27 14:00",
    ],
    [
      "corrected before it was public comes out corrected",
      "corrected-significant",
      { embargo: { ...noon, until: at("2019-03-28") }, corrections: [wrongFigure] },
      "2019-03-28",
    ],
    [
      "corrected under embargo stays hidden",
      "embargoed",
      { embargo: noon, corrections: [typo] },
      "2019-03-27 11:30",
    ],
    ["before its withdrawal is published", "published", { withdrawn: atThree }, "2019-03-27 14:59"],
    ["from its withdrawal on is withdrawn", "withdrawn", { withdrawn: atThree }, "2019-03-27 15:00"],
    [
      "withdrawn is not corrected any more",
      "withdrawn",
      { withdrawn: atThree, corrections: [aCorrection("2019-03-28")] },
      "2019-03-29",
    ],
    [
      "withdrawn by day is withdrawn through that day",
      "withdrawn",
      { withdrawn: { ...atThree, date: at("2019-03-27") } },
      "2019-03-27 10:00",
    ],
    [
      "withdrawn before its date stays hidden until then",
      "scheduled",
      { withdrawn: { ...atThree, date: at("2019-03-01") } },
      "2019-03-27 09:00",
    ],
    [
      "withdrawn under embargo stays hidden",
      "embargoed",
      { embargo: { ...noon, until: at("2019-03-28") }, withdrawn: atThree },
      "2019-03-27 16:00",
    ],
  ])("%s", (_, state, given, now) => {
    expect(releaseState({ ...tenOClock, ...given }, instantOf(now))).toBe(state);
  });
});

describe("A release by its clock alone", () => {
  it("goes from one state to the next, each told ahead", () => {
    const release = {
      ...tenOClock,
      embargo: noon,
      corrections: [aCorrection("2019-03-27 14:00"), aCorrection("2019-03-27 13:00", { minor: true })],
      withdrawn: atThree,
    };
    expect(stagesOf(release)).toEqual([
      { state: "embargoed", from: -Infinity },
      { state: "published", from: instantOf("2019-03-27 12:00") },
      { state: "corrected-minor", from: instantOf("2019-03-27 13:00") },
      { state: "corrected-significant", from: instantOf("2019-03-27 14:00") },
      { state: "withdrawn", from: instantOf("2019-03-27 15:00") },
    ]);
  });

  it("never leaves a draft", () => {
    expect(stagesOf({ ...tenOClock, isDraft: true, withdrawn: atThree })).toEqual([
      { state: "draft", from: -Infinity },
    ]);
  });

  it("changes only when it was said it would, and then it does", () => {
    fc.assert(
      fc.property(release, minute, minute, (drawn, one, other) => {
        const [now, later] = [Math.min(one, other), Math.max(one, other)];
        const next = stagesOf(drawn).find(({ from }) => from > now);
        const isSame = releaseState(drawn, now) === releaseState(drawn, later);
        expect(isSame).toBe(next === undefined || later < next.from);
        if (next !== undefined) {
          expect(releaseState(drawn, next.from)).toBe(next.state);
          expect(releaseState(drawn, next.from - 1)).toBe(releaseState(drawn, now));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("is first seen at its publication, and never hidden again", () => {
    fc.assert(
      fc.property(release, (drawn) => {
        const seen = stagesOf(drawn).map(({ state, from }) => (isHidden(state) ? "" : from));
        const first = seen.findIndex((from) => from !== "");
        expect(seen.at(first)).toBe(drawn.isDraft ? "" : publicationMoment(drawn).instant);
        if (first !== -1) expect(seen.slice(first)).not.toContain("");
      }),
      { numRuns: 1_000 },
    );
  });

  it("stands in every state of the table at some time, whichever of two ways at once comes first in it", () => {
    const seen = new Set<ReleaseState>();
    fc.assert(
      fc.property(release, (drawn) => {
        for (const { state } of stagesOf(drawn)) seen.add(state);
        const withdrawn = drawn.withdrawn?.date.instant ?? Infinity;
        const last = stagesOf(drawn).at(-1)?.state;
        expect(last === "withdrawn").toBe(!drawn.isDraft && withdrawn < Infinity);
      }),
      { numRuns: 1_000 },
    );
    expect([...seen].sort()).toEqual(Object.keys(RELEASE_STATES).sort());
  });
});

describe("The machine's table", () => {
  it("leads from every state but the last, to every state but the first, and never back", () => {
    const states = Object.keys(RELEASE_STATES);
    const from = new Set<string>(TRANSITIONS.map((way) => way.from));
    const to = new Set<string>(TRANSITIONS.map((way) => way.to));
    expect(states.filter((state) => !from.has(state))).toEqual(["withdrawn"]);
    expect(states.filter((state) => !to.has(state))).toEqual(["draft"]);
    expect(TRANSITIONS.filter((way) => states.indexOf(way.to) <= states.indexOf(way.from))).toEqual([]);
  });
});

const minute = fc.integer({ min: 0, max: 9 }).map((minutes) => instantOf(`2019-03-27 10:0${minutes}`));
const moment = fc.integer({ min: 0, max: 9 }).map((minutes) => at(`2019-03-27 10:0${minutes}`));
const optional = fc.option(moment, { nil: undefined });
const release = fc
  .record({
    date: moment,
    isDraft: fc.integer({ min: 0, max: 7 }).map((number) => number === 0),
    until: optional,
    withdrawn: optional,
    corrections: fc.array(fc.record({ date: moment, minor: fc.boolean() }), { maxLength: 3 }),
  })
  .map(({ date, isDraft, until, withdrawn, corrections }) =>
    aRelease({
      date,
      isDraft,
      corrections: corrections.map((correction) => ({ ...correction, note: "Eine Zahl." })),
      ...(until && { embargo: { until, reason: "Sitzung." } }),
      ...(withdrawn && { withdrawn: { date: withdrawn, reason: "Falsch." } }),
    }),
  );
