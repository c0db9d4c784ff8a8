import { stringify } from "yaml";

/** Front matter of an imported release as it is written: keys in the order in which editors read them. */
export type FrontMatterData = Readonly<Record<string, unknown>>;

/**
 * A release's file: front matter as YAML that nobody has to fold or unfold, an empty line, the text.
 *
 * @example releaseFileText({ title: "Titel", date: "2019-03-27 10:00" }, "Text.") → "---\ntitle: Titel\ndate: 2019-03-27 10:00\n---\n\nText.\n"
 */
export function releaseFileText(frontMatter: FrontMatterData, body: string): string {
  return `---\n${stringify(frontMatter, { lineWidth: 0, singleQuote: true })}---\n\n${body}\n`;
}
