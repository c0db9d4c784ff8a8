import { describe, expect, it } from "vitest";
import { redirectsFile } from "../../src/outputs/redirects.ts";
import { aPressId, aRelease, aSite, at, instantOf } from "../fixtures/newsroom.ts";

const NOW = instantOf("2026-06-01 12:00");

describe("The list of forwarded addresses", () => {
  const moved = aRelease({
    slug: "umgezogen",
    pressId: aPressId("kso.2019.03.27.134.sm/-rn"),
    redirectFrom: ["/alt/1.php", "/alt.php?id=1"],
  });
  const read = (...releases: Parameters<typeof aRelease>[0][]) =>
    JSON.parse(
      redirectsFile(
        aSite(
          { releases: [moved, ...releases.map((given) => aRelease(given))] },
          { origin: "https://presse.example.org", pathPrefix: "/presse/", now: NOW },
        ),
      ).content,
    );

  it("names where each leads, and the site below which all of them stand", () => {
    expect(read()).toEqual({
      site: "https://presse.example.org/presse/",
      shortLinks: { "/kso.2019.03.27.134/": "/pressemitteilungen/2019/03/27/umgezogen/" },
      oldAddresses: {
        "/alt/1.php": "/pressemitteilungen/2019/03/27/umgezogen/",
        "/alt.php?id=1": "/pressemitteilungen/2019/03/27/umgezogen/",
      },
    });
  });

  it("keeps those of a withdrawn release, which lead to its notice", () => {
    const withdrawn = { date: at("2026-05-01 12:00"), reason: "Beispiel" };
    const list = read({ slug: "weg", redirectFrom: ["/alt/weg.php"], withdrawn });
    expect(list.oldAddresses["/alt/weg.php"]).toBe("/pressemitteilungen/2019/03/27/weg/");
  });

  it("names none of a release that is not public", () => {
    const list = read(
      { slug: "entwurf", redirectFrom: ["/alt/entwurf.php"], isDraft: true },
      { slug: "morgen", redirectFrom: ["/alt/morgen.php"], date: at("2026-06-02 12:00") },
    );
    expect(Object.keys(list.oldAddresses)).toEqual(["/alt/1.php", "/alt.php?id=1"]);
  });
});
