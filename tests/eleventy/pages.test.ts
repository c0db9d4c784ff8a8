import { load } from "cheerio";
import { expect, it } from "vitest";
import { archivePages } from "../../src/eleventy/pages.ts";
import { aPlace, aRelease, aSite, aTopic, at } from "../fixtures/newsroom.ts";

const subject = { topics: [aTopic("Integration")], places: [aPlace("Soest")] };

it.each([
  "/pressemitteilungen/",
  "/pressemitteilungen/2019/",
  "/pressemitteilungen/2019/03/",
  "/themen/integration/",
  "/orte/soest/",
])("The list at %s has 20 releases a page, newest first, and the rest on its last", (list) => {
  const releases = Array.from({ length: 41 }, (_, minute) =>
    aRelease({
      slug: `meldung-${minute}`,
      title: `Meldung ${minute}`,
      date: at(`2019-03-27 10:${String(minute).padStart(2, "0")}`),
      ...subject,
    }),
  );
  const pages = [...archivePages(aSite({ releases, ...subject }))].filter(
    ({ address }) => address === list || address.startsWith(`${list}seite/`),
  );
  const shown = pages.map(({ address, content }) => {
    const titles = load(content)(".card-title");
    return [address, titles.length, titles.first().text()];
  });
  expect(shown).toEqual([
    [list, 20, "Meldung 40"],
    [`${list}seite/2/`, 20, "Meldung 20"],
    [`${list}seite/3/`, 1, "Meldung 0"],
  ]);
});
