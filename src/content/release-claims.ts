import type { PressId } from "../domain/press-id.ts";
import type { ProblemPlace } from "../domain/problem.ts";
import { type Attachment, publicationMoment, type Release } from "../domain/release.ts";

/** A link to an address that this site must have, and where it stands. */
export type BodyLink = { readonly href: string; readonly place: ProblemPlace };

/** What a release claims for itself or expects of others. */
export type ReleaseClaims = {
  readonly shownAs: string;
  readonly address?: string;
  /** When it is dated, in milliseconds since 1970. */
  readonly instant?: number;
  /** When it becomes public, in milliseconds since 1970; {@link NEVER} where that cannot be told either. */
  readonly publicFrom: number;
  readonly pressId?: PressId;
  readonly printedId?: string;
  readonly follows?: string;
  /** By their place in the file; `undefined` for those that are no paths. */
  readonly redirectFrom: readonly (string | undefined)[];
  /** The files that it names as attachments, whether they are there or not. */
  readonly attachments: readonly string[];
  readonly links: readonly BodyLink[];
  readonly places: ClaimPlaces;
};

/** Where claims stand in their file, for problems that other files' claims make of them. */
export type ClaimPlaces = {
  readonly file: ProblemPlace;
  readonly pressId?: ProblemPlace;
  readonly follows?: ProblemPlace;
  readonly redirectFrom: readonly ProblemPlace[];
};

/** What a release's front matter says, as far as it is right. */
type Said = {
  readonly [Field in "date" | "embargo" | "pressId" | "printedId" | "follows"]?: Release[Field] | undefined;
} & { readonly attachments: readonly (Pick<Attachment, "file"> | undefined)[] } & Pick<
    Release,
    "address" | "isDraft"
  > &
  Pick<ReleaseClaims, "redirectFrom">;

/** What a release claims. */
export function claimsOf(
  { address, date, embargo, pressId, printedId, follows, redirectFrom, isDraft, attachments }: Said,
  { shownAs, links, places }: Pick<ReleaseClaims, "shownAs" | "links" | "places">,
): ReleaseClaims {
  const isNeverPublic = date === undefined || isDraft;
  return {
    shownAs,
    address,
    ...(date && { instant: date.instant }),
    publicFrom: isNeverPublic ? NEVER : publicationMoment({ date, ...(embargo && { embargo }) }).instant,
    ...(pressId && { pressId }),
    ...(printedId !== undefined && { printedId }),
    ...(follows !== undefined && { follows }),
    redirectFrom,
    attachments: attachments.flatMap((attachment) => attachment?.file ?? []),
    links,
    places,
  };
}

/** @example dayOf({ address: "/pressemitteilungen/2019/03/27/x/" }) → "2019-03-27" */
export function dayOf({ address = "" }: Pick<ReleaseClaims, "address">): string | undefined {
  return /\/(\d{4}\/\d{2}\/\d{2})\/[^/]+\/$/.exec(address)?.[1]?.replaceAll("/", "-");
}

/** @example monthOf({ address: "/pressemitteilungen/2019/03/27/x/" }) → "2019-03" */
export function monthOf(claims: Pick<ReleaseClaims, "address">): string | undefined {
  return dayOf(claims)?.slice(0, "2019-03".length);
}

/** The days of files whose front matter cannot be read: what press IDs of these days name cannot be told yet. */
export function daysInDoubt(claims: readonly ReleaseClaims[]): ReadonlySet<string | undefined> {
  return new Set(
    claims.filter(({ instant }) => instant === undefined).flatMap((claim) => dayOf(claim) ?? []),
  );
}

/** The moment of what never becomes public; a number that JSON can hold. */
export const NEVER = Number.MAX_SAFE_INTEGER;
