/**
 * The addresses of the former systems of the Kreis Soest. Another office's old addresses have other forms: none of
 * these patterns fits them, and its redirects are its editors' to write.
 */

/**
 * The number by which all former systems filed the same release: in `/pressemitteilungen/presseservice/1090657.php`,
 * `/pressemitteilungen/detailansicht/1107350`, `/data.aspx/static/1187431.html` and `meldung.aspx?ID=1184727`.
 */
const ITEM_NUMBER =
  /(?:presseservice\/|detailansicht\/|data\.aspx\/static\/|meldung\.aspx\?(?:\S*&)?ID=|tx_news_pi1(?:\[news\]|%5Bnews%5D)=)(\d{5,8})(?!\d)/i;

/**
 * The number of an old address; see {@link ITEM_NUMBER}.
 *
 * @example itemNumber("/pressemitteilungen/presseservice/1090657.php") → 1090657
 */
export function itemNumber(address: string): number | undefined {
  const digits = ITEM_NUMBER.exec(address)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The hosts of the former systems of the Kreis Soest, whose paths led to releases; with any subdomain. */
export const FORMER_HOST = String.raw`(?:[\w-]+\.)*(?:kreis-soest\.de|presse-service\.de|kreis-soest\.kdvz\.de)`;
const IN_ADDRESS = new RegExp(`^https?://${FORMER_HOST}(?=/)`, "i");
const IN_MIRROR = new RegExp(`${FORMER_HOST}(/.+)$`, "i");
const RELEASE_PATH =
  /^\/(?:pressemitteilungen\/(?:presseservice|detailansicht)\b.+|pressemitteilungen\/blog\?.*tx_news_pi1(?:\[|%5B)news.+|data\.aspx\/static\/.+|meldung\.aspx\?.+)/i;

/**
 * The path that has led to a release on one of the former systems, fit for `redirectFrom`; `undefined` for any
 * other address.
 *
 * @example oldPath("http://www.kreis-soest.de/pressemitteilungen/presseservice/1090657.php#top") → "/pressemitteilungen/presseservice/1090657.php"
 */
export function oldPath(address: string): string | undefined {
  const path = address.trim().replace(IN_ADDRESS, "").split("#", 1)[0] ?? "";
  const isFit = RELEASE_PATH.test(path) && !/[\s\\"<>]/.test(path) && !/(?:^|[/?])\.\.(?:[/?]|$)/.test(path);
  return isFit && !/\/(?:index\.php|page-\d+)?(?:\?page=\d+)?$/i.test(path) ? path : undefined;
}

/**
 * An address that a source names as its own: the path of a mirrored folder or the name of a saved file.
 *
 * @example addressInName("spiegel/www.kreis-soest.de/pressemitteilungen/presseservice/1090657.php.html") → "/pressemitteilungen/presseservice/1090657.php"
 */
export function addressInName(name: string): string | undefined {
  const path = name.replaceAll("\\", "/").replaceAll("%3F", "?").replaceAll("@", "?");
  const mirrored = IN_MIRROR.exec(path)?.[1];
  const own =
    mirrored ?? /(\/pressemitteilungen\/(?:presseservice|detailansicht)\/.+)$/i.exec(`/${path}`)?.[1];
  return own === undefined ? undefined : oldPath(own.replace(SAVED_ENDING, ""));
}

/** The ending that programs give to a page they save; the press service's own addresses have one. */
const SAVED_ENDING = /(?<=\.php|detailansicht\/[a-z0-9-]+)\.(?:html?|txt)$/i;

/** Every path under which the former systems kept an item, beside those already known. */
export function pathsOfItem(number: number): string[] {
  return [`/pressemitteilungen/presseservice/${number}.php`, `/pressemitteilungen/detailansicht/${number}`];
}

/**
 * Where a link of an old page leads; `undefined` for scripts, places on the same page and whatever the site would
 * not link.
 *
 * @example absoluteAddress("/amtsblatt", "https://www.kreis-soest.de/start/") → "https://www.kreis-soest.de/amtsblatt"
 */
export function absoluteAddress(href: string, base: string): string | undefined {
  const trimmed = href.trim();
  if (trimmed === "" || trimmed.startsWith("#")) return undefined;
  if (/^(?:mailto|tel):./i.test(trimmed)) return trimmed.split("?", 1)[0]?.replace(/\s/g, "");
  const url = URL.parse(trimmed, base);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" ? url.href : undefined;
}
