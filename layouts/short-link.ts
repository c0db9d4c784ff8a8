import type { Site } from "../src/domain/site.ts";
import { filters } from "../src/eleventy/filters.ts";
import { securityMeta } from "./content-security-policy.ts";
import { type Html, html } from "./html.ts";

/** An address that leads to another one. */
export type Forwarding = {
  /** Address of this site to which it leads. */
  readonly target: string;
  /** Title of the page there. */
  readonly title: string;
};

/**
 * The page of a short link or an old address: leads on at once, without script, and names where to. It stands
 * alone, as nobody stays on it.
 */
export function shortLinkPage({ target, title }: Forwarding, site: Site): Html {
  const set = filters.typeset(title);
  return html`<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
${securityMeta}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url=${site.url(target)}">
<title>${set}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${site.absoluteUrl(target)}">
<link rel="stylesheet" href="${site.url("/assets/style.css")}">
</head>
<body>
<main class="wrap">
<h1>${set}</h1>
<p>Diese Pressemitteilung steht unter <a href="${site.url(target)}">${site.absoluteUrl(target)}</a>.</p>
</main>
</body>
</html>
`;
}
