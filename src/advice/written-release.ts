import type { FrontMatter } from "../domain/front-matter.ts";
import type { ProblemPlace } from "../domain/problem.ts";

type WrittenPhoto = NonNullable<FrontMatter["photo"]>;

/** A release as its file has it: the fields that are right by themselves, the Markdown, and where each stands. */
export type WrittenRelease = {
  readonly fields: Readonly<
    Partial<Pick<FrontMatter, "title" | "subtitle" | "date" | "photo" | "contact">>
  > & {
    readonly places?: readonly (string | undefined)[] | undefined;
    readonly photos?: readonly (WrittenPhoto | undefined)[] | undefined;
  };
  readonly body: string;
  /** Line of the file on which the body starts, from 1. */
  readonly bodyLine: number;
  /** Where the value of a field stands, by its path as in `["photos", 0, "alt"]`. */
  readonly placeOf: (path: readonly (string | number)[]) => ProblemPlace;
};

/** A photo in front matter and the path that leads to it. */
export type PhotoEntry = { readonly photo: WrittenPhoto; readonly path: readonly (string | number)[] };

/** The photos of a release, from `photos` or the short form `photo`. */
export function photosOf({ fields: { photo, photos } }: Pick<WrittenRelease, "fields">): PhotoEntry[] {
  const entries = (photos ?? []).flatMap((entry, index) =>
    entry === undefined ? [] : [{ photo: entry, path: ["photos", index] }],
  );
  return photo === undefined ? entries : [{ photo, path: ["photo"] }, ...entries];
}
