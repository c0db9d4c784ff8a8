import { describe, expect, it } from "vitest";
import type { Release } from "../../src/domain/release.ts";
import { pageShareTags, releaseShareTags } from "../../src/outputs/share-tags.ts";
import { aCorrection, aPhoto, aRelease, aSite, aTopic, at } from "../fixtures/newsroom.ts";
import { everyRendition } from "./machine-reader.ts";

const site = aSite({}, {}, everyRendition);
const tagsOf = (release: Release) =>
  releaseShareTags(release, site).map(({ property, content }) => [property, content]);

describe("A shared link", () => {
  it("to a release shows its title, subtitle and photo", () => {
    const release = aRelease({
      title: "Integration: „Gemeinsam klappt´s“",
      subtitle: "Lokales Bündnis gegründet",
      topics: [aTopic("Integration"), aTopic("Kita")],
      photos: [aPhoto({ alt: "Vier Personen" })],
      corrections: [aCorrection("2019-03-28 14:30")],
    });
    expect(tagsOf(release)).toEqual([
      ["og:type", "article"],
      ["og:title", "Integration: „Gemeinsam klappt´s“"],
      ["og:description", "Lokales Bündnis gegründet"],
      ["og:url", "https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/"],
      ["og:site_name", "Kreis Soest"],
      ["og:locale", "de_DE"],
      ["og:image", "https://presse.example.org/pressemitteilungen/2019/03/27/beispiel/foto-1-800.jpg"],
      ["og:image:type", "image/jpeg"],
      ["og:image:width", "800"],
      ["og:image:height", "600"],
      ["og:image:alt", "Vier Personen"],
      ["twitter:card", "summary_large_image"],
      ["article:published_time", "2019-03-27T10:00:00+01:00"],
      ["article:modified_time", "2019-03-28T14:30:00+01:00"],
      ["article:tag", "Integration"],
      ["article:tag", "Kita"],
    ]);
  });

  it("to a release without photo shows the picture drawn for it, if there is one", () => {
    const drawn = { address: "/teilen/kita.png", type: "image/png", width: 1200, height: 630 };
    const properties = releaseShareTags(aRelease(), site, drawn).filter(
      ({ property }) => property === "og:image",
    );
    expect(properties).toEqual([
      { property: "og:image", content: "https://presse.example.org/teilen/kita.png" },
    ]);
    expect(tagsOf(aRelease())).toContainEqual(["twitter:card", "summary"]);
  });

  it("to a withdrawn release says so", () => {
    const release = aRelease({ withdrawn: { date: at("2019-04-01 09:00"), reason: "Grund" } });
    expect(tagsOf(release)).toContainEqual(["og:description", "Diese Pressemitteilung wurde zurückgezogen."]);
  });

  it("to any other page shows what it is", () => {
    const tags = pageShareTags(
      { title: "Kita", description: "Alles zur Kita", address: "/themen/kita/" },
      site,
    );
    expect(tags).toContainEqual({ property: "og:type", content: "website" });
    expect(tags).toContainEqual({ property: "og:url", content: "https://presse.example.org/themen/kita/" });
  });
});
