import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { releaseAddress } from "../../src/domain/address.ts";
import { archiveYears, type Edition, previewEdition, publicEdition } from "../../src/domain/edition.ts";
import type { Release } from "../../src/domain/release.ts";
import { isHidden, releaseState } from "../../src/domain/release-state.ts";
import {
  aCorrection,
  anAttachment,
  anEvent,
  anImage,
  aPhoto,
  aPlace,
  aPressId,
  aRelease,
  aTopic,
  at,
  instantOf,
} from "../fixtures/newsroom.ts";

/** All that is in an edition, its maps included, as one text. */
function everythingIn(edition: Edition): string {
  return JSON.stringify(edition, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}

const slugs = (releases: readonly Release[] | undefined) => releases?.map(({ slug }) => slug);

describe("Nothing is known of a release before its moment (LPresseG NRW § 4 Absatz 4)", () => {
  const now = instantOf("2019-03-27 12:00");
  const moment = fc
    .integer({ min: 7, max: 17 })
    .map((hour) => at(`2019-03-27 ${String(hour).padStart(2, "0")}:00`));
  const optional = fc.option(moment, { nil: undefined });

  /** A release each of whose words carries a mark of its own, so that a leak can be traced. */
  const markedRelease = (mark: string, follows: string | undefined, times: Times): Release =>
    aRelease({
      slug: `${mark}-slug`,
      date: times.date,
      title: `${mark}-title`,
      subtitle: `${mark}-subtitle`,
      pressId: aPressId("kso.2019.03.27.134.sm/-rn"),
      printedId: `${mark}-printed`,
      datelinePlace: `${mark}-dateline`,
      topics: [aTopic(`${mark}-topic`)],
      places: [aPlace(`${mark}-place`)],
      photos: [aPhoto({ caption: `${mark}-caption`, image: anImage({ path: `${mark}-photo` }) })],
      attachments: [anAttachment({ title: `${mark}-attachment` })],
      contact: { name: `${mark}-contact` },
      isDraft: times.isDraft,
      corrections: times.correction ? [{ date: times.correction, note: `${mark}-correction` }] : [],
      events: [anEvent("2019-04-01 18:00", { title: `${mark}-event` })],
      redirectFrom: [`/${mark}-old`],
      isPinned: true,
      body: { html: `<p>${mark}-html</p>`, text: `${mark}-text` },
      ...(follows !== undefined && { follows }),
      ...(times.embargo && { embargo: { until: times.embargo, reason: `${mark}-embargo` } }),
      ...(times.withdrawn && { withdrawn: { date: times.withdrawn, reason: `${mark}-withdrawn` } }),
    });

  const times = fc.record({
    date: moment,
    isDraft: fc.boolean(),
    embargo: optional,
    withdrawn: optional,
    correction: optional,
    followsNumber: fc.nat({ max: 5 }),
  });
  type Times = typeof times extends fc.Arbitrary<infer Drawn> ? Drawn : never;

  const releases = fc.array(times, { minLength: 1, maxLength: 6 }).map((drawn) =>
    drawn.map((times, number) => {
      const predecessor = drawn[times.followsNumber];
      const follows = predecessor && releaseAddress(predecessor.date.day, `x${times.followsNumber}-slug`);
      return markedRelease(`x${number}`, follows, times);
    }),
  );

  it("by title, text, photo, name, address, topic or a link from another release", () => {
    fc.assert(
      fc.property(releases, (drawn) => {
        const text = everythingIn(publicEdition(drawn, now));
        for (const [number, release] of drawn.entries()) {
          if (isHidden(releaseState(release, now))) expect(text).not.toContain(`x${number}-`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("and of a withdrawn one only its notice is left", () => {
    fc.assert(
      fc.property(releases, (drawn) => {
        const edition = publicEdition(drawn, now);
        const text = everythingIn(edition);
        for (const [number, release] of drawn.entries()) {
          if (releaseState(release, now) !== "withdrawn") continue;
          const left = new Set(text.match(new RegExp(`x${number}-(?!slug)[a-z]+`, "g")));
          expect([...left].sort()).toEqual(
            ["contact", "old", "printed", "title", "withdrawn"].map((part) => `x${number}-${part}`),
          );
          expect(edition.listed.map(({ address }) => address)).not.toContain(release.address);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("nor of a correction or withdrawal that lies ahead", () => {
    fc.assert(
      fc.property(releases, (drawn) => {
        const text = everythingIn(publicEdition(drawn, now));
        for (const [number, { corrections, withdrawn }] of drawn.entries()) {
          for (const { date } of corrections)
            if (date.instant > now) expect(text).not.toContain(`x${number}-correction`);
          if (withdrawn && withdrawn.date.instant > now) expect(text).not.toContain(`x${number}-withdrawn`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("while all that is public has its page and all but the withdrawn its place in the lists", () => {
    fc.assert(
      fc.property(releases, (drawn) => {
        const edition = publicEdition(drawn, now);
        const shown = drawn.filter((release) => !isHidden(releaseState(release, now)));
        const listed = shown.filter((release) => releaseState(release, now) !== "withdrawn");
        expect(slugs(edition.releases)?.sort()).toEqual(slugs(shown)?.sort());
        expect(slugs(edition.listed)?.sort()).toEqual(slugs(listed)?.sort());
        expect(edition.byAddress.size).toBe(edition.releases.length);
        expect(edition.neighbours.size).toBe(edition.listed.length);
      }),
    );
  });

  it("though its editors preview all of it, the withdrawn as its notice", () => {
    fc.assert(
      fc.property(releases, (drawn) => {
        const preview = previewEdition(drawn, now);
        expect(preview.releases).toHaveLength(drawn.length);
        const withdrawn = drawn.filter((release) => releaseState(release, now) === "withdrawn");
        expect(preview.listed).toHaveLength(drawn.length - withdrawn.length);
      }),
    );
  });
});

describe("The notice of a withdrawn release", () => {
  const withdrawn = aRelease({
    slug: "zurueck",
    subtitle: "Unterzeile",
    pressId: aPressId("kso.2019.03.27.134.sm/-rn"),
    topics: [aTopic("Integration")],
    photos: [aPhoto()],
    isPinned: true,
    follows: releaseAddress("2019-03-26", "vorher"),
    embargo: { until: at("2019-03-27 11:00"), reason: "Sitzung." },
    withdrawn: { date: at("2019-03-28"), reason: "Die Zahlen waren falsch." },
  });

  it("keeps title, ID, dates, reason, contact and address, and stays out of search engines", () => {
    const [notice] = publicEdition([withdrawn], instantOf("2019-04-01")).releases;
    expect(notice).toEqual(
      aRelease({
        slug: "zurueck",
        pressId: aPressId("kso.2019.03.27.134.sm/-rn"),
        datelinePlace: "",
        // The moment of publication stays what it was.
        embargo: { until: at("2019-03-27 11:00"), reason: "" },
        withdrawn: { date: at("2019-03-28"), reason: "Die Zahlen waren falsch." },
        isNoindex: true,
        body: { html: "", text: "" },
      }),
    );
  });

  it("is not there before its day", () => {
    const [release] = publicEdition([withdrawn], instantOf("2019-03-27 23:59")).listed;
    expect(release).toMatchObject({ subtitle: "Unterzeile", isPinned: true });
    expect(release).not.toHaveProperty("withdrawn");
  });

  it("still answers for the release that follows it", () => {
    const successor = aRelease({ slug: "neu", date: at("2019-03-29 10:00"), follows: withdrawn.address });
    const edition = publicEdition([withdrawn, successor], instantOf("2019-04-01"));
    expect(edition.listed[0]?.follows).toBe(withdrawn.address);
    expect(slugs(edition.followUps.get(withdrawn.address))).toEqual(["neu"]);
  });
});

describe("What time takes from a release", () => {
  it("is a photo, the moment its consent has run out", () => {
    const release = aRelease({
      photos: [
        aPhoto({ credit: "für immer" }),
        aPhoto({ credit: "bis mittags", until: at("2026-12-31 12:00") }),
        aPhoto({ credit: "den Tag über", until: at("2026-12-31") }),
      ],
    });
    const creditsAt = (now: string) =>
      publicEdition([release], instantOf(now)).listed[0]?.photos.map(({ credit }) => credit);
    expect(creditsAt("2026-12-31 11:59")).toEqual(["für immer", "bis mittags", "den Tag über"]);
    expect(creditsAt("2026-12-31 12:00")).toEqual(["für immer", "den Tag über"]);
    expect(creditsAt("2026-12-31 23:59")).toEqual(["für immer", "den Tag über"]);
    expect(creditsAt("2027-01-01 00:00")).toEqual(["für immer"]);
  });

  it("is nothing of what was corrected, of two corrections on one day neither", () => {
    const corrections = [
      aCorrection("2019-03-28", { note: "zweite" }),
      aCorrection("2019-03-28", { note: "erste" }),
      aCorrection("2019-03-27 11:00", { note: "früheste" }),
    ];
    const edition = publicEdition([aRelease({ corrections })], instantOf("2019-03-28 00:00"));
    expect(edition.listed[0]?.corrections).toEqual(corrections);
  });

  it("is no change to the release itself", () => {
    const release = aRelease({ photos: [aPhoto({ until: at("2020-01-01") })] });
    publicEdition([release], instantOf("2026-01-01"));
    expect(release.photos).toHaveLength(1);
  });
});

describe("A follow-up", () => {
  const first = aRelease({ slug: "erste", date: at("2019-03-01 10:00") });
  const second = aRelease({ slug: "zweite", date: at("2019-03-02 10:00"), follows: first.address });
  const third = aRelease({ slug: "dritte", date: at("2019-03-03 10:00"), follows: first.address });
  const now = instantOf("2019-03-02 12:00");

  it("is known from both ends, newest first", () => {
    const edition = publicEdition([first, second, third], instantOf("2019-04-01"));
    expect(slugs(edition.followUps.get(first.address))).toEqual(["dritte", "zweite"]);
    expect(edition.byAddress.get(second.address)?.follows).toBe(first.address);
  });

  it("is not known from the earlier release before its moment", () => {
    expect(slugs(publicEdition([first, second, third], now).followUps.get(first.address))).toEqual([
      "zweite",
    ]);
  });

  it("does not tell of an earlier release that is hidden", () => {
    const edition = publicEdition([{ ...first, isDraft: true }, second], now);
    expect(edition.listed[0]).not.toHaveProperty("follows");
    expect(edition.followUps.size).toBe(0);
  });

  it("is never the release itself", () => {
    const self = aRelease({ follows: aRelease().address });
    const edition = publicEdition([self], now + 1e10);
    expect(edition.listed[0]).not.toHaveProperty("follows");
    expect(edition.followUps.size).toBe(0);
  });

  it("may be followed back to where it began", () => {
    const [a, b] = [aRelease({ slug: "a" }), aRelease({ slug: "b" })];
    const circle = [
      { ...a, follows: b.address },
      { ...b, follows: a.address },
    ];
    expect(publicEdition(circle, now + 1e10).followUps.size).toBe(2);
  });
});

describe("Lists of an edition", () => {
  const [integration, kita] = [aTopic("Integration"), aTopic("Kita")];
  const soest = aPlace("Soest");
  const releases = [
    aRelease({ slug: "a", date: at("2019-03-01 10:00"), topics: [integration, kita], places: [soest] }),
    aRelease({ slug: "b", date: at("2019-03-02 10:00"), topics: [integration, integration] }),
    aRelease({ slug: "c", date: at("2019-04-01 10:00"), places: [soest] }),
    aRelease({ slug: "d", date: at("2020-01-01 00:00") }),
    aRelease({
      slug: "e",
      date: at("2019-12-31 23:00"),
      embargo: { until: at("2020-01-02 06:00"), reason: "" },
    }),
  ];
  const edition = publicEdition(releases, instantOf("2021-01-01"));

  it("lead with what was published last", () => {
    expect(slugs(edition.listed)).toEqual(["e", "d", "c", "b", "a"]);
  });

  it("are kept by topic and by place, each release once", () => {
    expect(slugs(edition.byTopic.get("integration"))).toEqual(["b", "a"]);
    expect(slugs(edition.byTopic.get("kita"))).toEqual(["a"]);
    expect(slugs(edition.byPlace.get("soest"))).toEqual(["c", "a"]);
    expect(edition.byPlace.get("werl")).toBeUndefined();
  });

  it("are kept by the year and month of the date, periods newest first", () => {
    expect([...edition.byPeriod.keys()]).toEqual([
      "2020-01",
      "2020",
      "2019-12",
      "2019-04",
      "2019-03",
      "2019",
    ]);
    expect(slugs(edition.byPeriod.get("2019-03"))).toEqual(["b", "a"]);
  });

  it("lead from each release to the next newer and next older", () => {
    const neighbours = edition.neighbours.get(releases[2]?.address ?? "");
    expect([neighbours?.newer?.slug, neighbours?.older?.slug]).toEqual(["d", "b"]);
    expect(edition.neighbours.get(releases[4]?.address ?? "")?.newer).toBeUndefined();
    expect(edition.neighbours.get(releases[0]?.address ?? "")?.older).toBeUndefined();
  });

  it("make an archive of years and months with their counts", () => {
    expect(archiveYears(edition)).toEqual([
      {
        year: "2020",
        address: "/pressemitteilungen/2020/",
        count: 1,
        months: [{ period: "2020-01", address: "/pressemitteilungen/2020/01/", count: 1 }],
      },
      {
        year: "2019",
        address: "/pressemitteilungen/2019/",
        count: 4,
        months: [
          { period: "2019-12", address: "/pressemitteilungen/2019/12/", count: 1 },
          { period: "2019-04", address: "/pressemitteilungen/2019/04/", count: 1 },
          { period: "2019-03", address: "/pressemitteilungen/2019/03/", count: 2 },
        ],
      },
    ]);
  });

  it("are empty in an empty newsroom", () => {
    const empty = publicEdition([], 0);
    expect(empty.listed).toEqual([]);
    expect(archiveYears(empty)).toEqual([]);
  });
});
