import type { Problem } from "../domain/problem.ts";
import { photosOf, type WrittenRelease } from "./written-release.ts";

/** Screen readers read a description in one go; what is longer belongs into the caption. Characters. */
const LONGEST = 200;

const FILE_NAME =
  /\.(?:jpe?g|png|webp|gif|tiff?|heic)$|^(?:(?:IMG|DSC|DSCN|DSCF|DJI|PXL)[\s_-]?\w*\d|WhatsApp (?:Image|Bild))/i;
const PICTURE = "(?:Bild|Foto|Fotografie|Aufnahme|Abbildung|Pressefoto|Symbolfoto|Symbolbild)";
/** „Foto von …“, „Das Bild zeigt …“, „Bild: …“, „Auf dem Foto sind …“. */
const SAYS_PICTURE = new RegExp(
  String.raw`^(?:(?:Das|Ein|Eine|Dieses|Auf dem|Auf diesem|Im|Hier)\s)?${PICTURE}(?:\s?[:–-]\s|\s(?:von|vom|zeigt|mit|eines|einer|der|des|ist|sind|sieht|zu)(?!\p{L}))`,
  "iu",
);
const SAYS_NOTHING = new RegExp(
  String.raw`^(?:${PICTURE}|Gruppen(?:bild|foto)|Grafik|Logo|Platzhalter|folgt|todo|alt|[\s\p{P}x]*)[\s\d.!…]*$`,
  "iu",
);

/**
 * Advice on the descriptions of photos for people who do not see them (WCAG 2.2, 1.1.1; H37).
 *
 * @example alt: "Bild von der Feuerwache" → „Bild von“ bitte weglassen …
 */
export function altTextAdvice(release: WrittenRelease): Problem[] {
  return photosOf(release).flatMap(({ photo: { alt, caption, headline, file }, path }) => {
    if (alt === undefined) return [];
    const message = fileNameFault(alt, file) ?? repetitionFault(alt, { caption, headline }) ?? formFault(alt);
    return message === undefined ? [] : [{ ...release.placeOf([...path, "alt"]), message }];
  });
}

const EXPECTED =
  "Erwartet wird ein Satz, der sagt, was zu sehen ist, etwa „Vier Menschen halten gemeinsam ein Seil“.";

function fileNameFault(alt: string, file: string | undefined): string | undefined {
  const isFileName = FILE_NAME.test(alt) || (file !== undefined && bare(alt) === bare(baseName(file)));
  return isFileName ? `Das ist der Name einer Datei und keine Beschreibung. ${EXPECTED}` : undefined;
}

function repetitionFault(
  alt: string,
  others: Readonly<Record<"caption" | "headline", string | undefined>>,
): string | undefined {
  const field = (["caption", "headline"] as const).find(
    (name) => bare(others[name] ?? "") === bare(alt) && bare(alt) !== "",
  );
  return (
    field &&
    `Hier steht dasselbe wie in ${field}; wer sich die Seite vorlesen lässt, hört es zweimal. ${EXPECTED}`
  );
}

function formFault(alt: string): string | undefined {
  if (SAYS_NOTHING.test(alt)) return `Das sagt nicht, was zu sehen ist. ${EXPECTED}`;
  const start = SAYS_PICTURE.exec(alt)?.[0].trim();
  if (start !== undefined) {
    return `Der Anfang „${start}“ kann wegfallen: Vorleseprogramme sagen selbst, dass es ein Bild ist. ${EXPECTED}`;
  }
  const { length } = [...alt];
  if (length <= LONGEST) return undefined;
  return `hat ${length} Zeichen. Gut sind ein bis zwei Sätze mit höchstens ${LONGEST}; was darüber hinausgeht, passt in caption.`;
}

function baseName(file: string): string {
  return file.replace(/\.[^.]*$/, "");
}

/** Letters and figures alone, so that „Die Feuerwache.“ and „die-feuerwache“ are the same. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
