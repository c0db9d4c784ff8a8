import { slugify } from "../domain/slug.ts";
import { type Found, guessed } from "./found.ts";
import type { LegacyRelease } from "./legacy-release.ts";
import type { LegacyPhoto } from "./photo-blocks.ts";
import type { Remark } from "./sheet.ts";

/** A file that lies beside an old page and can serve as photo or attachment. */
export type FileBeside = { readonly path: string; readonly ending: string };

/** Finds the file that a page's address means, where it lies beside the page. */
export type FileFinder = (release: LegacyRelease, source: string) => FileBeside | undefined;

/** A file to copy beside the imported release. */
export type FileCopy = { readonly from: string; readonly name: string };

type DraftedPhoto = { readonly data: Readonly<Record<string, string>>; readonly copy?: FileCopy };

const LONGEST_HEADLINE = 160;
const LONGEST_CAPTION = 2000;

/** The photos of a release; one without words comes with its file alone. */
export function draftPhotos(
  release: LegacyRelease,
  baseName: string,
  findFile: FileFinder,
  remarks: Remark[],
): DraftedPhoto[] {
  return release.photos.flatMap((photo, index): DraftedPhoto[] => {
    const file = photo.picture && findFile(release, photo.picture.source);
    if (photo.isBare && file === undefined) {
      remarks.push({
        field: "photos",
        what: `das Bild ${photo.picture?.source} liegt nicht bei, und die Seite sagt nichts darüber`,
        isGuess: false,
      });
      return [];
    }
    const name = file && `${baseName}-foto-${index + 1}.${file.ending}`;
    const alt = name === undefined ? undefined : altOf(photo, release.title.value);
    if (alt?.basis === "guessed")
      remarks.push({ field: `photos[${index}].alt`, what: alt.why, isGuess: true });
    const isLongHeadline = (photo.headline?.length ?? 0) > LONGEST_HEADLINE;
    const caption = [isLongHeadline ? photo.headline : undefined, photo.caption]
      .filter((part) => part !== undefined)
      .join(" ");
    if (caption.length > LONGEST_CAPTION)
      remarks.push({
        field: `photos[${index}].caption`,
        what: `gekürzt; ganz lautet sie: „${caption}“`,
        isGuess: true,
      });
    const data = withoutEmpty({
      file: name,
      headline: isLongHeadline ? undefined : photo.headline,
      caption: caption === "" ? undefined : caption.slice(0, LONGEST_CAPTION).trim(),
      alt: alt?.value,
      credit: photo.credit.value,
    }) as Record<string, string>;
    return [{ data, ...(file && name !== undefined && { copy: { from: file.path, name } }) }];
  });
}

/** What is to be seen: the page's own words for it, else its caption, which is only nearly that. */
function altOf({ picture, caption, headline }: LegacyPhoto, title: string): Found<string> {
  const own = picture?.alt;
  const isFileName = own !== undefined && /\.\w{3,4}$|^[\w-]+$/.test(own);
  if (own !== undefined && !isFileName && own.length <= 400 && own !== caption)
    return { value: own, basis: "found", why: "Text der Seite für Blinde" };
  const stand = caption ?? headline ?? `Foto zu „${title}“`;
  return guessed(
    stand.length > 400 ? `${stand.slice(0, 398)} …` : stand,
    "die Seite beschreibt das Foto nicht für Blinde; hier steht die Bildunterschrift",
  );
}

type DraftedAttachment = {
  readonly name: string;
  readonly title: string;
  readonly href?: string;
  readonly copy: FileCopy;
};

/** The documents of a release that lie beside its page. */
export function draftAttachments(
  release: LegacyRelease,
  baseName: string,
  findFile: FileFinder,
): DraftedAttachment[] {
  const drafted = new Map<string, DraftedAttachment>();
  for (const { source, href, title } of release.documents) {
    const file = findFile(release, source);
    if (file === undefined || drafted.has(file.path)) continue;
    const original = slugify((file.path.split(/[/\\]/).at(-1) ?? "").replace(/\.\w+$/, "")) || "anhang";
    const name = `${baseName}-${original}.${file.ending}`;
    const shown = title
      .replace(/\s*[([](?:pdf|docx?|xlsx?)?[^()[\]]{0,20}(?:[KM]i?B|Byte)?[)\]]$/i, "")
      .slice(0, 160)
      .trim();
    drafted.set(file.path, {
      name,
      title: shown === "" ? original : shown,
      ...(href !== undefined && { href }),
      copy: { from: file.path, name },
    });
  }
  return [...drafted.values()];
}

/** Leaves out fields without value and empty lists. */
export function withoutEmpty(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
