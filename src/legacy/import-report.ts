import type { PlannedRelease } from "./archive-plan.ts";
import type { FieldReport } from "./front-matter-data.ts";
import type { LegacyRelease, Unread } from "./legacy-release.ts";

/** A line of a source that went nowhere, and why. */
export type LostLine = { readonly line: number; readonly text: string; readonly why: string };

/** A guess: what an editor should look at. */
export type Guess = { readonly field: string; readonly what: string };

/** What the report says of one release. */
export type ReleaseReport = {
  readonly source: string;
  readonly family: string;
  /** Path of its file below the target. */
  readonly file: string;
  readonly state: "imported" | "edited by hand, not overwritten" | "stands already";
  readonly fields: readonly FieldReport[];
  readonly guesses: readonly Guess[];
  readonly remarks: readonly string[];
  readonly mends: readonly string[];
  readonly lost: readonly LostLine[];
  /** Other sources of the same release, of which only what this one lacks was taken. */
  readonly copies: readonly { readonly source: string; readonly lost: readonly LostLine[] }[];
};

/** `bericht.json`. It holds no time, so that the same import gives the same bytes. */
export type ImportReport = {
  readonly version: 1;
  readonly summary: {
    readonly sources: number;
    readonly releases: number;
    readonly copies: number;
    readonly withGuesses: number;
    readonly guesses: number;
    readonly lostLines: number;
    readonly unread: number;
  };
  readonly releases: readonly ReleaseReport[];
  readonly unread: readonly {
    readonly source: string;
    readonly why: string;
    readonly lost: readonly LostLine[];
  }[];
};

/**
 * The report on an import.
 *
 * @param sources how many files were read
 * @param edited paths of files that were left alone because someone had changed them
 */
export function importReport(
  sources: number,
  planned: readonly PlannedRelease[],
  unread: readonly Unread[],
  edited: ReadonlySet<string>,
): ImportReport {
  const releases = planned.map((release) => releaseReport(release, edited));
  return {
    version: 1,
    summary: {
      sources,
      releases: releases.length,
      copies: releases.reduce((sum, { copies }) => sum + copies.length, 0),
      withGuesses: releases.filter(({ guesses }) => guesses.length > 0).length,
      guesses: releases.reduce((sum, { guesses }) => sum + guesses.length, 0),
      lostLines: releases.reduce((sum, { lost }) => sum + lost.length, 0),
      unread: unread.length,
    },
    releases,
    unread: unread.map(({ source, why, lines }) => ({ source, why, lost: lostLines(lines) })),
  };
}

function releaseReport(planned: PlannedRelease, edited: ReadonlySet<string>): ReleaseReport {
  const { release, others, path, fields, remarks, standsAs } = planned;
  return {
    source: release.source,
    family: release.family,
    file: standsAs ?? path,
    state: stateOf(planned, edited),
    fields,
    guesses: guessesOf(planned),
    remarks: remarks.filter(({ isGuess }) => !isGuess).map(({ field, what }) => `${field}: ${what}`),
    mends: release.mends.map(({ what }) => what),
    lost: lostLines(release.lines),
    copies: others.map((other) => ({
      source: other.source,
      lost: other.lines.map(({ line, text }) => ({
        line,
        text,
        why: `zweite Fassung von ${release.source}`,
      })),
    })),
  };
}

function stateOf({ path, standsAs }: PlannedRelease, edited: ReadonlySet<string>): ReleaseReport["state"] {
  if (standsAs !== undefined && standsAs !== path) return "stands already";
  return edited.has(path) ? "edited by hand, not overwritten" : "imported";
}

/** Every guess about a release, once for each field. */
export function guessesOf({
  release,
  fields,
  remarks,
}: Pick<PlannedRelease, "release" | "fields" | "remarks">): Guess[] {
  const hasOwnRemark = (field: string) => remarks.some((remark) => remark.field === `${field}.credit`);
  const guesses = [
    ...fields
      .filter(({ basis, field }) => basis === "guessed" && !hasOwnRemark(field))
      .map(({ field, why }) => ({ field, what: why })),
    ...remarks.filter(({ isGuess }) => isGuess).map(({ field, what }) => ({ field, what })),
    ...release.mends.filter(({ isSure }) => !isSure).map(({ what }) => ({ field: "Text", what })),
  ];
  return [...new Map(guesses.map((guess) => [`${guess.field} ${guess.what}`, guess])).values()];
}

function lostLines(lines: LegacyRelease["lines"]): LostLine[] {
  return lines.flatMap(({ line, text, fate }) => ("lost" in fate ? [{ line, text, why: fate.lost }] : []));
}
