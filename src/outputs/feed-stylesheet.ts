import type { SiteFile } from "../domain/site-file.ts";

/**
 * How a feed looks when a person opens it in a browser. Browsers give up XSLT, but still set XML by CSS: title, date
 * and summary are shown, and the way to the page for people is written out, for CSS can make no link.
 */
export const FEED_STYLESHEET: SiteFile = {
  address: "/feed.css",
  releases: [],
  content: `@charset "utf-8";
:root {
  color-scheme: light dark;
  display: block;
  box-sizing: border-box;
  max-width: 45rem;
  margin: 0 auto;
  padding: 1.5rem;
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
  hyphens: auto;
}
:root::before {
  content: "Das ist ein Feed: Wer die Adresse dieser Seite in einen Feedreader einträgt, bekommt jede neue Pressemitteilung dort angezeigt.";
  display: block;
  margin-bottom: 1.5rem;
  padding: 1rem;
  border: 2px solid;
}
feed > *, channel > *, entry > *, item > * { display: none; }
channel, entry, item,
feed > title, channel > title, feed > subtitle, channel > description,
entry > title, item > title, entry > summary, item > description,
entry > published, item > pubDate { display: block; }
feed > title, channel > title { font-size: 1.75rem; font-weight: bold; line-height: 1.25; }
entry, item { margin-top: 1.5rem; padding-top: 1.5rem; border-top: 1px solid; }
entry > title, item > title { font-size: 1.25rem; font-weight: bold; line-height: 1.25; }
feed > link[rel="alternate"], entry > link[rel="alternate"], channel > link, item > link { display: block; }
feed > link[rel="alternate"]::after, entry > link[rel="alternate"]::after { content: attr(href); }
`,
};
