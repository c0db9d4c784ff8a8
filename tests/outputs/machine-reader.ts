import { createHash } from "node:crypto";
import { DOMParser, type Document, type Element, type Node } from "@xmldom/xmldom";
import type { PhotoRenditions, RenditionLookup } from "../../src/domain/rendition.ts";
import type { SiteFile } from "../../src/domain/site-file.ts";
import type { Fingerprint } from "../../src/outputs/open-data.ts";

/** How other programs read what the newsroom writes: parsers that share no code with its writers. */

/** @throws Error where the text is not well-formed XML */
export function readXml(text: string): Document {
  const refuse = (level: string, message: string): void => {
    if (level !== "warning") throw new Error(message);
  };
  return new DOMParser({ onError: refuse }).parseFromString(text, "text/xml");
}

/** The elements of a name, whatever their prefix, in document order. */
export function elements(within: Document | Element, name: string): Element[] {
  return [...within.getElementsByTagNameNS("*", name)];
}

/** The texts of an element's own children of a name. */
export function childTexts(parent: Element, name: string): string[] {
  return children(parent, name).map((child) => child.textContent ?? "");
}

/** An element's own children of a name, prefix and all. */
export function children(parent: Element, name: string): Element[] {
  return [...parent.childNodes].filter((node: Node): node is Element => node.nodeName === name);
}

/** Every rendition that a photo has, as if the build had made them. */
export const everyRendition: RenditionLookup = (release, photo): PhotoRenditions | undefined => {
  if (photo.image === undefined) return undefined;
  const number = release.photos.indexOf(photo) + 1;
  const jpeg = (width: number, bytes: number) => ({
    address: `${release.address}foto-${number}-${width}.jpg`,
    format: "jpeg" as const,
    width,
    height: (width * 3) / 4,
    bytes,
  });
  return { webp: [], jpeg: [jpeg(400, 20_000), jpeg(800, 60_000)], print: jpeg(1600, 500_000) };
};

export function fingerprint(file: Pick<SiteFile, "content">, content = file.content): Fingerprint {
  const bytes = Buffer.from(content);
  return { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** The content of the file at an address. */
export function fileAt(files: Iterable<SiteFile>, address: string): string {
  const found = [...files].find((file) => file.address === address);
  if (found === undefined) throw new Error(`There is no file at ${address}`);
  return found.content;
}
