import { describe, expect, it } from "vitest";
import { releasePage } from "../../layouts/release.ts";
import type { Photo, Release } from "../../src/domain/release.ts";
import type { PhotoRenditions } from "../../src/domain/rendition.ts";
import type { SiteOptions } from "../../src/domain/site.ts";
import { releaseText } from "../../src/outputs/text.ts";
import {
  aCorrection,
  anAttachment,
  anEvent,
  anOffice,
  aPhoto,
  aPhotoNotAtHand,
  aPlace,
  aPressId,
  aRelease,
  aSite,
  aTopic,
  at,
} from "../fixtures/newsroom.ts";
import { readPage } from "./read-page.ts";

const SEED: Partial<Release> = {
  slug: "gemeinsam-klappts",
  title: 'Integration: "Gemeinsam klappt´s"',
  subtitle: "Landesinitiative fördert junge volljährige Flüchtlinge – Lokales Bündnis gegründet",
  date: at("2019-03-27 10:00"),
  pressId: aPressId("kso.2019.03.27.134.sm/-rn"),
  topics: [aTopic("Integration")],
  places: [aPlace("Soest"), aPlace("Bad Sassendorf")],
  photos: [
    aPhotoNotAtHand({
      headline: "An einem Strang",
      caption: "Ein lokales Bündnis wurde am 26. März 2019 gegründet.",
      credit: "Foto: Erika Beispiel/ Kreis Soest",
    }),
  ],
  contact: { name: "Pressestelle Kreis Soest", phone: "02921 30-3200" },
  body: { html: "<p>Soest und Bad Sassendorf machen mit.</p>\n<p>Zweiter Absatz.</p>\n", text: "" },
};

function pageOf(
  release: Partial<Release>,
  others: readonly Partial<Release>[] = [],
  options: Partial<SiteOptions> = {},
) {
  const all = [release, ...others].map(aRelease);
  const site = aSite({ releases: all }, options, renditionsOfPhotosAtHand);
  const shown = site.edition.byAddress.get(all[0]?.address ?? "");
  if (shown === undefined) throw new Error("The release is not in this edition");
  return readPage(releasePage(shown, site));
}

function renditionsOfPhotosAtHand(release: Release, photo: Photo): PhotoRenditions | undefined {
  if (photo.image === undefined) return undefined;
  const rendition = (format: "jpeg" | "webp", width: number) => ({
    address: `${release.address}bild-${width}.${format === "jpeg" ? "jpg" : format}`,
    format,
    width,
    height: (width * 2) / 3,
    bytes: width * 100,
  });
  return {
    webp: [rendition("webp", 480), rendition("webp", 960)],
    jpeg: [rendition("jpeg", 480), rendition("jpeg", 960)],
    print: rendition("jpeg", 3000),
  };
}

