/**
 * An address with its escapes read, those of reserved characters left; as it is where an escape is broken.
 *
 * @example readableAddress("/M%C3%BCll?a=%26") → "/Müll?a=%26"
 * @see RFC 3986, section 2.1
 */
export function readableAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/**
 * A path with all its escapes read, as a file system knows it; as it is where an escape is broken.
 *
 * @example readablePath("/a%26b/Seite%20eins") → "/a&b/Seite eins"
 */
export function readablePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
