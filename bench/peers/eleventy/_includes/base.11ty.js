import { escapeHtml } from "./escape-html.js";

export function render({ title, page, content }) {
  return `<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Kreis Soest</title>
<link rel="canonical" href="https://presse.example.org${page.url}">
<link rel="alternate" type="application/atom+xml" href="/feed.xml">
</head>
<body>
<header><a href="/">Kreis Soest</a> <nav><a href="/pressemitteilungen/">Pressemitteilungen</a> <a href="/themen/">Themen</a></nav></header>
<main>
${content}
</main>
<footer>Beispiele für Messungen</footer>
</body>
</html>
`;
}
