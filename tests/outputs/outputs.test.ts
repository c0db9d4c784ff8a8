import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import ical from "node-ical";
import { describe, expect, it } from "vitest";
import type { Release } from "../../src/domain/release.ts";
import type { SiteOptions } from "../../src/domain/site.ts";
import type { SiteFile } from "../../src/domain/site-file.ts";
import { releaseJsonLd } from "../../src/outputs/json-ld.ts";
import { archiveOutputs, releaseOutputs } from "../../src/outputs/outputs.ts";
import { releaseShareTags } from "../../src/outputs/share-tags.ts";
import {
  aCorrection,
  anAttachment,
  anEvent,
  anImage,
  aPhoto,
  aPlace,
  aRelease,
  aSite,
  aTopic,
  at,
} from "../fixtures/newsroom.ts";
import { AWKWARD_LINE, awkwardLine } from "./awkward-text.ts";
import { elements, everyRendition, fileAt, fingerprint, readXml } from "./machine-reader.ts";

const topics = [aTopic("Integration"), aTopic("Kita")];
const places = [aPlace("Soest"), aPlace("Werl")];

function outputsOf(releases: readonly Release[], options: Partial<SiteOptions> = {}): SiteFile[] {
  const site = aSite({ topics, places, releases }, options, everyRendition);
  const ofReleases = site.edition.releases.flatMap((release) => [...releaseOutputs(release, site)]);
  return [...ofReleases, ...archiveOutputs(site, { fingerprint })];
}

const byAddress = (files: readonly SiteFile[]) =>
  new Map(files.map(({ address, content }) => [address, content]));

function changedBetween(before: readonly SiteFile[], after: readonly SiteFile[]): string[] {
  const old = byAddress(before);
  return after
    .filter(({ address, content }) => old.get(address) !== content)
    .map(({ address }) => address)
    .sort();
}

const full = aRelease({
  slug: "voll",
  topics: topics.slice(0, 1),
  places: places.slice(0, 1),
  photos: [aPhoto()],
  events: [anEvent("2026-07-01 18:00")],
});
const other = aRelease({ slug: "anderes", topics: topics.slice(1), places: places.slice(1) });
const older = aRelease({ slug: "aelter", date: at("2018-12-01 09:00") });

/** A text that must not be seen, in every field that time or state keeps from the public. */
const SECRET = "geheim-4711";
const secretPhoto = aPhoto({
  headline: SECRET,
  caption: SECRET,
  alt: SECRET,
  credit: SECRET,
  image: anImage({ path: `/${SECRET}.jpg` }),
});

/** A release that says nothing but the secret. */
function secretRelease(slug: string, given: Partial<Release>): Release {
  return aRelease({
    slug: `${SECRET}-${slug}`,
    title: SECRET,
    subtitle: SECRET,
    photos: [secretPhoto],
    attachments: [anAttachment({ title: SECRET, address: `/${SECRET}.pdf` })],
    events: [anEvent("2026-07-01 18:00", { title: SECRET, place: SECRET })],
    corrections: [aCorrection("2019-03-28 10:00", { note: SECRET })],
    redirectFrom: [`/${SECRET}.php`],
    contact: { name: SECRET },
    body: { html: `<p>${SECRET}</p>\n`, text: SECRET },
    topics: topics.slice(0, 1),
    places: places.slice(0, 1),
    ...given,
  });
}

const NOW = "2026-06-01 12:00";
const hiddenRelease: fc.Arbitrary<Release> = fc
  .tuple(
    fc.nat(1_000_000),
    fc.constantFrom<Partial<Release>>(
      { isDraft: true },
      { date: at("2026-06-01 12:01") },
      { date: at("2027-01-01") },
      { embargo: { until: at("2026-06-01 12:01"), reason: SECRET } },
      { embargo: { until: at("2026-06-02"), reason: SECRET }, isDraft: true },
      { isDraft: true, withdrawn: { date: at("2019-04-01 09:00"), reason: SECRET } },
    ),
  )
  .map(([number, state]) => secretRelease(String(number), state));

/** A public release around which secrets hang. */
const publicRelease: fc.Arbitrary<Release> = fc
  .tuple(
    fc.nat(1_000_000),
    fc.constantFrom<Partial<Release>>(
      { photos: [{ ...secretPhoto, until: at("2026-05-31") }] },
      { corrections: [aCorrection("2026-06-01 12:01", { note: SECRET })] },
      { embargo: { until: at("2026-06-01 12:00"), reason: SECRET } },
      { withdrawn: { date: at("2026-06-01 12:01"), reason: SECRET } },
      { photos: [aPhoto({ image: anImage({ path: `/${SECRET}.jpg` }) })] },
    ),
  )
  .map(([number, given]) =>
    aRelease({ slug: `offen-${number}`, redirectFrom: [`/alt-${number}.php`], ...given }),
  );

const withdrawnRelease: fc.Arbitrary<Release> = fc.nat(1_000_000).map((number) =>
  secretRelease("zurueckgezogen", {
    slug: `zurueckgezogen-${number}`,
    redirectFrom: [`/alt/zurueckgezogen-${number}.php`],
    address: `/pressemitteilungen/2019/03/27/zurueckgezogen-${number}/`,
    title: "Ein Titel",
    contact: { name: "Pressestelle" },
    withdrawn: { date: at("2026-06-01 11:59"), reason: "Ein Grund" },
  }),
);

