import { escapeHtml } from "./escape-html.js";

export function card({ url, date, data }) {
  const day = date.toISOString().slice(0, 10);
  const subtitle = data.subtitle === undefined ? "" : ` ${escapeHtml(data.subtitle)}`;
  return `<article>
<h2><a href="${url}">${escapeHtml(data.title)}</a></h2>
<p><time datetime="${day}">${day.split("-").reverse().join(".")}</time>${subtitle}</p>
</article>
`;
}
