import { posix } from "node:path";
import { FILE_FIELD, type Problem } from "../domain/problem.ts";
import type { ContentFile, ContentFolder } from "./content-folder.ts";
import type { ReleaseFile } from "./release-file.ts";
import { LARGEST_TEXT, readSourceBytes } from "./source-text.ts";

const IS_READ = /^(?:pressemitteilungen\/.*|seiten\/[^/]+)\.md$/;
const MARKDOWN = /\.(?:md|markdown|mdown|mkd)(?:\.txt)?$/i;
/** Endings that attachments have, too. */
const DOCUMENT = /\.(?:docx?|odt)$/i;
/** How word processors and editors save texts, those included that leave the ending off. */
const OTHER_TEXT = /(?:\.(?:txt|rtf|docx?|odt|html?)|\/[^./]+)$/i;
const ENDINGS = /(?:\.(?:md|markdown|mdown|mkd|txt|rtf|docx?|odt|html?))+$/i;
/** What lies in folders for those who look after them. */
const FOR_KEEPERS = /(?:^|\/)(?:read-?me|lies-?mich|licen[cs]e|lizenz|changelog)[^/]*$/i;

/**
 * Texts that an editor must think are published, and that nobody reads: a wrong ending, a wrong folder. A document that
 * a release names is its attachment, and one whose text is read its draft.
 */
export function unreadTexts({ files }: ContentFolder, releases: readonly ReleaseFile[]): Problem[] {
  const meant = [...files.values()].filter(
    (file) => isMeantAsText(file) && (MARKDOWN.test(file.name) || !files.has(placeOf(file.name))),
  );
  if (meant.length === 0) return [];
  const attached = new Set(
    releases.flatMap(({ release, claims }) =>
      release === undefined ? claims.attachments : release.attachments.map(({ file }) => file),
    ),
  );
  return meant
    .filter(({ name }) => !attached.has(posix.basename(name)))
    .map(({ name, shownAs }) => ({
      file: shownAs,
      line: 1,
      column: 1,
      field: FILE_FIELD,
      message: `wird so nicht gelesen. Erwartet wird eine Textdatei mit der Endung .md: ${placeOf(name)}${DOCUMENT.test(name) ? "; ein Anhang gehört unter attachments in den Kopf seiner Pressemitteilung" : ""}.`,
    }));
}

function isMeantAsText(file: ContentFile): boolean {
  const { name } = file;
  if (IS_READ.test(name) || FOR_KEEPERS.test(name)) return false;
  return MARKDOWN.test(name) || (OTHER_TEXT.test(name) && (isDated(name) || beginsWithFrontMatter(file)));
}

/** Whether a file is named after a day, as releases are. */
function isDated(name: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(posix.basename(name));
}

function beginsWithFrontMatter(file: ContentFile): boolean {
  return file.bytes <= LARGEST_TEXT && /^\uFEFF?---\s*[\r\n]/.test(readSourceBytes(file).toString("utf8"));
}

/** Where a text of that name would be read. */
function placeOf(name: string): string {
  const shortName = posix.basename(name).replace(ENDINGS, "");
  if (name.startsWith("seiten/")) return `seiten/${shortName}.md`;
  if (isDated(name)) return `pressemitteilungen/${shortName.slice(0, 4)}/${shortName}.md`;
  return "pressemitteilungen/JJJJ/JJJJ-MM-TT-kurzname.md oder seiten/kurzname.md";
}
