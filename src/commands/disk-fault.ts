/**
 * What is wrong with a disk, by the words of the operating system: Node, the indexer, the bundler and the database all
 * pass them on, but not all of them with a code.
 */
const FAULTS = [
  {
    said: /no space left on device|database or disk is full/i,
    fault: "Der Datenträger ist voll",
    remedy: "Bitte Platz schaffen",
  },
  {
    said: /disk quota exceeded/i,
    fault: "Das Kontingent auf dem Datenträger ist erschöpft",
    remedy: "Bitte Platz schaffen",
  },
  {
    said: /file too large/i,
    fault: "Eine Datei wird größer, als hier erlaubt ist",
    remedy: "Bitte die Grenze anheben (ulimit -f)",
  },
  {
    said: /read-?only (?:file system|database)/i,
    fault: "Der Datenträger lässt sich nur lesen",
    remedy: "Bitte einen wählen, auf den sich schreiben lässt",
  },
  {
    said: /permission denied|operation not permitted/i,
    fault: "Ein Zugriff ist nicht erlaubt",
    remedy: "Bitte die Rechte prüfen",
  },
  {
    said: /\bi\/o error|input\/output error/i,
    fault: "Der Datenträger meldet einen Fehler",
    remedy: "Bitte prüfen, ob er voll oder beschädigt ist,",
  },
] as const;

/**
 * What is wrong with the disk where an error, or one that caused it, comes from there; `undefined` where it is
 * another.
 *
 * @example diskFault(error) → "Der Datenträger ist voll (ENOSPC: no space left on device, write). Bitte Platz schaffen und noch einmal beginnen."
 */
export function diskFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  for (const line of error.message.split("\n")) {
    const known = FAULTS.find(({ said }) => said.test(line));
    if (known !== undefined) return `${known.fault} (${line}). ${known.remedy} und noch einmal beginnen.`;
  }
  // Eleventy's errors name what caused them in a property of its own.
  return diskFault(error.cause ?? (error as { readonly originalError?: unknown }).originalError);
}
