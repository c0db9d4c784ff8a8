import { describe, expect, it } from "vitest";
import type { Release } from "../../src/domain/release.ts";
import { allFilesToWrite, filesOf } from "../../src/eleventy/site-files.ts";
import {
  aCorrection,
  anEvent,
  aPhotoNotAtHand,
  aPlace,
  aRelease,
  aSite,
  aTopic,
  at,
} from "../fixtures/newsroom.ts";

const subject = { topics: [aTopic("Integration")], places: [aPlace("Soest")] };
const releases: readonly Release[] = [
  aRelease({
    slug: "erste",
    ...subject,
    redirectFrom: ["/alt/1.html"],
    events: [anEvent("2019-04-05 18:00")],
  }),
  aRelease({
    slug: "zweite",
    ...subject,
    photos: [aPhotoNotAtHand()],
    corrections: [aCorrection("2019-03-28 10:00")],
  }),
  aRelease({ slug: "dritte", ...subject, follows: "/pressemitteilungen/2019/03/27/erste/" }),
  aRelease({ slug: "vierte", withdrawn: { date: at("2019-04-01"), reason: "Irrtum" } }),
];

describe("What lies beside a release's page", () => {
  const site = aSite({ releases, ...subject });
  const files = filesOf({ site, files: [] });

  // A build looks at these files only where the page is stale.
  it("tells of no release that the page does not tell of, and of no facts", () => {
    for (const { page, beside } of files.releases) {
      for (const { address, releases: told, facts } of beside()) {
        expect(page.releases, address).toEqual(expect.arrayContaining([...told]));
        expect(facts, address).toBeUndefined();
      }
    }
  });

  it("is all that belongs to the release, and written with the rest where nothing is there yet", () => {
    const { pages, outputs } = allFilesToWrite({ site, files: [] });
    const ofReleases = [...pages, ...outputs].filter(({ release }) => release !== undefined);
    const listed = files.releases.flatMap(({ page, beside }) => [page, ...beside()]);
    expect(ofReleases.map(({ address }) => address).sort()).toEqual(
      listed.map(({ address }) => address).sort(),
    );
    expect([...files.pages, ...files.outputs].filter(({ release }) => release !== undefined)).toEqual([]);
  });
});
