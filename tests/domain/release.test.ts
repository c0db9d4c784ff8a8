import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareNewestFirst,
  modifiedMoment,
  publicationMoment,
  type Release,
} from "../../src/domain/release.ts";
import { isHidden, releaseState } from "../../src/domain/release-state.ts";
import { aCorrection, aPressId, aRelease, at, instantOf } from "../fixtures/newsroom.ts";

const tenOClock = aRelease({ date: at("2019-03-27 10:00") });
const noon = { until: at("2019-03-27 12:00"), reason: "Sitzung des Kreistags." };
const atThree = { date: at("2019-03-27 15:00"), reason: "Die Zahlen waren falsch." };

describe("A release became public", () => {
  it("at its date, or when its embargo ended, whichever is later", () => {
    expect(publicationMoment(tenOClock)).toEqual(at("2019-03-27 10:00"));
    expect(publicationMoment({ ...tenOClock, embargo: noon })).toEqual(noon.until);
    expect(publicationMoment({ ...tenOClock, embargo: { ...noon, until: at("2019-03-27 09:00") } })).toEqual(
      at("2019-03-27 10:00"),
    );
  });

  it("never before it is published", () => {
    fc.assert(
      fc.property(release, minutes, (drawn, now) => {
        expect(!isHidden(releaseState(drawn, now))).toBe(
          !drawn.isDraft && now >= publicationMoment(drawn).instant,
        );
      }),
    );
  });
});

describe("A release last changed", () => {
  it("when it was published, where nothing came after", () => {
    expect(modifiedMoment({ ...tenOClock, embargo: noon })).toEqual(noon.until);
  });

  it("with its newest correction, of two on one day too", () => {
    const corrections = [
      aCorrection("2019-03-28 14:30"),
      aCorrection("2019-03-28 09:00"),
      aCorrection("2019-03-28"),
    ];
    expect(modifiedMoment({ ...tenOClock, corrections })).toEqual(at("2019-03-28 14:30"));
  });

  it("with its withdrawal", () => {
    const corrections = [aCorrection("2019-03-27 11:00")];
    expect(modifiedMoment({ ...tenOClock, corrections, withdrawn: atThree })).toEqual(atThree.date);
  });

  it("not before its publication, whatever a correction says", () => {
    expect(modifiedMoment({ ...tenOClock, corrections: [aCorrection("2019-03-01")] })).toEqual(
      tenOClock.date,
    );
  });
});

const minutes = fc.integer({ min: 0, max: 5 }).map((minute) => instantOf(`2019-03-27 10:0${minute}`));
const moment = fc.integer({ min: 0, max: 5 }).map((minute) => at(`2019-03-27 10:0${minute}`));
const release = fc
  .record({
    date: moment,
    slug: fc.constantFrom("a", "b", "c", "d"),
    isDraft: fc.boolean(),
    pressId: fc.option(fc.constantFrom("kso.2019.03.27.001", "kso.2019.03.27.002"), { nil: undefined }),
    until: fc.option(moment, { nil: undefined }),
    withdrawn: fc.option(moment, { nil: undefined }),
  })
  .map(({ date, slug, isDraft, pressId, until, withdrawn }) =>
    aRelease({
      date,
      slug,
      isDraft,
      ...(pressId && { pressId: aPressId(pressId) }),
      ...(until && { embargo: { until, reason: "" } }),
      ...(withdrawn && { withdrawn: { date: withdrawn, reason: "" } }),
    }),
  );

describe("Lists lead with the newest", () => {
  it("publication; within one instant the higher press ID, then the address", () => {
    const [date, later] = [at("2019-03-27 10:00"), at("2019-03-27 11:00")];
    const inOrder = [
      aRelease({ slug: "embargoed", date, embargo: { until: at("2019-03-28 06:00"), reason: "" } }),
      aRelease({ slug: "later", date: later }),
      aRelease({ slug: "b", date, pressId: aPressId("kso.2019.03.27.135") }),
      aRelease({ slug: "a", date, pressId: aPressId("kso.2019.03.27.134") }),
      aRelease({ slug: "c", date }),
      aRelease({ slug: "d", date }),
      aRelease({ slug: "old", date: at("2018-12-31") }),
    ];
    expect([...inOrder].reverse().sort(compareNewestFirst)).toEqual(inOrder);
  });

  it("in one order only, however they came", () => {
    const sign = (a: Release, b: Release) => Math.sign(compareNewestFirst(a, b)) + 0;
    fc.assert(
      fc.property(release, release, release, (a, b, c) => {
        expect(sign(a, a)).toBe(0);
        expect(sign(a, b)).toBe(0 - sign(b, a));
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
        if (sign(a, b) === 0) expect(a.address).toBe(b.address);
      }),
      { numRuns: 1_000 },
    );
  });
});
