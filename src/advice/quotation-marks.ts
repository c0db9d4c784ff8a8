import type { Problem } from "../domain/problem.ts";
import { germanQuotes } from "../domain/typography.ts";
import type { Passage } from "./passage.ts";

/** Marks that the site does not set, whatever they stand for. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/[»«]|<<(?=[\p{L}\d])|(?<=[\p{L}\d.!?])>>/u, "Erwartet werden die Anführungszeichen „…“ statt »…«."],
  [/[›‹]/u, "Erwartet werden die Anführungszeichen ‚…‘ statt ›…‹."],
  [
    /(?<![^\s(]),,(?=[\p{L}\d])|(?<!\d)''|´´|``/u,
    "Erwartet wird ein Anführungszeichen statt zweier Kommas oder Striche.",
  ],
  [
    /(?<![\p{L}\d])‘(?=[\p{L}\d])[^‘’]{1,80}[\p{L}\d.!?]’(?![\p{L}\d])/u,
    "Erwartet werden die Anführungszeichen „…“ statt ‘…’.",
  ],
];

/**
 * Advice on quotation marks that the site cannot set right by itself: foreign ones, those without a partner, single
 * ones outside of a quotation. Straight and English ones in pairs are set right and need no advice.
 *
 * @example "Die »Woche der Sirenen«" → "Erwartet werden die Anführungszeichen „…“ statt »…«."
 */
export function quotationMarkAdvice(passages: readonly Passage[]): Problem[] {
  return passages
    .filter(({ part }) => part !== "credit")
    .flatMap(({ text, placeAt }, index, all): Problem[] => {
      const foreign = FOREIGN.flatMap(([pattern, message]) => {
        const match = pattern.exec(text);
        return match === null ? [] : [{ ...placeAt(match.index), message }];
      });
      if (foreign.length > 0) return foreign;
      const goesOn = isOpening(all[index + 1]?.text.trimStart().charAt(0) ?? "");
      const lone = loneMark(germanQuotes(text), goesOn);
      return lone === undefined ? [] : [{ ...placeAt(lone.at), message: lone.message }];
    });
}

function isOpening(mark: string): boolean {
  return mark === "„" || mark === '"' || mark === "“";
}

type Mark = { readonly mark: string; readonly at: number };
type LoneMark = { readonly at: number; readonly message: string };

/**
 * The first mark without a partner in a text whose quotes are set, as those behind it are likely its consequence. A
 * closing ‘ without one is set as an apostrophe.
 *
 * @param goesOn whether the next paragraph opens a quotation: one over several paragraphs is closed in the last alone
 */
function loneMark(text: string, goesOn: boolean): LoneMark | undefined {
  const open: Mark[] = [];
  for (const { 0: mark, index: at } of text.matchAll(/["„“‚‘]/g)) {
    if (mark === "‚" && open.length === 0) return { at, message: singleFault(text, at) };
    if (mark === "„" || mark === "‚") open.push({ mark, at });
    else if (mark === "‘") open.pop();
    else if (mark === '"' && !/\d/.test(text.charAt(at - 1)))
      return { at, message: undecidedFault(text, at) };
    else if (mark === "“") {
      const opening = open.findLastIndex((other) => other.mark === "„");
      if (opening === -1) return { at, message: unopenedFault(text, at) };
      const [, inner] = open.splice(opening);
      if (inner !== undefined) return unclosed(text, inner);
    }
  }
  const [outer] = open;
  return outer === undefined || goesOn ? undefined : unclosed(text, outer);
}

function unclosed(text: string, { mark, at }: Mark): LoneMark {
  return { at, message: `Zum öffnenden ${mark} vor „${wordsBehind(text, at)}“ fehlt das schließende.` };
}

function unopenedFault(text: string, at: number): string {
  return `Zum schließenden “ hinter „${wordsBefore(text, at)}“ fehlt das öffnende.`;
}

function singleFault(text: string, at: number): string {
  return `Einfache Anführungszeichen stehen nur innerhalb von „…“. Erwartet werden vor „${wordsBehind(text, at)}“ doppelte.`;
}

function undecidedFault(text: string, at: number): string {
  const near = wordsBehind(text, at) || wordsBefore(text, at);
  return `Bei „${near}“ ist nicht zu erkennen, ob das " öffnet oder schließt. Erwartet wird „ oder “.`;
}

function wordsBehind(text: string, at: number): string {
  return (/^[^\p{L}\d]*((?:[\p{L}\d-]+\s?){0,3})/u.exec(text.slice(at + 1))?.[1] ?? "").trim();
}

function wordsBefore(text: string, at: number): string {
  return (/((?:[\p{L}\d-]+[\s.,]*){0,3})$/u.exec(text.slice(Math.max(0, at - 60), at))?.[1] ?? "").trim();
}
