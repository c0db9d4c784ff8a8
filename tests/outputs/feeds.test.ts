import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Site } from "../../src/domain/site.ts";
import { feedFiles, newestFeedLinks, placeFeedLink, topicFeedLink } from "../../src/outputs/feeds.ts";
import { aCorrection, aPhoto, aPlace, aRelease, aSite, aTopic, at } from "../fixtures/newsroom.ts";
import { AWKWARD_LINE, awkwardLine } from "./awkward-text.ts";
import { children, childTexts, elements, everyRendition, fileAt, readXml } from "./machine-reader.ts";

const integration = aTopic("Integration");
const soest = aPlace("Soest");

const release = aRelease({
  title: "Integration: „Gemeinsam klappt´s“",
  subtitle: "Landesinitiative fördert junge Flüchtlinge",
  topics: [integration],
  places: [soest],
  photos: [aPhoto({ headline: "An einem Strang", caption: "Ein Bündnis", credit: "Foto: Erika Beispiel" })],
  corrections: [aCorrection("2019-03-28 14:30", { note: "Die Uhrzeit stimmte nicht." })],
  body: {
    html: '<p>Mehr zur <a href="/themen/kita/">Kita</a>.</p>\n',
    text: "Mehr zur Kita (/themen/kita/).",
  },
});

const site = (releases = [release], options = {}) =>
  aSite({ topics: [integration], places: [soest, aPlace("Werl")], releases }, options, everyRendition);

const atom = (of: Site, address = "/feed.xml") => readXml(fileAt(feedFiles(of), address)).documentElement;
const rss = (of: Site) => readXml(fileAt(feedFiles(of), "/rss.xml"));
const json = (of: Site) => JSON.parse(fileAt(feedFiles(of), "/feed.json"));

function firstOf<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new Error("The list is empty");
  return first;
}
const firstEntry = (of: Site) =>
  firstOf(elements(firstOf([atom(of)].filter((root) => root !== null)), "entry"));
const firstItem = (of: Site) => firstOf(elements(rss(of), "item"));

describe("The Atom feed", () => {
  it("tells each field of a release", () => {
    const entry = firstEntry(site());
    const texts = (name: string) => childTexts(entry, name);
    expect(texts("id")).toEqual(["tag:presse.example.org,2026:/pressemitteilungen/2019/03/27/beispiel/"]);
    expect(texts("title")).toEqual(["Integration: „Gemeinsam klappt´s“"]);
    expect(texts("summary")).toEqual(["Landesinitiative fördert junge Flüchtlinge"]);
    expect(texts("published")).toEqual(["2019-03-27T10:00:00+01:00"]);
    expect(texts("updated")).toEqual(["2019-03-28T14:30:00+01:00"]);
    expect(children(entry, "category").map((category) => category.getAttribute("term"))).toEqual([
      "Integration",
      "Soest",
    ]);
    expect(texts("content")).toEqual([
      '<p><strong>Kreis Soest.</strong> Mehr zur <a href="https://presse.example.org/themen/kita/">Kita</a>.</p>\n' +
        "<p><em>Berichtigt am 28.03.2019 14:30: Die Uhrzeit stimmte nicht.</em></p>\n",
    ]);
    expect(childTexts(firstOf(children(entry, "author")), "name")).toEqual(["Kreis Soest"]);
  });

  it("encloses the photo with type, length and credit", () => {
    const [, enclosure] = children(firstEntry(site()), "link");
    const attributes = ["rel", "type", "length", "title", "href"].map((name) =>
      enclosure?.getAttribute(name),
    );
    expect(attributes).toEqual([
      "enclosure",
      "image/jpeg",
      "60000",
      "Foto: Erika Beispiel",
      "https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/foto-1-800.jpg",
    ]);
  });

  it("is in German and names itself and its page", () => {
    const root = atom(site());
    expect(root?.getAttribute("xml:lang")).toBe("de");
    expect(root && children(root, "link").map((link) => link.getAttribute("href"))).toEqual([
      "https://presse.example.org/feed.xml",
      "https://presse.example.org/pressemitteilungen/",
    ]);
  });

  it("was updated when its newest release was published or any of them corrected", () => {
    const newer = aRelease({ slug: "neuer", date: at("2019-03-27 12:00") });
    const root = atom(site([release, newer]));
    expect(root && childTexts(root, "updated")).toEqual(["2019-03-28T13:30:00Z"]);
  });

  it("keeps its IDs on another host and below a path", () => {
    const moved = site([release], { origin: "https://anderswo.example", pathPrefix: "/presse/" });
    const ids = (of: Site) =>
      elements(readXml(fileAt(feedFiles(of), "/feed.xml")), "id").map((id) => id.textContent);
    expect(ids(moved)).toEqual(ids(site()));
    expect(firstEntry(moved).getElementsByTagName("content").item(0)?.textContent).toContain(
      'href="https://anderswo.example/presse/themen/kita/"',
    );
  });
});

