/** A sentence within a text. */
export type Sentence = { readonly text: string; readonly index: number };

const SEGMENTER = new Intl.Segmenter("de", { granularity: "sentence" });

/** Abbreviations behind which a sentence goes on, whatever follows. */
const GOES_ON =
  /(?<![\p{L}\d])(?:(?:[zdiuvos]\.\s?)?(?:B|h|R|a|T|U|d|A|l|n|r|Ä)|z|i|u|d|o|v|Dr|Prof|Dipl|Ing|med|phil|jur|rer|nat|Nr|Abs|Art|Ziff|St|Hl|Tel|ca|bzw|vgl|inkl|zzgl|evtl|ggf|max|min|mind|Mio|Mrd|geb|Hr|Fr|sog|rd|gem|lt|Frhr|Jan|Feb|Aug|Sept?|Okt|Nov|Dez)\.[\s\u00A0]*$/u;
/** A figure with a full stop is an ordinal before a month, a small letter or one of these. */
const FIGURE = /(?<![\p{L}\d.,])\d{1,3}\.[\s\u00A0]*$/u;
const COUNTED =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Kalenderwoche|KW|Quartal|Lebensjahr|Geburtstag|Etage|Mal|Platz|Klasse|Auflage|Änderung|Sitzung|Lebensmonat|Schuljahr|Jahrgang|Stock)(?!\p{Ll}{3})/u;
/** What of a sentence can hold its last abbreviation. */
const LONGEST_END = 20;
const STARTS_SMALL = /^[„"‚(]*\p{Ll}/u;

/**
 * The sentences of a German text: those of Unicode (UAX 29), joined where the full stop belongs to an abbreviation or
 * an ordinal. What is not certain stays parted.
 *
 * @example sentencesOf("Das gilt z. B. am 26. März. Danach nicht.") → ["Das gilt z. B. am 26. März.", "Danach nicht."]
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { segment, index } of SEGMENTER.segment(text)) {
    const last = sentences.at(-1);
    if (last !== undefined && goesOn(last.text, segment)) {
      sentences[sentences.length - 1] = { text: last.text + segment, index: last.index };
    } else {
      sentences.push({ text: segment, index });
    }
  }
  return sentences.map((sentence) => ({ ...sentence, text: sentence.text.trimEnd() }));
}

function goesOn(before: string, after: string): boolean {
  const end = before.slice(-LONGEST_END);
  return (
    GOES_ON.test(end) || STARTS_SMALL.test(after) || (FIGURE.test(end) && COUNTED.test(after.trimStart()))
  );
}
