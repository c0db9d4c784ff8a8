/** How much of a text a list or a search engine shows, in UTF-16 units. */
const LONGEST = 180;

/**
 * The beginning of a text, cut between two words.
 *
 * @param longest number of UTF-16 units the text may have without being cut
 * @example excerpt("Der Kreis warnt.\n\nEs regnet stark.", 20) → "Der Kreis warnt. Es …"
 */
export function excerpt(text: string, longest = LONGEST): string {
  const line = text
    .slice(0, 4 * longest)
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= longest) return line;
  const cut = line
    .slice(0, longest + 1)
    .replace(/\s\S*$/, "")
    .slice(0, longest);
  return `${cut.replace(/[\s,;:–-]+$/, "")} …`;
}
