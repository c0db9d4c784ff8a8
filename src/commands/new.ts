import { mkdir, open, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { type ContentFolder, openContentFolder } from "../content/content-folder.ts";
import { readOfficeFiles } from "../content/content-office.ts";
import { type PressNumbers, readPressNumbers } from "../content/press-numbers.ts";
import { resolveNames } from "../content/release-names.ts";
import { releaseSketch } from "../content/release-sketch.ts";
import { checkSchema } from "../content/schema-faults.ts";
import { isoDateTime, type Moment, momentAt, parseMoment } from "../domain/berlin-time.ts";
import { frontMatterSchema } from "../domain/front-matter.ts";
import { isPressIdSign, nextPressId } from "../domain/next-press-id.ts";
import type { Office, Place, Topic } from "../domain/office.ts";
import { formatPressId, parsePressId } from "../domain/press-id.ts";
import { compareProblems, FILE_FIELD, type Problem, quoted } from "../domain/problem.ts";
import { shortName } from "../domain/short-name.ts";
import { slugify } from "../domain/slug.ts";
import { siteOptionsFrom, UsageError } from "../eleventy/site-options.ts";
import { inTurn } from "./exclusive-turn.ts";
import { type AskForRelease, questionsOn, type ReleaseAnswers } from "./release-questions.ts";
import {
  type ExitCode,
  printProblems,
  processTerminal,
  readArguments,
  runCommand,
  type Terminal,
} from "./terminal.ts";

/**
 * `npm run new -- "Titel"`: a new release's file with the next press ID of its year and every field explained. It is
 * a draft, so that nothing appears before its editor wants it.
 *
 * @param ask asks for what the call leaves open where it names no title; absent where nobody can answer
 */
export async function newRelease(terminal: Terminal, ask: AskForRelease | undefined): Promise<ExitCode> {
  const { given, input } = givenAnswers(terminal.args);
  const desk = await openDesk(input);
  if ("problems" in desk) {
    printProblems(desk.problems, terminal);
    return 1;
  }
  refuseFaults(given, desk);
  const proposed = {
    date: writtenMoment(momentAt(siteOptionsFrom(terminal.environment, terminal.clock()).now)),
    sign: terminal.environment.PRESS_ID_SIGN || (desk.office.pressIdSign ?? ""),
  };
  const { title } = given;
  if (title === undefined && ask === undefined)
    throw new UsageError('Es fehlt der Titel. Erwartet: npm run new -- "Titel"');
  const answers =
    title === undefined
      ? await ask?.({ given, proposed, topics: desk.topics, places: desk.places, faultOf })
      : { tags: [], places: [], ...proposed, ...given, title };
  if (answers === undefined) {
    terminal.print("Abgebrochen. Es wurde nichts geschrieben.");
    return 0;
  }
  refuseFaults(answers, desk);
  tell(terminal, await inTurn(input, () => writeRelease(answers, desk.office, input)));
  return 0;
}

function givenAnswers(args: readonly string[]): { given: Partial<ReleaseAnswers>; input: string } {
  const { values, positionals } = readArguments(args, {
    date: { type: "string" },
    tags: { type: "string", multiple: true },
    places: { type: "string", multiple: true },
    sign: { type: "string" },
    input: { type: "string" },
  });
  const [title, ...further] = positionals;
  if (further.length > 0)
    throw new UsageError(
      `Ein Titel aus mehreren Wörtern gehört in Anführungszeichen: npm run new -- "${positionals.join(" ")}"`,
    );
  const { date, tags, places, sign, input = "content" } = values;
  return {
    given: {
      ...(title !== undefined && { title }),
      ...(date !== undefined && { date }),
      ...(tags !== undefined && { tags: listed(tags) }),
      ...(places !== undefined && { places: listed(places) }),
      ...(sign !== undefined && { sign }),
    },
    input,
  };
}

/** Names given one by one or with commas between them. */
function listed(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(",")).flatMap((name) => name.normalize("NFC").trim() || []);
}

/** What an editor finds laid out: who the office is, and the names to choose from. */
type Desk = {
  readonly office: Office;
  readonly topics: readonly Topic[];
  readonly places: readonly Place[];
};

async function openDesk(input: string): Promise<Desk | { readonly problems: readonly Problem[] }> {
  const folder = await openContentFolder(input).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `Der Ordner ${input} lässt sich nicht lesen (${error.code}). Erwartet wird ein Inhaltsordner mit kreis.yaml.`,
    );
  });
  const { office, topics, places, problems } = await readOfficeFiles(folder);
  if (office === undefined || topics === undefined || places === undefined)
    return { problems: problems.toSorted(compareProblems) };
  return { office, topics, places };
}

/** Why an answer cannot stand in a release, as a German sentence; `undefined` where it can. */
function faultOf(field: "title" | "date" | "sign", answer: string): string | undefined {
  if (field === "sign") {
    if (isPressIdSign(answer)) return undefined;
    const said = answer === "" ? "Die Presse-ID braucht ein Zeichen." : `${quoted(answer)} ist kein Zeichen.`;
    return `${said} Erwartet werden die Kürzel der Verfassenden und der Redaktion wie sm/-rn, ht/jdw oder tb: kleine Buchstaben, je höchstens vier.`;
  }
  const schema = z.strictObject({ [field]: frontMatterSchema.shape[field] });
  const checked = checkSchema(schema, { [field]: field === "title" ? oneLine(answer) : answer });
  return "faults" in checked ? checked.faults[0]?.message : undefined;
}

