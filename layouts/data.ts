import { ADDRESSES } from "../src/domain/address.ts";
import { archiveYears } from "../src/domain/edition.ts";
import type { Site } from "../src/domain/site.ts";
import { filters } from "../src/eleventy/filters.ts";
import { CALENDAR_ADDRESS } from "../src/outputs/calendar.ts";
import { CATALOG_ADDRESS } from "../src/outputs/catalog.ts";
import { newestFeedLinks } from "../src/outputs/feeds.ts";
import { licenseStatement } from "../src/outputs/open-data.ts";
import { basePage } from "./base.ts";
import { type Html, html } from "./html.ts";

/** The page that explains the archive as open data. */
export function dataPage(site: Site): Html {
  const { office } = site;
  return basePage(
    {
      title: "Offene Daten",
      description: `Alle Pressemitteilungen von ${office.name} als Daten, eine Datei je Jahr, ohne Anmeldung.`,
      address: ADDRESSES.data,
      main: html`<article class="standing">
<h1>Offene Daten</h1>
<div class="text">
<p>Das ganze Archiv steht hier als Daten bereit, eine Datei je Jahr, ohne Anmeldung und ohne Schlüssel. Jede Datei entsteht
mit der Seite neu; eine Berichtigung ändert auch die Daten.</p>
<h2>Das Archiv nach Jahren</h2>
<ul>
${archiveYears(site.edition).map(
  ({ year, count }) => html`<li>${year}, ${filters.count(count, "Pressemitteilung", "Pressemitteilungen")}:
<a href="${site.url(`${ADDRESSES.data}${year}.json`)}">${year}.json</a>,
<a href="${site.url(`${ADDRESSES.data}${year}.csv`)}">${year}.csv</a></li>
`,
)}</ul>
<p>Was die Felder bedeuten, beschreibt das <a href="${site.url(`${ADDRESSES.data}schema.json`)}">JSON-Schema</a>. Die
<a href="${site.url(`${ADDRESSES.data}index.json`)}">Übersicht für Maschinen</a> nennt zu jeder Datei Größe und
SHA-256-Prüfsumme. Datenportale ernten die
<a href="${site.url(CATALOG_ADDRESS)}">Beschreibung nach DCAT-AP.de</a>.</p>
<p>Die CSV-Dateien sind in UTF-8 geschrieben und mit Kommas getrennt. In einer Tabellenkalkulation öffnet man sie am besten
über den Import von Textdateien.</p>
<h2>Neues abonnieren</h2>
<ul>
${newestFeedLinks(site).map(
  ({ title, href }) => html`<li><a href="${href}">${title}</a></li>
`,
)}<li><a href="${site.url(CALENDAR_ADDRESS)}">${office.name}: Termine (Kalender)</a></li>
</ul>
<p>Jedes <a href="${site.url(ADDRESSES.topics)}">Thema</a> und jeder <a href="${site.url(ADDRESSES.places)}">Ort</a> hat
einen eigenen Feed: An die Adresse der Seite <code>feed.xml</code> anhängen. Zu jeder Pressemitteilung gibt es
daneben <code>ninjs.json</code> nach dem Standard der IPTC und <code>text.txt</code> zum Übernehmen.</p>
<h2>Nutzung</h2>
<p>${licenseStatement(office.dataLicense)}</p>
</div>
</article>`,
    },
    site,
  );
}
