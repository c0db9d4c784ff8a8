import type { RedirectList } from "../../src/outputs/redirects.ts";
import { serverRedirects } from "../../src/publish/redirect-rules.ts";
import type { ServedSite } from "../../src/publish/served-site.ts";

/** A list of forwarded addresses that names none. */
export function aRedirectList(given: Partial<RedirectList> = {}): RedirectList {
  return { site: "https://presse.example.org/", shortLinks: {}, oldAddresses: {}, ...given };
}

/** What a server must know of a site without redirects, at the root of its host. */
export function aServedSite(given: Partial<ServedSite> = {}): ServedSite {
  return {
    host: "presse.example.org",
    prefix: "/",
    isEncrypted: true,
    policies: {
      everywhere: "default-src 'none'",
      below: {
        "/suche/": "default-src 'none'; script-src 'wasm-unsafe-eval'",
        "/redaktion/": "default-src 'none'; connect-src https://git.example.org",
      },
    },
    redirects: [],
    unfitAddresses: [],
    ...given,
  };
}

/** The same with redirects from some old addresses. */
export function aServedSiteWith(oldAddresses: RedirectList["oldAddresses"], prefix = "/"): ServedSite {
  return aServedSite({ prefix, ...serverRedirects(aRedirectList({ oldAddresses }), prefix) });
}
