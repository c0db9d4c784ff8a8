import { ADDRESSES } from "../../src/domain/address.ts";
import { germanMonth } from "../../src/domain/berlin-time.ts";
import { archiveYears } from "../../src/domain/edition.ts";
import type { Site } from "../../src/domain/site.ts";
import { type Html, html } from "../html.ts";
import { once } from "../once.ts";
import { countedLinks } from "./counted-links.ts";

const yearsOf = once((site: Site) => archiveYears(site.edition));

/** The years that stand beside a list; beside lists outside the archive none. */
export function archiveNavYears(address: string, site: Site): ReturnType<typeof archiveYears> {
  return address.startsWith(ADDRESSES.releases) ? yearsOf(site) : [];
}

/** The archive beside its lists: every year with its count and, within a year, its months. */
export function archiveNav(address: string, site: Site): Html | undefined {
  if (!address.startsWith(ADDRESSES.releases)) return undefined;
  const years = archiveNavYears(address, site).map(({ year, ...rest }) => ({ name: year, ...rest }));
  const open = years.find((year) => address.startsWith(year.address));
  const months = open?.months.map(({ period, ...rest }) => ({
    name: germanMonth(Number(period.slice(5))),
    ...rest,
  }));
  return html`<nav class="archive" aria-labelledby="archiv">
<h2 id="archiv">Archiv</h2>
${countedLinks(years, site, address)}
${
  open &&
  months &&
  html`<h3>${open.name} nach Monaten</h3>
${countedLinks(months, site, address)}`
}
</nav>`;
}
