/** A mark that stands alone opens nothing; two of them would. */
const PAIRED: readonly (readonly [mark: RegExp, escaped: RegExp])[] = [
  [/\*/g, /\*/g],
  [/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, /_/g],
  [/(?<!\p{L})`|`(?!\p{L})/gu, /`/g],
];

/**
 * Text as Markdown that shows it letter by letter, escaped no more than it needs.
 *
 * @param whole the paragraph that the text is a part of: a mark has its partner there
 * @example escapeMarkdown("Schüler*innen und Lehrer*innen") → "Schüler\\*innen und Lehrer\\*innen"
 */
export function escapeMarkdown(text: string, whole = text): string {
  if (!/[*_`~[<&\\]/.test(text)) return text;
  const plain = text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "\\\\")
    .replace(/~(?=~)/g, "\\~")
    .replace(/\[(?=[^[\]]*\](?:\(|\[|:))/g, "\\[")
    .replace(/<(?=[a-z!/?])/gi, "\\<")
    .replace(/&(?=#?\w+;)/g, "\\&");
  return PAIRED.reduce(
    (escaped, [mark, all]) => ((whole.match(mark)?.length ?? 0) > 1 ? escaped.replace(all, "\\$&") : escaped),
    plain,
  );
}

/**
 * Keeps what stands at the start of a line from making a list, heading, quotation or rule of it.
 *
 * @example escapeLineStart("27. März: Sitzung") → "27\\. März: Sitzung"
 */
export function escapeLineStart(markdown: string): string {
  return markdown
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^(#{1,6}|[+>-]|\*)(?=\s|$)/, "\\$1")
    .replace(/^(?:>|={2,}$|-{2,}$|(?:\* ?){3,}$|(?:_ ?){3,}$|~{3,}|`{3,})/, "\\$&");
}
