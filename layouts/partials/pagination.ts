import { listPageAddress } from "../../src/domain/address.ts";
import type { Site } from "../../src/domain/site.ts";
import { type Html, html } from "../html.ts";

/** Where one page of a list stands among the others. */
export type PagePosition = {
  /** The list's own address: `/themen/integration/`. */
  readonly address: string;
  /** This page, from 1. */
  readonly number: number;
  /** How many pages the list has. */
  readonly total: number;
};

/** Links to the other pages of a list; none where there is but one. */
export function pagination({ address, number, total }: PagePosition, site: Site): Html | undefined {
  if (total < 2) return undefined;
  const to = (page: number) => site.url(listPageAddress(address, page));
  return html`<nav class="pagination" aria-label="Seiten dieser Liste">
<ul>
${
  number > 1 &&
  html`<li><a rel="prev" href="${to(number - 1)}">Vorige Seite</a></li>
`
}${shownPages(number, total).map(
  (page) => html`<li>${pageLink(page)}</li>
`,
)}${
  number < total &&
  html`<li><a rel="next" href="${to(number + 1)}">Nächste Seite</a></li>
`
}</ul>
</nav>`;

  function pageLink(page: number | "gap"): Html {
    if (page === "gap") return html`<span aria-hidden="true">…</span>`;
    const mark = page === number && html` aria-current="page"`;
    return html`<a href="${to(page)}"${mark}><span class="visually-hidden">Seite </span>${page}</a>`;
  }
}

/**
 * The page numbers that are shown: the first, the last, this one and its neighbours; a gap where some are left out.
 *
 * @example shownPages(6, 30) → [1, "gap", 5, 6, 7, "gap", 30]
 */
export function shownPages(number: number, total: number): (number | "gap")[] {
  const pages = [...new Set([1, number - 1, number, number + 1, total])].filter(
    (page) => page >= 1 && page <= total,
  );
  return pages.flatMap((page, position) => {
    const skipped = page - (pages[position - 1] ?? 0) - 1;
    if (skipped === 0) return [page];
    return skipped === 1 ? [page - 1, page] : ["gap" as const, page];
  });
}
