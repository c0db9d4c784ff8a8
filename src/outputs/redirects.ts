import { ADDRESSES, shortLinkAddress } from "../domain/address.ts";
import { formatShortPressId } from "../domain/press-id.ts";
import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";

/** Where the list of forwarded addresses stands. */
export const REDIRECTS_ADDRESS = `${ADDRESSES.data}weiterleitungen.json`;

/** Where each forwarded address of a site leads; all of them are addresses below {@link RedirectList.site}. */
export type RedirectList = {
  /** Where the site stands, with scheme, host and path prefix: `https://presse.example.org/presse/`. */
  readonly site: string;
  /** By press ID without sign: `"/kso.2019.03.27.134/": "/pressemitteilungen/2019/03/27/x/"`. */
  readonly shortLinks: Readonly<Record<string, string>>;
  /** By address on a former system, as the release's file names it: `"/a/1.php?id=3": "/pressemitteilungen/…/"`. */
  readonly oldAddresses: Readonly<Record<string, string>>;
};

/**
 * The list of forwarded addresses as a file: servers' configurations are made from it, and whoever linked to an old
 * address can look up today's. It says nothing that the forwarding pages do not say.
 */
export function redirectsFile(site: Site): SiteFile {
  return {
    address: REDIRECTS_ADDRESS,
    releases: [],
    get facts() {
      return [shortLinks(site), oldAddresses(site)];
    },
    get content() {
      return `${JSON.stringify(redirectList(site), null, 1)}\n`;
    },
  };
}

function redirectList(site: Site): RedirectList {
  return {
    site: site.absoluteUrl(ADDRESSES.start),
    shortLinks: Object.fromEntries(shortLinks(site)),
    oldAddresses: Object.fromEntries(oldAddresses(site)),
  };
}

type Forwarding = readonly [from: string, to: string];

function shortLinks({ edition }: Site): Forwarding[] {
  return edition.releases.flatMap(({ pressId, address }): Forwarding[] =>
    pressId === undefined ? [] : [[shortLinkAddress(formatShortPressId(pressId)), address]],
  );
}

function oldAddresses({ edition }: Site): Forwarding[] {
  return edition.releases.flatMap(({ redirectFrom, address }) =>
    redirectFrom.map((from): Forwarding => [from, address]),
  );
}