describe("The RSS feed", () => {
  it("tells each field of a release", () => {
    const item = firstItem(site());
    const texts = (name: string) => childTexts(item, name);
    expect(texts("guid")).toEqual(["tag:presse.example.org,2026:/pressemitteilungen/2019/03/27/beispiel/"]);
    expect(texts("title")).toEqual(["Integration: „Gemeinsam klappt´s“"]);
    expect(texts("link")).toEqual(["https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/"]);
    expect(texts("pubDate")).toEqual(["Wed, 27 Mar 2019 09:00:00 GMT"]);
    expect(texts("atom:updated")).toEqual(["2019-03-28T14:30:00+01:00"]);
    expect(texts("category")).toEqual(["Integration", "Soest"]);
    expect(texts("dc:creator")).toEqual(["Kreis Soest"]);
    expect(texts("description")).toEqual(["Landesinitiative fördert junge Flüchtlinge"]);
    expect(texts("content:encoded")).toEqual(childTexts(firstEntry(site()), "content"));
  });

  it("encloses the photo and tells its caption and credit", () => {
    const item = firstItem(site());
    expect(firstOf(children(item, "enclosure")).getAttribute("length")).toBe("60000");
    const media = firstOf(children(item, "media:content"));
    expect(childTexts(media, "media:title")).toEqual(["An einem Strang"]);
    expect(childTexts(media, "media:description")).toEqual(["Ein Bündnis"]);
    expect(childTexts(media, "media:credit")).toEqual(["Foto: Erika Beispiel"]);
  });

  it("has one enclosure though a release has several photos", () => {
    const item = firstItem(site([aRelease({ photos: [aPhoto(), aPhoto()] })]));
    expect(children(item, "enclosure")).toHaveLength(1);
    expect(children(item, "media:content")).toHaveLength(2);
  });
});

describe("The JSON feed", () => {
  it("tells each field of a release", () => {
    const feed = json(site());
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      language: "de",
      feed_url: "https://presse.example.org/feed.json",
      home_page_url: "https://presse.example.org/pressemitteilungen/",
    });
    expect(feed.items[0]).toMatchObject({
      id: "tag:presse.example.org,2026:/pressemitteilungen/2019/03/27/beispiel/",
      url: "https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/",
      title: "Integration: „Gemeinsam klappt´s“",
      summary: "Landesinitiative fördert junge Flüchtlinge",
      date_published: "2019-03-27T10:00:00+01:00",
      date_modified: "2019-03-28T14:30:00+01:00",
      tags: ["Integration", "Soest"],
      authors: [{ name: "Kreis Soest" }],
      attachments: [{ mime_type: "image/jpeg", size_in_bytes: 60_000, title: "Foto: Erika Beispiel" }],
    });
  });
});

