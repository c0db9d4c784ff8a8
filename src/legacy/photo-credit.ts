/** A photo's caption and the credit that ends it, as printed. */
export type CreditedCaption = { readonly caption: string; readonly credit: string };

const KIND =
  "(?:(?:Symbol|Archiv|Luft|Gruppen|Presse|Beispiel|Titel|Team|Reproduktions)-?)?(?:[Ff]oto(?:s|montage|grafie|graf|grafin|collage)?|[Bb]ild(?:er|nachweis|quelle|rechte|montage)?|Grafik(?:en)?|Illustration|Visualisierung|Repro|Montage|Collage|Screenshot|Karte|Logo|Plakat)";
const SIGN = String.raw`(?:©|\([cC]\)|Ⓒ)`;

/** Where a credit can begin: at the start, or behind the end of a sentence, a space or a bracket. */
const CREDIT = new RegExp(
  String.raw`(?<=^|[\s.!?…“”"»)(–-])(?:(?:[Ff]otos?\s*:?\s*)?${SIGN}|(?<kind>${KIND})(?:\s?\([^)]{1,20}\))?\s?:)`,
  "gu",
);

const LONGEST = 95;
/** Kinds that also lead an ordinary sentence; they need a name behind them. */
const ORDINARY_WORD = /^(?:Karte|Logo|Plakat|Bild|Bilder)$/;

/**
 * Parts a caption from the credit at its end. The credit stays as printed; in brackets it loses these.
 *
 * @example splitCredit("Vier am Seil. Foto: Vorname Name/ Kreis Soest") → { caption: "Vier am Seil.", credit: "Foto: Vorname Name/ Kreis Soest" }
 * @example splitCredit("©") → { caption: "", credit: "©" }
 */
export function splitCredit(text: string): CreditedCaption | undefined {
  if (!/©|:|\(c\)|Ⓒ/i.test(text)) return undefined;
  for (const match of [...text.matchAll(CREDIT)].reverse()) {
    const credit = text.slice(match.index).trim();
    const caption = text.slice(0, match.index).trim();
    const name = credit.slice(match[0].length).trim();
    if (!isCredit(name, match.groups?.kind ?? "", caption)) continue;
    const isBracketed = caption.endsWith("(") && credit.endsWith(")");
    return {
      caption: (isBracketed ? caption.slice(0, -1) : caption).replace(/\s*[-–|]$/, "").trim(),
      credit: isBracketed ? credit.slice(0, -1) : credit,
    };
  }
  return undefined;
}

function isCredit(name: string, kind: string, caption: string): boolean {
  if (name.length > LONGEST || /[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(name)) return false;
  if (/^\d{4}\b|www\.|https?:|@/.test(name)) return false;
  if (ORDINARY_WORD.test(kind)) return caption !== "" && /^[©\p{Lu}]/u.test(name) && name.length < 60;
  return caption !== "" || !isSentence(name);
}

/** „Foto: Vier Menschen ziehen am Seil.“ says what is to be seen, not who took it. */
function isSentence(name: string): boolean {
  return name.length > 80 || (/[.!?]$/.test(name) && name.split(" ").length > 5);
}

/**
 * Whether a credit names nobody.
 *
 * @example isEmptyCredit("Foto: ©") → true
 */
export function isEmptyCredit(credit: string): boolean {
  return !/[\p{L}\p{N}]/u.test(credit.replace(new RegExp(`^${KIND}\\s?:`, "u"), "").replace(/\([cC]\)/g, ""));
}

/** Who took a photo, without what leads the name: to tell whether two credits name the same. */
export function creditedName(credit: string): string {
  return credit
    .replace(new RegExp(`^${KIND}\\s?:`, "u"), "")
    .replace(new RegExp(SIGN, "g"), "")
    .replace(/\s+/g, "")
    .toLowerCase();
}
