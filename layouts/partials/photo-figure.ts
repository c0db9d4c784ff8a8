import { standingPageAddress } from "../../src/domain/address.ts";
import type { Photo, Release } from "../../src/domain/release.ts";
import type { PhotoRenditions } from "../../src/domain/rendition.ts";
import type { Site } from "../../src/domain/site.ts";
import { filters } from "../../src/eleventy/filters.ts";
import { type Html, html } from "../html.ts";
import { FRAME_ICON } from "./icons.ts";
import { picture } from "./picture.ts";

const LEAD_SIZES = "(min-width: 64rem) 42rem, 100vw";
const GALLERY_SIZES = "(min-width: 64rem) 20rem, (min-width: 40rem) 50vw, 100vw";

/** The first photo of a release, above its text. */
export function leadPhoto(release: Release, photo: Photo, site: Site): Html {
  return figure(release, photo, { sizes: LEAD_SIZES, loading: "eager" }, site);
}

/** The other photos of a release; works without script, as every photo is shown. */
export function photoGallery(release: Release, photos: readonly Photo[], site: Site): Html | undefined {
  if (photos.length === 0) return undefined;
  return html`<section class="gallery">
<h2>Weitere Fotos</h2>
<div class="gallery-photos">
${photos.map(
  (photo) => html`${figure(release, photo, { sizes: GALLERY_SIZES, loading: "lazy" }, site)}
`,
)}</div>
</section>
`;
}

function figure(
  release: Release,
  photo: Photo,
  options: { readonly sizes: string; readonly loading: "eager" | "lazy" },
  site: Site,
): Html {
  const renditions = site.renditionsOf(release, photo);
  const image =
    renditions && picture(renditions, { alt: filters.typeset(photo.alt ?? ""), ...options }, site);
  return html`<figure class="photo">
${image ?? html`<div class="photo-not-at-hand">${FRAME_ICON}<p>Das Foto liegt hier nicht vor.</p></div>`}
<figcaption>
${photo.headline !== undefined && html`<p class="photo-headline"><strong>${filters.typeset(photo.headline)}</strong></p>`}
<p>${photo.caption !== undefined && html`${filters.typeset(photo.caption)} `}<span class="credit">${filters.typeset(photo.credit)}</span></p>
${renditions && printDownload(renditions, photo, release, site)}
</figcaption>
</figure>`;
}

/** The photo in print resolution, its size and the terms under which it may be used. */
function printDownload({ print }: PhotoRenditions, photo: Photo, release: Release, site: Site): Html {
  const number = release.photos.length > 1 || photo.number > 1 ? ` ${photo.number}` : "";
  const pixels = (length: number) => length.toLocaleString("de-DE");
  const facts = `JPEG, ${pixels(print.width)} × ${pixels(print.height)} Pixel, ${filters.fileSize(print.bytes)}`;
  return html`<p class="photo-download"><a href="${site.url(print.address)}" download>Foto${number} für den Druck herunterladen</a> (${facts}). <a href="${site.url(standingPageAddress("bildnutzung"))}">Bedingungen der Bildnutzung</a></p>`;
}
