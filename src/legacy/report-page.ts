import { type Html, html, raw } from "../../layouts/html.ts";
import type { PlannedRelease } from "./archive-plan.ts";
import type { ImportReport, LostLine, ReleaseReport } from "./import-report.ts";
import type { AccountedLine } from "./legacy-release.ts";

/** A page of the report: its file name and its HTML. */
export type ReportPage = { readonly name: string; readonly html: string };

/** Releases a page: enough to scroll through, few enough to open at once. */
const PER_PAGE = 200;

const STYLE = `
:root { background: Canvas; color: CanvasText; color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 80rem; overflow-wrap: anywhere; padding: 1rem; }
h2 { border-top: 2px solid; margin-top: 2.5rem; padding-top: 1rem; }
table { border-collapse: collapse; width: 100%; }
caption { font-weight: bold; padding: .5rem 0; text-align: start; }
th, td { border-bottom: 1px solid #767676; padding: .25rem .5rem; text-align: start; vertical-align: top; }
@media (min-width: 40rem) { th, td.number { overflow-wrap: normal; } }
.sides { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); }
.side { border: 1px solid #767676; min-width: 0; padding: .5rem; }
.side h3 { margin: 0 0 .5rem; }
.side ol { list-style: none; margin: 0; padding: 0; }
.side li, pre { font-family: ui-monospace, monospace; font-size: .875rem; margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
.fate { font-family: system-ui, sans-serif; font-weight: bold; }
.lost { text-decoration: line-through; }
.guess { font-weight: bold; }
nav > ul { display: flex; flex-wrap: wrap; gap: .5rem 1rem; list-style: none; padding: 0; }
`;

const BASIS = { found: "gefunden", derived: "abgeleitet", guessed: "geraten" } as const;

const STATE: Readonly<Record<ReleaseReport["state"], string>> = {
  imported: "übernommen",
  "edited by hand, not overwritten": "von Hand geändert, daher nicht überschrieben",
  "stands already": "liegt schon vor, daher nicht noch einmal geschrieben",
};

/**
 * The report as pages to read: what was found and guessed, what was lost, source and result side by side. Each page
 * is whole in itself, without script; those with guesses come first.
 *
 * @param planned in the order of `report.releases`
 */
export function reportPages(report: ImportReport, planned: readonly PlannedRelease[]): ReportPage[] {
  const entries = report.releases
    .flatMap((release, index) => {
      const source = planned[index];
      return source === undefined ? [] : [{ release, source }];
    })
    .toSorted((a, b) => Number(b.release.guesses.length > 0) - Number(a.release.guesses.length > 0));
  const count = Math.max(1, Math.ceil(entries.length / PER_PAGE));
  return Array.from({ length: count }, (_, page) => ({
    name: pageName(page),
    html: `<!DOCTYPE html>\n${reportPage(report, entries.slice(page * PER_PAGE, (page + 1) * PER_PAGE), page, count)}\n`,
  }));
}

function pageName(page: number): string {
  return page === 0 ? "bericht.html" : `bericht-${page + 1}.html`;
}

type Entry = { readonly release: ReleaseReport; readonly source: PlannedRelease };

function reportPage(report: ImportReport, entries: readonly Entry[], page: number, count: number): Html {
  return html`<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Bericht zum Import${count > 1 ? `, Seite ${page + 1} von ${count}` : ""}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
<h1>Bericht zum Import${count > 1 ? `, Seite ${page + 1} von ${count}` : ""}</h1>
${page === 0 ? [summaryTable(report), unreadSection(report)] : ""}
${pageLinks(page, count, "Seiten des Berichts")}
${contents(entries)}
${entries.map(releaseSection)}
${pageLinks(page, count, "Seiten des Berichts, am Ende")}
</main>
</body>
</html>`;
}

function summaryTable({ summary }: ImportReport): Html {
  const rows: readonly (readonly [string, number])[] = [
    ["Gelesene Dateien", summary.sources],
    ["Pressemitteilungen", summary.releases],
    ["Zweite Fassungen derselben Meldung", summary.copies],
    ["Meldungen, in denen etwas geraten ist", summary.withGuesses],
    ["Geratene Angaben", summary.guesses],
    ["Zeilen, die nirgends hingekommen sind", summary.lostLines],
    ["Nicht übernommen", summary.unread],
  ];
  return html`<table><caption>Auf einen Blick</caption><tbody>
${rows.map(([name, number]) => html`<tr><th scope="row">${name}</th><td class="number">${number.toLocaleString("de-DE")}</td></tr>\n`)}
</tbody></table>`;
}

