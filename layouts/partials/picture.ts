import type { PhotoRenditions, Rendition } from "../../src/domain/rendition.ts";
import type { Site } from "../../src/domain/site.ts";
import { type Html, html } from "../html.ts";

/** How a picture stands on a page. */
export type PictureOptions = {
  /** What it shows; empty where the text beside it says the same. */
  readonly alt: string;
  /** Its width on the page, as the `sizes` attribute has it. */
  readonly sizes: string;
  /** Whether it is in view when the page opens, or fetched when a reader comes near. */
  readonly loading: "eager" | "lazy";
};

/** A picture in the sizes and formats that were made of it; its dimensions are set, so nothing moves as it loads. */
export function picture(
  { webp, jpeg }: PhotoRenditions,
  { alt, sizes, loading }: PictureOptions,
  site: Site,
): Html | undefined {
  const widest = jpeg.at(-1);
  if (widest === undefined) return undefined;
  return html`<picture><source type="image/webp" srcset="${srcset(webp, site)}" sizes="${sizes}"><img src="${site.url(widest.address)}" srcset="${srcset(jpeg, site)}" sizes="${sizes}" width="${widest.width}" height="${widest.height}" alt="${alt}" loading="${loading}" decoding="async"></picture>`;
}

function srcset(renditions: readonly Rendition[], site: Site): string {
  return renditions.map(({ address, width }) => `${site.url(address)} ${width}w`).join(", ");
}
