/** A picture on an old page. */
export type Picture = {
  /** The address as the page has it: `../bilder/foto.jpg`. */
  readonly source: string;
  /** Its text for those who do not see it, where the page has one. */
  readonly alt?: string;
};

/**
 * The smallest piece of an old page that a rule can take: a line of a text; a paragraph, heading, list item, table
 * row or picture of an HTML page. A line of HTML ends at `<br>`.
 */
export type Unit = {
  readonly kind: "text" | "heading" | "item" | "row" | "picture";
  /** As a reader saw it, on one line, without markup. */
  readonly text: string;
  /** The same as Markdown, ready for the body but for what stands at the start of a line. */
  readonly markdown: string;
  /** Number of its first line in the source, from 1; of an HTML page, of the line as a reader saw it. */
  readonly line: number;
  /** Units of one block had no empty line or paragraph between them. */
  readonly block: number;
  /** Level of a heading, depth of a list item, from 1; else 0. */
  readonly level: number;
  /** Number of an item in an ordered list. */
  readonly ordinal?: number;
  /** Cells of a row, as Markdown. */
  readonly cells?: readonly string[];
  /** Whether it stands in the page's frame: navigation, header, footer. */
  readonly isFrame: boolean;
  /** Number of the picture box in which it stands. */
  readonly figure?: number;
  readonly picture?: Picture;
};

/** A link of a page to a file for download. */
export type DocumentLink = {
  /** The address as the page has it. */
  readonly source: string;
  /** The same, absolute, as the text links it. */
  readonly href?: string;
  readonly title: string;
};

/** An old page, of whatever form, taken apart into units in reading order. */
export type Page = {
  /** Path of the source as the caller wrote it. */
  readonly name: string;
  readonly form: "text" | "html" | "feed";
  readonly units: readonly Unit[];
  /** Whether every unit is a block of its own, so that blocks tell nothing. */
  readonly isCompact: boolean;
  /** Titles that the page's markup or feed states, with the site's name beside them or not. */
  readonly titleHints: readonly string[];
  /** When it was published, as the markup or feed states it: `2022-06-03 10:00`. */
  readonly date?: string;
  /** Its own addresses, absolute or as paths, in the order found. */
  readonly addresses: readonly string[];
  readonly documents: readonly DocumentLink[];
  /** What was mended in it before it was read, in German. */
  readonly mends: readonly Mend[];
};

/** A repair of damage: `isSure` where nothing else can have stood there. */
export type Mend = { readonly what: string; readonly isSure: boolean };
