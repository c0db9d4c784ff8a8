import { parseDocument } from "htmlparser2";
import { DateTime } from "luxon";
import { BERLIN } from "../domain/berlin-time.ts";
import { momentText } from "./german-date.ts";
import { htmlPage } from "./html-page.ts";
import { attribute, elementsNamed, type HtmlElement, isElement, textOf } from "./html-tree.ts";
import { escapeMarkdown } from "./markdown-escape.ts";
import type { Page, Unit } from "./page.ts";
import { textPage } from "./text-page.ts";
import { tidyText } from "./tidy-text.ts";

/** Where feeds keep an item's text, fullest first: RSS 2.0 with its content module, Atom (RFC 4287). */
const CONTENT = ["content:encoded", "content", "description", "summary"];
const DATES = ["pubdate", "published", "dc:date", "updated"];

/**
 * Takes an RSS or Atom feed apart: a page for each item.
 *
 * @param home see {@link htmlPage}
 */
export function feedPages(name: string, xml: string, home: string): Page[] {
  const feed = parseDocument(xml, { xmlMode: true, lowerCaseTags: true });
  return elementsNamed(feed, "item", "entry").map((item, index) =>
    itemPage(`${name}#${index + 1}`, item, home),
  );
}

function itemPage(name: string, item: HtmlElement, home: string): Page {
  const title = tidyText(withoutTags(textIn(item, "title")));
  const contentTag = CONTENT.find((tag) => textIn(item, tag).trim() !== "") ?? "";
  const content = textIn(item, contentTag);
  const page = /<\w/.test(content) ? htmlPage(name, content, home) : textPage(name, content);
  const date = DATES.flatMap((tag) => momentIn(textIn(item, tag)) ?? [])[0];
  return {
    ...page,
    form: "feed",
    titleHints: title === "" ? [] : [title],
    units: [
      ...(title === "" ? [] : [titleUnit(title)]),
      ...page.units.map(moveDown),
      ...pictureUnits(item),
      ...besideUnits(item, contentTag),
    ],
    addresses: linksIn(item),
    ...(date !== undefined && { date }),
  };
}

/** Atom allows markup in titles, and RSS feeds have it though they must not. */
function withoutTags(title: string): string {
  return /<\/?[a-z][^>]*>/i.test(title) ? textOf(parseDocument(title)) : title;
}

function childrenNamed(item: HtmlElement, tag: string): HtmlElement[] {
  return item.children.filter((child) => isElement(child)).filter(({ name }) => name === tag);
}

function textIn(item: HtmlElement, tag: string): string {
  return childrenNamed(item, tag).map(textOf).join("");
}

function linksIn(item: HtmlElement): string[] {
  const links = childrenNamed(item, "link").map((link) => attribute(link, "href") ?? textOf(link));
  const ids = [...childrenNamed(item, "guid"), ...childrenNamed(item, "id")].map(textOf);
  return [...new Set([...links, ...ids].map((link) => link.trim()).filter((link) => /^https?:/i.test(link)))];
}

/** RFC 822 as RSS writes it, or ISO 8601 as Atom does, on Berlin's clock. */
function momentIn(text: string): string | undefined {
  const written = text.trim();
  const readings = [
    DateTime.fromRFC2822(written, { zone: BERLIN }),
    DateTime.fromISO(written, { zone: BERLIN }),
  ];
  const moment = readings.find(({ isValid }) => isValid);
  if (moment === undefined) return undefined;
  const clock = moment.toFormat("HH:mm");
  const day = moment.toFormat("yyyy-MM-dd");
  return clock === "00:00" ? day : momentText(day, clock.slice(0, 2), clock.slice(3));
}

/** Pictures that a feed encloses (RSS 2.0). */
function pictureUnits(item: HtmlElement): Unit[] {
  const pictures = childrenNamed(item, "enclosure").filter((enclosure) =>
    attribute(enclosure, "type")?.startsWith("image/"),
  );
  return pictures.map((enclosure) => ({
    ...plainUnit(""),
    kind: "picture",
    picture: { source: attribute(enclosure, "url") ?? "" },
  }));
}

/** What else an item says, which goes nowhere: the teaser beside the whole text, category, author. */
function besideUnits(item: HtmlElement, contentTag: string): Unit[] {
  const tags = [...CONTENT.filter((tag) => tag !== contentTag), "category", "author", "dc:creator"];
  const texts = tags.map((tag) => tidyText(withoutTags(textIn(item, tag)))).filter((text) => text !== "");
  return texts.map((text) => ({ ...plainUnit(text), isFrame: true }));
}

function plainUnit(text: string): Unit {
  return { kind: "text", text, markdown: text, line: 1, block: -1, level: 0, isFrame: false };
}

function titleUnit(title: string): Unit {
  return {
    kind: "heading",
    text: title,
    markdown: escapeMarkdown(title),
    line: 1,
    block: 0,
    level: 1,
    isFrame: false,
  };
}

function moveDown(unit: Unit): Unit {
  return { ...unit, line: unit.line + 1, block: unit.block + 1 };
}