describe("the page of a release", () => {
  it("shows the digest of its text, folded away, and leads to the text and to how to check it", () => {
    const site = aSite({ releases: [aRelease(SEED)] }, { pathPrefix: "/presse/" });
    const [release] = site.edition.releases;
    const { text, $ } = readPage(releasePage(release ?? aRelease(), site));
    expect(text("main details > summary")).toBe("Echtheit prüfen");
    expect($("main details").attr("open")).toBeUndefined();
    expect(text("main details code")).toBe(site.sha256(releaseText(release ?? aRelease(), site)));
    expect(
      $("main details a")
        .toArray()
        .map((link) => $(link).attr("href")),
    ).toEqual(["/presse/pressemitteilungen/2019/03/27/gemeinsam-klappts/text.txt", "/presse/echtheit/"]);
  });

  it("shows all that the printed release shows", () => {
    const { text, texts, $ } = pageOf(SEED);
    expect(text("main h1")).toBe("Integration: „Gemeinsam klappt’s“");
    expect(text(".subtitle")).toBe(
      "Landesinitiative fördert junge volljährige Flüchtlinge – Lokales Bündnis gegründet",
    );
    expect(text(".release-date")).toBe("Pressemeldung vom 27.03.2019 10:00");
    expect($(".release-date time").attr("datetime")).toBe("2019-03-27T10:00:00+01:00");
    expect(texts(".text p")).toEqual([
      "Kreis Soest (kso.2019.03.27.134.sm/-rn). Soest und Bad Sassendorf machen mit.",
      "Zweiter Absatz.",
    ]);
    expect(text(".text p:first-child > strong")).toBe("Kreis Soest (kso.2019.03.27.134.sm/-rn).");
    expect(text("address")).toBe("Pressestelle Kreis Soest Telefon 02921 30-3200");
    expect($('.contact a[href="tel:+492921303200"]')).toHaveLength(1);
  });

  it("says that a photo is not at hand and keeps its headline, caption and credit", () => {
    const { text, $ } = pageOf(SEED);
    expect(text("figure")).toBe(
      "Das Foto liegt hier nicht vor. An einem Strang Ein lokales Bündnis wurde am 26. März 2019 gegründet. Foto: Erika Beispiel/ Kreis Soest",
    );
    expect($("figure img")).toHaveLength(0);
  });

  it("leads to the lists of its topics and places, below the path prefix too", () => {
    const { linkTo } = pageOf(SEED, [], { pathPrefix: "/presse/" });
    expect(linkTo("Integration")).toBe("/presse/themen/integration/");
    expect(linkTo("Bad Sassendorf")).toBe("/presse/orte/bad-sassendorf/");
  });

  it("leads to the next newer and the next older release", () => {
    const { $ } = pageOf(SEED, [
      { slug: "neuer", date: at("2019-03-28 09:00") },
      { slug: "aelter", date: at("2019-03-26 09:00") },
    ]);
    expect($(".neighbours a[rel=next]").attr("href")).toBe("/pressemitteilungen/2019/03/28/neuer/");
    expect($(".neighbours a[rel=prev]").attr("href")).toBe("/pressemitteilungen/2019/03/26/aelter/");
  });

  it("offers its short link and ways to pass it on that are links and nothing else", () => {
    const { $, linkTo } = pageOf(SEED);
    const address = encodeURIComponent(
      "https://presse.example.org/pressemitteilungen/2019/03/27/gemeinsam-klappts/",
    );
    expect(linkTo("presse.example.org/kso.2019.03.27.134/")).toBe("/kso.2019.03.27.134/");
    for (const link of ["Per E-Mail senden", "Über WhatsApp teilen", "Auf Mastodon teilen"]) {
      expect(linkTo(link), link).toContain(address);
    }
    expect($("main").find("script, iframe, form, img[src^=http]")).toHaveLength(0);
  });

  it("has neither short link nor ID where it was issued without one", () => {
    const { $, text } = pageOf({ title: "Beispiel" });
    expect($(".short-link, .press-id")).toHaveLength(0);
    expect(text(".dateline")).toBe("Kreis Soest.");
  });

  it.each([
    {
      of: "the printed ID where that breaks the rules",
      given: { printedId: "kso.2012.1.2.3" },
      dateline: "Kreis Soest (kso.2012.1.2.3).",
    },
    { of: "the place that the text named", given: { datelinePlace: "Soest/Werl" }, dateline: "Soest/Werl." },
  ])("begins its dateline with $of", ({ given, dateline }) => {
    expect(pageOf(given).text(".text p:first-child")).toBe(`${dateline} Beispieltext.`);
  });

  it.each(["<h2>Zwischenzeile</h2>\n<p>Text.</p>\n", "<ul>\n<li>Punkt</li>\n</ul>\n", ""])(
    "sets its dateline alone before a text that begins with %j",
    (html) => {
      const { text } = pageOf({ body: { html, text: "" } });
      expect(text(".text > p:first-child")).toBe("Kreis Soest.");
    },
  );

  it("shows what an editor typed as text, never as markup", () => {
    const hostile = `<script>alert("x")</script> & 'x' {{ 7*7 }} <img src=x onerror=alert(1)>`;
    const { $, text } = pageOf({
      title: hostile,
      subtitle: hostile,
      photos: [aPhoto({ headline: hostile, caption: hostile, credit: hostile, alt: hostile })],
      attachments: [anAttachment({ title: hostile })],
      events: [anEvent("2027-01-01", { title: hostile, place: hostile })],
      corrections: [aCorrection("2019-03-28", { note: hostile })],
      contact: { name: hostile },
    });
    expect($("script:not([src]):not([type='application/ld+json']), main img:not([src^='/'])")).toHaveLength(
      0,
    );
    expect(text("h1")).toBe("<script>alert(„x“)</script> & ‚x‘ {{ 7*7 }} <img src=x onerror=alert(1)>");
    expect($("main [onerror]")).toHaveLength(0);
  });

  it("can be taken over as plain text and by newsdesks' systems", () => {
    const { linkTo } = pageOf(SEED);
    const address = "/pressemitteilungen/2019/03/27/gemeinsam-klappts/";
    expect(linkTo("Als Text ohne Formatierung")).toBe(`${address}text.txt`);
    expect(linkTo("Für Redaktionssysteme (ninjs)")).toBe(`${address}ninjs.json`);
  });

  it("tells programs what it is, where it is shared and where it stands on the site", () => {
    const { $ } = pageOf(SEED);
    expect($("meta[property='og:type']").attr("content")).toBe("article");
    const [article, way] = JSON.parse($("script[type='application/ld+json']").text())["@graph"];
    expect(article.headline).toBe(SEED.title);
    expect(way.itemListElement.map((step: { name: string }) => step.name)).toEqual([
      "Start",
      "Pressemitteilungen",
      "2019",
      "März 2019",
      SEED.title,
    ]);
  });

  it("asks search engines to stay away where the release does", () => {
    expect(pageOf({ isNoindex: true }).$("meta[name=robots]").attr("content")).toBe("noindex");
    expect(pageOf({}).$("meta[name=robots]")).toHaveLength(0);
  });
});

