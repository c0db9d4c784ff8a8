import { describe, expect, it } from "vitest";
import { proposeEvents, sentencesOf } from "../../src/legacy/event-proposals.ts";
import { placeFinder } from "../../src/legacy/place-proposals.ts";
import { TOPIC_KEYWORDS } from "../../src/legacy/topic-keywords.ts";
import { topicFinder } from "../../src/legacy/topic-proposals.ts";
import { MUNICIPALITIES, TOPICS } from "../fixtures/newsroom.ts";

const PARTS: Readonly<Record<string, readonly string[]>> = {
  Ense: ["Bremen"],
  Erwitte: ["Horn"],
  Möhnesee: ["Körbecke", "Günne"],
  Warstein: ["Mülheim"],
};
const findPlaces = placeFinder(
  MUNICIPALITIES.map((place) => ({ ...place, parts: [...(PARTS[place.name] ?? [])] })),
);
const findTopics = topicFinder(TOPICS);

describe("Places proposed from a text", () => {
  it.each([
    ["in Soest und Bad Sassendorf", ["Soest", "Bad Sassendorf"]],
    ["der Kreis Soest, die Kreisverwaltung Soest, des Kreises Soest", []],
    ["im Wahlkreis 146 Soest, die Kreis-Soest-Karte", []],
    ["www.kreis-soest.de und stadt@Soest.de", []],
    ["in Wickede (Ruhr), Wickede/Ruhr und Wickede", ["Wickede (Ruhr)"]],
    ["die Soester und die Lippstädter", []],
    ["Möhnesee-Günne und das Werler Tor", ["Möhnesee"]],
    ["in Körbecke", ["Möhnesee"]],
    ["Mülheim an der Ruhr", []],
  ])("„%s“ gives %j", (text, names) => {
    expect(findPlaces(text).map(({ value }) => value)).toEqual(names);
  });

  it("are guesses where the name is common, and sure beside the municipality", () => {
    expect(findPlaces("Die Hansestadt Bremen grüßt")).toMatchObject([{ value: "Ense", basis: "guessed" }]);
    expect(findPlaces("Ense-Bremen feiert")).toMatchObject([{ value: "Ense", basis: "found" }]);
    expect(findPlaces("Horn liegt bei Erwitte")).toMatchObject([{ value: "Erwitte", basis: "found" }]);
  });
});

describe("Topics proposed from a text", () => {
  it.each([
    ["Hier blitzt der Kreis Soest\nTempokontrollen in Werl", ["Tempokontrollen"]],
    ["Amtsblatt Nr. 12 erschienen", ["Amtsblatt"]],
    ["Impfbus hält in Geseke", ["Impfen"]],
    ["Kreisstraße 32 voll gesperrt", ["Straßenbau und Verkehr"]],
    ["Kita-Portal gut gestartet", ["Kita"]],
    ["Kreisdirektor verabschiedet", ["Personalien"]],
    ["K 14 in Lippborg wieder frei", ["Straßenbau und Verkehr"]],
    ["BREITBAND: GLASFASER FÜR WELVER", ["Breitband"]],
    ["Grippe: Jetzt impfen lassen", ["Gesundheit", "Impfen"]],
    ["Tag der Gesundheit", ["Gesundheit"]],
    ["Ein Wort, das nichts verrät", []],
  ])("„%s“ gives %j", (headlines, names) => {
    expect(findTopics({ headlines, lead: "", rest: "" }).map(({ value, basis }) => [value, basis])).toEqual(
      names.map((name) => [name, "found"]),
    );
  });

  it("are guesses where only lead and text have the words, often", () => {
    const lead = "Das Jugendamt sucht Pflegefamilien.";
    expect(findTopics({ headlines: "Gesucht!", lead, rest: "Pflegeeltern helfen." })).toMatchObject([
      { value: "Jugend und Familie", basis: "guessed" },
    ]);
    expect(findTopics({ headlines: "Gesucht!", lead: "Das Jugendamt sucht.", rest: "" })).toEqual([]);
  });

  it("of an office with other topics are found by their names", () => {
    const found = topicFinder([{ name: "Hafen und Märkte", slug: "hafen-und-maerkte", description: "" }]);
    expect(found({ headlines: "Neue Märkte", lead: "", rest: "" })).toMatchObject([
      { value: "Hafen und Märkte" },
    ]);
    expect(found({ headlines: "Hafenfest", lead: "", rest: "" })).toEqual([]);
  });

  it("are those that the office has", () => {
    expect(topicFinder([])({ headlines: "Impfbus", lead: "", rest: "" })).toEqual([]);
    expect(Object.keys(TOPIC_KEYWORDS).sort()).toEqual(TOPICS.map(({ name }) => name).sort());
  });
});

describe("Appointments proposed from a text", () => {
  const propose = (text: string, isItem = false) =>
    proposeEvents(
      isItem ? [{ text, isItem }] : sentencesOf(text).map((one) => ({ text: one, isItem })),
      "2019-03-27",
      "Titel",
    ).map(({ value }) => value);

  it.each([
    ["Der Ausschuss tagt am Freitag, 5. April 2019, um 17 Uhr im Kreishaus.", { start: "2019-04-05 17:00" }],
    [
      "Die Führung findet am 5. April von 11 bis 12.30 Uhr statt.",
      { start: "2019-04-05 11:00", end: "2019-04-05 12:30" },
    ],
    ["Der Verein lädt am Samstag, 6. April, ein. Los geht es um 18.30 Uhr.", { start: "2019-04-06 18:30" }],
    ["Die Gruppe trifft sich am Mittwoch, 3. April, um 19.30 Uhr.", { start: "2019-04-03 19:30" }],
    ["Gefeiert wird am Sonntag, 7. April, ab 11 Uhr.", { start: "2019-04-07 11:00" }],
    ["Am Freitag, 05.04.2019, ab 15 Uhr gibt es Vorträge.", { start: "2019-04-05 15:00" }],
    [
      "Die Ausstellung wird am 10. Januar um 9 Uhr eröffnet, Beginn ist im Foyer.",
      { start: "2020-01-10 09:00" },
    ],
  ])("%s", (text, event) => {
    expect(propose(text)).toEqual([{ title: "Titel", ...event }]);
  });

  it("have a place where a list names one behind the hour", () => {
    expect(
      propose("Montag, 1. April 2019: 14 bis 17 Uhr, Bahnhof, Musterstraße 2, 59494 Soest", true),
    ).toEqual([
      {
        title: "Titel",
        start: "2019-04-01 14:00",
        end: "2019-04-01 17:00",
        place: "Bahnhof, Musterstraße 2, 59494 Soest",
      },
    ]);
  });

  it.each([
    "Der Ausschuss tagte am Dienstag, 26. März 2019, um 17 Uhr.",
    "Das Kreishaus ist am 5. April ab 12 Uhr geschlossen.",
    "Anmeldungen sind bis Freitag, 5. April, 12 Uhr, möglich; die Sitzung ist öffentlich.",
    "Stand 30. April 2019, 14 Uhr, liegen zehn Anmeldungen zur Sitzung vor.",
    "Die Sitzung ist am 30. Februar um 17 Uhr.",
    "Zwischen dem 5. April und dem 9. April findet um 9 Uhr etwas statt.",
    "Der Verein lädt am Freitag und Samstag, 5. und 6. April, um 9 Uhr ein.",
  ])("are none in: %s", (text) => {
    expect(propose(text)).toEqual([]);
  });
});
