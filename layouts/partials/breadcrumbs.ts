import { ADDRESSES, archiveAddress } from "../../src/domain/address.ts";
import { germanMonth } from "../../src/domain/berlin-time.ts";
import type { Site } from "../../src/domain/site.ts";
import { type Html, html } from "../html.ts";

/** A page above another one. */
export type Crumb = { readonly name: string; readonly address: string };

const SECTIONS: readonly Crumb[] = [
  { name: "Pressemitteilungen", address: ADDRESSES.releases },
  { name: "Themen", address: ADDRESSES.topics },
  { name: "Orte", address: ADDRESSES.places },
];

/**
 * The pages above an address, from the start page down; the page itself is not among them. A year or month
 * that lists nothing has no page and is passed over.
 *
 * @example crumbsOf("/pressemitteilungen/2019/03/27/x/", site) → Start, Pressemitteilungen, 2019, März 2019
 */
export function crumbsOf(address: string, site: Site): readonly Crumb[] {
  if (address === ADDRESSES.start) return [];
  const page = address.replace(/seite\/\d+\/$/, "");
  const sections = SECTIONS.filter((section) => page.startsWith(section.address));
  return [{ name: "Start", address: ADDRESSES.start }, ...sections, ...periodsAbove(page, site)].filter(
    (crumb) => crumb.address !== page,
  );
}

function periodsAbove(page: string, { edition }: Site): readonly Crumb[] {
  if (!page.startsWith(ADDRESSES.releases)) return [];
  const [year, month] = page.slice(ADDRESSES.releases.length).split("/");
  return [
    { period: `${year}`, name: `${year}` },
    { period: `${year}-${month}`, name: month ? `${germanMonth(Number(month))} ${year}` : "" },
  ]
    .filter(({ period }) => edition.byPeriod.has(period))
    .map(({ period, name }) => ({ name, address: archiveAddress(period) }));
}

/** The way from the start page to this one. */
export function breadcrumbs(address: string, site: Site): Html | undefined {
  const crumbs = crumbsOf(address, site);
  if (crumbs.length === 0) return undefined;
  return html`<nav class="breadcrumbs wrap" aria-label="Sie sind hier">
<ol>
${crumbs.map(
  (crumb) => html`<li><a href="${site.url(crumb.address)}">${crumb.name}</a></li>
`,
)}</ol>
</nav>
`;
}
