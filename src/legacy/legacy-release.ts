import type { Contact } from "../domain/release.ts";
import type { Statement } from "./event-proposals.ts";
import type { Found } from "./found.ts";
import type { DocumentLink, Mend } from "./page.ts";
import type { LegacyPhoto } from "./photo-blocks.ts";
import type { Fate, Remark } from "./sheet.ts";
import type { Family } from "./source-identity.ts";

/** A line of a source and what became of it. */
export type AccountedLine = { readonly line: number; readonly text: string; readonly fate: Fate };

/** A release as one source tells it, before it is held against the others. */
export type LegacyRelease = {
  /** Path of the source as the caller wrote it, with `#2` for the second of a feed or of one text. */
  readonly source: string;
  readonly family: Family;
  readonly title: Found<string>;
  readonly subtitle?: Found<string>;
  /** As front matter has it; absent where nothing tells it. */
  readonly date?: Found<string>;
  /** Every full date that its text names: what a date can be guessed from. */
  readonly daysInText: readonly string[];
  readonly pressId?: Found<string>;
  readonly printedId?: Found<string>;
  readonly tags: readonly Found<string>[];
  readonly places: readonly Found<string>[];
  readonly photos: readonly LegacyPhoto[];
  readonly documents: readonly DocumentLink[];
  readonly contact?: Found<Contact>;
  /** Its sentences and list items, in which appointments may stand. */
  readonly statements: readonly Statement[];
  /** Paths that have led to it. */
  readonly oldPaths: readonly Found<string>[];
  /** Its number on the former systems. */
  readonly itemNumber?: number;
  /** Press IDs and item numbers of other releases that its text names or links. */
  readonly mentions: { readonly ids: readonly string[]; readonly items: readonly number[] };
  /** Markdown. */
  readonly body: string;
  /** The start of its text, to tell whether two sources tell the same release. */
  readonly opening: string;
  readonly remarks: readonly Remark[];
  readonly mends: readonly Mend[];
  readonly lines: readonly AccountedLine[];
};

/** A source, or a part of one, that gave no release: why, and every line of it. */
export type Unread = {
  readonly source: string;
  readonly why: string;
  readonly lines: readonly AccountedLine[];
};
