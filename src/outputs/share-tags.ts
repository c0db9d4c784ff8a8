import { modifiedMoment, publicationMoment, type Release } from "../domain/release.ts";
import type { SharePicture } from "../domain/share-picture.ts";
import type { Site } from "../domain/site.ts";
import { MEDIA_TYPES, picturesOf, summaryOf } from "./story.ts";
import { timestamp } from "./timestamp.ts";

/** A `<meta property=… content=…>` of a page's head (Open Graph, ogp.me; the card of X reads the same). */
export type ShareTag = { readonly property: string; readonly content: string };

/** What a page other than a release tells where it is shared. */
export type SharedPage = {
  readonly title: string;
  readonly description: string;
  /** Address below the site's root. */
  readonly address: string;
  readonly picture?: SharePicture | undefined;
};

/** The tags of any page; without a picture of its own it shows the newsroom's. */
export function pageShareTags(page: SharedPage, site: Site): readonly ShareTag[] {
  return [tag("og:type", "website"), ...sharedTags(page, site)];
}

/**
 * The tags of a release; a withdrawn one shares its title alone.
 *
 * @param drawn the picture made for sharing, shown where the release has no photo at hand
 */
export function releaseShareTags(release: Release, site: Site, drawn?: SharePicture): readonly ShareTag[] {
  const { title, address, topics, withdrawn } = release;
  const description =
    withdrawn === undefined ? summaryOf(release) : "Diese Pressemitteilung wurde zurückgezogen.";
  return [
    tag("og:type", "article"),
    ...sharedTags({ title, description, address, picture: photoOf(release, site) ?? drawn }, site),
    tag("article:published_time", timestamp(publicationMoment(release))),
    tag("article:modified_time", timestamp(modifiedMoment(release))),
    ...topics.map(({ name }) => tag("article:tag", name)),
  ];
}

function photoOf(release: Release, site: Site): SharePicture | undefined {
  const [picture] = picturesOf(release, site);
  if (picture === undefined) return undefined;
  const { photo, web } = picture;
  const { address, format, width, height } = web;
  return {
    address,
    type: MEDIA_TYPES[format],
    width,
    height,
    ...(photo.alt !== undefined && { alt: photo.alt }),
  };
}

function sharedTags({ title, description, address, picture }: SharedPage, site: Site): readonly ShareTag[] {
  return [
    tag("og:title", title),
    tag("og:description", description),
    tag("og:url", site.absoluteUrl(address)),
    tag("og:site_name", site.office.name),
    tag("og:locale", "de_DE"),
    ...(picture === undefined ? [] : pictureTags(picture, site)),
    tag("twitter:card", picture === undefined ? "summary" : "summary_large_image"),
  ];
}

function pictureTags({ address, type, width, height, alt }: SharePicture, site: Site): readonly ShareTag[] {
  return [
    tag("og:image", site.absoluteUrl(address)),
    tag("og:image:type", type),
    tag("og:image:width", String(width)),
    tag("og:image:height", String(height)),
    ...(alt === undefined ? [] : [tag("og:image:alt", alt)]),
  ];
}

function tag(property: string, content: string): ShareTag {
  return { property, content };
}
