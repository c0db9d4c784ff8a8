/** What an address segment may look like: `gemeinsam-klappts`. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const SPELLED_OUT: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  ø: "oe",
  œ: "oe",
  ł: "l",
  đ: "d",
};

/**
 * Turns a German text into an address segment: umlauts spelled out, other accents dropped, everything else a
 * hyphen. Empty where the text holds no letter or digit.
 *
 * @example slugify("Straßenbau und Verkehr in Rüthen") → "strassenbau-und-verkehr-in-ruethen"
 */
export function slugify(text: string): string {
  return text
    .replace(/['‘’´`]/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[äöüßæøœłđ]/g, (letter) => SPELLED_OUT[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
