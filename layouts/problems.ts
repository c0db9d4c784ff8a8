import { formatProblem, type Problem } from "../src/domain/problem.ts";
import { type Html, html } from "./html.ts";

/**
 * What the local preview shows while the content has problems; never part of a built site. The development server
 * adds its own client, which brings the pages back once the problems are mended.
 *
 * It stands by itself, without the site's masthead, as the office's own data may be what is wrong.
 */
export function problemsPage(problems: readonly Problem[]): Html {
  const heading = problems.length === 1 ? "Ein Problem im Inhalt" : `${problems.length} Probleme im Inhalt`;
  return html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
</head>
<body class="problems">
<main>
<h1>${heading}</h1>
<p>Die Vorschau zeigt die Seiten wieder, sobald die Dateien gespeichert sind und stimmen.</p>
<ol>${problems.map(
    (problem) => html`
<li><code>${problem.file}</code>, Zeile ${problem.line}, Spalte ${problem.column}<br>
<strong>${problem.field}</strong>: ${problem.message}</li>`,
  )}
</ol>
<details><summary>Zum Kopieren</summary><pre>${problems.map(formatProblem).join("\n")}</pre></details>
</main>
</body>
</html>
`;
}
