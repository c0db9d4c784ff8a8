/**
 * On the page for a wrong address: puts the words of that address into the search field, so that one press of the
 * key finds what has moved.
 */

const field = document.querySelector<HTMLInputElement>("#suchwort");
if (field !== null) field.value = wordsOf(location.pathname);

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
  return decodeURI(path)
    .split(/[/._-]+/)
    .filter((word) => word.length > 2 && !/^\d+$/.test(word) && !own.has(word.toLowerCase()))
    .join(" ");
}
