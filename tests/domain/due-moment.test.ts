import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueMoments, endOfEvent, nextHalfYear } from "../../src/domain/due-moment.ts";
import type { Newsroom } from "../../src/domain/newsroom.ts";
import type { Office } from "../../src/domain/office.ts";
import type { Release } from "../../src/domain/release.ts";
import { allFilesToWrite } from "../../src/eleventy/site-files.ts";
import {
  aCorrection,
  aNewsroom,
  anEvent,
  anOffice,
  aPhotoNotAtHand,
  aPlace,
  aRelease,
  aSite,
  aTopic,
  at,
  instantOf,
} from "../fixtures/newsroom.ts";

const topics = [aTopic("Integration")];
const places = [aPlace("Soest")];

/** The public site at a time as one text: every page and file, and the releases that its index is made from. */
function siteAt(newsroom: Newsroom, now: number): string {
  const site = aSite(newsroom, { now });
  const { pages, outputs } = allFilesToWrite({ site, files: [] });
  const contents = [...pages, ...outputs].map(({ address, content }) => `${address}\n${content}`);
  return [...contents, JSON.stringify(site.edition.listed)].join("\n\n");
}

/** Moments that fall together, follow each other closely, and lie around what clocks and calendars do of their own. */
const MOMENTS = [
  "2026-03-27 10:00",
  "2026-03-29",
  "2026-03-29 01:59",
  "2026-03-29 03:00",
  "2026-03-30",
  "2026-03-31 10:00",
  "2026-06-30",
  "2026-07-01 01:59",
  "2026-07-01 02:00",
  "2026-10-25",
  "2026-10-25 02:30+02:00",
  "2026-10-25 02:30+01:00",
  "2026-12-31",
  "2026-12-31 23:59",
  "2027-01-01",
  "2027-01-01 01:00",
];
const BEFORE_ALL = instantOf("2026-03-01");
const AFTER_ALL = instantOf("2027-02-01");

const moment = fc.constantFrom(...MOMENTS).map(at);
const optional = fc.option(moment, { nil: undefined });
const given: fc.Arbitrary<Partial<Release>> = fc
  .record({
    date: moment,
    isDraft: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
    isNoindex: fc.boolean(),
    isPinned: fc.boolean(),
    until: optional,
    withdrawn: optional,
    corrections: fc.array(moment, { maxLength: 2 }),
    consent: optional,
    start: optional,
    end: optional,
  })
  .map(({ until, withdrawn, corrections, consent, start, end, ...rest }) => ({
    ...rest,
    topics,
    places,
    photos: consent ? [aPhotoNotAtHand({ until: consent })] : [],
    corrections: corrections.map((date) => ({ ...aCorrection("2026-01-01"), date })),
    events: start
      ? [{ ...anEvent("2026-01-01"), start, ...(end && end.instant > start.instant && { end }) }]
      : [],
    ...(until && { embargo: { until, reason: "Sitzung." } }),
    ...(withdrawn && { withdrawn: { date: withdrawn, reason: "Falsch." } }),
  }));

const office: fc.Arbitrary<Office> = optional.map((until) =>
  anOffice(until ? { alert: { text: "Sturm (Beispiel).", until } } : {}),
);

const newsroom = fc
  .record({ office, releases: fc.array(given, { maxLength: 3 }), follows: fc.nat({ max: 3 }) })
  .map(({ office, releases, follows }) => {
    const named = releases.map((one, index) => aRelease({ ...one, slug: `meldung-${index}` }));
    const target = named[follows];
    return aNewsroom({
      office,
      topics,
      places,
      releases: named.map((one) => (target && one !== target ? { ...one, follows: target.address } : one)),
    });
  });

