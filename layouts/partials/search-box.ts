import { ADDRESSES } from "../../src/domain/address.ts";
import { QUERY_FIELD } from "../../src/domain/search-state.ts";
import type { Site } from "../../src/domain/site.ts";
import { type Html, html } from "../html.ts";

/** A field that leads to the search page; nothing on a site that was built without an index. */
export function searchBox(site: Site): Html | undefined {
  if (!site.hasSearch) return undefined;
  return html`<form class="search-box" role="search" action="${site.url(ADDRESSES.search)}">
<label for="suchwort">Im Archiv suchen</label>
<input type="search" id="suchwort" name="${QUERY_FIELD}" autocomplete="off" enterkeyhint="search">
<button class="button" type="submit">Suchen</button>
</form>
`;
}
