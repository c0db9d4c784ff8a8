import { describe, expect, it } from "vitest";
import type { Release } from "../../src/domain/release.ts";
import { wholeTerm } from "../../src/domain/search-index-format.ts";
import { type SearchRecord, searchRecords, volumeText } from "../../src/search/search-record.ts";
import { volumesOf } from "../../src/search/volumes.ts";
import {
  anAttachment,
  anEvent,
  aPhoto,
  aPlace,
  aPressId,
  aRelease,
  aSite,
  aTopic,
  at,
} from "../fixtures/newsroom.ts";

function records(...releases: readonly Release[]): SearchRecord[] {
  const site = aSite({ releases });
  return volumesOf(site.edition.listed).flatMap((volume) => [...searchRecords(volumeText(volume, site))]);
}

function recordOf(given: Partial<Release>): SearchRecord {
  const [record] = records(aRelease(given));
  if (record === undefined) throw new Error("The release is not listed");
  return record;
}

/** All that a record can be found by. */
function terms({ content, meta }: SearchRecord): Set<string> {
  return new Set([content, ...Object.values(meta)].join(" ").split(" "));
}

describe("A release is found", () => {
  const record = recordOf({
    title: "Neue Radwege",
    subtitle: "Untertitelwort",
    pressId: aPressId("kso.2019.03.27.134.sm/-rn"),
    topics: [aTopic("Radverkehr")],
    places: [aPlace("Möhnesee")],
    photos: [aPhoto({ headline: "Kickerwort", caption: "Bildwort", credit: "Foto: Erika Musterfrau" })],
    attachments: [anAttachment({ title: "Anlagenwort" })],
    events: [anEvent("2019-04-01 10:00", { title: "Terminwort", place: "Saalwort" })],
    body: { html: "", text: "Textwort am 26. März 2019." },
  });

  it.each([
    ["title", "radweg"],
    ["subtitle", "untertitelwort"],
    ["text", "textwort"],
    ["headline of a photo", "kickerwort"],
    ["caption", "bildwort"],
    ["photographer", "musterfrau"],
    ["attachment", "anlagenwort"],
    ["appointment", "terminwort"],
    ["place of an appointment", "saalwort"],
    ["topic", "radverkehr"],
    ["place", "mohnesee"],
    ["day", "tag20190327"],
    ["month", "monat201903"],
    ["year", "2019"],
    ["days its text names", "tag20190326"],
    ["press ID", "kso20190327134smrn"],
    ["press ID without sign", "kso20190327134"],
    ["press ID without prefix", "20190327134"],
    ["running number", "134"],
    ["sign", "smrn"],
  ])("by its %s", (_, term) => {
    expect(terms(record)).toContain(wholeTerm(term));
  });

  it("by an old press ID as it was printed", () => {
    expect(terms(recordOf({ printedId: "kso.2018.03.27.34.sm" }))).toContain(wholeTerm("kso2018032734sm"));
  });

  it("by the parts of its compounds", () => {
    const both = records(
      aRelease({ slug: "a", body: { html: "", text: "Die Unterkünfte sind voll." } }),
      aRelease({ slug: "b", body: { html: "", text: "Neue Flüchtlingsunterkünfte." } }),
    );
    expect(both.every((one) => terms(one).has(wholeTerm("unterkunft")))).toBe(true);
  });
});

it("A release is filed under its topics, its places and its year, in the order of publication", () => {
  const [older, newer] = records(
    aRelease({ slug: "neu", date: at("2020-01-02 08:00") }),
    aRelease({
      slug: "alt",
      topics: [aTopic("Kita"), aTopic("Schule und Bildung")],
      places: [aPlace("Werl")],
    }),
  );
  expect(older).toMatchObject({
    url: "/pressemitteilungen/2019/03/27/alt/",
    filters: {
      merkmal: ["band:2019-2020", "thema:kita", "thema:schule-und-bildung", "ort:werl", "jahr:2019"],
    },
    sort: { datum: "0" },
  });
  expect(newer).toMatchObject({
    filters: { merkmal: ["band:2019-2020", "jahr:2020"] },
    sort: { datum: "1" },
  });
});

it("What is shown of a release is its title in German typography and its day", () => {
  expect(recordOf({ title: 'Integration: "Gemeinsam klappt´s"' }).meta).toMatchObject({
    title: "Integration: „Gemeinsam klappt’s“",
    date: "2019-03-27",
  });
});

it("Drafts, releases to come, embargoed and withdrawn ones are not found, nor do they lend their words", () => {
  const secret = { body: { html: "", text: "Geheimwort" } };
  const all = records(
    aRelease({ slug: "offen", body: { html: "", text: "Geheimwortschatz" } }),
    aRelease({ slug: "entwurf", isDraft: true, ...secret }),
    aRelease({ slug: "spaeter", date: at("2035-01-01 10:00"), ...secret }),
    aRelease({ slug: "gesperrt", embargo: { until: at("2035-01-01 10:00"), reason: "Feier" }, ...secret }),
    aRelease({ slug: "zurueck", withdrawn: { date: at("2019-04-01 10:00"), reason: "Irrtum" }, ...secret }),
  );
  expect(all.map(({ url }) => url)).toEqual(["/pressemitteilungen/2019/03/27/offen/"]);
  expect(all.some((record) => terms(record).has(wholeTerm("geheimwort")))).toBe(false);
});
