import { type CheerioAPI, load } from "cheerio";
import type { Html } from "../../layouts/html.ts";

/** A rendered page as its readers' programs see it. */
export type ReadPage = {
  readonly $: CheerioAPI;
  /** The text of the first element that fits, white space as single spaces. */
  readonly text: (selector: string) => string;
  /** The text of each element that fits. */
  readonly texts: (selector: string) => string[];
  /** Where the link with this text leads. */
  readonly linkTo: (linkText: string) => string | undefined;
};

export function readPage(page: Html): ReadPage {
  const $ = load(page.toString());
  const texts = (selector: string) =>
    $(selector)
      .toArray()
      .map((element) => plain($(element).text()));
  return {
    $,
    texts,
    text: (selector) => texts(selector)[0] ?? "",
    linkTo: (linkText) =>
      $("a")
        .toArray()
        .filter((link) => plain($(link).text()) === linkText)
        .map((link) => $(link).attr("href"))[0],
  };
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
