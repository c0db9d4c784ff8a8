/** What the first bytes of a file say it is. */
export type FileSignature =
  | { readonly kind: "photo" }
  | { readonly kind: "other-format"; readonly name: string }
  | { readonly kind: "lfs-pointer" }
  | { readonly kind: "unknown" };

/** How much of a file {@link fileSignature} wants to see, in bytes. */
export const SIGNATURE_LENGTH = 1024;

const PHOTO = /^(?:\xFF\xD8\xFF|\x89PNG\r\n\x1A\n|RIFF.{4}WEBP)/s;

const OTHER_FORMATS: readonly (readonly [name: string, signature: RegExp])[] = [
  ["SVG", /^(?:\xEF\xBB\xBF)?\s*(?:<svg|<(?:\?xml|!--|!DOCTYPE).*<svg)/is],
  ["GIF", /^GIF8/],
  ["HEIC", /^.{4}ftyp(?:hei|hev|mif1|msf1)/s],
  ["AVIF", /^.{4}ftypavi/s],
  ["TIFF", /^(?:II\*\0|MM\0\*)/],
  ["JPEG XL", /^(?:\xFF\x0A|\0\0\0\x0CJXL )/],
  ["BMP", /^BM.{4}\0\0\0\0/s],
  ["Photoshop (PSD)", /^8BPS/],
  ["PDF", /^%PDF-/],
];

/**
 * Tells a file by its first bytes, before any decoder is let near it: only what passes as `photo` is ever opened
 * as a picture, so SVG and other formats that can refer to something else are never parsed.
 *
 * @example fileSignature(Buffer.from("GIF89a…")) → { kind: "other-format", name: "GIF" }
 */
export function fileSignature(start: Buffer): FileSignature {
  const text = start.subarray(0, SIGNATURE_LENGTH).toString("latin1");
  if (PHOTO.test(text)) return { kind: "photo" };
  if (text.startsWith("version https://git-lfs")) return { kind: "lfs-pointer" };
  const other = OTHER_FORMATS.find(([, signature]) => signature.test(text));
  return other === undefined ? { kind: "unknown" } : { kind: "other-format", name: other[0] };
}
