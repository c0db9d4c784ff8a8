import { describe, expect, it } from "vitest";
import { htmlPage } from "../../src/legacy/html-page.ts";
import { fieldsOf, lostOf, readOne } from "./reading.ts";

const LEAD =
  "Der Kreis baut zum Beispiel eine Brücke über einen Bach, den es nicht gibt. Die Arbeiten dauern vier Wochen.";

function body(html: string): string {
  return readOne(
    `<html><body><h1>Beispielbrücke wird gebaut</h1><p>Pressemeldung vom 27.03.2019</p><p>${LEAD}</p>${html}</body></html>`,
  ).body;
}

/** The body without its lead. */
function rest(html: string): string {
  return body(html).replace(`${LEAD}\n\n`, "");
}

describe("The text of an old page as Markdown", () => {
  it.each([
    ["paragraphs and line ends", "<p>Eins<br>Zwei</p><p>Drei</p>", "Eins\\\nZwei\n\nDrei"],
    ["two line ends as a paragraph", "<p>Eins<br><br>Zwei</p>", "Eins\n\nZwei"],
    ["lists", "<ul><li>Eins</li><li>Zwei<ul><li>Innen</li></ul></li></ul>", "- Eins\n- Zwei\n  - Innen"],
    ["lists of dashed lines", "<p>Termine:<br>- Eins<br>- Zwei</p>", "Termine:\n\n- Eins\n- Zwei"],
    ["a dash that stands alone", "<p>– so der Plan</p>", "– so der Plan"],
    ["numbered lists", "<ol><li>Eins</li><li>Zwei</li></ol>", "1. Eins\n2. Zwei"],
    [
      "tables",
      "<table><tr><th>Ort</th><th>Zahl</th></tr><tr><td>Soest</td><td>5</td></tr></table>",
      "| Ort | Zahl |\n| --- | --- |\n| Soest | 5 |",
    ],
    ["headings", "<h3>Zwischentitel</h3><p>Text.</p>", "### Zwischentitel\n\nText."],
    [
      "emphasis",
      "<p>Ein <strong>fettes </strong>und ein <em>schräges</em> Wort</p>",
      "Ein **fettes** und ein *schräges* Wort",
    ],
    [
      "links",
      '<p>Mehr <a href="/amt?a=1&amp;b=2">dazu</a></p>',
      "Mehr [dazu](https://www.kreis-soest.de/amt?a=1&b=2)",
    ],
    [
      "links that are their own text",
      '<p><a href="http://www.kreis-soest.de/">www.kreis-soest.de</a></p>',
      "www.kreis-soest.de",
    ],
    [
      "mail and phone",
      '<p><a href="mailto:a@example.org">a@example.org</a>, <a href="tel:+492921300">02921 30-0</a></p>',
      "a@example.org, 02921 30-0",
    ],
    [
      "hidden mail addresses",
      '<p><a href="javascript:linkTo()">amt(at)example.org</a></p>',
      "amt@example.org",
    ],
    ["scripts as nothing", "<script>alert(1)</script><p>Text.</p><style>p{}</style>", "Text."],
    ["script links as text", '<p><a href="javascript:alert(1)">Klick</a></p>', "Klick"],
    ["unclosed and shouted tags", "<P>Eins<P>Zwei<UL><LI>A<LI>B</UL>", "Eins\n\nZwei\n\n- A\n- B"],
    ["marks that Markdown would take", "<p>5 * 3 * 2 und [x](y)</p>", "5 \\* 3 \\* 2 und \\[x](y)"],
    [
      "cells of a layout as paragraphs",
      "<table><tr><td><h2>Links</h2></td><td>Rechts</td></tr></table>",
      "## Links\n\nRechts",
    ],
  ])("has %s", (_, html, markdown) => {
    expect(rest(html)).toBe(markdown);
  });

  it("starts its links where the page says", () => {
    const page = htmlPage(
      "seite.html",
      '<head><base href="/kreis/"></head><body><p><a href="antrag.php">Antrag</a></p></body>',
      "https://www.kreis-soest.de/",
    );
    expect(page.units[0]?.markdown).toBe("[Antrag](https://www.kreis-soest.de/kreis/antrag.php)");
  });

  it("is read as plain text where the page is one in disguise", () => {
    const release = readOne(
      `<html><body><pre>Beispielbrücke wird gebaut\n\nPressemeldung vom 27.03.2019\n\n${LEAD}</pre></body></html>`,
    );
    expect([release.title.value, release.date?.value, release.body]).toEqual([
      "Beispielbrücke wird gebaut",
      "2019-03-27",
      LEAD,
    ]);
  });

  it("keeps a lead that the old page set in bold from being bold", () => {
    const long = `${LEAD} ${LEAD}`;
    expect(
      readOne(
        `<html><body><h1>Beispielbrücke</h1><p>Pressemeldung vom 27.03.2019</p><p><b>${long}</b></p></body></html>`,
      ).body,
    ).toBe(long);
  });
});

