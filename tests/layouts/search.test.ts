import { describe, expect, it } from "vitest";
import { searchPage, searchPageWithoutIndex } from "../../layouts/search.ts";
import { readSearchState } from "../../src/domain/search-state.ts";
import { aPlace, aRelease, aSite, aTopic, at } from "../fixtures/newsroom.ts";
import { readPage } from "./read-page.ts";

const site = aSite({
  releases: [
    aRelease({ slug: "a", topics: [aTopic("Öffnungszeiten"), aTopic("Kita")], places: [aPlace("Werl")] }),
    aRelease({ slug: "b", topics: [aTopic("Kita")], date: at("2020-01-02 08:00") }),
  ],
});

describe("The search page", () => {
  const { $, text, texts, linkTo } = readPage(searchPage(site));

  it("offers the topics, places and years that hold releases, with counts and in German order", () => {
    expect(texts("#thema option")).toEqual(["Alle Themen", "Kita (2)", "Öffnungszeiten (1)"]);
    expect(texts("#ort option")).toEqual(["Alle Orte", "Werl (1)"]);
    expect(texts("#jahr option")).toEqual(["Alle Jahre", "2020 (1)", "2019 (1)"]);
  });

  it("names its fields as its address does", () => {
    const chosen = $("form :is(input, select)")
      .toArray()
      .map((field) => `${$(field).attr("name")}=${$(field).find("option").last().attr("value") ?? "Kita"}`);
    expect(readSearchState(`?${chosen.join("&")}`)).toMatchObject({
      query: "Kita",
      chosen: { thema: "oeffnungszeiten", ort: "werl", jahr: "2019" },
      isByDate: true,
    });
  });

  it("has a label for each field", () => {
    for (const field of $("form :is(input, select)")) {
      expect(text(`label[for="${$(field).attr("id")}"]`)).not.toBe("");
    }
  });

  it("shows no search field before the script that serves it", () => {
    expect($("form[role=search]").attr("hidden")).toBeDefined();
    expect(text("noscript")).toContain("braucht JavaScript");
  });

  it("leads to every topic, place and year without a script", () => {
    expect(linkTo("Kita")).toBe("/themen/kita/");
    expect(linkTo("Werl")).toBe("/orte/werl/");
    expect(linkTo("2019")).toBe("/pressemitteilungen/2019/");
    expect(text("#stoebern li")).toBe("Kita 2 Pressemitteilungen");
  });

  it("alone may run WebAssembly, and neither inline scripts nor eval", () => {
    const policy = $('meta[http-equiv="Content-Security-Policy"]').attr("content");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
  });
});

it("A site without an index has no dead search field, says so and offers the same lists", () => {
  const { $, text, linkTo } = readPage(searchPageWithoutIndex(site));
  expect($("form, script").length).toBe(0);
  expect(text(".intro")).toContain("zurzeit nicht");
  expect(linkTo("Öffnungszeiten")).toBe("/themen/oeffnungszeiten/");
});
