import { describe, expect, it } from "vitest";
import { crumbsOf } from "../../../layouts/partials/breadcrumbs.ts";
import { aRelease, aSite } from "../../fixtures/newsroom.ts";

describe("the way to a page", () => {
  const site = aSite({ releases: [aRelease()] });

  it.each([
    ["/", []],
    ["/pressemitteilungen/", ["Start"]],
    ["/pressemitteilungen/seite/2/", ["Start"]],
    ["/pressemitteilungen/2019/", ["Start", "Pressemitteilungen"]],
    ["/pressemitteilungen/2019/03/", ["Start", "Pressemitteilungen", "2019"]],
    ["/pressemitteilungen/2019/03/27/beispiel/", ["Start", "Pressemitteilungen", "2019", "März 2019"]],
    ["/pressemitteilungen/2018/01/02/zurueckgezogen/", ["Start", "Pressemitteilungen"]],
    ["/themen/", ["Start"]],
    ["/themen/kita/", ["Start", "Themen"]],
    ["/themen/kita/seite/2/", ["Start", "Themen"]],
    ["/orte/soest/", ["Start", "Orte"]],
    ["/impressum/", ["Start"]],
    ["/404.html", ["Start"]],
  ])("%s goes by %j", (address, names) => {
    expect(crumbsOf(address, site).map(({ name }) => name)).toEqual(names);
  });

  it("leads to pages that exist", () => {
    const crumbs = crumbsOf("/pressemitteilungen/2019/03/27/beispiel/", site);
    expect(crumbs.map(({ address }) => address)).toEqual([
      "/",
      "/pressemitteilungen/",
      "/pressemitteilungen/2019/",
      "/pressemitteilungen/2019/03/",
    ]);
  });
});
