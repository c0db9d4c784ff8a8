import { distance } from "fastest-levenshtein";
import { nearest } from "../domain/nearest.ts";
import type { Problem } from "../domain/problem.ts";
import { isFirstName } from "./first-names.ts";
import type { Passage } from "./passage.ts";
import { type PersonName, personNames } from "./person-names.ts";

/** The names that an office has checked once, and how its list is called. */
export type NameList = { readonly words: ReadonlySet<string>; readonly file: string };

/**
 * Makes the rule for persons' names: one spelled in two ways within a release, and one that the office's list lacks.
 *
 * @param list absent where the office keeps none
 * @example nameAdvice(list) on "Thomas Weinstock … Thomas Weinstok" → "„Thomas Weinstok“ heißt weiter oben „Thomas
 *   Weinstock“. …"
 */
export function nameAdvice(list: NameList | undefined): (passages: readonly Passage[]) => Problem[] {
  return (passages) => {
    const seen = new Map<string, PersonName>();
    return passages.flatMap(({ text, placeAt }) =>
      personNames(text).flatMap((name): Problem[] => {
        const key = wholeName(name);
        if (seen.has(key)) return [];
        const like = [...seen.values()].find((other) => isLikelySame(name, other));
        const isNewSurname = ![...seen.values()].some(({ surname }) => isForm(name.surname, surname));
        seen.set(key, name);
        const message =
          like === undefined
            ? isNewSurname && list !== undefined
              ? unlistedFault(name.surname, list)
              : undefined
            : `„${key}“ heißt weiter oben „${wholeName(like)}“. Ist dieselbe Person gemeint, stimmt nur eine Schreibung.`;
        return message === undefined ? [] : [{ ...placeAt(name.index), message }];
      }),
    );
  };
}

function wholeName({ first, surname }: PersonName): string {
  return first === "" ? surname : `${first} ${surname}`;
}

/** Whether two words are one name, the genitive aside. */
function isForm(a: string, b: string): boolean {
  return a === b || a === `${b}s` || b === `${a}s`;
}

/** The least letters of a surname that one slip does not turn into another common one, as Beck into Bock. */
const LONG_ENOUGH = 5;

/** Whether one of two names looks like a slip in the other: same first name or none, and a letter or two apart. */
function isLikelySame(a: PersonName, b: PersonName): boolean {
  if (isForm(a.surname, b.surname)) return isSlip(a.first, b.first);
  const isComparable = a.first === b.first || a.first === "" || b.first === "";
  const isLong = Math.min(a.surname.length, b.surname.length) >= LONG_ENOUGH;
  return isComparable && isLong && distance(a.surname, b.surname) === 1;
}

/** „Stefan“ and „Stephan“, „Karin“ and „Karen“; „Anna“ and „Hanna“ are two persons. */
function isSlip(a: string, b: string): boolean {
  return a !== b && a.charAt(0) === b.charAt(0) && Math.min(a.length, b.length) > 3 && distance(a, b) <= 2;
}

function unlistedFault(surname: string, { words, file }: NameList): string | undefined {
  const isKnown = (word: string) => words.has(word) || words.has(word.replace(/s$/, "")) || isFirstName(word);
  if (isKnown(surname) || surname.split("-").every(isKnown)) return undefined;
  const alike = [...words].filter(
    (word) => word.charAt(0) === surname.charAt(0) && Math.abs(word.length - surname.length) <= 2,
  );
  const meant = nearest(surname, alike);
  const remedy = meant === undefined ? "" : ` Gemeint ist vielleicht „${meant}“.`;
  return `Der Name „${surname}“ steht nicht in ${file}.${remedy} Bitte die Schreibung prüfen; stimmt sie, dort in einer eigenen Zeile ergänzen.`;
}