describe("The frame of an old page", () => {
  it("goes nowhere: header, navigation, footer, what stands beside the article", () => {
    const release =
      readOne(`<html><body><header><nav><a>Unser Kreis</a></nav></header><div id="sidebar">Veranstaltungskalender</div>
      <main><h1>Beispielbrücke wird gebaut</h1><p>Pressemeldung vom 27.03.2019</p><p>${LEAD}</p></main>
      <div class="teaserliste"><p>Noch etwas</p></div><footer>Anschrift</footer></body></html>`);
    expect(release.body).toBe(LEAD);
    expect(lostOf(release).map((line) => line.split(" → ")[0])).toEqual([
      "Unser Kreis",
      "Veranstaltungskalender",
      "Noch etwas",
      "Anschrift",
    ]);
  });

  it("is told from content that has a frame's name", () => {
    const release = readOne(
      `<html><body><div class="content-menu"><h1>Beispielbrücke wird gebaut</h1><p>Pressemeldung vom 27.03.2019</p><p>${LEAD}</p></div></body></html>`,
    );
    expect([release.title.value, release.body]).toEqual(["Beispielbrücke wird gebaut", LEAD]);
  });

  it("is told too where it is a control, a banner for browsers without scripts, or hidden", () => {
    const release = readOne(
      `<html><body><h1>Beispielbrücke wird gebaut</h1><p>Pressemeldung vom 27.03.2019</p><p>${LEAD}</p>
      <button>Speichern</button><noscript>Bitte Skripte erlauben.</noscript><p hidden>Verborgen</p><p style="display: none">Versteckt</p></body></html>`,
    );
    expect(release.body).toBe(LEAD);
    expect(lostOf(release).map((line) => line.split(" → ")[0])).toEqual([
      "Speichern",
      "Bitte Skripte erlauben.",
      "Verborgen",
      "Versteckt",
    ]);
  });

  it("may have a notice above the line that dates the release", () => {
    const release = readOne(
      `<html><body><div class="cookie-notice"><p>${LEAD}</p></div><main><h1>Beispielbrücke wird gebaut</h1><p>3. Juni 2022</p><p>Kreis Soest. ${LEAD} Danach ist alles neu.</p></main></body></html>`,
    );
    expect([release.date?.value, release.body]).toEqual([
      "2022-06-03",
      `Kreis Soest. ${LEAD} Danach ist alles neu.`,
    ]);
  });

  it("may hold the contact", () => {
    const release =
      readOne(`<html><body><main><h1>Beispielbrücke</h1><p>Pressemeldung vom 27.03.2019</p><p>${LEAD}</p></main>
      <aside class="marginalspalte"><h3>Ihre Ansprechpersonen</h3><p>Frau Vorname Name<br>Pressestelle<br>02921 30-3200<br>name@example.org</p></aside></body></html>`);
    expect(fieldsOf(release).contact).toEqual({
      name: "Vorname Name, Pressestelle",
      phone: "02921 30-3200",
      email: "name@example.org",
    });
  });
});

