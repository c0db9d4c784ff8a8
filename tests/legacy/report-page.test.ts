import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { planArchive } from "../../src/legacy/archive-plan.ts";
import { importReport } from "../../src/legacy/import-report.ts";
import { reportPages } from "../../src/legacy/report-page.ts";
import { anOffice } from "../fixtures/newsroom.ts";
import { readSource } from "./reading.ts";

function release(number: number, dash = "–"): string {
  return `Beispiel <b>${number}</b> & mehr\n\nUnterzeile dazu\n\nPressemeldung vom 02.04.2019\n\nKreis Soest (kso.2019.04.02.${number}.tb). Der Text ${number} ist ein Beispiel ${dash} lang genug, um allein für sich zu stehen, und sonst nichts.\n\nSchnellzugriff`;
}

function pagesOf(sources: readonly string[], edited: readonly string[] = []) {
  const readings = sources.map((text, index) => readSource(text, `quelle-${index}.txt`));
  const plan = planArchive(
    readings.flatMap(({ releases }) => releases),
    anOffice(),
    [],
    () => undefined,
  );
  const unread = [...readings.flatMap((reading) => reading.unread), ...plan.unread];
  const report = importReport(sources.length, plan.planned, unread, new Set(edited));
  return { report, pages: reportPages(report, plan.planned) };
}

describe("The report on an import", () => {
  it("counts what was found, guessed and lost", () => {
    const { report } = pagesOf([release(101), release(102, "?"), "Startseite"]);
    expect(report.summary).toEqual({
      sources: 3,
      releases: 2,
      copies: 0,
      withGuesses: 1,
      guesses: 1,
      lostLines: 2,
      unread: 1,
    });
  });

  it("is HTML that a person reads without script, valid and in German", async () => {
    const { pages } = pagesOf(
      [release(101), release(102, "?"), "Startseite"],
      ["pressemitteilungen/2019/2019-04-02-beispiel-b-101-b-mehr.md"],
    );
    expect(pages.map(({ name }) => name)).toEqual(["bericht.html"]);
    const html = pages[0]?.html ?? "";
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended"],
      rules: { "no-trailing-whitespace": "off", "long-title": "off" },
    });
    const { results } = await validator.validateString(html);
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
    expect(html).toContain('<html lang="de">');
    expect(html).not.toMatch(/<script|<b>101|https?:/);
    expect(html).toContain("von Hand geändert, daher nicht überschrieben");
    expect(html).toContain("Seitenrahmen: Schnellzugriff");
  });

  it("lists its releases, and the lines of a source that gave none by their numbers", () => {
    const html = pagesOf([release(101), release(102, "?"), "Startseite\n\nKontakt"]).pages[0]?.html ?? "";
    expect(html).toContain('<a href="#meldung-1">Beispiel &lt;b&gt;102&lt;/b&gt; &amp; mehr</a> (1 geraten)');
    expect(html).toContain('<h2 id="meldung-1">Beispiel &lt;b&gt;102');
    expect(html).toContain('<summary>2 Zeilen</summary><ol><li value="1">Startseite</li>');
  });

  it("begins with the releases in which something was guessed", () => {
    const html = pagesOf([release(101), release(102, "?")]).pages[0]?.html ?? "";
    expect(html.indexOf("&lt;b&gt;102")).toBeLessThan(html.indexOf("&lt;b&gt;101"));
  });

  it("is spread over pages that can be opened", async () => {
    const { pages } = pagesOf(Array.from({ length: 401 }, (_, index) => release(index + 101)));
    expect(pages.map(({ name }) => name)).toEqual(["bericht.html", "bericht-2.html", "bericht-3.html"]);
    const { results } = await new HtmlValidate({
      extends: ["html-validate:recommended"],
      rules: { "no-trailing-whitespace": "off" },
    }).validateString(pages[1]?.html ?? "");
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(pages[1]?.html).toContain('<a href="bericht-3.html">3</a>');
  });
});
