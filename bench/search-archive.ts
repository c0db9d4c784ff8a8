import { releaseAddress } from "../src/domain/address.ts";
import { germanLongDate, parseMoment } from "../src/domain/berlin-time.ts";
import type { Place, Topic } from "../src/domain/office.ts";
import { parsePressId } from "../src/domain/press-id.ts";
import type { Release } from "../src/domain/release.ts";
import { SUBJECTS, type Subject } from "./search-subjects.ts";

/** A made-up release and what it is about, known because it was made so and not because a program read it. */
export type JudgedRelease = {
  readonly release: Release;
  /** What the release is about, from its title on. */
  readonly about: Subject;
  /** What it mentions in passing. */
  readonly mentioned: readonly Subject[];
};

const TITLES = [
  "{pl} in {ort}: Kreis zieht Bilanz",
  "{ort}: Kreis informiert über {pl}",
  "Neues zum Thema {sg}",
  "Mehr Geld für {pl} in {ort}",
  "Fragen und Antworten zu {pd}",
  "{pl} im Blick",
  "Kreis Soest stellt {pl} vor",
];
const LEADS = [
  "Um {pl} geht es am {tag} in {ort}.",
  "Der Kreis Soest hat am {tag} in {ort} über {pl} informiert.",
  "Nach langer Vorbereitung stehen {pl} in {ort} im Mittelpunkt.",
  "Was sich bei {pd} ändert, hat die Verwaltung am {tag} vorgestellt.",
];
const MORE = [
  "Zu {pd} liegen inzwischen neue Zahlen vor.",
  "Wer Fragen zu {pd} hat, kann sich melden.",
  "Die Fachleute begleiten {pl} weiter.",
  "Das Stichwort {sg} fiel in beinahe jedem Beitrag.",
];
const MENTIONS = [
  "Am Rande ging es auch um {pl}.",
  "Ein eigener Abschnitt des Berichts behandelt {pl}.",
  "Hinweise zu {pd} folgen in einer späteren Mitteilung.",
];
/** What stands in releases whatever they are about; with words that only look like those that people search for. */
const FILLERS = [
  "Die nächsten Schritte sind für das kommende Jahr geplant.",
  "Die Planungen laufen seit dem Frühjahr, das Verfahren ist abgeschlossen.",
  "Bürgerinnen und Bürger können sich bis zum Monatsende beteiligen.",
  "Der Landrat dankte allen Beteiligten für ihren Einsatz.",
  "Nach Angaben der Kreisverwaltung sind rund {zahl} Menschen betroffen.",
  "Die Kosten belaufen sich auf {zahl} Euro, das Land beteiligt sich.",
  "Unter Telefon 02921 30-{vier} gibt es weitere Auskünfte.",
  "Weitere Angaben stehen auf der Internetseite des Kreises.",
  "Die Resonanz war groß, die Anregungen werden nun ausgewertet.",
  "Vertreterinnen und Vertreter der Städte und Gemeinden waren dabei.",
  "Das Ergebnis wird im zuständigen Gremium beraten.",
  "Damit setzt der Kreis fort, was vor {kleine} Jahren begonnen hat.",
  "Eine Anmeldung ist nicht erforderlich, der Eintritt ist frei.",
  "Die Zusammenarbeit mit den Nachbarn hat sich bewährt.",
  "Wegen der großen Nachfrage wird das Angebot verlängert.",
  "„Darauf haben viele gewartet“, heißt es aus der Abteilung.",
  "Die Unterlagen liegen während der Dienststunden aus.",
  "Erfahrungsgemäß dauert die Bearbeitung {kleine} Wochen.",
];
const SIGNS = ["sm/-rn", "tw/-rn", "ht/jdw", "mh/tw", "tb", "amb"];

/**
 * Makes an archive of invented releases, the same for the same size: 2016 to 2024, in the sentences and with the
 * words of a Kreis's press office. It is measured with, never published.
 *
 * @example judgedArchive(1_500, places, topics).length → 1500
 */