function pageLinks(page: number, count: number, label: string): Html | string {
  if (count === 1) return "";
  const numbers = Array.from({ length: count }, (_, index) => index);
  return html`<nav aria-label="${label}"><ul>
${numbers.map((index) => html`<li>${index === page ? html`<span aria-current="page">${index + 1}</span>` : html`<a href="${pageName(index)}">${index + 1}</a>`}</li>\n`)}
</ul></nav>`;
}

function unreadSection({ unread }: ImportReport): Html | string {
  if (unread.length === 0) return "";
  return html`<h2>Nicht übernommen</h2>
${unread.map(
  ({ source, why, lost }) => html`<section><h3>${source}</h3><p>${why}</p>
<details><summary>${lineCount(lost)}</summary>${lineList(lost)}</details></section>\n`,
)}`;
}

function contents(entries: readonly Entry[]): Html | string {
  if (entries.length < 2) return "";
  return html`<nav aria-label="Meldungen auf dieser Seite"><details><summary>Meldungen auf dieser Seite</summary><ol>
${entries.map((entry, index) => html`<li><a href="#meldung-${index + 1}">${titleOf(entry)}</a>${guessCount(entry)}</li>\n`)}
</ol></details></nav>`;
}

function titleOf({ release }: Entry): string {
  return release.fields.find(({ field }) => field === "title")?.value ?? release.file;
}

function guessCount({ release: { guesses } }: Entry): string {
  return guesses.length === 0 ? "" : ` (${guesses.length} geraten)`;
}

function releaseSection(entry: Entry, index: number): Html {
  const { release, source } = entry;
  return html`<section>
<h2 id="meldung-${index + 1}">${titleOf(entry)}</h2>
<p>${release.source} (${release.family}) → ${release.file}: ${STATE[release.state]}</p>
${list(
  "Geraten, bitte ansehen",
  release.guesses.map(({ field, what }) => `${field}: ${what}`),
)}
${list("Ausgebessert", release.mends)}
${list("Bemerkt", release.remarks)}
<table><caption>Felder</caption>
<thead><tr><th scope="col">Feld</th><th scope="col">Wert</th><th scope="col">Grundlage</th></tr></thead><tbody>
${release.fields.map(
  ({ field, value, basis, why }) =>
    html`<tr><th scope="row">${field}</th><td>${value}</td><td${basis === "guessed" ? raw(' class="guess"') : ""}>${BASIS[basis]}: ${why}</td></tr>\n`,
)}
</tbody></table>
${release.lost.length === 0 ? html`<p>Jede Zeile der Quelle ist angekommen.</p>` : html`<details><summary>Nirgends hingekommen: ${lineCount(release.lost)}</summary>${lostTable(release.lost)}</details>`}
${release.copies.map(
  (copy) => html`<details><summary>Zweite Fassung: ${copy.source}</summary>${lineList(copy.lost)}</details>`,
)}
<details><summary>Quelle und Ergebnis nebeneinander</summary>
<div class="sides">
<div class="side"><h3>Quelle</h3><ol>${source.release.lines.map(sourceLine)}</ol></div>
<div class="side"><h3>Ergebnis</h3><pre>${source.text}</pre></div>
</div></details>
</section>
`;
}

function list(heading: string, items: readonly string[]): Html | string {
  if (items.length === 0) return "";
  return html`<h3>${heading}</h3><ul>${items.map((item) => html`<li>${item}</li>\n`)}</ul>`;
}

function lostTable(lost: readonly LostLine[]): Html {
  return html`<table><thead><tr><th scope="col">Zeile</th><th scope="col">Text</th><th scope="col">Warum</th></tr></thead><tbody>
${lost.map(({ line, text, why }) => html`<tr><td class="number">${line}</td><td>${text}</td><td>${why}</td></tr>\n`)}
</tbody></table>`;
}

function lineCount({ length }: readonly LostLine[]): string {
  return length === 1 ? "1 Zeile" : `${length} Zeilen`;
}

/** Lines that all went nowhere for one reason, by their numbers. */
function lineList(lost: readonly LostLine[]): Html {
  return html`<ol>${lost.map(({ line, text }) => html`<li value="${line}">${text}</li>\n`)}</ol>`;
}

function sourceLine({ text, fate }: AccountedLine): Html {
  return "lost" in fate
    ? html`<li><span class="fate">✗ ${fate.lost}:</span> <span class="lost">${text}</span></li>\n`
    : html`<li><span class="fate">${fate.field}:</span> ${text}</li>\n`;
}
