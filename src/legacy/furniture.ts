import type { Office } from "../domain/office.ts";
import { once } from "../domain/once.ts";

/** A line that belongs to a page and not to its release: what it is called in the report, and how it looks. */
type Furniture = { readonly name: string; readonly pattern: RegExp };

/** The office whose pages are read: their furniture prints its name. */
export type NamedOffice = Pick<Office, "name">;

/**
 * An office's name in a pattern, whatever space parts its words.
 *
 * @example new RegExp(namePattern({ name: "Kreis Soest" })).test("Kreis\u00A0Soest") → true
 */
export function namePattern({ name }: NamedOffice): string {
  return name.split(/\s+/).map(RegExp.escape).join(String.raw`\s`);
}

const NETWORK =
  "(?:Facebook|Twitter|X|You[Tt]ube|Instagram|LinkedIn|Xing|WhatsApp|Mastodon|Threads|Telegram|Pinterest)";

/** Behind these a page has nothing more to say about the release. */
const ENDS: readonly Furniture[] = [
  { name: "Schnellzugriff", pattern: /^Schnellzugriff:?$/ },
  { name: "Von A bis Z", pattern: /^von A ?(?:[-–—]|bis) ?Z$/i },
  {
    name: "Weitere Meldungen",
    pattern:
      /^(?:Weitere|Andere|Ähnliche|Aktuelle|Neueste|Verwandte|Mehr) (?:Presse-?)?(?:Meldungen|meldungen|Mitteilungen|mitteilungen|Nachrichten|Artikel|Beiträge|Themen)\b.{0,40}$/,
  },
  {
    name: "Weitere Meldungen",
    pattern: /^(?:Das könnte Sie auch interessieren|Lesen Sie auch|Auch interessant|Mehr zum Thema)\b.*$/i,
  },
  {
    name: "Kommentare",
    pattern:
      /^(?:Hinterlasse (?:jetzt )?einen Kommentar|Kommentare?(?: \(\d+\))?|Schreiben? Sie einen Kommentar)\b.*$/i,
  },
  { name: "Urheberhinweis", pattern: /^(?:Copyright\b.*|(?:©|\(c\)) ?(?:by )?\d{4}\b.*)$/i },
  { name: "Urheberhinweis", pattern: /^Alle Rechte vorbehalten\b.*$/i },
];