describe("Every feed", () => {
  it("stands for each topic and each place, with or without releases", () => {
    const addresses = [...feedFiles(site())].map(({ address }) => address);
    expect(addresses).toEqual([
      "/feed.xml",
      "/rss.xml",
      "/feed.json",
      "/themen/integration/feed.xml",
      "/orte/soest/feed.xml",
      "/orte/werl/feed.xml",
      "/feed.css",
    ]);
  });

  it("is valid though empty, and says the same of its last change in every build", () => {
    const [today, tomorrow] = ["2026-06-01 12:00", "2026-06-02 12:00"].map((now) =>
      atom(site([release], { now: at(now).instant }), "/orte/werl/feed.xml"),
    );
    expect(today && childTexts(today, "updated")).toEqual(["2026-01-01T00:00:00Z"]);
    expect(tomorrow && childTexts(tomorrow, "updated")).toEqual(["2026-01-01T00:00:00Z"]);
    expect(today && elements(today, "entry")).toEqual([]);
  });

  it("holds the newest 20 releases, the newest first", () => {
    const releases = Array.from({ length: 25 }, (_, index) =>
      aRelease({ slug: `nummer-${index}`, date: at(`2019-03-${String(index + 1).padStart(2, "0")} 10:00`) }),
    );
    const ids = json(site(releases)).items.map(({ url }: { url: string }) => url.split("/").at(-2));
    expect(ids).toEqual(Array.from({ length: 20 }, (_, index) => `nummer-${24 - index}`));
    expect(elements(rss(site(releases)), "item")).toHaveLength(20);
  });

  it("leaves out what is withdrawn", () => {
    const gone = aRelease({ withdrawn: { date: at("2019-04-01 09:00"), reason: "Grund" } });
    expect(json(site([gone])).items).toEqual([]);
  });

  it("puts a dateline of its own before a text that starts with a list", () => {
    const [item] = json(site([aRelease({ body: { html: "<ul>\n<li>A</li>\n</ul>\n", text: "- A" } })])).items;
    expect(item.content_html).toBe("<p><strong>Kreis Soest.</strong></p>\n<ul>\n<li>A</li>\n</ul>\n");
  });

  it("summarises a release without subtitle by the start of its text", () => {
    const text = `${"Wort ".repeat(100).trim()}\n\nZweiter Absatz`;
    const [item] = json(site([aRelease({ body: { html: "", text } })])).items;
    expect(item.summary).toMatch(/^(?:Wort ){60}…$/);
  });

  it("carries any text unchanged, title, names and credits to the letter", () => {
    fc.assert(
      fc.property(awkwardLine, awkwardLine, awkwardLine, (title, subtitle, credit) => {
        const awkward = site([aRelease({ title, subtitle, photos: [aPhoto({ credit, caption: credit })] })]);
        const entry = firstEntry(awkward);
        const item = firstItem(awkward);
        expect(childTexts(entry, "title")).toEqual([title]);
        expect(childTexts(entry, "summary")).toEqual([subtitle]);
        expect(childTexts(item, "title")).toEqual([title]);
        expect(childTexts(item, "description")).toEqual([subtitle]);
        expect(childTexts(firstOf(children(item, "media:content")), "media:credit")).toEqual([credit]);
        expect(children(entry, "link")[1]?.getAttribute("title")).toBe(credit);
        expect(json(awkward).items[0]).toMatchObject({ title, summary: subtitle });
      }),
    );
  });

  it("carries awkward topics and places, and escapes an awkward ID in its HTML", () => {
    const topic = aTopic(AWKWARD_LINE, { slug: "thema" });
    const release = aRelease({ topics: [topic], printedId: AWKWARD_LINE });
    const awkward = aSite({ topics: [topic], places: [], releases: [release] });
    expect(
      children(firstEntry(awkward), "category").map((category) => category.getAttribute("term")),
    ).toEqual([AWKWARD_LINE]);
    const content = json(awkward).items[0].content_html;
    expect(content).not.toContain("</script>");
    expect(content).toContain("&lt;/script&gt;");
  });

  it("shows U+FFFD for a character that XML cannot hold", () => {
    const illegal = site([aRelease({ title: "a\u0001b\uFFFEc\uD800d" })]);
    expect(childTexts(firstEntry(illegal), "title")).toEqual(["a\uFFFDb\uFFFDc\uFFFDd"]);
  });
});

describe("A page's head", () => {
  it("names the feeds below the path prefix", () => {
    const prefixed = site([], { pathPrefix: "/presse/" });
    expect(newestFeedLinks(prefixed).map(({ type, href }) => `${type} ${href}`)).toEqual([
      "application/atom+xml /presse/feed.xml",
      "application/rss+xml /presse/rss.xml",
      "application/feed+json /presse/feed.json",
    ]);
    expect(topicFeedLink(integration, prefixed)).toEqual({
      type: "application/atom+xml",
      title: "Kreis Soest: Integration",
      href: "/presse/themen/integration/feed.xml",
    });
    expect(placeFeedLink(soest, prefixed).href).toBe("/presse/orte/soest/feed.xml");
  });
});
