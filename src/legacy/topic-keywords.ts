/**
 * Words that tell a release's topic, by the topic's name in `themen.yaml`, parted by bars. Each counts where a word
 * begins with it, whatever ending or second half follows; one that ends in `!` counts as a whole word alone.
 */
export const TOPIC_KEYWORDS: Readonly<Record<string, string>> = {
  Amtsblatt: "Amtsblatt",
  Bevölkerungsschutz: `
    Warntag | Sirenen | Probealarm | Katastrophenschutz | Bevölkerungsschutz | Krisenstab | Warn-App |
    NINA! | Cell Broadcast | Feuerwehr | Stromausfall | Blackout | Brandschutz | Löschzug
  `,
  Breitband: "Breitband | Glasfaser | schnelles Internet | Mobilfunk | Gigabit | Funkloch | Funklöcher",
  Dorfwettbewerb: "Dorfwettbewerb | Unser Dorf hat Zukunft | Golddorf | Bewertungskommission",
  Gesundheit: `
    Kreisgesundheitsamt | Gesundheitsamt | Gesundheitsvorsorge | Gesundheitskonferenz |
    Gesundheitsförderung | Amtsarzt | Amtsärzt | Corona | Covid | COVID | Infektionsschutz | Grippe |
    Masern | Neuinfektion | Neuinfizierte | Hygiene | Demenz | Pflegeberatung | Krebs | Aids | HIV! | Reanimation | Zahngesundheit |
    Suchtberatung | Hausärzt | Arzneimittel | Reiseapotheke | Legionellen | Trinkwasser
  `,
  Impfen: `
    Impf | impfen! | Schutzimpf | Grippeschutzimpf | Auffrischungsimpf | Boosterimpf | Kinderimpf | Corona-Impf |
    Covid-Impf | geimpft
  `,
  Integration: `
    Integration | Flüchtling | Geflüchtet | Zuwander | Migration | Migrant | Asyl | Einbürgerung |
    Deutschkurs | Sprachmittler
  `,
  "Jugend und Familie": `
    Kreisjugendamt | Jugendamt | Jugendhilfe | Jugendschutz | Jugendarbeit | Jugendförderung |
    Jugendliche | Familienbündnis | Familienzentr | Pflegefamilie | Pflegeeltern | Adoption |
    Elterngeld | Kinderschutz | Tag der Familie | Ferienspiel | Ferienfreizeit | Bündnis für Familie |
    Bündnisse für Familie | Hilfen zur Erziehung | Erziehungsberatung
  `,
  "Kfz und Führerschein": `
    Kfz | i-Kfz | Führerschein | Fahrerlaubnis | Kennzeichen | Wunschkennzeichen | Zulassungsstelle |
    Fahrzeugzulassung
  `,
  Kita: `
    Kita! | Kitas! | Kita- | Kitaportal | Kindertages | Kindergarten | Kindergärten | Tagesmütter |
    Tagesmutter | Tagespflege | Kinderbetreuung | Elternbeitr
  `,
  Kreisarchiv: "Kreisarchiv | Archivar | Tag der Archive | Kreisgeschichte",
  Kreistag: `
    Kreistag! | Kreistage! | Kreistages! | Kreistags! | Kreistagssitzung | Kreistagsfraktion | Kreistagsmitglied | Kreisausschuss |
    Jugendhilfeausschuss | Bauausschuss | Kreishaushalt | Kreisumlage | Haushaltsentwurf | Fraktion
  `,
  Medienzentrum: "Medienzentrum | Medienberat | Fahrbücherei | Roboterwerkstatt | SchulKinoWochen",
  "Natur und Umwelt": `
    Naturschutz | Naturdenkmal | Naturpark | Landschaftsplan | Landschaftswacht | Vogelschutz |
    Artenschutz | Klimaschutz | Klimawandel | Umweltamt | Umweltschutz | Biodiversität |
    Schadstoffmobil | Abfall | Arnsberger Wald | Kiebitz | Wildbienen | Hecken | Bäume | Baumpflege |
    Liz! | Nachhaltigkeit
  `,
  Öffnungszeiten: "Öffnungszeiten | Dienststellen | geschlossen! | schließt! | nicht erreichbar",
  Personalien: `
    Dienstjubil | Ruhestand | verabschiedet! | Nachfolger | Auszubildende | Ausbildungsstart |
    Ernennung | Amtseinführung | Pensionär | treue Dienste
  `,
  Radverkehr: `
    Radweg | Radverkehr | Radroute | Radfahr | Radler | Stadtradeln | STADTRADELN | Fahrrad | Radtour |
    Bürgerradweg | E-Bike | Pedelec
  `,
  Rettungsdienst: `
    Rettungsdienst | Rettungswache | Rettungswagen | Notfallsanitäter | Notarzt | Rettungsleitstelle |
    Rettungszentrum | Krankentransport
  `,
  "Schule und Bildung": `
    Berufskolleg | Förderschule | Schulamt | Schüler-BAföG | BAföG | Schulsozialarbeit | Bildungsbüro |
    Bildungs- und Teilhabe | Schulanmeldung | Bildungsregion | Bildungsnetzwerk | Übergang Schule |
    Schulpsycholog | Lehrkräfte | Einschulung | Zeugnis | Schulen! | Schüler | Schule ohne Rassismus
  `,
  Selbsthilfe: "Selbsthilfe | KISS!",
  "Straßenbau und Verkehr": `
    Kreisstraße | Straßenbau | Straßensperrung | Fahrbahn | Vollsperrung | Umleitung | Baubetriebshof |
    gesperrt! | Sperrung | Ortsdurchfahrt | Winterdienst | Brückensanierung
  `,
  Tempokontrollen: `
    Tempokontroll | Geschwindigkeitskontroll | Geschwindigkeitsmess | Geschwindigkeitsüberwach |
    Blitzer | blitzt! | Radarkontroll
  `,
  Tiergesundheit: `
    Veterinär | Geflügelpest | Geflügel-Stallpflicht | Stallpflicht | Aufstall | Tierseuche | Tierschutz | Schweinepest | Blauzungen |
    Vogelgrippe | Aviäre | Tierhalt | Überwachungszone | Faulbrut | Bienenseuche | Tollwut
  `,
  Tourismus: `
    Touris | Wanderung | Wanderweg | Naturparkführer | Ausflug | Urlaub | Waldroute | Gästeführ |
    Aussichtsturm
  `,
  Wahlen: `
    Bundestagswahl | Landtagswahl | Kommunalwahl | Europawahl | Kreistagswahl | Landratswahl |
    Stichwahl | Kreiswahl | Wahlausschuss | Wahlvorschl | Wahlleiter | Wahlberechtigt | Briefwahl |
    Wahllokal
  `,
  Wasserwirtschaft: `
    Wasserwirtschaft | Wasserbehörde | Untere Wasserbehörde | Gewässer | Hochwasserschutz |
    Hochwasser | Wasserrahmenrichtlinie | Bördebäche | Renaturierung | Wasserentnahme | Überschwemmungsgebiet | Grundwasser | Talsperre
  `,
};
