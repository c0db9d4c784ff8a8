import type { z } from "zod";
import type { Office, Place, Service, standingPageSchema, Topic } from "./office.ts";
import type { Release } from "./release.ts";

/** The standing pages every office must have: what the law or the reader asks for on every page. */
export const REQUIRED_PAGES = [
  "impressum",
  "datenschutz",
  "barrierefreiheit",
  "leichte-sprache",
  "gebaerdensprache",
  "kontakt",
  "bildnutzung",
] as const;

/** A standing page such as the Impressum, read and rendered once. */
export type StandingPage = z.output<typeof standingPageSchema> & {
  /** The file's short name, the page's address: `impressum`. */
  readonly slug: string;
  readonly html: string;
};

/** All that an office's content folder holds, checked: the public and what is not yet public. */
export type Newsroom = {
  readonly office: Office;
  readonly topics: readonly Topic[];
  readonly places: readonly Place[];
  readonly services: readonly Service[];
  readonly pages: readonly StandingPage[];
  /** In any state; see `Edition` for what the public may see. */
  readonly releases: readonly Release[];
};