describe("All files for machines", () => {
  it("stand at addresses of their own, each once", () => {
    const addresses = outputsOf([full, other, older]).map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(
      addresses.filter((address) => !/^\/[a-z0-9./-]+\.(?:xml|json|jsonld|txt|ics|csv|css)$/.test(address)),
    ).toEqual([]);
  });

  it("are there for a newsroom without any release", () => {
    const addresses = outputsOf([]).map(({ address }) => address);
    expect(addresses).toEqual(
      expect.arrayContaining([
        "/feed.xml",
        "/rss.xml",
        "/feed.json",
        "/themen/kita/feed.xml",
        "/orte/werl/feed.xml",
        "/termine.ics",
        "/daten/index.json",
        "/daten/schema.json",
        "/daten/dcat.jsonld",
        "/sitemap.xml",
        "/news-sitemap.xml",
        "/robots.txt",
      ]),
    );
  });

  it("are read by other programs, whatever the texts hold", () => {
    fc.assert(
      fc.property(fc.oneof(awkwardLine, fc.constant(AWKWARD_LINE)), (text) => {
        const release = aRelease({
          title: text,
          subtitle: text,
          printedId: text,
          datelinePlace: text,
          photos: [aPhoto({ headline: text, caption: text, alt: text, credit: text })],
          attachments: [anAttachment({ title: text })],
          contact: { name: text },
          corrections: [aCorrection("2019-03-28", { note: text })],
          events: [anEvent("2019-04-05 18:00", { title: text, place: text })],
          body: { html: "<p>x</p>\n", text },
        });
        for (const { address, content } of outputsOf([release])) readAs(address, content);
      }),
      { numRuns: 30 },
    );
  });

  it("are the same bytes in every build, today and tomorrow", () => {
    const releases = [full, other, older];
    const today = outputsOf(releases, { now: at(NOW).instant });
    expect(outputsOf(releases.toReversed(), { now: at(NOW).instant })).toEqual(today);
    expect(changedBetween(today, outputsOf(releases, { now: at("2026-06-02 12:00").instant }))).toEqual([]);
  });

  it("change with a correction only where the release is told", () => {
    const before = outputsOf([full, other, older]);
    const after = outputsOf([{ ...full, corrections: [aCorrection("2019-03-28 14:30")] }, other, older]);
    expect(changedBetween(before, after)).toEqual([
      "/daten/2019.csv",
      "/daten/2019.json",
      "/daten/dcat.jsonld",
      "/daten/index.json",
      "/feed.json",
      "/feed.xml",
      "/orte/soest/feed.xml",
      "/pressemitteilungen/2019/03/27/voll/ninjs.json",
      "/pressemitteilungen/2019/03/27/voll/termin-1.ics",
      "/pressemitteilungen/2019/03/27/voll/text.txt",
      "/rss.xml",
      "/sitemap-2019.xml",
      "/sitemap-seiten.xml",
      "/sitemap.xml",
      "/termine.ics",
      "/themen/integration/feed.xml",
    ]);
  });

  it("tell nothing of what is not public, not even its address", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hiddenRelease, publicRelease, withdrawnRelease), { minLength: 1, maxLength: 12 }),
        (drawn) => {
          const releases = [...new Map(drawn.map((release) => [release.address, release])).values()];
          const [first] = releases;
          const follower = aRelease({ slug: "folgt", ...(first && { follows: first.address }) });
          const told = outputsOf([...releases, follower], { now: at(NOW).instant }).filter(
            ({ address, content }) => `${address}\n${content}`.includes(SECRET),
          );
          expect(told.map(({ address }) => address)).toEqual([]);
        },
      ),
    );
  });

  it("would tell the secret of a public release, so the test above can fail", () => {
    const told = outputsOf([secretRelease("offen", {})]).filter(({ content }) => content.includes(SECRET));
    expect(told.length).toBeGreaterThan(10);
  });
});

describe("A release that was under embargo", () => {
  const held = aRelease({
    date: at("2026-05-30 10:00"),
    embargo: { until: at("2026-06-01 09:00"), reason: "Gremium" },
  });
  const site = aSite({ releases: [held] }, { now: at(NOW).instant });
  const file = (address: string) => fileAt(outputsOf([held], { now: at(NOW).instant }), address);
  const textIn = (address: string, name: string) => elements(readXml(file(address)), name)[0]?.textContent;

  it.each<[string, () => string | null | undefined]>([
    ["Atom", () => textIn("/feed.xml", "published")],
    ["RSS", () => textIn("/rss.xml", "pubDate")],
    ["JSON Feed", () => JSON.parse(file("/feed.json")).items[0].date_published],
    ["ninjs", () => JSON.parse(file(`${held.address}ninjs.json`)).firstCreated],
    ["the news sitemap", () => textIn("/news-sitemap.xml", "publication_date")],
    ["the open data", () => JSON.parse(file("/daten/2026.json")).releases[0].published],
    [
      "the open data's table",
      () =>
        parseCsv<{ published: string }>(file("/daten/2026.csv"), { columns: true, bom: true })[0]?.published,
    ],
    ["JSON-LD", () => JSON.stringify(releaseJsonLd(held, [], site)).match(/"datePublished":"([^"]*)"/)?.[1]],
    [
      "what is shown where it is shared",
      () =>
        releaseShareTags(held, site).find(({ property }) => property === "article:published_time")?.content,
    ],
  ])("was published when that ended, says %s", (_, published) => {
    expect(Date.parse(published() ?? "")).toBe(held.embargo?.until.instant);
  });
});

/** @throws where a program that reads such files would */
function readAs(address: string, content: string): void {
  const ending = address.split(".").at(-1);
  if (ending === "xml") readXml(content);
  else if (ending === "json" || ending === "jsonld") JSON.parse(content);
  else if (ending === "csv") parseCsv(content, { columns: true, bom: true });
  else if (ending === "ics") expect(Object.keys(ical.sync.parseICS(content)).length).toBeGreaterThan(0);
  else expect(["txt", "css"]).toContain(ending);
}
