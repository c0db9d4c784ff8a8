import { card } from "./_includes/card.js";

export const data = { title: "Start", permalink: "/", eleventyExcludeFromCollections: true };

export function render({ collections }) {
  return `<h1>Kreis Soest</h1>\n${collections.newest.slice(0, 20).map(card).join("")}`;
}
