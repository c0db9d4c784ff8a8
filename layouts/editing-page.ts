import { ADDRESSES } from "../src/domain/address.ts";
import type { Site } from "../src/domain/site.ts";
import { editingSettings, gitOrigins } from "../src/editing/cms-config.ts";
import { type Html, html, raw } from "./html.ts";

/** Where the page's own files stand. */
const HERE = ADDRESSES.editing;

/**
 * The editing page: a shell around the CMS, in none of the other pages' frames. It is the one page with a policy of
 * its own; docs/adr/0020-editing-page.md says what each permission is for.
 */
export function editingPage(site: Site): Html {
  return html`<!DOCTYPE html>
<html lang="de"${site.office.redaktion === undefined && raw(` class="local-only"`)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(site)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Redaktion – ${site.office.name}</title>
<link rel="icon" href="${site.url("/favicon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${site.url(`${HERE}editing-page.css`)}">
<script type="application/json" id="einstellungen">${raw(scriptData(editingSettings(site)))}</script>
<script type="module" src="${site.url(`${HERE}editing-page.js`)}"></script>
</head>
<body>
<main id="start">
<h1>Redaktion</h1>
<noscript><p>Die Redaktionsseite braucht JavaScript. Ohne JavaScript lassen sich Pressemitteilungen in einem Texteditor schreiben; das Handbuch für die Redaktion sagt, wie.</p></noscript>
<p id="laden">Die Redaktionsseite wird geladen.</p>
<div id="nur-lokal" hidden>
<p>Hier ist noch keine Git-Plattform eingerichtet, in die diese Seite speichern könnte. Das geschieht in der Datei kreis.yaml unter redaktion; die Anleitung steht in docs/redaktionsseite.md.</p>
<p>Bis dahin bearbeitet sie eine Kopie des Projekts auf Ihrem Rechner: dort im Projektordner „npm start“ aufrufen und in Chrome oder Edge die Adresse öffnen, die der Befehl nennt, mit redaktion/ am Ende.</p>
</div>
<p><a href="${site.url(ADDRESSES.start)}">Zur Startseite</a></p>
</main>
</body>
</html>
`;
}

/** CSP Level 3. */
function policy({ office }: Site): string {
  const hosts = gitOrigins(office.redaktion)
    .map((origin) => ` ${origin}`)
    .join("");
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self' blob: data:${hosts}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** JSON that cannot end its element: `<` is written so that HTML does not see it. */
function scriptData(data: unknown): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
