/**
 * Words as the search knows them: folded, and freed of their inflection. The index is made of such terms and a query
 * is read into them, so that the two meet.
 */

const APOSTROPHES = /['‘’‚‛´`ʼ′]/g;
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/**
 * A word without all that people type in more than one way: case, accents, apostrophes, soft hyphens. ä, ae and a are
 * one letter, ß is ss. `ue` behind a vowel or q is none of ü's spellings: „neue“, „Quelle“.
 *
 * @example fold("Flüchtlingsunterkünfte"), fold("FLUECHTLINGSUNTERKUENFTE") → "fluchtlingsunterkunfte"
 * @example fold("klappt´s") → "klappts"
 */
export function fold(word: string): string {
  if (/^[a-df-z0-9]*$/.test(word)) return word;
  return word
    .replace(APOSTROPHES, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/([ao])e/g, "$1")
    .replace(/(?<![aeiouäöüq])ue/g, "u")
    .normalize("NFD")
    .replace(/[\p{M}\u00AD]/gu, "");
}

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus außer außerdem
   bei beide beiden beider beim bereits bis bisher bzw da dabei dadurch dafür daher dahin damit danach daneben dann
   daran darauf daraus darf darin darum darunter darüber das dass davon davor dazu de dem den denen denn dennoch der
   deren des deshalb desto dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch durfte dürfen
   eben ebenfalls ebenso eigen ein eine einem einen einer eines einige einigen einiger einmal er es etwa etwas euch
   euer eure für gar gegen gegenüber gibt gilt habe haben hat hatte hatten her hier hierfür hierzu hin hinter http
   https ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem innerhalb ins ist ja je jede jedem jeden
   jeder jedes jedoch jene jener jetzt kann kein keine keinem keinen keiner konnte konnten können könnte könnten man
   manche mehr mein meine meist meisten mich mir mit muss musste mussten müssen müsste nach nachdem natürlich neben
   nicht nichts noch nun nur ob oder ohne pro schon sehr sei seien sein seine seinem seinen seiner seines seit seitdem
   selbst sich sie sind so sobald sogar solche solchen soll sollen sollte sollten somit sondern sonst soweit sowie
   sowohl statt stets trotz über um und uns unser unsere unserem unseren unserer unter usw vom von vor voraus vorbei
   vorher wann war waren warum was weder wegen weil weiter weitere weiteren weiterer weiterhin weiteres welche welchem
   welchen welcher welches wem wen wenn wer werde werden weshalb wie wieder wieso wird wir wo wobei wodurch wofür
   woher wohin womit worden worüber wurde wurden während wäre wären würde würden www zu zum zur zwar zwischen`
    .split(/\s+/)
    .map(fold),
);

/**
 * Whether a folded word stands in every text and so tells no two apart. As the first part of a word it is a prefix:
 * „Überblick“ is no compound of „Blick“.
 *
 * @example isFunctionWord("uber") → true
 */
export function isFunctionWord(folded: string): boolean {
  return FUNCTION_WORDS.has(folded);
}

/**
 * Whether a word is written as German writes nouns: a capital, then small letters.
 *
 * @example isNoun("Plan"), isNoun("i-Kfz") → true; isNoun("geplant"), isNoun("NRW") → false
 */
export function isNoun(written: string): boolean {
  return /(?<![^-])\p{Lu}\p{Ll}/u.test(written);
}

/**
 * Nouns whose plural ends in -er, a closed class. With all others -er belongs to the word: without it a Bürger would
 * be a Burg and a Bauer a Bau.
 */
const ER_PLURAL =
  /(?:amt|bad|band|bild|blatt|brett|buch|dach|denkmal|dorf|fach|fass|feld|geist|geld|gesicht|glas|glied|grab|gras|gut|haupt|haus|holz|huhn|kalb|kind|kleid|korn|kraut|lamm|land|leib|licht|lied|loch|mann|maul|nest|pfand|rad|rand|rind|schild|schloss|schwert|spital|tal|tuch|tum|volk|wald|weib|wort|wurm)er$/;
/** Adjectives take -er in the masculine: „öffentlicher“. */
const ER_ADJECTIVE =
  /(?:lich|isch|ig|bar|sam|los|haft|end|iv|al|ell|ar|^neu|^gross|^klein|^jung|^alt|^gut|^frei|^hoh)er$/;
/** „Schülerin“, „Ärztin“, „Landrätin“: what stands before -in is a word for a man. */
const FEMININE = /(?<=.{2}er|.(?:rzt|alt|ist|ent|ant|rat|amt|og|eg))in(?:nen)?$/;
const FEMININE_PLURAL = /(?<=.{3}in)nen$/;
/** What an ending follows decides, not how long a word is, so that „Krankenhaus“ ends like „Haus“. */
const INFLECTION =
  /(?<=.{3})(?:(?<!e)e|(?<!e)en|em|es)$|(?<=.{2}e[lr]|ee|.{3}ar)n$|(?<=.{2}[bdfgklmnt]|.{2}er|..[^aeiou][aoy])s$/;
const DOUBLE_S = /(?<=.[aiou])ss$/;

/**
 * A folded word without its inflection: case, plural, the feminine -in. Derived words stay apart: „Planung“ and
 * „geplant“ are not „Plan“.
 *
 * The endings are those that CISTEM strips one after the other (Weißweiler and Fraser 2017, "Developing a Stemmer for
 * German Based on a Comparative Analysis of Publicly Available Stemmers"), without its prefix ge- and its endings -t
 * and -nd, which merge verbs with nouns, and with -er, -n and -s only where they are inflection.
 *
 * @example stem("unterkunfte") → "unterkunft"; stem("burgerinnen") → "burger"; stem("geplant") → "geplant"
 */
export function stem(folded: string): string {
  if (/\d/.test(folded)) return folded;
  let rest = folded.replace(FEMININE, "").replace(FEMININE_PLURAL, "");
  for (;;) {
    const isEr = ER_PLURAL.test(rest) || ER_ADJECTIVE.test(rest);
    const shorter = isEr ? rest.slice(0, -2) : rest.replace(INFLECTION, "");
    if (shorter === rest) return rest.replace(DOUBLE_S, "s");
    rest = shorter;
  }
}
