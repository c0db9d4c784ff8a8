import { describe, expect, it } from "vitest";
import { type ArchivePlan, planArchive, type StandingRelease } from "../../src/legacy/archive-plan.ts";
import { addressInName, itemNumber, oldPath } from "../../src/legacy/old-address.ts";
import { anOffice } from "../fixtures/newsroom.ts";
import { readSource } from "./reading.ts";

/** A made-up text of the old CMS. */
function text({
  title = "Beispielbrücke",
  id = "kso.2019.03.27.134.tb",
  stamp = "27.03.2019 10:00",
  lead = "",
} = {}): string {
  const words =
    lead ||
    `Zu „${title}“ gibt es Neues aus dem Beispielamt, das alle angeht. Mehr steht im folgenden Absatz.`;
  const dateLine = stamp === "" ? "" : `Pressemeldung vom ${stamp}\n\n`;
  return `${title}\n\nUnterzeile dazu\n\n${dateLine}Kreis Soest (${id}). ${words}\n\nEin zweiter Absatz.`;
}

function plan(
  sources: Readonly<Record<string, string>>,
  standing: readonly StandingRelease[] = [],
): ArchivePlan {
  const releases = Object.entries(sources).flatMap(([name, content]) => readSource(content, name).releases);
  return planArchive(releases, anOffice(), standing, () => undefined);
}

function pathsOf({ planned }: ArchivePlan): string[] {
  return planned.map(({ path }) => path);
}

describe("The old addresses of a release", () => {
  it.each([
    [
      "http://www.kreis-soest.de/pressemitteilungen/presseservice/1090657.php",
      "/pressemitteilungen/presseservice/1090657.php",
      1090657,
    ],
    [
      "https://kreis-soest.de/pressemitteilungen/detailansicht/1107350#top",
      "/pressemitteilungen/detailansicht/1107350",
      1107350,
    ],
    [
      "https://www.kreis-soest.de/pressemitteilungen/detailansicht/ein-titel",
      "/pressemitteilungen/detailansicht/ein-titel",
      undefined,
    ],
    ["http://www.presse-service.de/data.aspx/static/1187431.html", "/data.aspx/static/1187431.html", 1187431],
    ["http://presse-service.de/meldung.aspx?ID=1184727", "/meldung.aspx?ID=1184727", 1184727],
    ["http://www.kreis-soest.de/pressemitteilungen/presseservice/index.php?page=1", undefined, undefined],
    ["https://www.example.org/pressemitteilungen/", undefined, undefined],
  ])("%s", (address, path, number) => {
    expect([oldPath(address), itemNumber(address)]).toEqual([path, number]);
  });

  it.each([
    [
      "spiegel/www.kreis-soest.de/pressemitteilungen/presseservice/1090657.php.html",
      "/pressemitteilungen/presseservice/1090657.php",
    ],
    ["presse-service.de/data.aspx/static/1187431.html", "/data.aspx/static/1187431.html"],
    ["texte/bruecke.txt", undefined],
  ])("stand in a mirrored file's path: %s", (name, path) => {
    expect(addressInName(name)).toBe(path);
  });

  it("become redirects, in both forms of the number", () => {
    const { planned } = plan({ "www.kreis-soest.de/pressemitteilungen/presseservice/1090657.php": text() });
    expect(planned[0]?.text).toContain(
      "redirectFrom:\n  - /pressemitteilungen/presseservice/1090657.php\n  - /pressemitteilungen/detailansicht/1090657\n",
    );
  });
});

