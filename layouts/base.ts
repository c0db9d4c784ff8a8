import type { Site } from "../src/domain/site.ts";
import type { FeedLink } from "../src/outputs/feeds.ts";
import type { JsonLd } from "../src/outputs/json-ld.ts";
import type { ShareTag } from "../src/outputs/share-tags.ts";
import { type Html, html } from "./html.ts";
import { alertBanner } from "./partials/alert-banner.ts";
import { breadcrumbs } from "./partials/breadcrumbs.ts";
import { documentHead } from "./partials/document-head.ts";
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
  /** The page's own feeds, named before those of the whole newsroom. Default: none. */
  readonly feeds?: readonly FeedLink[];
  /** What is shown where the page is shared. Default: its title and description. */
  readonly shareTags?: readonly ShareTag[];
  /** What the page tells search engines. Default: nothing. */
  readonly jsonLd?: JsonLd;
  /** The script that adds to the page where scripts run, below `/assets/`; the page lacks nothing without. Default: none. */
  readonly script?: string;
  /** The page's Content-Security-Policy where it needs another. Default: that of every page. */
  readonly securityMeta?: Html;
};

/** The frame of every page: head, masthead, alert, breadcrumbs, main part and footer. */
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
