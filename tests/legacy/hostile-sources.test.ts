import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "../../src/content/front-matter-source.ts";
import { datelineFault, splitDateline } from "../../src/domain/dateline.ts";
import { frontMatterSchema } from "../../src/domain/front-matter.ts";
import { parsePressId } from "../../src/domain/press-id.ts";
import { planArchive } from "../../src/legacy/archive-plan.ts";
import { decodeSource } from "../../src/legacy/source-encoding.ts";
import { renderMarkdown } from "../../src/markdown/newsroom-markdown.ts";
import { anOffice } from "../fixtures/newsroom.ts";
import { readSource } from "./reading.ts";

/** Pieces that old sources are made of, right and wrong. */
const PIECE = fc.constantFrom(
  "Pressemeldung vom 27.03.2019 10:00",
  "Meldungsdatum: 20.05.2025",
  "Kreis Soest (kso.2019.03.27.134.sm/-rn). Ein Text, der weitergeht",
  "Kreis Soest kso.2012.02.30.1.x)",
  "(kso)",
  "Foto: © ",
  "© Name/ Kreis Soest",
  "| a | b |",
  "---",
  "* * *",
  "1. Januar",
  "`code` und *stern* und _strich_ und ~~weg~~",
  "[Text](javascript:alert(1)) ![Bild](x.png) <b>fett</b> &amp;uuml; &#0; &lt;",
  "{{ permalink }} {% include %}",
  "Schnellzugriff",
  "weiterlesen",
  "Überschrift",
  "> > > > Zitat",
  "```",
  "Die im Presse-Service zum Download angebotenen Fotos dürfen nur",
  "Pressekontakt: Pressestelle, Name, Telefon 1",
  "  - Punkt",
  "\u0000\u0001\u202E\uFEFF\u2028",
  "Ã¼Ã¶ â€“ Â ",
  "am Freitag, 30. Februar 2020, um 25 Uhr",
);
const TAG = fc.constantFrom(
  ..."<p> </p> <br> <div class='bild'> </div> <table><tr><td> </td></tr></table> <h1> </h1> <li> <ul> </ul> <a href='x.pdf'> <a href='javascript:x'> </a> <img src='a.jpg' alt='b'> <article> </article> <main> <b> </b> <!-- --> <script> <td> <html>".split(
    " ",
  ),
);
const LEAD =
  "Der Kreis baut eine Brücke über einen Bach, den es nicht gibt. Die Arbeiten dauern vier Wochen.";
const HEAD = fc.constantFrom(
  "",
  "Titel der Meldung\n\nPressemeldung vom 27.03.2019 10:00\n\n",
  ...Array(4).fill(`Titel der Meldung\n\nPressemeldung vom 27.03.2019 10:00\n\n${LEAD}\n\n`),
);
const glued = fc.array(fc.oneof(PIECE, fc.string(), fc.constantFrom("\n", "\n\n", " ", "\f", "\r\n")), {
  maxLength: 40,
});
const soup = fc.array(fc.oneof(PIECE, TAG, TAG, fc.string()), { maxLength: 60 });

/** Every release of a source stands in a file that the newsroom reads, or is told as unread. */
function survives(content: string | Buffer): number {
  if ("fault" in decodeSource(Buffer.from(content))) return 0;
  const { releases } = readSource(content);
  const { planned } = planArchive(releases, anOffice(), [], () => undefined);
  for (const { text, path } of planned) {
    expect(path).toMatch(/^pressemitteilungen\/\d{4}\/\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$/);
    const parts = splitFrontMatter(text);
    if (!("yaml" in parts)) throw new Error(parts.message);
    expect(parts.yaml.faults).toEqual([]);
    expect(frontMatterSchema.safeParse(parts.yaml.data).error?.issues ?? []).toEqual([]);
    const { faults, links } = renderMarkdown(parts.body);
    expect(faults).toEqual([]);
    expect(links.filter(({ href }) => !/^(?:https?:|mailto:|tel:)/.test(href))).toEqual([]);
    const { pressId, printedId } = parts.yaml.data as Record<string, string | undefined>;
    const { dateline } = splitDateline(parts.body, "Kreis Soest", "kso");
    const known = pressId === undefined ? undefined : parsePressId(pressId);
    expect(dateline && datelineFault(dateline, { pressId: known, printedId })).toBeUndefined();
  }
  return planned.length;
}

