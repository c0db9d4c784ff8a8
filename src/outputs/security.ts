import { standingPageAddress } from "../domain/address.ts";
import { nextHalfYear } from "../domain/due-moment.ts";
import type { Site } from "../domain/site.ts";
import type { SiteFile } from "../domain/site-file.ts";
import { utcTimestamp } from "./timestamp.ts";

const ADDRESS = "/.well-known/security.txt";

/** Whom to tell of a weakness (RFC 9116): the office's mailbox, or its contact page where it names none. */
export function securityFile({ office, edition, absoluteUrl }: Site): SiteFile {
  const contact =
    office.email === undefined ? absoluteUrl(standingPageAddress("kontakt")) : `mailto:${office.email}`;
  // The end of the half-year after this one: six to twelve months ahead, so that the file changes twice a year.
  const expires = utcTimestamp(nextHalfYear(nextHalfYear(edition.now)));
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    "Preferred-Languages: de, en",
    `Canonical: ${absoluteUrl(ADDRESS)}`,
  ];
  return { address: ADDRESS, releases: [], facts: expires, content: `${lines.join("\n")}\n` };
}
