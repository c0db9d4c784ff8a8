import { FACETS, type Facet, INDEX_FOLDER } from "../domain/search-index-format.ts";
import { queryParts } from "../domain/search-query.ts";
import {
  asksForAnything,
  HITS_AT_ONCE,
  readSearchState,
  type SearchState,
  writeSearchState,
} from "../domain/search-state.ts";
import { type Findings, openSearch, type SearchEngine } from "./search-engine.ts";
import { element, hitElement } from "./search-hits.ts";

/**
 * The search page: the address says what is searched for, the form changes the address, and the page shows what is
 * found. Nothing is fetched before a reader asks or reaches for the form.
 */

const form = byId("suche", HTMLFormElement);
const words = byId("q", HTMLInputElement);
const order = byId("sortierung", HTMLSelectElement);
const facets = FACETS.map((facet) => [facet, byId(facet, HTMLSelectElement)] as const);
const message = byId("meldung", HTMLElement);
const results = byId("treffer", HTMLElement);
const list = byId("trefferliste", HTMLOListElement);
const more = byId("mehr", HTMLButtonElement);
const browseLists = byId("stoebern", HTMLElement);
const pageTitle = document.title;
/** The choices as the page came with them, each with how many releases of the whole archive it holds. */
const choices = facets.flatMap(([, { options }]) =>
  [...options].map((option) => ({ option, text: option.text })),
);

let engine: Promise<SearchEngine> | undefined;
/** The last thing asked for; what is found for an earlier one comes too late. */
let asked = 0;
/** The address's question when it was last answered; a jump within the page leaves it as it is. */
let answered: string | undefined;
/** The field that made the last entry of the history; changing it again amends that entry. */
let lastChanged: EventTarget | null = null;

form.hidden = false;
form.addEventListener("focusin", () => {
  // A failure is told when something is asked.
  openedEngine().catch(() => {});
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  lastChanged = null;
  go(stateOfForm(), "push");
});
form.addEventListener("change", ({ target }) => {
  if (target === words) return;
  go(stateOfForm(), target === lastChanged ? "replace" : "push");
  lastChanged = target;
});
more.addEventListener("click", async () => {
  const state = readSearchState(location.search);
  const next = list.children.length;
  await go({ ...state, shown: next + HITS_AT_ONCE }, "replace");
  list.children[next]?.querySelector("a")?.focus();
});
addEventListener("popstate", () => {
  lastChanged = null;
  if (location.search !== answered) show(readSearchState(location.search));
});
show(readSearchState(location.search));

function openedEngine(): Promise<SearchEngine> {
  engine ??= openSearch(new URL(`../${INDEX_FOLDER}/`, import.meta.url).href);
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
}

function stateOfForm(): SearchState {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  return readSearchState(`?${new URLSearchParams(fields)}`);
}

function go(state: SearchState, how: "push" | "replace"): Promise<void> {
  const address = `${location.pathname}${writeSearchState(state)}`;
  if (how === "push" && address !== `${location.pathname}${location.search}`)
    history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  return show(state);
}

async function show(state: SearchState): Promise<void> {
  asked += 1;
  const current = asked;
  answered = location.search;
  fillForm(state);
  document.title = state.query === "" ? pageTitle : `${state.query} – ${pageTitle}`;
  if (!asksForAnything(state)) return showArchive();
  if (results.hidden) message.replaceChildren(element("p", {}, "Die Suche läuft …"));
  try {
    const findings = await (await openedEngine())(state);
    const hits = await findings.hits(0, state.shown);
    const elements = await Promise.all(hits.map((hit) => hitElement(hit, state.query, topicNames())));
    if (current === asked) showFindings(state, findings, elements);
  } catch (error) {
    if (current === asked) showFailure();
    throw error;
  }
}

function fillForm({ query, chosen, isByDate }: SearchState): void {
  words.value = query;
  order.selectedIndex = Number(isByDate);
  for (const [facet, field] of facets) field.value = chosen[facet] ?? "";
}

/** The page as it is without a search, and what there is to say of that. */
function showArchive(...told: readonly HTMLElement[]): void {
  message.replaceChildren(...told);
  results.hidden = true;
  browseLists.hidden = false;
  for (const { option, text } of choices) option.text = text;
}

function showFailure(): void {
  const text =
    "Die Suche konnte nicht geladen werden. Bitte laden Sie die Seite noch einmal oder stöbern Sie in den Listen.";
  showArchive(element("p", {}, text));
}

