import { standingPageAddress } from "../domain/address.ts";
import type { Site } from "../domain/site.ts";
import type { OutputFile } from "./output-file.ts";
import { utcTimestamp } from "./timestamp.ts";

const ADDRESS = "/.well-known/security.txt";

/** Whom to tell of a weakness (RFC 9116): the office's mailbox, or its contact page where it names none. */
export function securityFile({ office, edition, absoluteUrl }: Site): OutputFile {
  const contact =
    office.email === undefined ? absoluteUrl(standingPageAddress("kontakt")) : `mailto:${office.email}`;
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${utcTimestamp(expiry(edition.now))}`,
    "Preferred-Languages: de, en",
    `Canonical: ${absoluteUrl(ADDRESS)}`,
  ];
  return { address: ADDRESS, content: `${lines.join("\n")}\n` };
}

/** The end of the half-year after this one: six to twelve months ahead, so that the file changes twice a year. */
function expiry(now: number): number {
  const date = new Date(now);
  const isFirstHalf = date.getUTCMonth() < 6;
  return Date.UTC(date.getUTCFullYear() + 1, isFirstHalf ? 0 : 6);
}
