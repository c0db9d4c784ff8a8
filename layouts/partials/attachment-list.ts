import type { Attachment } from "../../src/domain/release.ts";
import type { Site } from "../../src/domain/site.ts";
import { filters } from "../../src/eleventy/filters.ts";
import { type Html, html } from "../html.ts";

/** The files that come with a release, with their type and size. */
export function attachmentList(attachments: readonly Attachment[], site: Site): Html | undefined {
  if (attachments.length === 0) return undefined;
  return html`<section class="attachments">
<h2>Anlagen</h2>
<ul>
${attachments.map(
  (
    attachment,
  ) => html`<li><a href="${site.url(attachment.address)}">${filters.typeset(attachment.title)}</a> (${fileType(attachment.file)}, ${filters.fileSize(attachment.source.bytes)})</li>
`,
)}</ul>
</section>
`;
}

/** @example fileType("amtsblatt.pdf") → "PDF" */
function fileType(file: string): string {
  return file.slice(file.lastIndexOf(".") + 1).toUpperCase();
}
