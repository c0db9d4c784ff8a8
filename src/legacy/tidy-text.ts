import { decodeHTML } from "entities";

const ENTITY = /&(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});/i;
const NAMED_TWICE = 2;

/**
 * A piece of text on one line: HTML entities that were left in it decoded, spaces of any kind single, two commas
 * or accents that stand for a quotation mark set as one. Other quotes and apostrophes stay as they were printed,
 * as the site sets them.
 *
 * @example tidyText("Wir&nbsp;&uuml;ben  ,,Ruhe“ ") → "Wir üben „Ruhe“"
 */
export function tidyText(text: string): string {
  return NEEDS_CARE.test(text) ? carefullyTidied(text) : text.replace(/\s+/g, " ").trim();
}

/** What most lines have nothing of: entities, invisible characters, doubled marks, hidden mail addresses. */
const NEEDS_CARE =
  /[&\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\uFEFF]|\p{M}|,,|''|´´|``|‘‘|’’|\([aä]t\)/iu;

function carefullyTidied(text: string): string {
  return decodeEntities(text)
    .replace(/[\u0000-\u001F\u007F-\u009F\u00AD\u200B\uFEFF]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/(?<=[\w.-])\s?\((?:at|ät)\)\s?(?=[\w-]+(?:\.|\s?\((?:dot|punkt)\)))/gi, "@")
    .replace(/(?<=@[\w.-]+)\s?\((?:dot|punkt)\)\s?(?=[a-z]{2,}\b)/gi, ".")
    .replace(/(?<![\p{L}\p{N}]),,(?=[\p{L}\p{N}])/gu, "„")
    .replace(/(?:''|´´|``|‘‘|’’)(?![\p{L}\p{N}])/gu, "“")
    .replace(/(?<![\p{L}\p{N}])(?:''|´´|``|‘‘|’’)(?=[\p{L}\p{N}])/gu, "„")
    .trim()
    .normalize("NFC");
}

/** Decodes what is certainly an entity; `&amp;uuml;` was encoded twice. */
function decodeEntities(text: string): string {
  let decoded = text;
  for (let round = 0; round < NAMED_TWICE && ENTITY.test(decoded); round += 1) {
    decoded = decoded.replace(new RegExp(ENTITY, "gi"), (entity) => decodeHTML(entity));
  }
  return decoded;
}

/**
 * Sets a dash where encoding damage left a question mark between two words or before a comma, and says how often.
 *
 * @example mendDashes("Sperrung ? Umleitung") → { text: "Sperrung – Umleitung", count: 1 }
 */
export function mendDashes(text: string): { readonly text: string; readonly count: number } {
  let count = 0;
  const mended = text.replace(/(?<=[\p{L}\p{N}“”"»).%]) \?(?= [\p{L}\p{N}„"«(]|, )/gu, () => {
    count += 1;
    return " –";
  });
  return { text: mended, count };
}
