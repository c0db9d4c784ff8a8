import { isUtf8 } from "node:buffer";
import { fileSignature } from "../photos/file-signature.ts";
import { mendMojibake } from "./mojibake.ts";
import type { Mend } from "./page.ts";

/** The largest source that is read, in bytes. */
export const LARGEST_SOURCE = 30_000_000;

/** A source's text, how it was encoded and what was mended. */
export type DecodedSource = {
  readonly text: string;
  readonly encoding: string;
  readonly mends: readonly Mend[];
};

/** Why a source has no text: a German sentence that follows the file's name. */
export type DecodingFault = { readonly fault: string };

/**
 * Decodes an old text in whatever encoding it was saved: UTF-8 and UTF-16 by their marks, else Windows-1252, line
 * by line, as files glued together mix them. UTF-8 that was once read as Latin-1 is mended. The text has `\n` line
 * ends, is in Unicode form NFC and holds no control characters.
 *
 * @example decodeSource(Buffer.from("Müll", "latin1")) → { text: "Müll", encoding: "Windows-1252", mends: [] }
 * @see https://encoding.spec.whatwg.org/
 */
export function decodeSource(bytes: Buffer): DecodedSource | DecodingFault {
  if (bytes.length > LARGEST_SOURCE) return { fault: "ist größer als 30 MB und wird nicht gelesen." };
  const { kind } = fileSignature(bytes.subarray(0, 1024));
  if (kind === "photo" || (kind === "other-format" && !looksLikeMarkup(bytes)))
    return { fault: "ist keine Textdatei." };
  const { text: raw, encoding } = decode(bytes);
  if (!isText(raw)) return { fault: "ist keine Textdatei." };
  const mends: Mend[] = [];
  const { text: sound, count } = mendMojibake(raw);
  if (count > 0)
    mends.push({ what: `${count} Stellen, an denen UTF-8 als Latin-1 gelesen war`, isSure: true });
  if (sound.includes("\uFFFD"))
    mends.push({ what: "unlesbare Zeichen (\uFFFD) stehen schon in der Quelle", isSure: false });
  return { text: plainLines(sound), encoding, mends };
}

function looksLikeMarkup(bytes: Buffer): boolean {
  return /<(?:!doctype html|html|body|rss|feed)\b/i.test(bytes.subarray(0, 4096).toString("latin1"));
}

function decode(bytes: Buffer): { text: string; encoding: string } {
  const utf16 = utf16Label(bytes);
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), encoding: "UTF-16" };
  if (isUtf8(bytes)) return { text: new TextDecoder("utf-8").decode(bytes), encoding: "UTF-8" };
  return decodeByLine(bytes);
}

function utf16Label(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function decodeByLine(bytes: Buffer): { text: string; encoding: string } {
  const utf8 = new TextDecoder("utf-8");
  const windows = new TextDecoder("windows-1252");
  const lines: string[] = [];
  let hasUtf8 = false;
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    const line = bytes.subarray(start, end === -1 ? bytes.length : end);
    const isWellFormed = isUtf8(line);
    if (isWellFormed && line.some((byte) => byte > 0x7f)) hasUtf8 = true;
    lines.push((isWellFormed ? utf8 : windows).decode(line));
    if (end === -1) break;
    start = end + 1;
  }
  return { text: lines.join("\n"), encoding: hasUtf8 ? "UTF-8 und Windows-1252 gemischt" : "Windows-1252" };
}

/** Text has few control characters; a program or a picture is full of them. */
function isText(text: string): boolean {
  const controls = text.match(/[\u0001-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0;
  return !text.includes("\0") && controls <= 5 + text.length / 100;
}

/** Marks of a page break become a line of dashes, so that they can part releases. */
function plainLines(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v]/g, "\n")
    .replace(/\n?\f\n?/g, "\n----------\n")
    .replace(
      /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/g,
      "",
    )
    .normalize("NFC");
}
