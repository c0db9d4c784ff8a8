import { topicAddress } from "../../src/domain/address.ts";
import { once } from "../../src/domain/once.ts";
import type { SharePicture } from "../../src/domain/share-picture.ts";
import type { Site } from "../../src/domain/site.ts";
import { filters } from "../../src/eleventy/filters.ts";
import { type FeedLink, newestFeedLinks } from "../../src/outputs/feeds.ts";
import { jsonLdText } from "../../src/outputs/json-ld.ts";
import { pageShareTags, type ShareTag } from "../../src/outputs/share-tags.ts";
import type { PageContent } from "../base.ts";
import { securityMeta } from "../content-security-policy.ts";
import { type Html, html, raw } from "../html.ts";
import { siteName } from "../site-name.ts";

/** What programs read of a page: title, policy, address, feeds, what is shown where it is shared, structured data. */
export function documentHead(page: PageContent, site: Site): Html {
  const { title, address, isNoindex, feeds = [], jsonLd, script } = page;
  const description = filters.typeset(page.description ?? site.office.description);
  const shareTags =
    page.shareTags ??
    pageShareTags({ title, description, address, picture: sharePictureAt(address, site) }, site);
  return html`<meta charset="utf-8">
${page.securityMeta ?? securityMeta}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${documentTitle(title, site)}</title>
<meta name="description" content="${description}">${
    isNoindex === true &&
    html`
<meta name="robots" content="noindex">`
  }
<link rel="canonical" href="${site.absoluteUrl(address)}">
${assets(site)}${
  script !== undefined &&
  html`
<script type="module" src="${site.url(`/assets/${script}`)}"></script>`
}${feeds.map(feedLink)}${newestFeeds(site)}${shareTags.map(shareTag)}${
  jsonLd &&
  html`
<script type="application/ld+json">${raw(jsonLdText(jsonLd))}</script>`
}`;
}

/** A topic's lists show the picture of their topic, every other page the newsroom's. */
function sharePictureAt(address: string, { topics, sharePictures }: Site): SharePicture | undefined {
  const topic = topics.find(({ slug }) => address.startsWith(topicAddress(slug)));
  return topic === undefined ? sharePictures.defaultPicture : sharePictures.topicPictureOf(topic);
}

const assets = once((site: Site) => {
  const font = (weight: number) => site.url(`/assets/fonts/fira-sans-${weight}.woff2`);
  return html`<link rel="stylesheet" href="${site.url("/assets/style.css")}">
<link rel="preload" href="${font(400)}" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="${font(600)}" as="font" type="font/woff2" crossorigin>
<link rel="icon" href="${site.url("/favicon.svg")}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${site.url("/apple-touch-icon.png")}">`;
});

const newestFeeds = once((site: Site) => html`${newestFeedLinks(site).map(feedLink)}`);

function feedLink({ type, title, href }: FeedLink): Html {
  return html`
<link rel="alternate" type="${type}" title="${title}" href="${href}">`;
}

function shareTag({ property, content }: ShareTag): Html {
  return html`
<meta property="${property}" content="${content}">`;
}

/** The longest title that search engines and tabs show whole, in characters. */
const LONGEST_TITLE = 70;

/** The title with the newsroom's name where both fit; a long title stands alone. */
function documentTitle(title: string, { office }: Site): string {
  const name = siteName(office);
  const set = filters.typeset(title);
  const withName = `${set} – ${name}`;
  return title === name || withName.length > LONGEST_TITLE ? set : withName;
}
