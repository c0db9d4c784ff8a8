import type {
  BreadcrumbList,
  CorrectionComment,
  Event,
  GovernmentOrganization,
  ImageObject,
  NewsArticle,
  SearchAction,
  Thing,
  WebSite,
} from "schema-dts";
import { ADDRESSES, standingPageAddress, topicAddress } from "../domain/address.ts";
import type { Place } from "../domain/office.ts";
import { once } from "../domain/once.ts";
import { modifiedMoment, publicationMoment, type Release, type ReleaseEvent } from "../domain/release.ts";
import type { Site } from "../domain/site.ts";
import { municipalityUri } from "./geocoding.ts";
import { correctionLine, idOf, MEDIA_TYPES, type Picture, picturesOf, summaryOf } from "./story.ts";
import { tagUri } from "./tag-uri.ts";
import { timestamp, writtenTimestamp } from "./timestamp.ts";

/** What a page tells search engines: a graph of schema.org things. */
export type JsonLd = { readonly "@context": "https://schema.org"; readonly "@graph": readonly Thing[] };

/** A step on the way from the start page to a page; the address lies below the site's root. */
export type Breadcrumb = { readonly name: string; readonly address: string };

/**
 * JSON-LD as it may stand in `<script type="application/ld+json">`: nothing in it ends the element or begins a
 * comment. Such a block is data and is not run, so a strict Content-Security-Policy lets it stand.
 *
 * @example jsonLdText(graph) → '{"@context":"https://schema.org","@graph":[…"\\u003c/script>"…]}'
 */
