import { escapeHtml } from "./escape-html.js";

export const data = { layout: "base.11ty.js" };

export function render({ content, collections, page, ...data }) {
  const { title, subtitle, pressId, tags, places, corrections = [], events = [], contact } = data;
  const topics = tags.filter((tag) => tag !== "release");
  const neighbours = collections.neighbours.get(page.url) ?? [];
  return `<article>
<h1>${escapeHtml(title)}</h1>
${subtitle === undefined ? "" : `<p>${escapeHtml(subtitle)}</p>`}
<p><time datetime="${page.date.toISOString()}">${page.date.toISOString().slice(0, 10).split("-").reverse().join(".")}</time> ${pressId === undefined ? "" : `(${escapeHtml(pressId)})`}</p>
${content}
${section("Berichtigungen", corrections, (correction) => `${correction.date}: ${correction.note}`)}
${section("Termine", events, (event) => `${event.start}: ${event.title}, ${event.place}`)}
${contact === undefined ? "" : `<p>${escapeHtml(contact.name)}, ${escapeHtml(contact.phone)}, ${escapeHtml(contact.email)}</p>`}
<p>${topics.map((topic) => `<a href="/themen/${topic}/">${escapeHtml(topic)}</a>`).join(" ")} ${escapeHtml(places.join(", "))}</p>
<nav>${neighbours
    .filter((neighbour) => neighbour !== undefined)
    .map(({ url, data: { title } }) => `<a href="${url}">${escapeHtml(title)}</a>`)
    .join(" ")}</nav>
</article>`;
}

function section(title, items, text) {
  if (items.length === 0) return "";
  return `<h2>${title}</h2><ul>${items.map((item) => `<li>${escapeHtml(text(item))}</li>`).join("")}</ul>`;
}