export function judgedArchive(
  size: number,
  places: readonly Place[],
  topics: readonly Topic[],
): JudgedRelease[] {
  const chance = chances(20_190_327);
  const numbers = new Map<string, number>();
  return Array.from({ length: size }, (_, position) => {
    const day = dayAt(position / size);
    const year = day.slice(0, 4);
    const number = (numbers.get(year) ?? 0) + 1;
    numbers.set(year, number);
    return judgedRelease(day, number, chance, places, topics);
  });
}

type Chance = {
  readonly pick: <T>(from: readonly T[]) => T;
  readonly below: (limit: number) => number;
};

/** A linear congruential generator (Knuth's MMIX constants, upper bits): the same numbers on every machine. */
function chances(seed: number): Chance {
  let state = BigInt(seed);
  const below = (limit: number) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number((state >> 33n) % BigInt(limit));
  };
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[below(from.length)];
    if (picked === undefined) throw new RangeError("Nothing to pick from");
    return picked;
  };
  return { pick, below };
}

const FIRST_DAY = Date.UTC(2016, 0, 4);
const LAST_DAY = Date.UTC(2024, 11, 20);

function dayAt(share: number): string {
  return new Date(FIRST_DAY + Math.floor(share * (LAST_DAY - FIRST_DAY))).toISOString().slice(0, 10);
}

function judgedRelease(
  day: string,
  number: number,
  chance: Chance,
  places: readonly Place[],
  topics: readonly Topic[],
): JudgedRelease {
  const about = chance.pick(SUBJECTS);
  const mentioned = Array.from({ length: chance.below(3) }, () => chance.pick(SUBJECTS));
  const place = chance.pick(places);
  const date = parseMoment(`${day} 10:00`);
  if ("fault" in date) throw new Error(date.fault);
  const fill = (pattern: string, subject: Subject) => filled(pattern, subject, place, day, chance);
  const fillers = Array.from({ length: 5 + chance.below(5) }, () => fill(chance.pick(FILLERS), about));
  const text = [
    [fill(chance.pick(LEADS), about), ...fillers.slice(0, 3)],
    [fill(chance.pick(MORE), about), fill(chance.pick(MORE), about), ...fillers.slice(3, 6)],
    [...mentioned.map((subject) => fill(chance.pick(MENTIONS), subject)), ...fillers.slice(6)],
  ].map((sentences) => sentences.join(" "));
  const slug = `archiv-${number}`;
  const pressId = parsePressId(
    `kso.${day.replaceAll("-", ".")}.${String(number).padStart(3, "0")}.${chance.pick(SIGNS)}`,
  );
  return {
    about,
    mentioned,
    release: {
      title: fill(chance.pick(TITLES), about),
      date,
      ...(pressId && { pressId }),
      source: `pressemitteilungen/${day.slice(0, 4)}/${day}-${slug}.md`,
      digest: "",
      slug,
      address: releaseAddress(day, slug),
      datelinePlace: "Kreis Soest",
      topics: topics.filter(({ name }) => name === about.topic),
      places: [place],
      photos: [],
      attachments: [],
      contact: { name: "Pressestelle" },
      isDraft: false,
      corrections: [],
      events: [],
      redirectFrom: [],
      isPinned: false,
      isNoindex: false,
      body: { html: "", text: text.join("\n\n") },
    },
  };
}

function filled(pattern: string, subject: Subject, place: Place, day: string, chance: Chance): string {
  const values: Readonly<Record<string, string>> = {
    sg: subject.singular,
    pl: subject.plural,
    pd: subject.dative,
    ort: place.name,
    tag: germanLongDate(day),
    zahl: String(100 * (1 + chance.below(9))),
    vier: String(2000 + chance.below(2000)),
    kleine: chance.pick(["zwei", "drei", "vier", "fünf"]),
  };
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}
