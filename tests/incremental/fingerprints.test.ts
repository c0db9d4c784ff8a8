import { describe, expect, it } from "vitest";
import type { Release } from "../../src/domain/release.ts";
import type { SiteOptions } from "../../src/domain/site.ts";
import { fingerprintsOf } from "../../src/incremental/fingerprints.ts";
import { aCorrection, aPhoto, aRelease, aSite, at, instantOf } from "../fixtures/newsroom.ts";

const NOW = instantOf("2026-11-22 12:00");

/** The fingerprint of a file that tells of one release and nothing else. */
function fingerprintOf(given: Partial<Release>, options: Partial<SiteOptions> = {}): string {
  const release = aRelease(given);
  const site = aSite({ releases: [release] }, { now: NOW, ...options });
  return fingerprintsOf(
    site,
    "code",
  )({
    address: release.address,
    release,
    releases: [release],
    content: "",
  });
}

describe("What a file is made from is another", () => {
  it.each<[string, Partial<Release>]>([
    ["its release has another text", { digest: "another" }],
    [
      "its release has another address, in lists that link there",
      { address: "/pressemitteilungen/2019/03/27/neu/" },
    ],
    ["its release has a correction", { corrections: [aCorrection("2019-03-28")] }],
    ["its release has another photo", { photos: [aPhoto({ credit: "Foto: Beispiel" })] }],
    ["its release follows another", { follows: "/pressemitteilungen/2019/03/20/davor/" }],
    ["its release is withdrawn by now", { withdrawn: { date: at("2026-11-01"), reason: "Beispiel" } }],
  ])("where %s", (_, change) => {
    expect(fingerprintOf(change)).not.toBe(fingerprintOf({}));
  });

  it("where the site lies below another path", () => {
    expect(fingerprintOf({}, { pathPrefix: "/presse/" })).not.toBe(fingerprintOf({}));
  });
});

it("What a file is made from is the same where all of that is", () => {
  expect(fingerprintOf({})).toBe(fingerprintOf({}));
});
