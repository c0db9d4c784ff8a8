import type { Office } from "../src/domain/office.ts";
import type { Site } from "../src/domain/site.ts";
import { filters } from "../src/eleventy/filters.ts";
import { securityMeta } from "./content-security-policy.ts";
import { type Html, html } from "./html.ts";
import { alertBanner } from "./partials/alert-banner.ts";
import { breadcrumbs } from "./partials/breadcrumbs.ts";
import { footer } from "./partials/footer.ts";
import { masthead } from "./partials/masthead.ts";

/** What a layout hands to {@link basePage}. */
export type PageContent = {
  /** The page's own title, plain text. */
  readonly title: string;
  /** A sentence for search engines; default: the newsroom's own. */
  readonly description?: string | undefined;
  /** Address below the site's root; navigation and breadcrumbs follow from it. */
  readonly address: string;
  /** What stands in `<main>`. */
  readonly main: Html;
  /** Whether search engines are asked to stay away. Default: false. */
  readonly isNoindex?: boolean;
  /** More for `<head>`: links to feeds, structured data. */
  readonly head?: Html | undefined;
};

/**
 * The newsroom's name on its pages.
 *
 * @example siteName({ name: "Kreis Soest", … }) → "Newsroom Kreis Soest"
 */
export function siteName(office: Office): string {
  return `Newsroom ${office.name}`;
}

/** The frame of every page: head, masthead, breadcrumbs, alert, main part and footer. */
export function basePage(page: PageContent, site: Site): Html {
  return html`<!DOCTYPE html>
<html lang="de">
<head>
${documentHead(page, site)}
</head>
<body>
<a class="skip-link" href="#inhalt">Zum Inhalt springen</a>
${masthead(page.address, site)}
${alertBanner(site)}${breadcrumbs(page.address, site)}<main class="wrap" id="inhalt" tabindex="-1">
${page.main}
</main>
${footer(site)}
</body>
</html>
`;
}

function documentHead({ title, description, address, isNoindex, head }: PageContent, site: Site): Html {
  const font = (weight: number) => site.url(`/assets/fonts/fira-sans-${weight}.woff2`);
  return html`<meta charset="utf-8">
${securityMeta}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${documentTitle(title, site)}</title>
<meta name="description" content="${filters.typeset(description ?? site.office.description)}">${
    isNoindex === true &&
    html`
<meta name="robots" content="noindex">`
  }
<link rel="canonical" href="${site.absoluteUrl(address)}">
<link rel="stylesheet" href="${site.url("/assets/style.css")}">
<link rel="preload" href="${font(400)}" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="${font(600)}" as="font" type="font/woff2" crossorigin>
<link rel="icon" href="${site.url("/favicon.svg")}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${site.url("/apple-touch-icon.png")}">${head}`;
}

/** The longest title that search engines and tabs show whole, in characters. */
const LONGEST_TITLE = 70;

/** The title with the newsroom's name where both fit; a long title stands alone. */
function documentTitle(title: string, { office }: Site): string {
  const name = siteName(office);
  const set = filters.typeset(title);
  const withName = `${set} – ${name}`;
  return title === name || withName.length > LONGEST_TITLE ? set : withName;
}
