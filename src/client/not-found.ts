/**
 * On the page for a wrong address: puts what that address tells into the search field, so that one press of the key
 * finds what has moved.
 */

/** Where the site begins: `/`, or the path below which it stands. */
const root = new URL("../", import.meta.url).pathname;
const field = document.querySelector<HTMLInputElement>("#suchwort");
if (field !== null) field.value = queryFor(readPath(location.pathname.replace(root, "/")));

/** A press ID up to its day, by which the search knows all of that day; else the address's words. */
function queryFor(path: string): string {
  return /\p{L}{2,8}\.\d{4}\.\d{2}\.\d{2}/u.exec(path)?.[0] ?? wordsOf(path);
}

/** The words of an address: what is neither a number, an ending nor one of the newsroom's own folders. */
function wordsOf(path: string): string {
  const own = new Set([
    "pressemitteilungen",
    "presseservice",
    "detailansicht",
    "themen",
    "orte",
    "index",
    "html",
    "php",
  ]);
  return path
    .split(/[/._-]+/)
    .filter((word) => word.length > 2 && !/^\d+$/.test(word) && !own.has(word.toLowerCase()))
    .join(" ");
}

/** A path with its escapes read: as UTF-8 or, as on sites of old, as Latin-1. */
function readPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  }
}
