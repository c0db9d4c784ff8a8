import { type Edition, previewEdition, publicEdition } from "./edition.ts";
import type { Newsroom, StandingPage } from "./newsroom.ts";
import type { Release } from "./release.ts";
import type { RenditionLookup } from "./rendition.ts";
import type { SharePictures } from "./share-picture.ts";

/** What a site needs beside its content; see `siteOptions` for where each comes from. */
export type SiteOptions = {
  /** The build's "now" in milliseconds since 1970. */
  readonly now: number;
  /** Canonical origin without a trailing slash: `https://presse.example.org`. Default: `url` of kreis.yaml. */
  readonly origin?: string;
  /** Path below which the site stands on its host, with slashes at both ends: `/` or `/presse/`. */
  readonly pathPrefix: string;
  /** Whether drafts and releases before their moment are shown, marked as such. */
  readonly isPreview: boolean;
  /** Whether the site has a search index. Default: true. */
  readonly hasSearch?: boolean;
  /** SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal digits (FIPS 180-4). */
  readonly sha256: (text: string) => string;
};

/** The pictures made for one edition. */
export type SitePictures = { readonly renditionsOf: RenditionLookup; readonly sharePictures: SharePictures };

/** What every layout and every output takes beside its release: one edition of a newsroom at its addresses. */
export type Site = Omit<Newsroom, "releases"> &
  SitePictures & {
    readonly edition: Edition;
    readonly isPreview: boolean;
    /** Whether the site has a search index. */
    readonly hasSearch: boolean;
    /** Path below which the site stands on its host, with slashes at both ends. */
    readonly pathPrefix: string;
    /** SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal digits. */
    readonly sha256: (text: string) => string;
    /** Link to an address of this site: `url("/themen/")` → `/presse/themen/` below the prefix `/presse/`. */
    readonly url: (address: string) => string;
    /** The same with scheme and host, for feeds and canonical links. */
    readonly absoluteUrl: (address: string) => string;
    /** A release's text with its links to this site below the path prefix. */
    readonly bodyHtml: (release: Release) => string;
    /** The same of a standing page. */
    readonly pageHtml: (page: StandingPage) => string;
    /** A release's text with all links absolute, for feeds and other sites. */
    readonly absoluteBodyHtml: (release: Release) => string;
  };

/** The edition of a newsroom that a site with these options shows. */
export function editionFor(
  newsroom: Newsroom,
  { isPreview, now }: Pick<SiteOptions, "isPreview" | "now">,
): Edition {
  return isPreview ? previewEdition(newsroom.releases, now) : publicEdition(newsroom.releases, now);
}

/** Puts one edition of a newsroom at its addresses; the only way from content to anything that is published. */
export function createSite(
  { releases: _hidden, ...newsroom }: Newsroom,
  edition: Edition,
  pictures: SitePictures,
  options: SiteOptions,
): Site {
  const origin = (options.origin ?? newsroom.office.url).replace(/\/+$/, "");
  const url = (address: string) => `${options.pathPrefix}${address.replace(/^\//, "")}`;
  const absoluteUrl = (address: string) => `${origin}${url(address)}`;
  const placed = (href: string) => (href.startsWith("/") ? url(href) : href);
  const placedLinks = (html: string) => (options.pathPrefix === "/" ? html : withLinks(html, placed));
  return {
    ...newsroom,
    edition,
    ...pictures,
    isPreview: options.isPreview,
    hasSearch: options.hasSearch ?? true,
    pathPrefix: options.pathPrefix,
    sha256: options.sha256,
    url,
    absoluteUrl,
    bodyHtml: ({ body }) => placedLinks(body.html),
    pageHtml: ({ html }) => placedLinks(html),
    absoluteBodyHtml: ({ body, address }) =>
      withLinks(body.html, (href) => {
        if (WITH_SCHEME.test(href)) return href;
        return absoluteUrl(href.startsWith("/") ? href : `${address}${href}`);
      }),
  };
}

/** A link as the Markdown renderer writes it; a quote in a text is always escaped. */
const HREF = /<a href="([^"]*)"/g;
const WITH_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

function withLinks(renderedHtml: string, place: (href: string) => string): string {
  return renderedHtml.replace(HREF, (_, href: string) => `<a href="${place(href)}"`);
}
