import type { KeptReadings } from "./kept-reading.ts";

/** What earlier runs found in the same content folder with the same code. */
export type KeptContent = {
  /** Readings of releases that were made from the same, by what that is known by. */
  readonly readings: (madeFrom: string) => KeptReadings;
  /** What was last kept under a name, where it was made from the same. */
  readonly recall: (name: string, madeFrom: string) => unknown;
  /** Keeps what JSON can hold, in place of what was kept under the name. */
  readonly keep: (name: string, madeFrom: string, value: unknown) => void;
};