function showFindings(state: SearchState, findings: Findings, elements: readonly HTMLLIElement[]): void {
  const { total, counts } = findings;
  list.replaceChildren(...elements);
  more.hidden = elements.length >= total;
  results.hidden = total === 0;
  browseLists.hidden = total > 0;
  for (const [facet, field] of facets) showCounts(field, counts[facet]);
  message.replaceChildren(...explanation(state, findings, elements.length));
}

function showCounts(field: HTMLSelectElement, counts: Readonly<Record<string, number>>): void {
  for (const option of field.options) {
    const { name } = option.dataset;
    if (name !== undefined) option.text = `${name} (${(counts[option.value] ?? 0).toLocaleString("de-DE")})`;
  }
}

/** What was found, in sentences that a screen reader announces. */
function explanation(
  state: SearchState,
  { total, unknown, completed }: Findings,
  shown: number,
): HTMLElement[] {
  const { query } = state;
  const counted =
    total === 1 ? "1 Treffer" : `${total === 0 ? "Keine" : total.toLocaleString("de-DE")} Treffer`;
  const asked = [counted, ...(query === "" ? [] : [`für „${query}“`]), ...chosenPhrases(state)].join(" ");
  const sentences = [
    `${asked}${shown < total ? `; ${shown} davon werden gezeigt` : ""}.`,
    ...completed.map(
      (word) => `Als ganzes Wort steht „${word}“ nirgends; gesucht wurde, was so endet oder beginnt.`,
    ),
    ...unknown.map((word) => `„${word}“ steht in keiner Pressemitteilung.`),
    ...(total === 0 && unknown.length === 0 ? reasons(state) : []),
  ];
  return [
    ...sentences.map((sentence) => element("p", {}, sentence)),
    ...(total === 0 ? waysOn(state, unknown) : []),
  ];
}

/** Why nothing was found though none of the words is unknown. */
function reasons(state: SearchState): string[] {
  const [first, ...others] = queryParts(state.query);
  if (first === undefined) return [emptyQuery(state.query)];
  if (Object.keys(state.chosen).length > 0) return [];
  return others.length > 0
    ? ["Diese Wörter stehen in keiner Pressemitteilung zusammen."]
    : [`„${first.written}“ steht in keiner Pressemitteilung.`];
}

/** What is wrong with a query that asks for nothing. */
function emptyQuery(query: string): string {
  return /[\p{L}\p{N}]/u.test(query)
    ? "Solche Wörter stehen in jedem Text. Bitte ein anderes dazu eingeben."
    : "Zeichen allein lassen sich nicht suchen. Bitte ein Wort, ein Datum oder eine Presse-ID eingeben.";
}

const CHOSEN: Readonly<Record<Facet, (name: string) => string>> = {
  thema: (name) => `zum Thema ${name}`,
  ort: (name) => `zu ${name}`,
  jahr: (name) => `aus dem Jahr ${name}`,
};

function chosenPhrases({ chosen }: SearchState): string[] {
  return facets.flatMap(([facet, field]) => {
    const slug = chosen[facet];
    return slug === undefined ? [] : [CHOSEN[facet](field.selectedOptions[0]?.dataset.name ?? slug)];
  });
}

/** Where a search without hits may go on: without what stands nowhere, without what was chosen, word by word. */
function waysOn(state: SearchState, unknown: readonly string[]): HTMLElement[] {
  const written = queryParts(state.query).map((part) => part.written);
  const known = written.filter((word) => !unknown.includes(word));
  if (known.length === 0) return [];
  if (unknown.length > 0) {
    const query = known.join(" ");
    return [element("p", {}, searchLink({ ...state, query }, `Nach „${query}“ suchen`))];
  }
  const everywhere = { ...state, chosen: {}, shown: HITS_AT_ONCE };
  if (Object.keys(state.chosen).length > 0)
    return [element("p", {}, searchLink(everywhere, "Überall suchen"))];
  return known.length === 1 ? [] : [wordByWord(state, known)];
}

function wordByWord(state: SearchState, known: readonly string[]): HTMLElement {
  const links = known.map((query) => searchLink({ ...state, query }, `„${query}“`));
  return element(
    "p",
    {},
    "Einzeln danach suchen: ",
    ...links.flatMap((link, at) => (at === 0 ? [link] : [", ", link])),
  );
}

function searchLink(state: SearchState, text: string): HTMLAnchorElement {
  return element("a", { href: `${location.pathname}${writeSearchState(state)}` }, text);
}

function topicNames(): ReadonlyMap<string, string> {
  const { options } = byId("thema", HTMLSelectElement);
  return new Map([...options].map(({ value, dataset }) => [value, dataset.name ?? value]));
}

function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`The page has no ${kind.name} „${id}“`);
  return found;
}
