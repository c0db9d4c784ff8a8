import { card } from "./_includes/card.js";

export const data = {
  pagination: { data: "collections.listPages", size: 1, alias: "list" },
  permalink: ({ list }) => list.address,
  eleventyComputed: { title: ({ list }) => list.title },
  eleventyExcludeFromCollections: true,
};

export function render({ list: { title, number, total, count, newer, older, releases } }) {
  return `<h1>${title}</h1>
<p>${count} Pressemitteilungen</p>
${releases.map(card).join("")}
<nav>${newer === undefined ? "" : `<a href="${newer}">Neuere</a>`} Seite ${number} von ${total} ${older === undefined ? "" : `<a href="${older}">Ältere</a>`}</nav>`;
}
