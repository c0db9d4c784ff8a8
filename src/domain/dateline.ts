import { formatPressId, isSamePressId, type PressId, parsePressId } from "./press-id.ts";

/** A dateline found at the head of a text: „Kreis Soest (kso.2019.03.27.134.sm/-rn).“ */
export type FoundDateline = {
  /** The place as written, spaces plain; empty where the ID stands alone. */
  readonly place: string;
  /** The ID as written; absent where there is none, or only the bare prefix as in „(kso)“. */
  readonly printedId?: string;
  /** Where the ID, or else the dateline, stands in the text, in UTF-16 units. */
  readonly offset: number;
};

/** A text and the dateline that led it. */
export type SplitText = { readonly dateline?: FoundDateline; readonly rest: string };

const EMPHASIS = "[*_]{0,3}";
/** What may stand between the parts: spaces of any kind and emphasis. */
const GAP = String.raw`[\s*_]{0,6}`;
/** A date in square brackets, as reprints have it. */
const DATE = String.raw`(?:\[\s?\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9})\s?\d{2,4}\s?\]${GAP})?`;
/** A stray bar on the same line, then space or a text that follows at once. */
const END = String.raw`${EMPHASIS}(?:[ \t]*\|)?(?:\s+|$|(?=[*_„“"»\p{Lu}]))`;

/**
 * Takes the dateline off the head of a Markdown text, as real texts have it: bold or not, with or without ID,
 * with a bracket, the full stop or the space behind it missing, with a date in brackets or a stray bar, on a line
 * of its own. Text without one comes back unchanged.
 *
 * @param officeName the place a dateline without ID must name: `Kreis Soest`
 * @param prefix the short name that leads the office's press IDs: `kso`
 * @example splitDateline("**Kreis Soest (kso).** Es regnet.", "Kreis Soest", "kso") → { dateline: { place: "Kreis Soest", offset: 15 }, rest: "Es regnet." }
 */
export function splitDateline(markdown: string, officeName: string, prefix: string): SplitText {
  const match = withId(prefix).exec(markdown) ?? withoutId(officeName).exec(markdown);
  if (match === null) return { rest: markdown };
  const { place = "", inBrackets, bare } = match.groups ?? {};
  const positions = match.indices?.groups ?? {};
  const [offset] = positions.inBrackets ?? positions.bare ?? positions.place ?? [0];
  const printedId = inBrackets ?? bare;
  const isFullId = printedId !== undefined && printedId.toLowerCase() !== prefix;
  return {
    dateline: { place: place.trim().replace(/\s+/g, " "), offset, ...(isFullId && { printedId }) },
    rest: withOpenEmphasis(match[0], markdown.slice(match[0].length)),
  };
}

/** The rest with the emphasis that the dateline opened and did not close. */
function withOpenEmphasis(dateline: string, rest: string): string {
  const marks = dateline.match(/[*_]+/g) ?? [];
  const last = marks.at(-1) ?? "";
  if (marks.length % 2 === 0) return rest;
  const isClosedAtOnce = rest.startsWith(last) && /^\s/.test(rest.slice(last.length));
  return isClosedAtOnce ? rest.slice(last.length).trimStart() : `${last}${rest}`;
}

/** Remembers a pattern, as it takes longer to build than to match; an office has one name and one prefix. */
function built(build: (name: string) => RegExp): (name: string) => RegExp {
  const patterns = new Map<string, RegExp>();
  return (name) => {
    const pattern = patterns.get(name) ?? build(name);
    patterns.set(name, pattern);
    return pattern;
  };
}

const withId = built((prefix) => {
  const word = String.raw`\(?\p{Lu}[\p{L}.-]{0,40}\)?`;
  const place = `(?<place>${word}(?:[ /\u00A0]{1,3}${word}){0,4})?`;
  const name = `(?i:${prefix})`;
  const inBrackets = String.raw`[([]?${GAP}(?<inBrackets>${name}(?:\.\s?\d[^()[\]*_|\p{C}\p{Zl}\p{Zp}]{0,60}?)?)[.\s]{0,3}${GAP}[)\]]`;
  const bare = String.raw`[([]?${GAP}(?<bare>${name}\.\d{1,4}\.\d[\p{L}\d./-]{0,40}?)(?=[\s.:*_|]|$)`;
  const stop = String.raw`${EMPHASIS}(?:\s?[.:,]{1,2}|(?![ \t]*\p{Ll}))`;
  return new RegExp(
    String.raw`^\s*(?:\|[ \t]*)?${EMPHASIS}${DATE}${place}${GAP}${DATE}(?:${inBrackets}|${bare})${stop}${END}`,
    "du",
  );
});

const withoutId = built((officeName) => {
  const name = officeName
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`))
    .join(String.raw`\s`);
  return new RegExp(
    String.raw`^\s*(?:\|[ \t]*)?${EMPHASIS}${DATE}(?<place>${name})${GAP}${DATE}${EMPHASIS}\.${END}`,
    "du",
  );
});

/**
 * Why a dateline in the text does not agree with the front matter, as a German sentence; `undefined` where it
 * does.
 *
 * @example datelineFault({ printedId: "kso.2019.03.27.135.sm", … }, { pressId: kso.2019.03.27.134.sm/-rn }) → "Der Text beginnt mit der ID …"
 */
export function datelineFault(
  { printedId: found }: FoundDateline,
  { pressId, printedId }: { readonly pressId?: PressId | undefined; readonly printedId?: string | undefined },
): string | undefined {
  if (found === undefined || found === printedId) return undefined;
  const parsed = parsePressId(found);
  if (parsed !== undefined && pressId !== undefined && isSamePressId(parsed, pressId)) return undefined;
  if (pressId === undefined && printedId === undefined) {
    const field = parsed?.sign === undefined ? "printedId" : "pressId";
    return `Der Text beginnt mit der ID ${found}, die im Kopf fehlt. Bitte dort „${field}: ${found}“ eintragen.`;
  }
  const expected = printedId ?? (pressId && formatPressId(pressId));
  return `Der Text beginnt mit der ID ${found}, im Kopf steht ${expected}. Erwartet wird an beiden Stellen dieselbe; die Spitzmarke im Text darf auch wegfallen.`;
}
