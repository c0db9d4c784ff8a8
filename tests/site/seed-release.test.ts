import { describe, expect, it } from "vitest";
import { projectSite } from "../fixtures/project-site.ts";

const ADDRESS = "/pressemitteilungen/2019/03/27/gemeinsam-klappts/";
const site = projectSite();

const seed = () => site().page(ADDRESS);
const plain = (text: string) => text.replaceAll("\u00A0", " ").replace(/\s+/g, " ").trim();

describe("The page of the real release of 27 March 2019", () => {
  it("leads with title and subtitle", async () => {
    const page = await seed();
    expect(plain(page("main h1").text())).toBe("Integration: „Gemeinsam klappt’s“");
    expect(plain(page("main").text())).toContain(
      "Landesinitiative fördert junge volljährige Flüchtlinge – Lokales Bündnis gegründet",
    );
    expect(page("h1")).toHaveLength(1);
  });

  it("says when it was issued, as the office prints it", async () => {
    const page = await seed();
    const time = page("main time").first();
    expect(plain(time.parent().text())).toContain("Pressemeldung vom 27.03.2019 10:00");
    expect(time.attr("datetime")).toBe("2019-03-27T10:00:00+01:00");
  });

  it("says that its photo is not at hand, with headline, caption and credit, and shows no picture in its place", async () => {
    const page = await seed();
    const figure = page("main article figure, main figure").first();
    const text = plain(figure.parent().text());
    expect(text).toContain("Das Foto liegt hier nicht vor.");
    expect(text).toContain("An einem Strang");
    expect(text).toContain(
      "Judith Szeili (Stadt Soest), Sina Mittmann (Kreis Soest), Ricarda Kroll (Gemeinde Bad Sassendorf)",
    );
    expect(text).toContain("Foto: Thomas Weinstock/ Kreis Soest");
    expect(figure.find("img")).toHaveLength(0);
  });

  it("opens its text with the dateline, once, and keeps its three paragraphs", async () => {
    const page = await seed();
    const first = page("main p").filter((_, paragraph) =>
      plain(page(paragraph).text()).startsWith("Kreis Soest (kso."),
    );
    expect(first).toHaveLength(1);
    expect(plain(first.text())).toMatch(
      /^Kreis Soest \(kso\.2019\.03\.27\.134\.sm\/-rn\)\. Soest und Bad Sassendorf haben sich der Landesinitiative „Gemeinsam klappt’s“ angeschlossen/,
    );
    const text = plain(page("main").text());
    expect(text).toContain("18- bis 27-jähriger Flüchtlinge");
    expect(text).toContain(
      "„Zurzeit leben insgesamt 1.232 dieser jungen volljährigen Flüchtlinge im Kreisgebiet.“",
    );
    expect(text).toContain("(LaKI) das Konzept vor.");
  });

  it("sets all four spellings of the apostrophe the same way, and binds what belongs on one line", async () => {
    const text = (await seed())("main").text();
    expect(text).not.toMatch(/[´`'"]/);
    expect(text.match(/klappt’s/g)?.length).toBeGreaterThanOrEqual(3);
    expect(text).toContain("Dr.\u00A0Stefan Buchholt");
    expect(text).toContain("26.\u00A0März");
  });

  it("links its topic and its places", async () => {
    const page = await seed();
    expect(page('main a[href="/themen/integration/"]').text()).toBe("Integration");
    expect(page('main a[href="/orte/soest/"]').text()).toContain("Soest");
    expect(page('main a[href="/orte/bad-sassendorf/"]').text()).toContain("Bad Sassendorf");
  });

  it("names whom to ask, with a number that a phone can dial", async () => {
    const page = await seed();
    expect(page('main a[href="tel:+492921303200"]').text()).toBe(
      "02921 30-3200".replace(
        " ",
        page('main a[href="tel:+492921303200"]').text().includes("\u00A0") ? "\u00A0" : " ",
      ),
    );
  });

  it("leads on to the next release", async () => {
    const page = await seed();
    expect(
      page('main a[href="/pressemitteilungen/2023/02/14/beispiel-kreisstrasse-gesperrt/"]').length,
    ).toBeGreaterThan(0);
  });

  it("is reached by the short link of its press ID", async () => {
    const page = await site().page("/kso.2019.03.27.134/");
    expect(page('meta[http-equiv="refresh"]').attr("content")).toBe(`0; url=${ADDRESS}`);
    expect(page(`a[href="${ADDRESS}"]`)).toHaveLength(1);
  });
});

describe("The foot of every page", () => {
  it("links the four channels, the quick links and the A–Z, and no third party's script or picture", async () => {
    for (const file of (await site().files()).filter(
      (name) => name.endsWith("index.html") && !name.startsWith("kso.") && !name.startsWith("redaktion/"),
    )) {
      const page = await site().page(`/${file.replace(/index\.html$/, "")}`);
      if (page('meta[http-equiv="refresh"]').length > 0) continue;
      const footer = plain(page("footer").text());
      for (const network of ["Facebook", "Twitter", "YouTube", "Instagram"])
        expect(footer, file).toContain(`Der Kreis Soest auf ${network}`);
      expect(footer, file).toContain("Schnellzugriff");
      expect(footer, file).toContain("Der Kreis Soest von A–Z");
      expect(
        page(
          "footer a[href='https://www.facebook.com/KreisSoest'], footer a[href*='facebook.com/KreisSoest']",
        ).length,
        file,
      ).toBe(1);
      expect(
        page("script[src^='http'], link[rel=stylesheet][href^='http'], img[src^='http'], iframe").length,
        file,
      ).toBe(0);
    }
  });
});
