import { isFirstName } from "./first-names.ts";

/** A person whom a text names. */
export type PersonName = {
  /** The first names, as written; empty behind „Frau“ or „Dr.“. */
  readonly first: string;
  readonly surname: string;
  /** Where the name begins in the text, in UTF-16 units. */
  readonly index: number;
};

const WORD = String.raw`\p{Lu}[\p{L}’'´-]*\p{Ll}(?!\p{L})`;
const EACH_WORD = new RegExp(WORD, "gu");
const PARTICLE = "(?:von|van|vom|de|der|den|zu|zur|zum|ten|ter|da|di|el|al)";
const RUN = `${WORD}(?:\\s(?:${PARTICLE}\\s){0,2}${WORD})*`;
/** Behind these stands a name, whatever it looks like. */
const FORM_OF_ADDRESS = "(?:Frau|Herrn?|Dr\\.(?:-Ing\\.)?|Prof\\.)";
const DEGREE = String.raw`(?:\s(?:Dr\.(?:-Ing\.)?|Prof\.|med\.|rer\.|nat\.|jur\.|phil\.|h\.|c\.))*`;
/** Offices that one person holds and that name no department behind them. */
const OFFICE =
  "(?:(?:Vize-?)?[Ll]andr(?:at|ats|ates|ätin)|(?:Alt|Ober|Ehren)?[Bb]ürgermeister(?:in|s)?|Kreisdirektor(?:in|s)?|(?:Bundes|Landes)?[Mm]inister(?:präsident)?(?:in|s)?|Kreisbrandmeister(?:in|s)?|Pfarrer(?:in|s)?)";
const NAMED = new RegExp(
  String.raw`(?<![\p{L}’'´-])(?<lead>(?:(?:${FORM_OF_ADDRESS}|${OFFICE})${DEGREE}\s)+)?(?<run>${RUN})`,
  "gu",
);
const TITLED = new RegExp(`^(?:${FORM_OF_ADDRESS}|${OFFICE})$`, "u");

/** Saints give their names to churches and schools: „St. Martin Umzug“. */
const SAINT = /(?:St\.|Sankt|Hl\.|[Hh]eilige\p{L}?)\s$/u;

const LONGEST_SAINT = 12;

/** What stands behind a first name and is no surname: „Maria Hilf“, „Hubertus Berufskolleg“. */
const NO_SURNAME =
  /^(?:Himmelfahrt|Hilf|Königin|Magdalena|Stiftung|Gesellschaft|Preis|Tag|Jahr|Uhr)$|(?:[Ss]chule|[Kk]olleg|[Gg]ymnasium|[Hh]ospital|[Kk]irche|[Kk]apelle|[Ss]traße|[Pp]latz|[Aa]llee|[Ss]tift|[Kk]indergarten|[Kk]ita|[Zz]entrum|[Hh]eim|[Kk]linik|[Kk]linikum|[Aa]kademie|[Ii]nstitut)$/;

/**
 * The persons whom a text names by first name and surname, behind „Frau“, „Herr“ or a degree, or behind an office such
 * as „Landrätin“. What is not certain is passed over.
 *
 * @example personNames("KI-Leiterin Sina Mittmann und Dr. Buchholt") → Sina Mittmann, Buchholt
 */
export function personNames(text: string): PersonName[] {
  return [...text.matchAll(NAMED)].flatMap(({ 0: written, index, groups = {} }) => {
    const { lead, run = "" } = groups;
    const start = index + written.length - run.length;
    return namesInRun(run, start, lead !== undefined).filter(
      (name) => !SAINT.test(text.slice(Math.max(0, name.index - LONGEST_SAINT), name.index)),
    );
  });
}

/** A capitalised word and where it begins in its run. */
type RunWord = { readonly word: string; readonly at: number };

function namesInRun(run: string, start: number, isTitled: boolean): PersonName[] {
  const words = [...run.matchAll(EACH_WORD)].map(({ 0: word, index }): RunWord => ({ word, at: index }));
  const firstAt = words.findIndex(({ word }, index) => isFirstName(word) && index < words.length - 1);
  const from = firstAt === -1 && isTitled ? 0 : firstAt;
  const named = words.slice(from);
  const [begin] = named;
  if (from === -1 || begin === undefined || TITLED.test(begin.word)) return [];
  const lastFirst = named.findIndex(({ word }) => !isFirstName(word));
  const surnameAt = lastFirst === -1 ? named.length - 1 : lastFirst;
  const surname = named[surnameAt];
  if (surname === undefined || NO_SURNAME.test(surname.word)) return [];
  const first = named
    .slice(0, surnameAt)
    .map(({ word }) => word)
    .join(" ");
  return [{ first, surname: surname.word, index: start + begin.at }];
}