describe("photos", () => {
  it("come in sizes and formats with their dimensions; the first at once, the others as a reader comes near", () => {
    const { $ } = pageOf({ photos: [aPhoto({ alt: "Ein Dorfplatz" }), aPhoto({ alt: "Eine Mühle" })] });
    const [lead, second] = $("figure img").toArray();
    expect($(lead).attr()).toMatchObject({
      alt: "Ein Dorfplatz",
      src: "/pressemitteilungen/2019/03/27/beispiel/bild-960.jpg",
      width: "960",
      height: "640",
      loading: "eager",
    });
    expect($(lead).attr("srcset")).toMatch(/bild-480\.jpg 480w, .*bild-960\.jpg 960w$/);
    expect($(lead).prev("source").attr("type")).toBe("image/webp");
    expect($(second).attr("loading")).toBe("lazy");
  });

  it("can be had for print, with their size and the terms of use beside them", () => {
    const { text, linkTo } = pageOf({ photos: [aPhoto()] });
    expect(text(".photo-download")).toBe(
      "Foto für den Druck herunterladen (JPEG, 3.000 × 2.000 Pixel, 300 kB). Bedingungen der Bildnutzung",
    );
    expect(linkTo("Bedingungen der Bildnutzung")).toBe("/bildnutzung/");
  });

  it("have downloads that can be told apart by their link text", () => {
    const { texts } = pageOf({ photos: [aPhoto(), aPhotoNotAtHand(), aPhoto()] });
    expect(texts(".photo-download a[download]")).toEqual([
      "Foto 1 für den Druck herunterladen",
      "Foto 3 für den Druck herunterladen",
    ]);
  });
});

describe("what comes with a release", () => {
  it("names an attachment's type and size", () => {
    const { text, linkTo } = pageOf({ attachments: [anAttachment({ title: "Amtsblatt Nr. 12" })] });
    expect(text(".attachments li")).toBe("Amtsblatt Nr. 12 (PDF, 250 kB)");
    expect(linkTo("Amtsblatt Nr. 12")).toBe("/pressemitteilungen/2019/03/27/beispiel/amtsblatt.pdf");
  });

  it("shows each appointment with time, place and a file for the reader's calendar", () => {
    const { text, linkTo } = pageOf({
      events: [
        anEvent("2019-04-05 18:00", { title: "Infoabend", end: at("2019-04-05 20:00"), place: "Kreishaus" }),
      ],
    });
    expect(text(".event-list li")).toBe(
      "Infoabend Freitag, 5. April 2019, 18:00 bis 20:00 Uhr Kreishaus In den Kalender übernehmen: Infoabend",
    );
    expect(linkTo("In den Kalender übernehmen: Infoabend")).toBe(
      "/pressemitteilungen/2019/03/27/beispiel/termin-1.ics",
    );
  });

  it.each([
    { contact: { name: "A", email: "a@example.org" }, office: {}, to: "a@example.org" },
    { contact: { name: "A" }, office: { email: "amt@example.org" }, to: "amt@example.org" },
    { contact: { name: "A" }, office: {}, to: undefined },
  ])("takes reports of errors at $to", ({ contact, office, to }) => {
    const release = aRelease({ contact });
    const site = aSite({ releases: [release], office: anOffice(office) });
    const link = readPage(releasePage(release, site)).linkTo("Fehler in diesem Text melden");
    expect(link?.replace(/\?.*/, "")).toBe(to && `mailto:${to}`);
  });
});