describe("The files of an archive", () => {
  it("are the same in whatever order the sources come", () => {
    const sources = {
      "a.txt": text(),
      "b.txt": text({ title: "Zweite Brücke", id: "kso.2019.03.27.135.tb" }),
      "c.txt": text({ title: "Dritte Brücke", id: "kso.2019.03.28.134.tb", stamp: "28.03.2019" }),
    };
    const backwards = Object.fromEntries(Object.entries(sources).reverse());
    expect(plan(backwards).planned.map((one) => one.text)).toEqual(
      plan(sources).planned.map((one) => one.text),
    );
  });

  it("of one day and title get numbers", () => {
    const lead =
      "Ein ganz anderer Text, der mit dem ersten nichts zu tun hat und deshalb für sich allein steht.";
    const paths = pathsOf(plan({ "a.txt": text(), "b.txt": text({ id: "kso.2019.03.27.135.tb", lead }) }));
    expect(paths).toEqual([
      "pressemitteilungen/2019/2019-03-27-beispielbruecke.md",
      "pressemitteilungen/2019/2019-03-27-beispielbruecke-2.md",
    ]);
  });

  it("of one running number keep it once; the later release has its ID as printed", () => {
    const { planned } = plan({
      "a.txt": text(),
      "b.txt": text({ title: "Andere Sache", id: "kso.2019.04.02.134.sm", stamp: "02.04.2019" }),
    });
    expect(
      planned.map(({ fields }) =>
        fields.filter(({ field }) => /Id$/.test(field)).map(({ field, value }) => [field, value]),
      ),
    ).toEqual([[["pressId", "kso.2019.03.27.134.tb"]], [["printedId", "kso.2019.04.02.134.sm"]]]);
  });

  it("hold what another source of the same release adds: time, contact, old addresses", () => {
    const typo3 = `<html><head><link rel="canonical" href="https://www.kreis-soest.de/pressemitteilungen/detailansicht/1107350"></head><body><main><h1>Beispielbrücke</h1><h2>Unterzeile dazu</h2><p>Kreis Soest (kso.2019.03.27.134.tb) Zu „Beispielbrücke“ gibt es Neues aus dem Beispielamt, das alle angeht. Mehr steht im folgenden Absatz.</p><p>Ein zweiter Absatz.</p></main></body></html>`;
    const { planned } = plan({ "alt.txt": text(), "neu.html": typo3 });
    expect(planned).toHaveLength(1);
    expect(planned[0]?.others.map(({ source }) => source)).toEqual(["neu.html"]);
    expect(planned[0]?.text).toMatch(
      /date: 2019-03-27 10:00[\s\S]*\/pressemitteilungen\/detailansicht\/1107350/,
    );
  });

  it("stay two where two releases were given one ID by mistake", () => {
    const lead =
      "Ein ganz anderer Text, der mit dem ersten nichts zu tun hat und deshalb für sich allein steht.";
    expect(plan({ "a.txt": text(), "b.txt": text({ title: "Andere Sache", lead }) }).planned).toHaveLength(2);
  });

  it("follow the earlier release that their text names", () => {
    const lead =
      "Wie in der Pressemitteilung kso.2019.03.27.134 angekündigt, wird die Beispielbrücke jetzt wirklich gebaut.";
    const { planned } = plan({
      "a.txt": text(),
      "b.txt": text({ title: "Bau beginnt", id: "kso.2019.04.02.140.tb", stamp: "02.04.2019", lead }),
    });
    expect(planned[1]?.text).toContain("follows: kso.2019.03.27.134.tb\n");
  });

  it("link to the new address of an earlier release, and leave links to later ones", () => {
    const page = (number: number, day: string, link: number) =>
      `<html><head><link rel="canonical" href="https://www.kreis-soest.de/pressemitteilungen/detailansicht/${number}"></head><body><h1>Meldung ${number}</h1><p>Pressemeldung vom ${day}</p><p>Ein Beispiel ist ein Beispiel, und mehr steht <a href="/pressemitteilungen/presseservice/${link}.php">in der anderen Meldung</a> dazu.</p></body></html>`;
    const { planned } = plan({
      "a.html": page(1000001, "27.03.2019", 1000002),
      "b.html": page(1000002, "28.03.2019", 1000001),
    });
    expect(planned.map((one) => /\]\((.*?)\)/.exec(one.text)?.[1])).toEqual([
      "https://www.kreis-soest.de/pressemitteilungen/presseservice/1000002.php",
      "/pressemitteilungen/2019/03/27/meldung-1000001/",
    ]);
    expect(planned[1]?.text).toContain("follows: 2019/2019-03-27-meldung-1000001.md\n");
  });
});

