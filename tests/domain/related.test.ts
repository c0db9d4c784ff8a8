import { describe, expect, it } from "vitest";
import { releasePage } from "../../layouts/release.ts";
import { recallRelated, relatedBy, relatedPositions, relatedReleases } from "../../src/domain/related.ts";
import type { Release } from "../../src/domain/release.ts";
import { aPlace, aRelease, aSite, aTopic, at } from "../fixtures/newsroom.ts";
import { readPage } from "../layouts/read-page.ts";

const integration = aTopic("Integration");
const health = aTopic("Gesundheit");
const soest = aPlace("Soest");
const werl = aPlace("Werl");

const subject = aRelease({
  slug: "thema",
  date: at("2020-06-15 10:00"),
  topics: [integration],
  places: [soest, werl],
});

function relatedTo(release: Release, others: readonly Release[]) {
  const { edition } = aSite({ releases: [release, ...others] });
  const { releases, shared } = relatedReleases(edition.byAddress.get(release.address) ?? release, edition);
  return { slugs: releases.map(({ slug }) => slug), shared: shared.map(({ name }) => name) };
}

describe("related releases", () => {
  it("share topics before places, and are shown newest first", () => {
    const others = [
      aRelease({ slug: "ein-ort", date: at("2020-06-14"), places: [soest] }),
      aRelease({ slug: "thema-und-ort", date: at("2019-01-01"), topics: [integration], places: [soest] }),
      aRelease({ slug: "nur-thema", date: at("2021-01-01"), topics: [integration] }),
      aRelease({ slug: "zwei-orte", date: at("2018-01-01"), places: [soest, werl] }),
      aRelease({ slug: "anderes", date: at("2020-06-15"), topics: [health] }),
    ].map((release, number) => ({ ...release, title: `${number}` }));
    expect(relatedTo(subject, others)).toEqual({
      slugs: ["nur-thema", "ein-ort", "thema-und-ort", "zwei-orte"],
      shared: ["Integration", "Soest", "Werl"],
    });
  });

  it("are at most four, of equals those nearest in time", () => {
    const years = [2012, 2014, 2016, 2018, 2021, 2023, 2025];
    const others = years.map((year) =>
      aRelease({ slug: `jahr-${year}`, date: at(`${year}-06-15`), topics: [integration] }),
    );
    expect(relatedTo(subject, others).slugs).toEqual(["jahr-2023", "jahr-2021", "jahr-2018", "jahr-2016"]);
  });

  it("are not those on the same matter, which have links of their own", () => {
    const earlier = aRelease({ slug: "frueher", date: at("2020-06-01"), topics: [integration] });
    const later = aRelease({ slug: "spaeter", topics: [integration], follows: subject.address });
    expect(relatedTo({ ...subject, follows: earlier.address }, [earlier, later]).slugs).toEqual([]);
  });

  it("are none where a release names neither topic nor place", () => {
    const bare = aRelease({ slug: "bloss" });
    expect(relatedTo(bare, [subject])).toEqual({ slugs: [], shared: [] });
  });

  it("of a whole edition can be kept, and are the same for one in which all by which they are found is the same", () => {
    const others = [
      aRelease({ slug: "ohne" }),
      aRelease({ slug: "nur-thema", date: at("2021-01-01"), topics: [integration] }),
      aRelease({ slug: "zwei-orte", date: at("2018-01-01"), places: [soest, werl] }),
    ];
    const editionOf = (...releases: readonly Release[]) => aSite({ releases }).edition;
    const before = editionOf(subject, ...others);
    const edited = editionOf({ ...subject, title: "Ein anderer Titel" }, ...others);
    expect(relatedBy(edited)).toBe(relatedBy(before));
    recallRelated(edited, JSON.parse(JSON.stringify(relatedPositions(before))));
    for (const release of edited.listed) {
      const fresh = editionOf({ ...subject, title: "Ein anderer Titel" }, ...others);
      expect(relatedReleases(release, edited)).toEqual(
        relatedReleases(fresh.byAddress.get(release.address) ?? release, fresh),
      );
    }
  });

  it.each([
    ["topics", { topics: [health] }],
    ["places", { places: [werl, soest] }],
    ["moment", { date: at("2020-06-15 10:01") }],
    ["predecessor", { follows: "/pressemitteilungen/2020/06/15/anderes/" }],
    ["state", { withdrawn: { date: at("2020-06-16"), reason: "Irrtum" } }],
  ])("are found anew where a release changed its %s", (_, change) => {
    const other = aRelease({ slug: "anderes", date: at("2020-06-15"), topics: [health] });
    const editionOf = (release: Release) => aSite({ releases: [release, other] }).edition;
    expect(relatedBy(editionOf({ ...subject, ...change }))).not.toBe(relatedBy(editionOf(subject)));
  });

  it("stand below a heading that tells what they share", () => {
    const other = aRelease({ slug: "anderes", topics: [integration], places: [soest] });
    const site = aSite({ releases: [subject, other] });
    const page = readPage(releasePage(site.edition.byAddress.get(subject.address) ?? subject, site));
    expect(page.text(".related h2")).toBe("Mehr zu: Integration, Soest");
    expect(page.texts(".related h3")).toHaveLength(1);
  });
});