/** A title as it was meant where it was pasted with line ends or control characters. */
function oneLine(title: string): string {
  return title
    .normalize("NFC")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

const WAYS_TO_SIGN =
  "Es geht mit --sign=…, der Umgebungsvariable PRESS_ID_SIGN oder pressIdSign in kreis.yaml.";

function refuseFaults({ title, date, sign, tags, places }: Partial<ReleaseAnswers>, desk: Desk): void {
  const refuse = (what: string, fault: string | undefined, remedy = "") => {
    if (fault !== undefined) throw new UsageError(`${what}: ${fault}${remedy}`);
  };
  if (title !== undefined) refuse("Titel", faultOf("title", title));
  if (date !== undefined) refuse("--date", faultOf("date", date));
  if (sign !== undefined) refuse("--sign", faultOf("sign", sign), ` ${WAYS_TO_SIGN}`);
  const problemAt = (_: unknown, message: string) => ({
    file: "",
    line: 1,
    column: 1,
    field: FILE_FIELD,
    message,
  });
  const unknown = (names: readonly string[] | undefined, known: readonly (Topic | Place)[], source: string) =>
    resolveNames(names, known, "", source, problemAt).problems[0]?.message;
  refuse("--tags", unknown(tags, desk.topics, "themen.yaml"));
  refuse("--places", unknown(places, desk.places, "orte.yaml"));
}

/** A moment as an editor writes it; with its offset where the wall clock shows that time twice. */
function writtenMoment({ day, time, instant }: Moment): string {
  if (time === undefined) return day;
  const wallClock = `${day} ${time}`;
  return "fault" in parseMoment(wallClock) ? isoDateTime(instant) : wallClock;
}

/** What came of it. */
type NewRelease = { readonly file: string; readonly pressId: string; readonly numbers: PressNumbers };

async function writeRelease(answers: ReleaseAnswers, office: Office, input: string): Promise<NewRelease> {
  const { title, tags, places, sign } = answers;
  const date = parseMoment(answers.date);
  if ("fault" in date) throw new RangeError(date.fault);
  const { day } = date;
  const folder = await openContentFolder(input);
  const numbers = await readPressNumbers(folder, office.pressIdPrefix, day.slice(0, 4));
  const pressId = formatPressId(nextPressId(numbers.taken, { prefix: office.pressIdPrefix, day, sign }));
  if (parsePressId(pressId) === undefined)
    throw new UsageError(
      `Über ${Math.max(...numbers.taken)} hinaus gibt es keine Nummer. Bitte die falsche Presse-ID suchen und berichtigen.`,
    );
  const text = releaseSketch({
    title: oneLine(title),
    date: writtenMoment(date),
    pressId,
    ...(tags.length > 0 && { tags }),
    ...(places.length > 0 && { places }),
    draft: true,
  });
  const name = await createFile(folder, input, day, shortName(oneLine(title)), text);
  return { file: folder.shownAs(name), pressId, numbers };
}

/** Creates the file under the first name that is free; what exists is never touched. */
async function createFile(
  folder: ContentFolder,
  input: string,
  day: string,
  wanted: string,
  text: string,
): Promise<string> {
  const start = `pressemitteilungen/${day.slice(0, 4)}/${day}-`;
  const taken = new Set(
    [...folder.files.keys()].flatMap((name) =>
      name.startsWith(start) && name.endsWith(".md") ? [slugify(name.slice(start.length, -3))] : [],
    ),
  );
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`;
    const name = `${start}${slug}.md`;
    if (!taken.has(slug) && (await isCreated(join(input, name), text))) return name;
  }
}

async function isCreated(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "wx").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") return undefined;
    throw error;
  });
  if (file === undefined) return false;
  try {
    await file.writeFile(text);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return true;
}

function tell({ print }: Terminal, { file, pressId, numbers }: NewRelease): void {
  const { taken, unreadable } = numbers;
  print(`Angelegt: ${file}`);
  const before = taken.length === 0 ? "die erste des Jahres" : `höchste Nummer bisher: ${Math.max(...taken)}`;
  print(`Presse-ID: ${pressId} (${before})`);
  for (const broken of unreadable) {
    const found =
      broken.numbers.length === 0
        ? "eine Presse-ID ist darin nicht zu erkennen"
        : `mitgezählt: ${broken.numbers.join(", ")}`;
    print(`Achtung: ${broken.file} lässt sich nicht lesen; ${found}. npm run check sagt, was zu tun ist.`);
  }
  print("\nSo geht es weiter:");
  print("1. Die Datei öffnen und unter der letzten Zeile des Kopfes (---) den Text schreiben.");
  print("2. npm start zeigt ihn im Browser, npm run check prüft ihn.");
  print("3. Fertig? Die Zeile „draft: true“ löschen. Bis dahin ist es ein Entwurf und erscheint nirgends.");
}

if (import.meta.main) {
  const { stdin, stdout } = process;
  const ask = stdin.isTTY && stdout.isTTY ? questionsOn() : undefined;
  process.exitCode = await runCommand((terminal) => newRelease(terminal, ask), processTerminal);
}
