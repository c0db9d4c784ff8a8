import { ADDRESSES } from "../../src/domain/address.ts";
import { germanMonth } from "../../src/domain/berlin-time.ts";
import { archiveYears } from "../../src/domain/edition.ts";
import { once } from "../../src/domain/once.ts";
import type { Site } from "../../src/domain/site.ts";
import { type Html, html } from "../html.ts";
import { countedLinks } from "./counted-links.ts";

const yearsOf = once((site: Site) => archiveYears(site.edition));

/** Made once: a thousand lists have the same archive beside them. */
const digestOf = once((site: Site) => site.sha256(JSON.stringify(yearsOf(site))));

/** What the archive beside a list is known by; empty where there is none. */
export function archiveNavDigest(address: string, site: Site): string {
  return address.startsWith(ADDRESSES.releases) ? digestOf(site) : "";
}

/** By the list's address; all pages of a list show the same. */
const navsOf = once((_: Site) => new Map<string, Html>());

/** The archive beside its lists: every year with its count and, within a year, its months. */
export function archiveNav(address: string, site: Site): Html | undefined {
  if (!address.startsWith(ADDRESSES.releases)) return undefined;
  const nav = navsOf(site).get(address) ?? makeNav(address, site);
  navsOf(site).set(address, nav);
  return nav;
}

function makeNav(address: string, site: Site): Html {
  const years = yearsOf(site).map(({ year, ...rest }) => ({ name: year, ...rest }));
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
