/** What a file is for; decides what other sites may do with it and how long it is kept. */
export type MediaUse =
  /** A page of this site, its scripts, styles and fonts, its search index. */
  | "own"
  /** Feeds, calendars, data, text: fetched by programs of others, scripts on their pages among them. */
  | "data"
  /** Pictures, which stand in feeds and thus on pages of others. */
  | "picture"
  /** Documents to download; browsers show some of them in viewers of their own. */
  | "download";

/** How files of some names are sent. */
export type MediaType = {
  /** Last parts of a file's path: `.html` for all such files, `/feed.json` for files of this name. */
  readonly endings: readonly string[];
  /** Value of Content-Type (RFC 9110, section 8.3). */
  readonly type: string;
  readonly use: MediaUse;
};

const UTF_8 = "; charset=utf-8";
const OFFICE_DOCUMENT = "application/vnd.openxmlformats-officedocument";
const OPEN_DOCUMENT = "application/vnd.oasis.opendocument";

/**
 * The type of every file that a site can hold; where two fit, the later is meant. What is not in it is sent as
 * {@link OTHER_TYPE}. JSON has no charset, as it is always UTF-8 (RFC 8259, section 8.1).
 */
export const MEDIA_TYPES: readonly MediaType[] = [
  { endings: [".html"], type: `text/html${UTF_8}`, use: "own" },
  { endings: [".css"], type: `text/css${UTF_8}`, use: "own" },
  { endings: [".js"], type: `text/javascript${UTF_8}`, use: "own" },
  { endings: [".woff2"], type: "font/woff2", use: "own" },
  { endings: [".wasm"], type: "application/wasm", use: "own" },
  { endings: [".webmanifest"], type: "application/manifest+json", use: "own" },
  // Feeds too: as application/atom+xml, browsers show them as bare text or download them instead of setting them.
  { endings: [".xml"], type: `application/xml${UTF_8}`, use: "data" },
  { endings: [".json"], type: "application/json", use: "data" },
  { endings: ["/feed.json"], type: "application/feed+json", use: "data" },
  { endings: [".jsonld"], type: "application/ld+json", use: "data" },
  { endings: [".csv"], type: `text/csv${UTF_8}`, use: "data" },
  { endings: [".ics"], type: `text/calendar${UTF_8}`, use: "data" },
  { endings: [".txt", ".minisig", "/SHA256SUMS"], type: `text/plain${UTF_8}`, use: "data" },
  { endings: [".svg"], type: "image/svg+xml", use: "picture" },
  { endings: [".png"], type: "image/png", use: "picture" },
  { endings: [".jpg"], type: "image/jpeg", use: "picture" },
  { endings: [".webp"], type: "image/webp", use: "picture" },
  { endings: [".pdf"], type: "application/pdf", use: "download" },
  { endings: [".mp3"], type: "audio/mpeg", use: "download" },
  { endings: [".mp4"], type: "video/mp4", use: "download" },
  { endings: [".zip"], type: "application/zip", use: "download" },
  { endings: [".doc"], type: "application/msword", use: "download" },
  { endings: [".xls"], type: "application/vnd.ms-excel", use: "download" },
  { endings: [".ppt"], type: "application/vnd.ms-powerpoint", use: "download" },
  { endings: [".docx"], type: `${OFFICE_DOCUMENT}.wordprocessingml.document`, use: "download" },
  { endings: [".xlsx"], type: `${OFFICE_DOCUMENT}.spreadsheetml.sheet`, use: "download" },
  { endings: [".pptx"], type: `${OFFICE_DOCUMENT}.presentationml.presentation`, use: "download" },
  { endings: [".odt"], type: `${OPEN_DOCUMENT}.text`, use: "download" },
  { endings: [".ods"], type: `${OPEN_DOCUMENT}.spreadsheet`, use: "download" },
  { endings: [".odp"], type: `${OPEN_DOCUMENT}.presentation`, use: "download" },
];

/** The type of all other files; with `nosniff` no browser takes them for anything else. */
export const OTHER_TYPE = "application/octet-stream";

/**
 * How a file is sent; nothing for one of {@link OTHER_TYPE}.
 *
 * @example mediaTypeOf("feed.json")?.type → "application/feed+json"
 */
export function mediaTypeOf(path: string): MediaType | undefined {
  return MEDIA_TYPES.findLast(({ endings }) => endings.some((ending) => `/${path}`.endsWith(ending)));
}

/**
 * Whether a file is worth a Brotli and a gzip copy: text is, while pictures, fonts, office documents and Pagefind's
 * index are compressed already.
 *
 * @example isCompressible("themen/index.html") → true; isCompressible("teilen.png") → false
 */
export function isCompressible(path: string): boolean {
  return /^text\/|[/+](?:xml|json|wasm)\b/.test(mediaTypeOf(path)?.type ?? OTHER_TYPE);
}

/**
 * The endings of all files of some uses; a name that another ending covers is left out.
 *
 * @example endingsOf("picture") → [".svg", ".png", ".jpg", ".webp"]
 */
export function endingsOf(...uses: readonly MediaUse[]): string[] {
  const all = MEDIA_TYPES.filter(({ use }) => uses.includes(use)).flatMap(({ endings }) => endings);
  return all.filter((ending) => !all.some((other) => other !== ending && ending.endsWith(other)));
}