describe("What falls due", () => {
  it("changes the site, and between two such moments nothing does", () => {
    fc.assert(
      fc.property(newsroom, fc.double({ min: 0, max: 1, noNaN: true }), (drawn, share) => {
        let [last, site] = [BEFORE_ALL, siteAt(drawn, BEFORE_ALL)];
        while (last < AFTER_ALL) {
          const instant = dueMoments(drawn, last)[0]?.instant ?? AFTER_ALL;
          const between = last + Math.floor(share * (instant - 1 - last));
          for (const now of [between, instant - 1])
            expect(siteAt(drawn, now) === site, `the same site at ${new Date(now).toISOString()}`).toBe(true);
          const next = siteAt(drawn, instant);
          expect(next === site, `the same site at ${new Date(instant).toISOString()}`).toBe(false);
          [last, site] = [instant, next];
        }
      }),
      { numRuns: 30 },
    );
  });

  it("is told soonest first, from any moment on", () => {
    fc.assert(
      fc.property(newsroom, moment, (drawn, { instant: after }) => {
        const all = dueMoments(drawn, BEFORE_ALL).filter(({ kind }) => kind !== "security");
        const later = dueMoments(drawn, after);
        expect(later.filter(({ kind }) => kind !== "security")).toEqual(
          all.filter(({ instant }) => instant > after),
        );
        expect(later).toEqual(later.toSorted((a, b) => a.instant - b.instant));
      }),
    );
  });

  it("is each thing that time brings to a release, and takes from it", () => {
    const told = aRelease({
      date: at("2026-11-22 10:00"),
      embargo: { until: at("2026-11-22 12:00"), reason: "Sitzung." },
      photos: [aPhotoNotAtHand({ until: at("2026-12-31") })],
      events: [anEvent("2026-11-23 18:00", { end: at("2026-11-23 20:00") }), anEvent("2026-11-30 18:00")],
      corrections: [aCorrection("2026-11-25 09:00")],
      withdrawn: { date: at("2027-02-01"), reason: "Falsch." },
    });
    const plan = {
      releases: [told],
      office: anOffice({ alert: { text: "Sturm.", until: at("2026-11-23") } }),
    };
    const lines = dueMoments(plan, BEFORE_ALL).map(
      ({ instant, kind, source = "" }) => `${new Date(instant).toISOString()} ${kind} ${source}`,
    );
    expect(lines).toMatchInlineSnapshot(`
      [
        "2026-07-01T00:00:00.000Z security ",
        "2026-11-22T11:00:00.000Z publication pressemitteilungen/2026/2026-11-22-beispiel.md",
        "2026-11-23T19:00:00.000Z event pressemitteilungen/2026/2026-11-22-beispiel.md",
        "2026-11-23T23:00:00.000Z alert kreis.yaml",
        "2026-11-24T11:00:00.000Z news pressemitteilungen/2026/2026-11-22-beispiel.md",
        "2026-11-25T08:00:00.000Z correction pressemitteilungen/2026/2026-11-22-beispiel.md",
        "2026-11-30T23:00:00.000Z event pressemitteilungen/2026/2026-11-22-beispiel.md",
        "2026-12-31T23:00:00.000Z photo pressemitteilungen/2026/2026-11-22-beispiel.md",
        "2027-01-31T23:00:00.000Z withdrawal pressemitteilungen/2026/2026-11-22-beispiel.md",
      ]
    `);
  });

  it("is nothing of a draft, nor what a withdrawal has overtaken", () => {
    const dated = { events: [anEvent("2026-12-01 18:00")], corrections: [aCorrection("2026-12-02 09:00")] };
    const draft = aRelease({ ...dated, date: at("2026-11-30 10:00"), isDraft: true });
    const gone = aRelease({ ...dated, withdrawn: { date: at("2026-11-01"), reason: "Falsch." } });
    const kinds = dueMoments({ releases: [draft, gone], office: anOffice() }, instantOf("2026-11-22"));
    expect(kinds.map(({ kind }) => kind)).toEqual(["security"]);
  });
});

describe("An appointment is over", () => {
  it.each([
    ["at its end", "2026-10-24 18:00", "2026-10-24 20:00", "2026-10-24T18:00:00.000Z"],
    [
      "with its last day, where that is all that is said",
      "2026-10-24",
      "2026-10-25",
      "2026-10-25T23:00:00.000Z",
    ],
    ["with its day, where no end is named", "2026-03-29 01:00", undefined, "2026-03-29T22:00:00.000Z"],
  ])("%s", (_, start, end, over) => {
    const event = anEvent(start, end === undefined ? {} : { end: at(end) });
    expect(new Date(endOfEvent(event)).toISOString()).toBe(over);
  });
});

it("A half-year begins with January and July, in UTC", () => {
  const next = (text: string) => new Date(nextHalfYear(Date.parse(text))).toISOString();
  expect(next("2026-01-01T00:00:00Z")).toBe("2026-07-01T00:00:00.000Z");
  expect(next("2026-06-30T23:59:59Z")).toBe("2026-07-01T00:00:00.000Z");
  expect(next("2026-07-01T00:00:00Z")).toBe("2027-01-01T00:00:00.000Z");
});
