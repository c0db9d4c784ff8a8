import type { z } from "zod";
import type { Moment } from "./berlin-time.ts";
import type { attachmentSchema, contactSchema, FrontMatter, photoSchema } from "./front-matter.ts";
import type { Place, Topic } from "./office.ts";

/** A file found beside a release. */
export type SourceFile = {
  /** Absolute path on the machine that builds; never printed on a page. */
  readonly path: string;
  /** Size in bytes. */
  readonly bytes: number;
};

/** A picture file whose header has been read. */
export type SourceImage = SourceFile & {
  readonly format: "jpeg" | "png" | "webp";
  /** Width in pixels as a viewer shows it, orientation applied. */
  readonly width: number;
  /** Height in pixels as a viewer shows it, orientation applied. */
  readonly height: number;
};

/** A photo of a release; without `image` it is not at hand, and the page says so. */
export type Photo = Omit<z.output<typeof photoSchema>, "file"> & {
  /** Its place in the file, from 1; part of its pictures' addresses, so it stays when another photo is left out. */
  readonly number: number;
  readonly image?: SourceImage;
  /** Name of the file whose original lies in Git LFS and was not fetched; the photo then is not at hand. */
  readonly missingOriginal?: string;
};

/** A file for download that comes with a release. */
export type Attachment = z.output<typeof attachmentSchema> & {
  readonly source: SourceFile;
  /** Address below the site's root: `/pressemitteilungen/2019/03/27/x/amtsblatt.pdf`. */
  readonly address: string;
};

/** A person or office that answers questions. */
export type Contact = z.output<typeof contactSchema>;

/** A release's text, rendered once. */
export type Body = {
  /** HTML without the dateline; headings start at level 2. */
  readonly html: string;
  /** Plain text without the dateline; paragraphs part at an empty line. */
  readonly text: string;
  /** What both are known by, so that a text need not be at hand to tell whether it is the same. */
  readonly digest?: string;
  /** Its beginning as lists show it, so that they need not have the text at hand; see `excerpt.ts`. */
  readonly excerpt?: string;
};

/**
 * A press release, read and checked: what layouts, lists, feeds and search all take. Names are resolved to
 * topics, places and files, and the text is rendered.
 */
export type Release = Readonly<
  Pick<FrontMatter, "title" | "subtitle" | "date" | "pressId" | "printedId" | "embargo" | "withdrawn">
> & {
  /** Path of the file below the content folder: `pressemitteilungen/2019/2019-03-27-x.md`. */
  readonly source: string;
  /** What the bytes of that file are known by. */
  readonly digest: string;
  /** The file's short name, the last part of the address. */
  readonly slug: string;
  /** Address below the site's root: `/pressemitteilungen/2019/03/27/x/`. */
  readonly address: string;
  /** Place of the dateline: the office's name, or the place that the text named before its press ID. */
  readonly datelinePlace: string;
  readonly topics: readonly Topic[];
  readonly places: readonly Place[];
  readonly photos: readonly Photo[];
  readonly attachments: readonly Attachment[];
  readonly contact: Contact;
  readonly isDraft: boolean;
  /** Newest first. */
  readonly corrections: NonNullable<FrontMatter["corrections"]>;
  /** In the order written. */
  readonly events: NonNullable<FrontMatter["events"]>;
  /** Address of the earlier release on the same matter. */
  readonly follows?: string;
  readonly redirectFrom: readonly string[];
  readonly isPinned: boolean;
  readonly isNoindex: boolean;
  readonly body: Body;
};

/** An appointment that a release announces. */
export type ReleaseEvent = Release["events"][number];

/** A change made to a release after its publication. */
export type Correction = Release["corrections"][number];

/**
 * When a release became or becomes public: the later of its date and the end of its embargo.
 *
 * @example publicationMoment({ …, date: 10:00, embargo: { until: 12:00 } }) → 12:00
 */
export function publicationMoment({ date, embargo }: Pick<Release, "date" | "embargo">): Moment {
  return embargo !== undefined && embargo.until.instant > date.instant ? embargo.until : date;
}

/** When a release last changed for its readers: its publication, newest correction or withdrawal. */
export function modifiedMoment(release: Release): Moment {
  const later = (one: Moment, other: Moment) => (other.instant > one.instant ? other : one);
  const corrected = release.corrections.reduce(
    (latest, { date }) => later(latest, date),
    publicationMoment(release),
  );
  return release.withdrawn === undefined ? corrected : later(corrected, release.withdrawn.date);
}

/** The order of every list: newest publication first; within one instant the higher press ID, then the address. */
export function compareNewestFirst(a: Release, b: Release): number {
  return (
    publicationMoment(b).instant - publicationMoment(a).instant ||
    (b.pressId?.number ?? 0) - (a.pressId?.number ?? 0) ||
    compareAddresses(a.address, b.address)
  );
}

function compareAddresses(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * The photos whose originals lie in Git LFS and were not fetched, as paths below the content folder.
 *
 * @example missingOriginals(releases) → ["pressemitteilungen/2019/foto.jpg"]
 */
export function missingOriginals(releases: readonly Release[]): string[] {
  return releases.flatMap(({ source, photos }) =>
    photos.flatMap(({ missingOriginal }) =>
      missingOriginal === undefined
        ? []
        : [`${source.slice(0, source.lastIndexOf("/") + 1)}${missingOriginal}`],
    ),
  );
}
