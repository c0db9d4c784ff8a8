import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import matter from "gray-matter";
import createMarkdown from "markdown-it";

/**
 * The floor: what Node, gray-matter and markdown-it cost without any generator around them.
 * `node site.js --input=DIR --output=DIR`
 */

const { values } = parseArgs({ options: { input: { type: "string" }, output: { type: "string" } } });
const ORIGIN = "https://presse.example.org";
const PAGE_SIZE = 20;
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const markdown = createMarkdown({ html: false, linkify: true, typographer: true });
const releases = readReleases(join(values.input, "pressemitteilungen")).sort((a, b) => b.date - a.date);
const topics = [
  ...Map.groupBy(
    releases.flatMap(({ tags }) => tags),
    (tag) => tag,
  ),
].sort(([a], [b]) => (a < b ? -1 : 1));

write("/", page("Start", "/", releases.slice(0, PAGE_SIZE).map(card).join("")));
releases.forEach((release, index) => {
  write(
    release.address,
    page(release.title, release.address, article(release, [releases[index + 1], releases[index - 1]])),
  );
});
const lists = [
  ["Pressemitteilungen", "/pressemitteilungen/", releases],
  ...[4, 7].flatMap((length) =>
    [...Map.groupBy(releases, ({ day }) => day.slice(0, length))].map(([period, items]) => [
      period,
      `/pressemitteilungen/${period.replace("-", "/")}/`,
      items,
    ]),
  ),
  ...topics.map(([topic]) => [
    topic,
    `/themen/${topic}/`,
    releases.filter(({ tags }) => tags.includes(topic)),
  ]),
].flatMap((list) => listPages(...list));
for (const list of lists) write(list.address, page(list.title, list.address, listed(list)));
write("/themen/", page("Themen", "/themen/", topicList()));
write("/feed.xml", feed(releases.slice(0, PAGE_SIZE)));
write("/sitemap.xml", sitemap());

function readReleases(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "_index.md")
    .map((entry) => {
      const { data, content } = matter(readFileSync(join(entry.parentPath, entry.name), "utf8"));
      const day = data.date.toISOString().slice(0, 10);
      const address = `/pressemitteilungen/${day.replaceAll("-", "/")}/${data.slug}/`;
      return { ...data, day, address, html: markdown.render(content) };
    });
}

function write(address, text) {
  const path = join(values.output, address.endsWith("/") ? `${address}index.html` : address);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function escapeHtml(text) {
  return String(text).replace(/[&<>"]/g, (character) => ENTITIES[character]);
}

function page(title, address, main) {
  return `<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Kreis Soest</title>
<link rel="canonical" href="${ORIGIN}${address}">
<link rel="alternate" type="application/atom+xml" href="/feed.xml">
</head>
<body>
<header><a href="/">Kreis Soest</a> <nav><a href="/pressemitteilungen/">Pressemitteilungen</a> <a href="/themen/">Themen</a></nav></header>
<main>
${main}
</main>
<footer>Beispiele für Messungen</footer>
</body>
</html>
`;
}

function article({ title, subtitle, date, day, pressId, html, tags, places, contact, ...more }, neighbours) {
  const { corrections = [], events = [] } = more;
  return `<article>
<h1>${escapeHtml(title)}</h1>
${subtitle === undefined ? "" : `<p>${escapeHtml(subtitle)}</p>`}
<p><time datetime="${date.toISOString()}">${germanDate(day)}</time> ${pressId === undefined ? "" : `(${escapeHtml(pressId)})`}</p>
${html}
${section("Berichtigungen", corrections, (correction) => `${correction.date}: ${correction.note}`)}
${section("Termine", events, (event) => `${event.start}: ${event.title}, ${event.place}`)}
${contact === undefined ? "" : `<p>${escapeHtml(contact.name)}, ${escapeHtml(contact.phone)}, ${escapeHtml(contact.email)}</p>`}
<p>${tags.map((topic) => `<a href="/themen/${topic}/">${escapeHtml(topic)}</a>`).join(" ")} ${escapeHtml(places.join(", "))}</p>
<nav>${neighbours
    .filter((neighbour) => neighbour !== undefined)
    .map((neighbour) => `<a href="${neighbour.address}">${escapeHtml(neighbour.title)}</a>`)
    .join(" ")}</nav>
</article>`;
}

function section(title, items, text) {
  if (items.length === 0) return "";
  return `<h2>${title}</h2><ul>${items.map((item) => `<li>${escapeHtml(text(item))}</li>`).join("")}</ul>`;
}

function card({ address, title, subtitle, day }) {
  return `<article>
<h2><a href="${address}">${escapeHtml(title)}</a></h2>
<p><time datetime="${day}">${germanDate(day)}</time>${subtitle === undefined ? "" : ` ${escapeHtml(subtitle)}`}</p>
</article>
`;
}

function germanDate(day) {
  return day.split("-").reverse().join(".");
}

function listPages(title, base, items) {
  const total = Math.ceil(items.length / PAGE_SIZE);
  const addressOf = (number) => (number === 1 ? base : `${base}seite/${number}/`);
  return Array.from({ length: total }, (_, index) => ({
    title,
    number: index + 1,
    total,
    count: items.length,
    address: addressOf(index + 1),
    newer: index > 0 ? addressOf(index) : undefined,
    older: index + 1 < total ? addressOf(index + 2) : undefined,
    items: items.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
  }));
}

function listed({ title, number, total, count, newer, older, items }) {
  return `<h1>${escapeHtml(title)}</h1>
<p>${count} Pressemitteilungen</p>
${items.map(card).join("")}
<nav>${newer === undefined ? "" : `<a href="${newer}">Neuere</a>`} Seite ${number} von ${total} ${older === undefined ? "" : `<a href="${older}">Ältere</a>`}</nav>`;
}

function topicList() {
  return `<h1>Themen</h1>
<ul>${topics.map(([topic, { length }]) => `<li><a href="/themen/${topic}/">${topic}</a> (${length})</li>`).join("")}</ul>`;
}

function feed(newest) {
  const entries = newest.map(
    ({ address, title, date, html }) => `<entry>
<title>${escapeHtml(title)}</title>
<id>${ORIGIN}${address}</id>
<link href="${ORIGIN}${address}"/>
<updated>${date.toISOString()}</updated>
<content type="html">${escapeHtml(html)}</content>
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

function sitemap() {
  const urls = [
    ...["/", "/themen/"].map((address) => `<url><loc>${ORIGIN}${address}</loc></url>`),
    ...lists.map(({ address }) => `<url><loc>${ORIGIN}${address}</loc></url>`),
    ...releases.map(
      ({ address, date }) =>
        `<url><loc>${ORIGIN}${address}</loc><lastmod>${date.toISOString()}</lastmod></url>`,
    ),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
}