describe("A release without a date", () => {
  const undated = (lead = "") => text({ title: "Ohne Datum", id: "kso", stamp: "", lead });
  const numbered = (day: string, id: string, title: string) => text({ title, id, stamp: day });

  it("has the day of its neighbours by number, where they agree", () => {
    const { planned } = plan({
      "1000001.txt": numbered("27.03.2019", "kso.2019.03.27.134.tb", "Davor"),
      "1000002.txt": undated(),
      "1000003.txt": numbered("27.03.2019", "kso.2019.03.27.136.tb", "Danach"),
    });
    const found = planned.find(({ path }) => path.includes("ohne-datum"));
    expect(found?.path).toBe("pressemitteilungen/2019/2019-03-27-ohne-datum.md");
    expect(found?.text).not.toContain("draft");
    expect(found?.remarks).toMatchObject([{ field: "date", isGuess: true }]);
  });

  it("is a draft of a day in proportion to its number, or of one nearby in its text", () => {
    const around = {
      "1000000.txt": numbered("01.03.2019", "kso.2019.03.01.100.tb", "Davor"),
      "1001000.txt": numbered("21.03.2019", "kso.2019.03.21.150.tb", "Danach"),
    };
    const pathOf = (lead: string) =>
      plan({ ...around, "1000500.txt": undated(lead) }).planned.find(({ path }) =>
        path.includes("ohne-datum"),
      );
    expect(pathOf("")?.path).toBe("pressemitteilungen/2019/2019-03-11-ohne-datum.md");
    expect(
      pathOf("Das Beispielamt hat am 9. März 2019 getagt und alles beschlossen, was es gibt.")?.path,
    ).toBe("pressemitteilungen/2019/2019-03-09-ohne-datum.md");
    expect(pathOf("")?.text).toContain("draft: true\n");
  });

  it("is a draft where only its text names a day", () => {
    const { planned } = plan({
      "a.txt": undated(
        "Die Beispielbrücke wird am 5. April 2019 in einer Feierstunde für alle eröffnet, die kommen.",
      ),
    });
    expect(planned[0]?.path).toBe("pressemitteilungen/2019/2019-04-05-ohne-datum.md");
    expect(planned[0]?.text).toContain("draft: true\n");
  });

  it("is not taken over where nothing does, and every line of it is told", () => {
    const { planned, unread } = plan({ "a.txt": undated() });
    expect(planned).toEqual([]);
    expect(unread).toMatchObject([
      { source: "a.txt", why: "nennt nirgends ein Datum", lines: { length: 4 } },
    ]);
  });
});

describe("What the target holds already", () => {
  it("is found under another name, by ID or old address", () => {
    const standing = {
      path: "pressemitteilungen/2019/2019-03-27-umbenannt.md",
      pressId: "kso.2019.03.27.134.tb",
      redirects: [],
    };
    expect(plan({ "a.txt": text() }, [standing]).planned[0]?.standsAs).toBe(standing.path);
    const moved = { path: standing.path, redirects: ["/pressemitteilungen/detailansicht/1090657"] };
    expect(plan({ "1090657.txt": text() }, [moved]).planned[0]?.standsAs).toBe(standing.path);
  });

  it("keeps its running numbers", () => {
    const standing = {
      path: "pressemitteilungen/2019/2019-01-02-x.md",
      pressId: "kso.2019.01.02.134.mm",
      redirects: [],
    };
    expect(plan({ "a.txt": text() }, [standing]).planned[0]?.text).toContain(
      "printedId: kso.2019.03.27.134.tb\n",
    );
  });

  it("is the same plan again where it came from this one", () => {
    const first = plan({
      "a.txt": text(),
      "b.txt": text({ title: "Andere Sache", id: "kso.2019.04.02.134.sm", stamp: "02.04.2019" }),
    });
    const standing = first.planned.map(({ path }) => ({
      path,
      pressId: "kso.2019.03.27.134.tb",
      redirects: [],
    }));
    const second = plan(
      {
        "a.txt": text(),
        "b.txt": text({ title: "Andere Sache", id: "kso.2019.04.02.134.sm", stamp: "02.04.2019" }),
      },
      standing,
    );
    expect(second.planned).toEqual(first.planned);
  });
});

describe("A file that an import plans", () => {
  it("is never larger than the newsroom reads; the source is told instead", () => {
    const { planned, unread } = plan({
      "a.txt": text({ lead: "Ein Satz, der sich wiederholt. ".repeat(40_000) }),
    });
    expect(planned).toEqual([]);
    expect(unread).toMatchObject([{ why: expect.stringContaining("größer als 1 MB") }]);
  });

  it("keeps an ID that a line end had cut as it was printed", () => {
    const [one] = plan({ "a.txt": text({ id: "kso.2019.03.27.134.-\nn" }) }).planned;
    expect(one?.text).toContain("printedId: kso.2019.03.27.134.- n\n");
  });
});