/** Lines of these begin with a word for what they are, which goes into the field's name. */
function isLabelled(field: string): boolean {
  return field === "date" || field === "contact";
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}{3,}/gu) ?? [];
}

describe("A source that is broken or hostile", () => {
  it("never stops an import, whatever bytes it holds", () => {
    const anything = fc.uint8Array({ maxLength: 2000 });
    const noControls = fc.array(fc.integer({ min: 0x20, max: 0xff }), { maxLength: 2000 });
    fc.assert(
      fc.property(fc.oneof(anything, noControls), (bytes) => void survives(Buffer.from(bytes))),
      { numRuns: 400 },
    );
  });

  it("gives files that the newsroom reads, or none, whatever its lines", () => {
    let planned = 0;
    fc.assert(
      fc.property(HEAD, glued, (head, pieces) => {
        planned += survives(`${head}${pieces.join("")}`);
      }),
      { numRuns: 500 },
    );
    expect(planned).toBeGreaterThan(250);
  });

  it("gives files that the newsroom reads, or none, whatever its markup", () => {
    let planned = 0;
    const paragraphs = (head: string) => head.replaceAll("\n\n", "</p><p>");
    fc.assert(
      fc.property(HEAD, soup, (head, pieces) => {
        planned += survives(`<html><body><p>${paragraphs(head)}</p>${pieces.join("")}`);
      }),
      { numRuns: 500 },
    );
    expect(planned).toBeGreaterThan(250);
  });

  it("loses no word without saying so", () => {
    fc.assert(
      fc.property(HEAD, glued, (head, pieces) => {
        const source = `${head}${pieces.join("")}`;
        if ("fault" in decodeSource(Buffer.from(source))) return;
        const { releases, unread } = readSource(source);
        const plan = planArchive(releases, anOffice(), [], () => undefined);
        const kept = plan.planned.map(({ text, fields }) => `${text} ${JSON.stringify(fields)}`);
        const lines = [...plan.planned.map(({ release }) => release), ...unread, ...plan.unread].flatMap(
          (one) => one.lines,
        );
        const lost = lines.flatMap(({ text, fate }) => ("lost" in fate ? [text] : []));
        // What a browser takes for a tag is no text; entities and UTF-8 read as Latin-1 are mended; a label goes into its field.
        const letters = lines
          .map(({ text }) => text)
          .join("")
          .replace(/\P{L}/gu, "");
        const text = source.replace(/<[a-z!?/][^>]*>?/gi, " ");
        const vanished = wordsOf(text).filter(
          (word) =>
            !/uuml|amp|.(?:Pressemeldung|Meldungsdatum|Pressekontakt)|\u00C3|\u00E2/.test(word) &&
            !letters.includes(word),
        );
        expect(vanished).toEqual([]);
        const told = wordsOf([...kept, ...lost].join("\n"));
        const placed = lines.flatMap(({ text, fate }) =>
          "lost" in fate || isLabelled(fate.field) ? [] : wordsOf(text),
        );
        expect(placed.filter((word) => !told.includes(word))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["twenty thousand nested elements", `<html>${"<div>".repeat(20_000)}Text`],
    ["ten thousand nested links", `<html>${'<a href="x">'.repeat(10_000)}Text`],
    ["a hundred thousand broken words", `Titel\n\n${"aus-schuss aus-flug ".repeat(50_000)}`],
    ["a line of a megabyte", `Titel\n\nPressemeldung vom 27.03.2019\n\n${"Wort ".repeat(200_000)}`],
    ["a hundred thousand lines", "Foto: Name\n".repeat(100_000)],
    ["a hundred thousand bars", "| a |\n".repeat(100_000)],
    ["a hundred thousand brackets", `Titel\n\n${"[".repeat(100_000)}`],
  ])("does not hold an import up: %s", (_, content) => {
    survives(content);
  });
});
