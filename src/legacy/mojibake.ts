/** Windows-1252 (WHATWG index) and ISO 8859-1 backwards: from the character shown to the byte that was meant. */
const BYTE_OF = new Map<string, number>();
const windows1252 = new TextDecoder("windows-1252");
for (let byte = 0x80; byte <= 0xff; byte += 1) {
  BYTE_OF.set(String.fromCharCode(byte), byte);
  BYTE_OF.set(windows1252.decode(Uint8Array.of(byte)), byte);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

const ANY = charactersOf(() => true);
/** What stands for letters of Slavic and Turkish names behind Ä, without what German can set there: „KITÄ“, „Ä§“. */
const BEHIND_UMLAUT = charactersOf((character) => /[\u008D\u008F†‡Œ˜™š›žŸ]/.test(character));

/**
 * What a damaged character can look like: two places for Latin letters (U+00A0 to U+017F), three for punctuation
 * and symbols, four for emoji. Other scripts are left alone, as „Spaß“ would else pass for a letter of N’Ko.
 */
const DAMAGED = new RegExp(`[ÂÃÅ]${ANY}|Ä${BEHIND_UMLAUT}|[âï]${ANY}${ANY}|ð${ANY}${ANY}${ANY}`, "gu");

/** A class of the characters that stand for the second and later bytes of UTF-8, 0x80 to 0xBF. */
function charactersOf(isWanted: (character: string) => boolean): string {
  const characters = [...BYTE_OF]
    .filter(([character, byte]) => byte <= 0xbf && isWanted(character))
    .map(([character]) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  return `[${characters.join("")}]`;
}

/** Text damaged twice is mended twice; nobody damages it more often. */
const ROUNDS = 3;

/**
 * Mends UTF-8 that was read as Windows-1252 or Latin-1 and saved again, once or several times.
 *
 * @example mendMojibake("WÃ¼nsche â€“ fÃ¼r alle") → { text: "Wünsche – für alle", count: 3 }
 */
export function mendMojibake(text: string): { readonly text: string; readonly count: number } {
  let mended = text;
  let count = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = count;
    mended = mended.replace(DAMAGED, (damaged) => {
      const character = characterMeant(damaged);
      if (character === undefined) return damaged;
      count += 1;
      return character;
    });
    if (count === before) break;
  }
  // A no-break space loses its second half where a program trimmed the line.
  return { text: count > 0 ? mended.replace(/Â(?=\s|$)/gm, "") : text, count };
}

function characterMeant(damaged: string): string | undefined {
  try {
    return utf8.decode(Uint8Array.from(damaged, (character) => BYTE_OF.get(character) ?? 0));
  } catch {
    return undefined;
  }
}