describe("a corrected release", () => {
  const corrected = {
    embargo: { until: at("2019-03-27 12:00"), reason: "Der Kreistag entscheidet erst dann." },
    corrections: [
      aCorrection("2019-03-29 08:00", { note: 'Es hieß "klapt".', minor: true }),
      aCorrection("2019-03-28 14:30", { note: "Die Zahl ist 1.232." }),
    ],
  };

  it("says at its head when it changed and leads to what changed", () => {
    const { text, linkTo, $ } = pageOf(corrected);
    expect(text(".last-change")).toBe("Zuletzt geändert am 29.03.2019 08:00. Was geändert wurde");
    expect($(linkTo("Was geändert wurde") ?? "")).toHaveLength(1);
  });

  it("tells every change, newest first, down to its publication at the end of its embargo", () => {
    expect(pageOf(corrected).texts(".changes li")).toEqual([
      "29.03.2019 08:00 Kleine Änderung Es hieß „klapt“.",
      "28.03.2019 14:30 Berichtigung Die Zahl ist 1.232.",
      "27.03.2019 12:00 Veröffentlichung",
    ]);
  });

  it("has no such part where nothing was corrected", () => {
    expect(pageOf({}).$(".changes, .last-change")).toHaveLength(0);
  });
});

describe("a withdrawn release", () => {
  it("leaves title, ID, dates and reason, and nothing else", () => {
    const { $, text, linkTo } = pageOf({
      ...SEED,
      withdrawn: { date: at("2019-04-01 09:00"), reason: "Der Text beruhte auf einem Irrtum." },
    });
    expect(text("main")).toBe(
      "Integration: „Gemeinsam klappt’s“ Pressemeldung vom 27.03.2019 10:00 Diese Pressemitteilung wurde zurückgezogen. Zurückgezogen am 01.04.2019 09:00 Grund Der Text beruhte auf einem Irrtum. Presse-ID kso.2019.03.27.134.sm/-rn",
    );
    expect($.html()).not.toMatch(/Landesinitiative|machen mit|Strang/);
    expect($("meta[name=robots]").attr("content")).toBe("noindex");
    expect(linkTo("März 2019"), "a month that lists nothing has no page").toBeUndefined();
  });

  it("stands whole until its withdrawal takes effect", () => {
    const { text } = pageOf({ withdrawn: { date: at("2026-06-01 12:01"), reason: "Später." } });
    expect(text(".text")).toBe("Kreis Soest. Beispieltext.");
  });
});

describe("releases on the same matter", () => {
  const first = { slug: "erste", title: "Erste Meldung" };
  const second = {
    slug: "zweite",
    title: "Zweite Meldung",
    date: at("2019-04-01 10:00"),
    follows: aRelease(first).address,
  };

  it("lead from the earlier to the later, at the head too", () => {
    const { text } = pageOf(first, [second]);
    expect(text(".newer-stand")).toBe("Neuerer Stand vom 01.04.2019: Zweite Meldung");
    expect(text(".same-matter li")).toBe("Später, am 01.04.2019: Zweite Meldung");
  });

  it("lead from the later to the earlier", () => {
    const { text, linkTo, $ } = pageOf(second, [first]);
    expect(text(".same-matter li")).toBe("Früher, am 27.03.2019: Erste Meldung");
    expect(linkTo("Erste Meldung")).toBe("/pressemitteilungen/2019/03/27/erste/");
    expect($(".newer-stand")).toHaveLength(0);
  });

  it("say where the earlier one was withdrawn", () => {
    const withdrawn = { ...first, withdrawn: { date: at("2019-03-28"), reason: "Irrtum." } };
    expect(pageOf(second, [withdrawn]).text(".same-matter li")).toBe(
      "Früher, am 27.03.2019: Erste Meldung (zurückgezogen)",
    );
  });
});

describe("a release that is not public yet", () => {
  it.each([
    {
      state: "draft",
      given: { isDraft: true },
      banner: "Entwurf. Nur in dieser Vorschau zu sehen, solange draft: true im Kopf der Datei steht.",
    },
    {
      state: "embargoed",
      given: { embargo: { until: at("2026-07-01 12:00"), reason: "Der Kreistag entscheidet erst dann." } },
      banner:
        "Sperrfrist. Bis 01.07.2026 12:00 gesperrt. Grund: Der Kreistag entscheidet erst dann. Erscheint am 01.07.2026 12:00.",
    },
    {
      state: "scheduled",
      given: { date: at("2026-06-02 08:00") },
      banner: "Geplant. Erscheint am 02.06.2026 08:00.",
    },
  ])("is marked in the preview: $state", ({ given, banner }) => {
    expect(pageOf(given, [], { isPreview: true }).text(".state-banner")).toBe(banner);
  });

  it("is the only one that is marked", () => {
    expect(pageOf({}, [], { isPreview: true }).$(".state-banner")).toHaveLength(0);
  });
});
