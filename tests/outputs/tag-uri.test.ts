import { describe, expect, it } from "vitest";
import { tagUri } from "../../src/outputs/tag-uri.ts";
import { anOffice } from "../fixtures/newsroom.ts";

describe("The ID of a release for feeds and newsdesks", () => {
  it("is vouched for by the office's own domain", () => {
    const office = anOffice({ homepage: "https://www.kreis.example/start/" });
    expect(tagUri(office, "/pressemitteilungen/2019/03/27/x/")).toBe(
      "tag:kreis.example,2026:/pressemitteilungen/2019/03/27/x/",
    );
  });

  it("is vouched for by the newsroom's domain where the office names no homepage", () => {
    expect(tagUri(anOffice({ url: "https://presse.example.org" }), "/feed.xml")).toBe(
      "tag:presse.example.org,2026:/feed.xml",
    );
  });
});