export function jsonLdText(data: JsonLd): string {
  return JSON.stringify(data)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

/** The graph of the start page: the site, the office and how to search. */
export function startJsonLd(site: Site): JsonLd {
  return graph([webSite(site), organization(site)]);
}

/** The graph of a release's page; of a withdrawn one nothing but its notice. */
export function releaseJsonLd(release: Release, breadcrumbs: readonly Breadcrumb[], site: Site): JsonLd {
  const events = release.events.map((event, index) => eventOf(event, index + 1, release, site));
  return graph([
    newsArticle(release, site),
    breadcrumbList(breadcrumbs, site),
    organization(site),
    ...events,
  ]);
}

function graph(things: readonly Thing[]): JsonLd {
  return { "@context": "https://schema.org", "@graph": things };
}

function newsArticle(release: Release, site: Site): NewsArticle {
  const url = site.absoluteUrl(release.address);
  const id = idOf(release);
  const article = {
    "@type": "NewsArticle",
    "@id": tagUri(site.office, release.address),
    url,
    mainEntityOfPage: url,
    headline: release.title,
    inLanguage: "de",
    datePublished: timestamp(publicationMoment(release)),
    dateModified: timestamp(modifiedMoment(release)),
    author: { "@id": organizationId(site) },
    publisher: { "@id": organizationId(site) },
    ...(id !== undefined && { identifier: { "@type": "PropertyValue", propertyID: "Presse-ID", value: id } }),
  } as const satisfies NewsArticle;
  if (release.withdrawn !== undefined) {
    return { ...article, creativeWorkStatus: "Withdrawn", abstract: release.withdrawn.reason };
  }
  const images = picturesOf(release, site).map((picture) => imageObject(picture, site));
  return {
    ...article,
    description: summaryOf(release),
    dateline: release.datelinePlace,
    isAccessibleForFree: true,
    ...(release.subtitle !== undefined && { alternativeHeadline: release.subtitle }),
    ...(release.topics.length > 0 && { keywords: release.topics.map(({ name }) => name) }),
    ...(release.topics.length > 0 && {
      about: release.topics.map(({ name, slug }) => ({
        "@type": "Thing",
        name,
        url: site.absoluteUrl(topicAddress(slug)),
      })),
    }),
    ...(release.places.length > 0 && { contentLocation: release.places.map(administrativeArea) }),
    ...(images.length > 0 && { image: images }),
    ...(release.corrections.length > 0 && { correction: release.corrections.map(correctionComment) }),
    ...(release.follows !== undefined && { isBasedOn: site.absoluteUrl(release.follows) }),
  };
}

function correctionComment(correction: Release["corrections"][number]): CorrectionComment {
  return {
    "@type": "CorrectionComment",
    text: correctionLine(correction),
    datePublished: writtenTimestamp(correction.date),
  };
}

function administrativeArea({ name, key }: Place) {
  return {
    "@type": "AdministrativeArea",
    name,
    sameAs: municipalityUri(key),
    identifier: { "@type": "PropertyValue", propertyID: "Amtlicher Gemeindeschlüssel", value: key },
  } as const;
}

/** A press photo with what an image search shows beside it: credit, terms and where they are explained. */
function imageObject({ photo, web }: Picture, site: Site): ImageObject {
  const terms = site.absoluteUrl(standingPageAddress("bildnutzung"));
  return {
    "@type": "ImageObject",
    contentUrl: site.absoluteUrl(web.address),
    encodingFormat: MEDIA_TYPES[web.format],
    width: { "@type": "QuantitativeValue", value: web.width, unitCode: "E37" },
    height: { "@type": "QuantitativeValue", value: web.height, unitCode: "E37" },
    creditText: photo.credit,
    copyrightNotice: photo.credit,
    license: terms,
    acquireLicensePage: terms,
    ...(photo.headline !== undefined && { name: photo.headline }),
    ...(photo.caption !== undefined && { caption: photo.caption }),
    ...(photo.alt !== undefined && { description: photo.alt }),
  };
}

function eventOf(
  { title, start, end, place }: ReleaseEvent,
  number: number,
  release: Release,
  site: Site,
): Event {
  return {
    "@type": "Event",
    "@id": `${tagUri(site.office, release.address)}#termin-${number}`,
    name: title,
    startDate: writtenTimestamp(start),
    ...(end !== undefined && { endDate: writtenTimestamp(end) }),
    ...(place !== undefined && { location: { "@type": "Place", name: place, address: place } }),
    organizer: { "@id": organizationId(site) },
    url: site.absoluteUrl(release.address),
  };
}

function organizationId({ office }: Site): string {
  return tagUri(office, "#amt");
}

const organization = once((site: Site): GovernmentOrganization => {
  const { office } = site;
  const { street, postalCode, city } = office.address;
  return {
    "@type": "GovernmentOrganization",
    "@id": organizationId(site),
    name: office.name,
    url: office.homepage ?? site.absoluteUrl(ADDRESSES.start),
    telephone: office.phone,
    ...(office.email !== undefined && { email: office.email }),
    address: {
      "@type": "PostalAddress",
      streetAddress: street,
      postalCode,
      addressLocality: city,
      addressCountry: "DE",
    },
    contactPoint: office.pressContacts.map(({ name, phone, email }) => ({
      "@type": "ContactPoint" as const,
      contactType: "press",
      name,
      ...(phone !== undefined && { telephone: phone }),
      ...(email !== undefined && { email }),
    })),
    ...(office.social !== undefined && { sameAs: office.social.map(({ url }) => url) }),
  };
});

/** schema.org's own annotation of the form to fill in, which the type of SearchAction does not know. */
type AnnotatedSearch = SearchAction & { readonly "query-input": string };

function webSite(site: Site): WebSite {
  const search: AnnotatedSearch = {
    "@type": "SearchAction",
    target: {
      "@type": "EntryPoint",
      urlTemplate: `${site.absoluteUrl(ADDRESSES.search)}?q={search_term_string}`,
    },
    "query-input": "required name=search_term_string",
  };
  return {
    "@type": "WebSite",
    "@id": tagUri(site.office, "/"),
    url: site.absoluteUrl(ADDRESSES.start),
    name: `${site.office.name}: Pressemitteilungen`,
    description: site.office.description,
    inLanguage: "de",
    publisher: { "@id": organizationId(site) },
    ...(site.hasSearch && { potentialAction: search }),
  };
}

function breadcrumbList(breadcrumbs: readonly Breadcrumb[], site: Site): BreadcrumbList {
  return {
    "@type": "BreadcrumbList",
    itemListElement: breadcrumbs.map(({ name, address }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: site.absoluteUrl(address),
    })),
  };
}
