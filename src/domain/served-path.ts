import { readablePath } from "./percent-encoding.ts";

/**
 * Where a static server looks for an address: escapes read, no query, no trailing slash, no `index.html`. Two
 * addresses with one served path are one page.
 *
 * @example servedPath("/alte/Seite%20eins/index.html?id=3") → "/alte/Seite eins?id=3"
 * @see RFC 3986, section 6.2
 */
export function servedPath(address: string): string {
  const [path = "", ...query] = address.split("?");
  const bare = readablePath(path)
    .normalize("NFC")
    .replace(/(?:^|\/)index\.html$/, "")
    .replace(/\/+$/, "");
  return [bare, ...query].join("?");
}