describe("What an old page states about itself", () => {
  const page = (head: string, name = "seite.html") =>
    htmlPage(
      name,
      `<html><head>${head}</head><body><p>Text</p></body></html>`,
      "https://www.kreis-soest.de/",
    );

  it.each([
    ['<meta property="article:published_time" content="2022-06-03T10:15:00+02:00">', "2022-06-03 10:15"],
    ['<meta name="date" content="2022-06-03">', "2022-06-03"],
    ['<time itemprop="datePublished" datetime="2022-06-03T00:00:00+02:00">3. Juni</time>', "2022-06-03"],
    ['<meta name="date" content="gestern">', undefined],
  ])("is its date: %s", (head, date) => {
    expect(page(head).date).toBe(date);
  });

  it.each([
    [
      '<link rel="canonical" href="https://www.kreis-soest.de/pressemitteilungen/detailansicht/1107350">',
      "https://www.kreis-soest.de/pressemitteilungen/detailansicht/1107350",
    ],
    [
      '<meta property="og:url" content="/pressemitteilungen/presseservice/1090657.php">',
      "/pressemitteilungen/presseservice/1090657.php",
    ],
    [
      "<!-- saved from url=(0067)http://www.kreis-soest.de/pressemitteilungen/presseservice/1090657.php -->",
      "http://www.kreis-soest.de/pressemitteilungen/presseservice/1090657.php",
    ],
    [
      "<!-- Mirrored from www.kreis-soest.de/pressemitteilungen/presseservice/1090657.php by HTTrack -->",
      "https://www.kreis-soest.de/pressemitteilungen/presseservice/1090657.php",
    ],
  ])("is its address: %s", (head, address) => {
    expect(page(head).addresses).toEqual([address]);
  });

  it("are files for download, by their absolute address", () => {
    expect(page('<a href="blatt.pdf">Amtsblatt (PDF, 1 MB)</a>').documents).toEqual([
      { source: "blatt.pdf", title: "Amtsblatt (PDF, 1 MB)", href: "https://www.kreis-soest.de/blatt.pdf" },
    ]);
  });

  it("are pictures, with the words of their box", () => {
    const release = readOne(
      `<html><body><h1>Beispielbrücke</h1><figure><img src="b/foto.jpg" alt="Vier Menschen"><figcaption><b>Spatenstich</b><br>Beim Bau. Foto: Name</figcaption></figure><p>Pressemeldung vom 27.03.2019</p><p>${LEAD}</p></body></html>`,
    );
    expect(release.photos).toMatchObject([
      {
        headline: "Spatenstich",
        caption: "Beim Bau.",
        credit: { value: "Foto: Name" },
        picture: { source: "b/foto.jpg", alt: "Vier Menschen" },
      },
    ]);
  });

  it("are pictures, whose headline may lead the caption in bold", () => {
    const release = readOne(
      `<html><body><h1>Beispielbrücke</h1><p>Pressemeldung vom 27.03.2019</p><p>${LEAD}</p><figure><img src="foto.jpg" alt=""><figcaption><strong>Spatenstich</strong> Beim Bau. Foto: Name</figcaption></figure></body></html>`,
    );
    expect(fieldsOf(release).photos).toEqual([
      { headline: "Spatenstich", caption: "Beim Bau.", credit: "Foto: Name" },
    ]);
  });

  it("is its title in a heading of any level, where the first is the site's", () => {
    const release = readOne(
      `<html><head><title>Beispielbrücke wird gebaut | Kreis Soest</title></head><body><h1>Pressemitteilungen</h1><h3>Beispielbrücke wird gebaut</h3><h4>Vier Wochen Umleitung</h4><p>Pressemeldung vom 27.03.2019</p><p>${LEAD}</p></body></html>`,
    );
    expect(fieldsOf(release)).toMatchObject({
      title: "Beispielbrücke wird gebaut",
      subtitle: "Vier Wochen Umleitung",
    });
  });
});
