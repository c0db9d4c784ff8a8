import { DateTime } from "luxon";
import { BERLIN } from "../domain/berlin-time.ts";
import { DOWNLOAD_ENDINGS } from "../domain/download.ts";
import { calendarDay, momentText } from "./german-date.ts";
import { attribute, elementsNamed, type HtmlDocument, type HtmlElement, textOf } from "./html-tree.ts";
import type { DocumentLink, Page } from "./page.ts";
import { tidyText } from "./tidy-text.ts";

const DOCUMENT = new RegExp(`\\.(?:${DOWNLOAD_ENDINGS.join("|")})(?:[?#]|$)`, "i");
const DATE_NAMES =
  /^(?:article:published_time|datepublished|date|dc\.date(?:\.(?:created|issued))?|dcterms\.(?:created|issued)|publish-?date)$/i;

/** What a page's markup states about itself beside its text. */
export function htmlFacts(
  document: HtmlDocument,
  html: string,
): Pick<Page, "titleHints" | "addresses" | "documents"> &
  Partial<Pick<Page, "date">> & { readonly base?: string } {
  const telling = elementsNamed(document, "base", "meta", "title", "link", "time", "a");
  const named = (name: string) => telling.filter((element) => element.name === name);
  const metas = named("meta");
  const date = statedDate(named("time"), metas);
  const base = named("base").flatMap((element) => attribute(element, "href") ?? [])[0];
  return {
    titleHints: titleHints(named("title"), metas),
    addresses: ownAddresses(named("link"), metas, html),
    documents: documentLinks(named("a")),
    ...(date !== undefined && { date }),
    ...(base !== undefined && { base }),
  };
}

function titleHints(titles: readonly HtmlElement[], metas: readonly HtmlElement[]): string[] {
  const shared = metas
    .filter((meta) => /^(?:og|twitter):title$/.test(metaName(meta)))
    .map((meta) => attribute(meta, "content") ?? "");
  return [...titles.map(textOf), ...shared].map(tidyText).filter((title) => title !== "");
}

function metaName(meta: HtmlElement): string {
  return (
    attribute(meta, "property") ??
    attribute(meta, "name") ??
    attribute(meta, "itemprop") ??
    ""
  ).toLowerCase();
}

/** Addresses under which the page says it stands; browsers note where they saved it from in a comment. */
function ownAddresses(links: readonly HtmlElement[], metas: readonly HtmlElement[], html: string): string[] {
  const canonical = links.filter((link) => /\bcanonical\b/i.test(attribute(link, "rel") ?? ""));
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(html.slice(0, 4096))?.[1];
  const mirrored = /<!--\s*Mirrored from (\S+) by HTTrack/i.exec(html.slice(0, 8192))?.[1];
  const addresses = [
    ...canonical.map((link) => attribute(link, "href")),
    ...metas.filter((meta) => metaName(meta) === "og:url").map((meta) => attribute(meta, "content")),
    saved,
    mirrored === undefined ? undefined : `https://${mirrored}`,
  ];
  return addresses.filter((address) => address !== undefined).filter((address) => address !== "");
}

function statedDate(times: readonly HtmlElement[], metas: readonly HtmlElement[]): string | undefined {
  const published = metas
    .filter((meta) => DATE_NAMES.test(metaName(meta)))
    .map((meta) => attribute(meta, "content"));
  const labelled = times.filter(
    (time) =>
      /datePublished/i.test(attribute(time, "itemprop") ?? "") || attribute(time, "pubdate") !== undefined,
  );
  const dates = [...labelled, ...times].map((time) => attribute(time, "datetime"));
  return [...dates.slice(0, labelled.length), ...published, ...dates].flatMap(
    (text) => momentOf(text) ?? [],
  )[0];
}

/** ISO 8601 as Berlin's clock shows it; midnight means that only the day is known. */
function momentOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const moment = DateTime.fromISO(text.trim().replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T"), { zone: BERLIN });
  const day = moment.isValid ? calendarDay(moment.toFormat("yyyy-MM-dd")) : undefined;
  if (day === undefined) return undefined;
  const clock = moment.toFormat("HH:mm");
  return /T\d|\d \d{1,2}:/.test(text) && clock !== "00:00"
    ? momentText(day, clock.slice(0, 2), clock.slice(3))
    : day;
}

function documentLinks(links: readonly HtmlElement[]): DocumentLink[] {
  return links.flatMap((link) => {
    const source = attribute(link, "href") ?? "";
    if (!DOCUMENT.test(source)) return [];
    return [{ source, title: tidyText(textOf(link)) || tidyText(attribute(link, "title") ?? "") }];
  });
}
