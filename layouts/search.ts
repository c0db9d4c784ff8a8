import { compareGerman } from "../src/domain/a-z.ts";
import { ADDRESSES, archiveAddress, placeAddress, topicAddress } from "../src/domain/address.ts";
import type { ReleaseIndex } from "../src/domain/edition.ts";
import { BY_DATE, type Facet } from "../src/domain/search-index-format.ts";
import { ORDER_FIELD, QUERY_FIELD } from "../src/domain/search-state.ts";
import type { Site } from "../src/domain/site.ts";
import { basePage } from "./base.ts";
import { searchSecurityMeta } from "./content-security-policy.ts";
import { type Html, html } from "./html.ts";
import { type Counted, countedLinks } from "./partials/counted-links.ts";

/** A topic, place or year that the archive is browsed and narrowed down by. */
type Choice = Counted & { readonly slug: string };

/**
 * The search page. Its form is hidden until the script that runs it is there; the lists by topic, place and year
 * below need none.
 */
export function searchPage(site: Site): Html {
  const { topics, places, years } = choices(site);
  return basePage(
    {
      title: "Suche",
      description: `Alle Pressemitteilungen durchsuchen: ${site.office.name}.`,
      address: ADDRESSES.search,
      securityMeta: searchSecurityMeta,
      script: "search.js",
      main: html`<link rel="stylesheet" href="${site.url("/assets/search.css")}">
<div class="page-head">
<h1>Suche</h1>
<noscript><p class="intro">Die Suche im Text läuft in Ihrem Browser und braucht JavaScript. Ohne finden Sie jede Pressemitteilung über ihr Thema, ihren Ort oder ihr Jahr.</p></noscript>
</div>
<form class="search-form" id="suche" role="search" action="${site.url(ADDRESSES.search)}" hidden>
<div class="search-words">
<label for="${QUERY_FIELD}">Suchwörter, Datum oder Presse-ID</label>
<input type="search" id="${QUERY_FIELD}" name="${QUERY_FIELD}" autocomplete="off" enterkeyhint="search">
<button class="button" type="submit">Suchen</button>
</div>
${select("thema", "Thema", "Alle Themen", topics)}
${select("ort", "Ort", "Alle Orte", places)}
${select("jahr", "Jahr", "Alle Jahre", years)}
<div class="search-choice">
<label for="${ORDER_FIELD}">Reihenfolge</label>
<select id="${ORDER_FIELD}" name="${ORDER_FIELD}">
<option value="">Passendste zuerst</option>
<option value="${BY_DATE}">Neueste zuerst</option>
</select>
</div>
</form>
<div class="search-message" id="meldung" role="status"></div>
<section id="treffer" aria-labelledby="treffer-titel" hidden>
<h2 class="visually-hidden" id="treffer-titel">Treffer</h2>
<ol class="ledger" id="trefferliste"></ol>
<button class="button" type="button" id="mehr" hidden>Weitere Treffer</button>
</section>
${browseLists(site)}`,
    },
    site,
  );
}

/** The same page of a site that was built without an index: it says so and offers no form. */
export function searchPageWithoutIndex(site: Site): Html {
  return basePage(
    {
      title: "Suche",
      description: `Pressemitteilungen nach Thema, Ort und Jahr: ${site.office.name}.`,
      address: ADDRESSES.search,
      main: html`<div class="page-head">
<h1>Suche</h1>
<p class="intro">Die Suche im Text gibt es hier zurzeit nicht. Jede Pressemitteilung steht aber unter ihrem Thema, ihrem Ort oder ihrem Jahr.</p>
</div>
${browseLists(site)}`,
    },
    site,
  );
}

function select(facet: Facet, name: string, all: string, offered: readonly Choice[]): Html {
  return html`<div class="search-choice">
<label for="${facet}">${name}</label>
<select id="${facet}" name="${facet}">
<option value="">${all}</option>
${offered.map(
  (
    choice,
  ) => html`<option value="${choice.slug}" data-name="${choice.name}">${choice.name} (${choice.count.toLocaleString("de-DE")})</option>
`,
)}</select>
</div>`;
}

/** Every way into the archive that needs no script. */
function browseLists(site: Site): Html {
  const { topics, places, years } = choices(site);
  const lists = [
    { id: "nach-themen", title: "Nach Themen", lists: topics },
    { id: "nach-orten", title: "Nach Orten", lists: places },
    { id: "nach-jahren", title: "Nach Jahren", lists: years },
  ];
  return html`<div id="stoebern">
${lists.map(
  (list) => html`<section class="start-directory" aria-labelledby="${list.id}">
<h2 id="${list.id}">${list.title}</h2>
${countedLinks(list.lists, site)}
</section>
`,
)}</div>`;
}

function choices({ edition, topics, places }: Site) {
  const years = [...edition.byPeriod.keys()].filter((period) => period.length === 4);
  return {
    topics: inOrder(topics, topicAddress, edition.byTopic),
    places: inOrder(places, placeAddress, edition.byPlace),
    years: years.map((year) => choice(year, year, archiveAddress(year), edition.byPeriod)),
  };
}

function inOrder(
  named: readonly { readonly name: string; readonly slug: string }[],
  addressOf: (slug: string) => string,
  index: ReleaseIndex,
): readonly Choice[] {
  return named
    .toSorted((a, b) => compareGerman(a.name, b.name))
    .map(({ name, slug }) => choice(name, slug, addressOf(slug), index))
    .filter(({ count }) => count > 0);
}

function choice(name: string, slug: string, address: string, index: ReleaseIndex): Choice {
  return { name, slug, address, count: index.get(slug)?.length ?? 0 };
}
