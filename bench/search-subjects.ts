/** What a made-up release can be about: a noun in the forms that its sentences need, and what a reader means by it. */
export type Subject = {
  /** Name of its topic in themen.yaml. */
  readonly topic: string;
  readonly singular: string;
  readonly plural: string;
  readonly dative: string;
  /**
   * The words that a reader may look for to find it, judged by hand: the noun itself and the words it is made of in
   * their sense there. A Haushalt is no Haus, a Bürger no Burg, a Planetarium no Plan.
   */
  readonly meanings: readonly string[];
};

/** Per topic: `singular | plural | dative plural | meanings`; a form that equals the one before it is left out. */
const BY_TOPIC: Readonly<Record<string, readonly string[]>> = {
  Integration: [
    "Flüchtlingsunterkunft | Flüchtlingsunterkünfte | Flüchtlingsunterkünften | flüchtling unterkunft",
    "Notunterkunft | Notunterkünfte | Notunterkünften | unterkunft",
    "Sammelunterkunft | Sammelunterkünfte | Sammelunterkünften | unterkunft",
    "Integrationskurs | Integrationskurse | Integrationskursen | integration kurs",
    "Sprachkurs | Sprachkurse | Sprachkursen | sprache kurs",
    "Integrationszentrum | Integrationszentren | | integration zentrum",
    "Willkommenslotse | Willkommenslotsen | | lotse",
    "Einbürgerungsfeier | Einbürgerungsfeiern | | einbürgerung feier",
  ],
  "Straßenbau und Verkehr": [
    "Kreisstraße | Kreisstraßen | | kreisstraße straße",
    "Ortsdurchfahrt | Ortsdurchfahrten | | durchfahrt",
    "Straßensperrung | Straßensperrungen | | straße sperrung",
    "Vollsperrung | Vollsperrungen | | sperrung",
    "Brückensanierung | Brückensanierungen | | brücke sanierung",
    "Umleitungsstrecke | Umleitungsstrecken | | umleitung strecke",
    "Baustellenampel | Baustellenampeln | | baustelle ampel",
    "Kreisverkehr | Kreisverkehre | Kreisverkehren | kreisverkehr",
    "Lärmschutzwand | Lärmschutzwände | Lärmschutzwänden | lärm wand",
  ],
  Radverkehr: [
    "Radweg | Radwege | Radwegen | radweg",
    "Bürgerradweg | Bürgerradwege | Bürgerradwegen | radweg bürger",
    "Radroute | Radrouten | | route",
    "Fahrradstraße | Fahrradstraßen | | fahrrad straße",
    "Fahrradabstellanlage | Fahrradabstellanlagen | | fahrrad anlage",
  ],
  Tempokontrollen: [
    "Tempokontrolle | Tempokontrollen | | tempo kontrolle",
    "Geschwindigkeitsmessung | Geschwindigkeitsmessungen | | geschwindigkeit messung",
    "Messstelle | Messstellen | | messstelle",
    "Alkoholkontrolle | Alkoholkontrollen | | alkohol kontrolle",
  ],
  Gesundheit: [
    "Schuleingangsuntersuchung | Schuleingangsuntersuchungen | | untersuchung",
    "Suchtberatung | Suchtberatungen | | sucht beratung",
    "Schuldnerberatung | Schuldnerberatungen | | beratung schuldner",
    "Trinkwasserprobe | Trinkwasserproben | | trinkwasser probe",
    "Gesundheitskonferenz | Gesundheitskonferenzen | | gesundheit konferenz",
    "Hitzeschutzplan | Hitzeschutzpläne | Hitzeschutzplänen | hitze plan",
  ],
  Impfen: [
    "Impftermin | Impftermine | Impfterminen | termin impftermin",
    "Impfzentrum | Impfzentren | | zentrum",
    "Grippeschutzimpfung | Grippeschutzimpfungen | | grippe impfung",
    "Auffrischungsimpfung | Auffrischungsimpfungen | | impfung",
    "Impfbus | Impfbusse | Impfbussen | bus",
  ],
  Tiergesundheit: [
    "Geflügelpest | Geflügelpestfälle | Geflügelpestfällen | geflügelpest",
    "Bienenvolk | Bienenvölker | Bienenvölkern | biene volk",
    "Wildschwein | Wildschweine | Wildschweinen | wildschwein",
    "Tierseuche | Tierseuchen | | tier seuche",
    "Tierheim | Tierheime | Tierheimen | tier tierheim",
    "Bauernhof | Bauernhöfe | Bauernhöfen | bauer bauernhof",
  ],
  Bevölkerungsschutz: [
    "Probealarm | Probealarme | Probealarmen | alarm",
    "Sirene | Sirenen | | sirene",
    "Warntag | Warntage | Warntagen | warntag",
    "Feuerwehrhaus | Feuerwehrhäuser | Feuerwehrhäusern | feuerwehr haus",
    "Löschfahrzeug | Löschfahrzeuge | Löschfahrzeugen | fahrzeug",
    "Notfalltreffpunkt | Notfalltreffpunkte | Notfalltreffpunkten | notfall treffpunkt",
    "Waldbrandgefahr | Waldbrandgefahren | | waldbrand gefahr",
  ],
  "Natur und Umwelt": [
    "Naturschutzgebiet | Naturschutzgebiete | Naturschutzgebieten | naturschutz gebiet",
    "Obstbaumschnitt | Obstbaumschnitte | Obstbaumschnitten | obstbaum",
    "Schadstoffmobil | Schadstoffmobile | Schadstoffmobilen | schadstoff",
    "Wertstoffhof | Wertstoffhöfe | Wertstoffhöfen | wertstoff",
    "Landschaftsplan | Landschaftspläne | Landschaftsplänen | plan landschaft",
    "Amphibienwanderung | Amphibienwanderungen | | wanderung",
    "Klimaschutzpreis | Klimaschutzpreise | Klimaschutzpreisen | klimaschutz preis",
    "Blühstreifen | Blühstreifen | Blühstreifen | blühstreifen",
  ],
  Wasserwirtschaft: [
    "Hochwasserschutz | Hochwasserschutzmaßnahmen | | hochwasser maßnahme",
    "Überschwemmungsgebiet | Überschwemmungsgebiete | Überschwemmungsgebieten | überschwemmung gebiet",
    "Gewässerschau | Gewässerschauen | | gewässer",
    "Hochwasserrückhaltebecken | Hochwasserrückhaltebecken | Hochwasserrückhaltebecken | hochwasser becken",
    "Kläranlage | Kläranlagen | | kläranlage anlage",
    "Talsperre | Talsperren | | talsperre",
  ],
  "Jugend und Familie": [
    "Jugendhilfeausschuss | Jugendhilfeausschüsse | Jugendhilfeausschüssen | jugendhilfe ausschuss",
    "Pflegefamilie | Pflegefamilien | | familie pflegefamilie",
    "Ferienfreizeit | Ferienfreizeiten | | ferien",
    "Jugendschöffe | Jugendschöffen | | schöffe",
    "Elterngeldantrag | Elterngeldanträge | Elterngeldanträgen | elterngeld antrag",
    "Spielplatz | Spielplätze | Spielplätzen | spielplatz platz",
  ],
  Kita: [
    "Kindertagesstätte | Kindertagesstätten | | kindertagesstätte",
    "Kitaplatz | Kitaplätze | Kitaplätzen | platz kitaplatz",
    "Kindergarten | Kindergärten | | kindergarten",
    "Tagesmutter | Tagesmütter | Tagesmüttern | tagesmutter",
    "Betreuungsplatz | Betreuungsplätze | Betreuungsplätzen | betreuung platz",
  ],
  "Schule und Bildung": [
    "Berufskolleg | Berufskollegs | | berufskolleg",
    "Förderschule | Förderschulen | | schule förderschule",
    "Schulbus | Schulbusse | Schulbussen | bus schule",
    "Schülerpraktikum | Schülerpraktika | | schüler",
    "Ausbildungsmesse | Ausbildungsmessen | | ausbildung messe",
    "Musikschule | Musikschulen | | musik schule",
    "Volkshochschulkurs | Volkshochschulkurse | Volkshochschulkursen | kurs volkshochschule",
  ],
  Kreistag: [
    "Haushaltsplan | Haushaltspläne | Haushaltsplänen | haushalt plan",
    "Kreistagssitzung | Kreistagssitzungen | | kreistag sitzung",
    "Nahverkehrsplan | Nahverkehrspläne | Nahverkehrsplänen | nahverkehr plan",
    "Stellenplan | Stellenpläne | Stellenplänen | plan",
    "Abfallgebühr | Abfallgebühren | | abfall gebühr",
    "Jahresabschluss | Jahresabschlüsse | Jahresabschlüssen | jahresabschluss",
  ],
  "Kfz und Führerschein": [
    "Führerscheinumtausch | Führerscheinumtausche | Führerscheinumtauschen | führerschein umtausch",
    "Kfz-Zulassung | Kfz-Zulassungen | | kfz zulassung",
    "Zulassungsstelle | Zulassungsstellen | | zulassung",
    "Wunschkennzeichen | Wunschkennzeichen | Wunschkennzeichen | kennzeichen",
    "Lkw-Führerschein | Lkw-Führerscheine | Lkw-Führerscheinen | lkw führerschein",
  ],
  Breitband: [
    "Breitbandausbau | Breitbandausbauten | | breitband ausbau",
    "Glasfaseranschluss | Glasfaseranschlüsse | Glasfaseranschlüssen | glasfaser anschluss",
    "Förderbescheid | Förderbescheide | Förderbescheiden | bescheid",
    "Spatenstich | Spatenstiche | Spatenstichen | spatenstich",
  ],
  Rettungsdienst: [
    "Rettungswache | Rettungswachen | | rettung wache",
    "Rettungswagen | Rettungswagen | Rettungswagen | rettung rettungswagen",
    "Notarzt | Notärzte | Notärzten | arzt notarzt",
    "Leitstelle | Leitstellen | | leitstelle",
    "Krankenhaus | Krankenhäuser | Krankenhäusern | krankenhaus haus",
    "Rettungshubschrauber | Rettungshubschrauber | Rettungshubschraubern | rettung hubschrauber",
  ],
  Tourismus: [
    "Wanderweg | Wanderwege | Wanderwegen | wanderweg",
    "Burgfest | Burgfeste | Burgfesten | burg fest",
    "Planetarium | Planetarien | | planetarium",
    "Museumsführung | Museumsführungen | | museum führung",
    "Weihnachtsmarkt | Weihnachtsmärkte | Weihnachtsmärkten | weihnachten markt",
    "Wochenmarkt | Wochenmärkte | Wochenmärkten | markt",
  ],
  Wahlen: [
    "Wahllokal | Wahllokale | Wahllokalen | wahllokal",
    "Briefwahl | Briefwahlen | | briefwahl wahl",
    "Landratswahl | Landratswahlen | | landrat wahl",
    "Wahlhelfer | Wahlhelferinnen | | wahlhelfer",
    "Stimmzettel | Stimmzettel | Stimmzetteln | stimmzettel",
  ],
  Selbsthilfe: [
    "Selbsthilfegruppe | Selbsthilfegruppen | | selbsthilfe gruppe",
    "Trauercafé | Trauercafés | | trauer café",
    "Demenzberatung | Demenzberatungen | | demenz beratung",
  ],
  Personalien: [
    "Dienstjubiläum | Dienstjubiläen | | jubiläum",
    "Nachwuchskraft | Nachwuchskräfte | Nachwuchskräften | nachwuchs",
    "Amtsärztin | Amtsärztinnen | | amtsärztin arzt",
    "Dezernentin | Dezernentinnen | | dezernentin",
  ],
  Kreisarchiv: [
    "Archivführung | Archivführungen | | archiv führung",
    "Zeitzeugengespräch | Zeitzeugengespräche | Zeitzeugengesprächen | zeitzeuge gespräch",
    "Stadtchronik | Stadtchroniken | | chronik",
  ],
  Dorfwettbewerb: [
    "Dorfgemeinschaft | Dorfgemeinschaften | | dorf gemeinschaft",
    "Dorfplatz | Dorfplätze | Dorfplätzen | dorf platz",
    "Dorfladen | Dorfläden | | dorf laden",
    "Bauernmarkt | Bauernmärkte | Bauernmärkten | bauer markt",
  ],
  Medienzentrum: [
    "Filmvorführung | Filmvorführungen | | film vorführung",
    "Leihgerät | Leihgeräte | Leihgeräten | gerät",
  ],
};

/** All subjects of made-up releases. */
export const SUBJECTS: readonly Subject[] = Object.entries(BY_TOPIC).flatMap(([topic, lines]) =>
  lines.map((line) => {
    const [singular = "", plural = "", dative = "", meanings = ""] = line
      .split("|")
      .map((cell) => cell.trim());
    return { topic, singular, plural, dative: dative || plural, meanings: meanings.split(" ") };
  }),
);

/** What a reader means who looks for a topic: whatever editors file under it is an answer. */
export const TOPIC_MEANINGS: Readonly<Record<string, readonly string[]>> = {
  "Jugend und Familie": ["jugend", "familie"],
  "Kfz und Führerschein": ["kfz", "führerschein"],
  "Schule und Bildung": ["schule", "bildung"],
  Integration: ["integration"],
  Kreisarchiv: ["archiv"],
  Kreistag: ["kreistag"],
  Rettungsdienst: ["rettung"],
  Tempokontrollen: ["tempo", "kontrolle"],
  Wahlen: ["wahl"],
};
