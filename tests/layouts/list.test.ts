import { describe, expect, it } from "vitest";
import { type ListContent, listPage } from "../../layouts/list.ts";
import { aPhotoNotAtHand, aRelease, aSite, aTopic, at } from "../fixtures/newsroom.ts";
import { readPage } from "./read-page.ts";

const releases = ["2019-03-27", "2019-02-01", "2018-12-24"].map((day) =>
  aRelease({ slug: `vom-${day}`, title: `Meldung vom ${day}`, date: at(`${day} 10:00`) }),
);
const site = aSite({ releases });

function list(given: Partial<ListContent> = {}) {
  const content = {
    title: "Integration",
    address: "/themen/integration/",
    releases,
    number: 1,
    total: 1,
    count: 3,
  };
  return readPage(listPage({ ...content, ...given }, site));
}

describe("a list of releases", () => {
  it("shows date, the photo's headline, title, what it is about and topics", () => {
    const release = aRelease({
      title: "Titel",
      subtitle: "Unterzeile",
      topics: [aTopic("Integration")],
      photos: [aPhotoNotAtHand({ headline: "An einem Strang" })],
    });
    const { text, linkTo } = list({ releases: [release] });
    expect(text(".card")).toBe("27.03.2019 An einem Strang Titel Unterzeile Integration");
    expect(linkTo("Titel")).toBe("/pressemitteilungen/2019/03/27/beispiel/");
  });

  it("counts what it holds and tells which page it is", () => {
    expect(list().text(".list-count")).toBe("3 Pressemitteilungen");
    expect(list({ count: 1 }).text(".list-count")).toBe("1 Pressemitteilung");
    const second = list({ number: 2, total: 3, count: 45 });
    expect(second.text(".list-count")).toBe("45 Pressemitteilungen, Seite 2 von 3");
    expect(second.text("title")).toBe("Integration – Seite 2 von 3 – Newsroom Kreis Soest");
    expect(second.$("link[rel=canonical]").attr("href")).toBe(
      "https://presse.example.org/themen/integration/seite/2/",
    );
  });

  it.each([
    { mark: "Entwurf", given: { isDraft: true } },
    { mark: "Sperrfrist", given: { embargo: { until: at("2026-07-01 12:00"), reason: "Gremium" } } },
    { mark: "Geplant", given: { date: at("2026-06-02 08:00") } },
  ])("marks in the preview what is not public yet: $mark", ({ mark, given }) => {
    const { texts } = list({ releases: [aRelease({ title: "Titel", ...given }), ...releases] });
    expect(texts(".card-title")[0]).toBe(`${mark} Titel`);
    expect(texts(".tag-state")).toEqual([mark]);
  });

  it("says so where it holds nothing", () => {
    expect(list({ releases: [], count: 0 }).text(".list-count")).toBe("Noch keine Pressemitteilung.");
  });

  it.each([
    ["/themen/integration/", "Kreis Soest: Integration", "/themen/integration/feed.xml", 4],
    ["/orte/soest/", "Kreis Soest: Soest", "/orte/soest/feed.xml", 4],
    ["/pressemitteilungen/", "Kreis Soest: Pressemitteilungen (Atom)", "/feed.xml", 3],
  ])("at %s can be subscribed to as „%s“, and names each feed once", (address, title, href, feeds) => {
    const { linkTo, $ } = list({ address });
    expect(linkTo(`Feed: ${title}`)).toBe(href);
    expect($(`link[rel=alternate][href="${href}"]`).attr("title")).toBe(title);
    expect($("link[rel=alternate]")).toHaveLength(feeds);
  });

  it("of a month has no feed of its own", () => {
    expect(list({ address: "/pressemitteilungen/2019/03/" }).$(".subscribe")).toHaveLength(0);
  });

  it("has the archive beside it below /pressemitteilungen/ alone, with counts", () => {
    expect(list().$(".archive")).toHaveLength(0);
    const year = list({ address: "/pressemitteilungen/2019/", title: "2019" });
    expect(year.texts(".archive li")).toEqual([
      "2019 2 Pressemitteilungen",
      "2018 1 Pressemitteilung",
      "März 1 Pressemitteilung",
      "Februar 1 Pressemitteilung",
    ]);
    expect(year.linkTo("Februar")).toBe("/pressemitteilungen/2019/02/");
    expect(year.text(".archive [aria-current=page]")).toBe("2019");
  });
});
