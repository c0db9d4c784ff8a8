import type { Site } from "../src/domain/site.ts";

/**
 * Where a link from the content leads: an address of this site below its path prefix, any other as written.
 *
 * @example linkTarget("/kontakt/", site) → "/presse/kontakt/"; linkTarget("https://www.example.org/", site) → the same
 */
export function linkTarget(url: string, site: Site): string {
  return url.startsWith("/") ? site.url(url) : url;
}

/**
 * A mail with subject and text already filled in (RFC 6068).
 *
 * @example mailLink("presse@example.org", { subject: "Fehler", body: "Zeile 1\nZeile 2" }) → "mailto:presse@example.org?subject=Fehler&body=Zeile%201%0D%0AZeile%202"
 */
export function mailLink(
  to: string,
  { subject, body }: { readonly subject: string; readonly body: string },
): string {
  const lines = body.replaceAll("\n", "\r\n");
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}
