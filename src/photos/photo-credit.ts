/** Who is behind a photo, as far as its credit line tells. */
export type PhotoCredit = {
  /** The credit line without „Foto:“ and ©. */
  readonly names: string | undefined;
  /** The photographer, or whoever else the credit names. */
  readonly creator: string | undefined;
  /** The copyright notice. */
  readonly copyright: string | undefined;
};

/**
 * Reads a credit line as releases print them. The office's own name behind the photographer's is no part of the
 * creator; what else stands there is not taken apart, since agencies write both orders.
 *
 * @example readPhotoCredit("Foto: Thomas Weinstock/ Kreis Soest", "Kreis Soest") →
 *   { names: "Thomas Weinstock/ Kreis Soest", creator: "Thomas Weinstock", copyright: "© Thomas Weinstock/ Kreis Soest" }
 */
export function readPhotoCredit(credit: string, officeName: string): PhotoCredit {
  const names = credit
    .replace(/^\p{L}[\p{L}-]*:/u, "")
    .replace(/^\s*(?:©|\(c\))/i, "")
    .trim();
  if (names === "") return { names: undefined, creator: undefined, copyright: undefined };
  const slash = names.lastIndexOf("/");
  const isOwn = slash > 0 && names.slice(slash + 1).trim() === officeName;
  return { names, creator: isOwn ? names.slice(0, slash).trim() : names, copyright: `© ${names}` };
}