const SEPARATOR: Furniture = {
  name: "Trennlinie",
  pattern: /^(?:[-–—_=*~·•.#+\s]{3,}|[-–—_=*~·•|]+)$/,
};

/** These are furniture wherever they stand. */
const ANYWHERE: readonly Furniture[] = [
  SEPARATOR,
  {
    name: "Soziale Netzwerke",
    pattern: new RegExp(`^(?:(?:Auf |Bei |Share on |Teilen auf )?${NETWORK}[\\s|·,/]*)+$`),
  },
  {
    name: "Soziale Netzwerke",
    pattern:
      /^(?:Share|Tweet|Teilen|teilen|twittern|mitteilen|E-Mail|mailen|merken|Folgen Sie uns.*|Social Media:?)$/,
  },
  {
    name: "Menü",
    pattern:
      /^(?:Menü(?: (?:ein|aus)blenden| öffnen| schließen)?|Navigation(?: (?:ein|aus)blenden| überspringen)?|(?:Haupt|Meta|Service|Unter)(?:navigation|menü))$/i,
  },
  {
    name: "Sprungmarke",
    pattern:
      /^(?:(?:Direkt |Springe? )?zu[mr] (?:Inhalt|Hauptinhalt|Hauptnavigation|Navigation|Suche|Kontakt|Fußzeile|Menü|Seitenanfang)(?: springen)?|Seiteninhalt|Inhaltsbereich)$/i,
  },
  {
    name: "Brotkrumen",
    pattern: /^(?:Sie (?:sind|befinden sich) hier|Aktuelle Seite|Standort|Pfad)\s?:?.*$/,
  },
  { name: "Brotkrumen", pattern: /^(?:Startseite|Start|Home)\s*[>»›|/→].*$/ },
  {
    name: "Stand der Seite",
    pattern:
      /^(?:Zuletzt (?:aktualisiert|geändert)|Letzte (?:Aktualisierung|Änderung)|Aktualisiert|Geändert)(?: am)?\s?:?.{0,40}$/i,
  },
  { name: "Seitenzahlen", pattern: /^Seite:?\s*\d+(?:[\s|·,…./]+(?:von\s)?\d+)*.{0,30}$/ },
  {
    name: "Seitenzahlen",
    pattern:
      /^(?:\[?\d{1,3}\]?[\s|·…]+)+(?:\.{2,3}|…)?\s*\[?\d{1,4}\]?(?:\s*(?:nächste|weiter|letzte|[>»›])\S*)*$/i,
  },
  {
    name: "Blättern",
    pattern:
      /^(?:[<«‹←]\s?)?(?:zurück|vorherige|nächste|vor|weiter|erste|letzte)(?: (?:Seite|Meldung|Mitteilung|Pressemitteilung|Pressemeldung|Artikel|Beitrag))?(?:\s?[>»›→])?$/i,
  },
  {
    name: "Blättern",
    pattern:
      /^(?:[<«‹←]\s?)?(?:zurück )?zu[mr] (?:Übersicht|Liste|Startseite|Archiv|Presse\p{L}*)(?:\s?[>»›→])?$/iu,
  },
  {
    name: "Weiterlesen",
    pattern:
      /^(?:weiter ?lesen|mehr(?: lesen| erfahren)?|\[?(?:mehr|weiter)\s?(?:\.{2,3}|…)\]?|Artikel lesen|Details)(?:\s?[>»›→…])?$/i,
  },
  { name: "Weiterlesen", pattern: /^.{3,180}\sweiterlesen(?:\s?[>»›→…])?$/ },
  { name: "Nach oben", pattern: /^(?:nach ?oben|nach|oben|Seitenanfang|Top|zum Anfang)$/i },
  {
    name: "Drucken und teilen",
    pattern:
      /^(?:(?:Seite|Artikel|Meldung|Pressemitteilung) )?(?:drucken|versenden|empfehlen|weiterempfehlen|vorlesen|teilen|speichern)$/i,
  },
  {
    name: "Drucken und teilen",
    pattern:
      /^(?:Druckversion|Druckansicht|Vorlesen|PDF|Als PDF (?:speichern|herunterladen)|Print Friendly, PDF & Email|Print|Print Zurück|Email|Permalink)$/i,
  },
  {
    name: "Bildbedienung",
    pattern:
      /^(?:(?:Bild|Foto|Grafik)(?: \d+)? (?:vergrößern|herunterladen|in Originalgröße|anzeigen|öffnen)|Vergrößern|Großansicht|Zoom|Lightbox|Vorschaubild|Download|Herunterladen)$/i,
  },
  {
    name: "Suche",
    pattern:
      /^(?:Suche[n]?|Suchbegriff(?: eingeben)?|Volltextsuche|Volltext in Meldungen suchen|Was suchen Sie\??)$/i,
  },
  {
    name: "Cookie-Hinweis",
    pattern:
      /^(?:Cookie-?(?:Einstellungen|Hinweis|Richtlinie)s?|Alle(?: Cookies)? akzeptieren|Ablehnen|Nur notwendige.*|Einverstanden)$/i,
  },
  { name: "Hinweisbanner", pattern: /^Update Cyberangriff:?$/ },
  {
    name: "Hinweis des Presse-Service",
    pattern:
      /^Dies(?:er|em) (?:Meldung|Text|Pressemitteilung|Mitteilung|Pressemeldung|Info)\b.{0,160}\b(?:zugeordnet|beigefügt|angehängt|angefügt|bei)\s?[!.]?$/,
  },
  {
    name: "Hinweis des Presse-Service",
    pattern:
      /^Zu dieser (?:Meldung|Mitteilung|Pressemitteilung) können wir Ihnen folgende.{0,40}anbieten\s?:?$/,
  },
  {
    name: "Kontaktleiste",
    pattern:
      /^(?:Adresse|Öffnungszeiten|Details)(?:\s*[|·]\s*(?:Adresse|Öffnungszeiten|Details|Karte|E-Mail|Kontakt))+$/,
  },
  { name: "Buchstabenleiste", pattern: /^(?:[A-ZÄÖÜ#]|0-9)(?:[\s|·]*(?:[A-ZÄÖÜ]|0-9)){6,}$/ },
];

/** Whole sentences that are furniture; all others are short. */
const SENTENCES: readonly Furniture[] = [
  {
    name: "Cookie-Hinweis",
    pattern:
      /^(?:Diese (?:Web)?[Ss]eite (?:verwendet|nutzt)|Wir (?:verwenden|nutzen|benutzen)|Unsere Website verwendet)\b.*Cookies?\b.*$/,
  },
  { name: "Hinweisbanner", pattern: /^Wir sind wieder online\. Noch einige wenige Services\b.*$/ },
  { name: "Hinweisbanner", pattern: /^Unsere aktuellen Pressemitteilungen finden Sie vorübergehen.*$/ },
  {
    name: "Hinweis des Presse-Service",
    pattern: /^Die im Presse-Service zum Download angebotenen (?:Fotos|Bilder|Medien)\b.*$/,
  },
  {
    name: "Hinweis des Presse-Service",
    pattern: /^Sämtliche Texte und Fotos können unter Angabe der Quelle\b.*$/,
  },
  {
    name: "Hinweis des Presse-Service",
    pattern: /^Die Pressestelle\b.{0,60}\bist Mitglied bei presse-service\.de\b.*$/,
  },
  {
    name: "Hinweis des Presse-Service",
    pattern: /^(?:Zum Download bitte mit dem Mauszeiger|Um das Medium auf Ihrem Rechner zu speichern)\b.*$/,
  },
];

/** These are furniture before a title and behind a text; amid a text they may be its own words. */
const AT_THE_EDGE: readonly Furniture[] = [
  {
    name: "Menü",
    pattern:
      /^(?:Startseite|Start|Home|Impressum|Datenschutz(?:erklärung|hinweise?)?|Kontakt(?:formular)?|Barrierefreiheit|Sitemap|Inhaltsverzeichnis|Hilfe|Leichte Sprache|Gebärdensprache|Newsletter|RSS(?:-Feed)?|Login|Anmelden|Anfahrt|Karriere|Stellenangebote|Öffnungszeiten|Bürgerservice|Formulare|Downloads?|Links(?: und Downloads)?|Bekanntmachungen|English|Deutsch)$/i,
  },
  {
    name: "Menü",
    pattern:
      /^(?:Unser Kreis|Politik(?: (?:&|und) Verwaltung)?|Familie(?: (?:&|und) Soziales)?|Sicherheit(?: (?:&|und) Ordnung)?|(?:Verkehr|Bauen|Umwelt|Gesundheit|Bildung|Kultur|Wirtschaft|Tourismus|Verbraucherschutz|Soziales|Schule|Freizeit)(?:(?:,| &| und) (?:Verkehr|Bauen|Wohnen|Umwelt|Gesundheit|Bildung|Kultur|Wirtschaft|Tourismus|Verbraucherschutz|Soziales|Schule|Freizeit|Ordnung|Integration))*)$/,
  },
  {
    name: "Seitenname",
    pattern:
      /^(?:Presse(?:mitteilung|meldung|information|service|-Service|stelle|archiv|portal)?(?:en)?|Aktuelles?|Aktuelle Meldungen|Nachrichten|News|Detailansicht|Detail|Archiv|Logo|Die Landrätin|Der Landrat|Kreisverwaltung)$/i,
  },
  {
    name: "Quellenangabe",
    pattern: /^(?:Quelle|Herausgeber|Original-Content von|Originaltext|URL|Link|Adresse der Seite)\s?:.*$/i,
  },
  { name: "Anschrift", pattern: /^Postfach \d+.*$/ },
];

/** The former pages of kreis-soest.de, whose habits are known: another office has none of these lines. */
const KREIS_SOEST = {
  ends: [{ name: "Eigenwerbung", pattern: /^Die Kreisverwaltung Soest im Überblick:?$/ }],
  edges: [
    { name: "Seitenname", pattern: /^Kreisverwaltung Soest$/i },
    {
      name: "Anschrift",
      pattern:
        /^(?:Hoher Weg 1\s?[-–]\s?3,?(?: 59494 Soest)?|59494 Soest|Tele(?:fon|fax)\s?:?\s?02921[ /]?30-?0|E-Mail: (?:info|post)@kreis-soest\.de)$/,
    },
  ],
} satisfies Readonly<Record<string, readonly Furniture[]>>;

/** Lines at the end and at the edges of an office's pages, those in which it names itself among them. */
const linesOf = once((office: NamedOffice) => {
  const name = namePattern(office);
  const withArticle = `(?:D(?:er|ie|as) )?${name}`;
  const ends: readonly Furniture[] = [
    ...ENDS,
    ...KREIS_SOEST.ends,
    {
      name: "Soziale Netzwerke",
      pattern: new RegExp(`^(?:${withArticle} (?:auf|bei) ${NETWORK}[\\s|·,]*)+$`),
    },
    { name: "Von A bis Z", pattern: new RegExp(`^${withArticle} von A ?(?:[-–—]|bis) ?Z$`, "i") },
    { name: "Urheberhinweis", pattern: new RegExp(`^(?:©|\\(c\\)) ?(?:by )?${name} \\d{4}`, "i") },
  ];
  const edges: readonly Furniture[] = [
    ...AT_THE_EDGE,
    ...KREIS_SOEST.edges,
    { name: "Seitenname", pattern: new RegExp(`^${name}$`, "i") },
  ];
  return { ends, edges };
});

/** Lines of furniture are short, but for {@link SENTENCES}. */
const LONGEST_LINE = 240;

function named(list: readonly Furniture[], text: string): string | undefined {
  return list.find(({ pattern }) => pattern.test(text))?.name;
}

/**
 * What a line is that belongs to the page and not to its release; `undefined` where it may belong to the release.
 *
 * @example furnitureName("Zuletzt aktualisiert am: 19.07.2019", office) → "Stand der Seite"
 */
export function furnitureName(text: string, office: NamedOffice): string | undefined {
  if (text.length > LONGEST_LINE) return named(SENTENCES, text);
  return endName(text, office) ?? named(ANYWHERE, text) ?? named(SENTENCES, text) ?? toolbarName(text);
}

/** „Drucken | Seite empfehlen | Zurück“: nothing but furniture between the bars. */
function toolbarName(text: string): string | undefined {
  const parts = text.split(/\s*[|·•]\s*/).filter((part) => part !== "");
  const isToolbar = parts.length > 1 && parts.every((part) => named(ANYWHERE, part) !== undefined);
  return isToolbar ? "Werkzeugleiste" : undefined;
}

/**
 * The same for lines that end a release: nothing behind them belongs to it.
 *
 * @example endName("Der Kreis Soest von A-Z", { name: "Kreis Soest" }) → "Von A bis Z"
 */
export function endName(text: string, office: NamedOffice): string | undefined {
  return named(linesOf(office).ends, text);
}

/**
 * The same for lines that are furniture only before the title or behind the text.
 *
 * @example edgeName("Pressemitteilungen", office) → "Seitenname"
 */
export function edgeName(text: string, office: NamedOffice): string | undefined {
  return named(linesOf(office).edges, text);
}

/** Whether a line only parts one thing from another. */
export function isSeparator(text: string): boolean {
  return text.length <= LONGEST_LINE && SEPARATOR.pattern.test(text);
}
