import { escapeHtml } from "./_includes/escape-html.js";

export const data = { layout: null, permalink: "/feed.xml", eleventyExcludeFromCollections: true };

const ORIGIN = "https://presse.example.org";

export function render({ collections }) {
  const newest = collections.newest.slice(0, 20);
  const entries = newest.map(
    ({ url, data, date, content }) => `<entry>
<title>${escapeHtml(data.title)}</title>
<id>${ORIGIN}${url}</id>
<link href="${ORIGIN}${url}"/>
<updated>${date.toISOString()}</updated>
<content type="html">${escapeHtml(content)}</content>
</entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Kreis Soest</title>
<id>${ORIGIN}/</id>
<link href="${ORIGIN}/"/>
<updated>${newest[0].date.toISOString()}</updated>
${entries.join("")}</feed>
`;
}
