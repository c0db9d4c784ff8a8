export const data = { title: "Themen", permalink: "/themen/", eleventyExcludeFromCollections: true };

export function render({ collections }) {
  const topics = collections.topics.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `<h1>Themen</h1>
<ul>${topics.map(([topic, { length }]) => `<li><a href="/themen/${topic}/">${topic}</a> (${length})</li>`).join("")}</ul>`;
}
