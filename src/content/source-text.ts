import { isUtf8 } from "node:buffer";
import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { FILE_FIELD, type Problem } from "../domain/problem.ts";

/** The largest text file that is read, in bytes: a release of a hundred pages has a quarter of it. */
export const LARGEST_TEXT = 1_000_000;

/** A text file as it was found: its text, or why it cannot be read. */
export type SourceText = { readonly text: string } | { readonly problem: Problem };

/** The bytes of a file, read at once: ten thousand promises cost more than the disk. */
export function readSourceBytes({ path }: { readonly path: string }): Buffer {
  return readFileSync(path);
}

/**
 * What a file's bytes are known by.
 *
 * @example sourceDigest(Buffer.from("x")) → "LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE"
 */
export function sourceDigest(bytes: Buffer): string {
  return hash("sha256", bytes, "base64url");
}

/**
 * Reads a text file as editors of all systems write them: UTF-8 with or without byte-order mark, line ends of
 * any system, composed or decomposed umlauts. The text has `\n` line ends and is in Unicode form NFC.
 *
 * A file that is too large, not UTF-8 or holds control characters is a problem that names the place.
 *
 * @param path where the file lies
 * @param file what it is called in a problem
 */
export function readSourceText(
  path: string,
  file: string,
  bytes: number,
): { readonly text: string; readonly digest: string } | { readonly problem: Problem } {
  if (bytes > LARGEST_TEXT) {
    const megabytes = (bytes / 1_000_000).toLocaleString("de", { maximumFractionDigits: 1 });
    return fault(
      { file, line: 1, column: 1 },
      `ist ${megabytes} MB groß. Erwartet wird Text von höchstens 1 MB; Bilder und Anhänge gehören als eigene Dateien daneben.`,
    );
  }
  const source = readSourceBytes({ path });
  const decoded = decodeSourceText(source, file);
  return "problem" in decoded ? decoded : { ...decoded, digest: sourceDigest(source) };
}

/**
 * Decodes the bytes of a text file; see {@link readSourceText}.
 *
 * @example decodeSourceText(Buffer.from("\uFEFFMu\u0308ll\r\n"), "x.md") → { text: "Müll\n" }
 */
export function decodeSourceText(bytes: Buffer, file: string): SourceText {
  if (bytes.every((byte) => byte === 0)) return fault({ file, line: 1, column: 1 }, HALF_SAVED_EMPTY);
  if (!isUtf8(bytes)) {
    const at = positionOf(bytes.subarray(0, firstBadByte(bytes)).toString("utf8"));
    if (isUtf8Prefix(bytes)) return fault({ file, ...at }, HALF_SAVED_CUT);
    return fault(
      { file, ...at },
      "ist nicht in UTF-8 gespeichert: Hier steht ein Byte, das kein Zeichen ergibt. Bitte im Editor „Speichern mit Codierung UTF-8“ wählen.",
    );
  }
  const decoded = new TextDecoder("utf-8").decode(bytes);
  const text = (decoded.includes("\r") ? decoded.replace(/\r\n?/g, "\n") : decoded).normalize("NFC");
  const conflict = CONFLICT.exec(text);
  if (conflict !== null) return fault({ file, ...positionOf(text.slice(0, conflict.index)) }, TWO_VERSIONS);
  const control = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/u.exec(text);
  if (control === null) return { text };
  const code = control[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return fault(
    { file, ...positionOf(text.slice(0, control.index)) },
    `enthält hier ein unsichtbares Steuerzeichen (U+${code}). Bitte das Zeichen löschen und die Stelle neu tippen.`,
  );
}

const HALF_SAVED_EMPTY =
  "ist leer, wohl nur halb gespeichert. Bitte noch einmal speichern, oder die Datei löschen.";
const HALF_SAVED_CUT =
  "endet mitten in einem Zeichen, wohl nur halb gespeichert. Bitte noch einmal speichern und das Ende prüfen.";
/** What Git leaves where two people changed the same lines; seven equals signs alone can underline a heading. */
const CONFLICT = /^(?:<{7}|>{7}) /m;
const TWO_VERSIONS =
  "enthält hier zwei Fassungen nebeneinander (Git-Konflikt). Bitte die richtige behalten und die Zeilen mit <<<<<<<, ======= und >>>>>>> löschen.";

function fault(
  at: Pick<Problem, "file" | "line" | "column">,
  message: string,
): { readonly problem: Problem } {
  return { problem: { ...at, field: FILE_FIELD, message } };
}

/** Line and column just behind a text. */
function positionOf(before: string): { line: number; column: number } {
  const lines = before.split(/\r\n?|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

/** Offset of the first byte that is not UTF-8, found by halving: a prefix is valid or it is not. */
function firstBadByte(bytes: Buffer): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** Whether bytes are UTF-8 up to a last character that may be cut off. */
function isUtf8Prefix(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
