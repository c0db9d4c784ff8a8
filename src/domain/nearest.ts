import { distance } from "fastest-levenshtein";

/**
 * The name an editor most likely meant, or `undefined` where none is near: one of whose words are those
 * written, or one that differs in at most a third of its letters, case and accents aside.
 *
 * @example nearest("Integratoin", ["Gesundheit", "Integration"]) → "Integration"
 * @example nearest("Wickede", ["Welver", "Wickede (Ruhr)"]) → "Wickede (Ruhr)"
 */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const wanted = fold(written.slice(0, 200));
  let best: { name: string; edits: number } | undefined;
  for (const name of names) {
    const candidate = fold(name);
    const edits = Math.min(
      distance(wanted, candidate),
      isSwapped(wanted, candidate) || containsWords(candidate, wanted) ? 1 : Infinity,
    );
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (edits <= allowed && (best === undefined || edits < best.edits)) best = { name, edits };
  }
  return best?.name;
}

/** Whether two neighbouring letters changed places, as in „titel“ for „title“. */
function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b.charAt(index));
  const swapped = a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2);
  return at >= 0 && swapped === b;
}

function containsWords(candidate: string, wanted: string): boolean {
  const words = wordsOf(wanted);
  const known = new Set(wordsOf(candidate));
  return words.length > 0 && words.every((word) => known.has(word));
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\d]+/gu) ?? [];
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss").trim();
}
