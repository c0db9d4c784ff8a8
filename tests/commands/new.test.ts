import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { newRelease } from "../../src/commands/new.ts";
import { type AskForRelease, questionsOn } from "../../src/commands/release-questions.ts";
import { runCommand } from "../../src/commands/terminal.ts";
import { readNewsroom } from "../../src/content/newsroom-reader.ts";
import { aContentFolder, type ContentFiles, OFFICE_FILES, releaseText } from "../fixtures/content-folder.ts";

/** 27 March 2019, 10:00 in Berlin. */
const NOW = Date.UTC(2019, 2, 27, 9);
const SIGNED: ContentFiles = { "kreis.yaml": `${OFFICE_FILES["kreis.yaml"]}pressIdSign: ps\n` };

type Call = {
  readonly args: readonly string[];
  readonly files?: ContentFiles;
  readonly environment?: NodeJS.ProcessEnv;
  readonly now?: number;
  readonly ask?: AskForRelease;
};

/** Runs the command on a content folder of its own; what it printed names that folder `content`. */
async function runNew({ args, files = {}, environment = {}, now = NOW, ask }: Call) {
  const folder = await aContentFolder({ ...SIGNED, ...files });
  const printed: string[] = [];
  const print = (line: string) => printed.push(line);
  const code = await runCommand((terminal) => newRelease(terminal, ask), {
    args: [...args, `--input=${folder}`],
    environment,
    clock: () => now,
    print,
    printError: print,
  });
  return { folder, code, printed: printed.join("\n").replaceAll(folder, "content") };
}

function release(day: string, pressId: string, more = ""): string {
  return `---\ntitle: Titel\ndate: ${day}\npressId: ${pressId}\n${more}---\nText.\n`;
}

const pathOf = (day: string, slug: string) => `pressemitteilungen/${day.slice(0, 4)}/${day}-${slug}.md`;

describe("npm run new", () => {
  it("lays out a draft under today's date with the next number, and says how to go on", async () => {
    const { code, printed } = await runNew({
      args: ["Integration: „Gemeinsam klappt´s“"],
      files: { [pathOf("2019-03-26", "a")]: release("2019-03-26", "kso.2019.03.26.133.tw") },
    });
    expect(code).toBe(0);
    expect(printed).toMatchInlineSnapshot(`
      "Angelegt: content/pressemitteilungen/2019/2019-03-27-gemeinsam-klappts.md
      Presse-ID: kso.2019.03.27.134.ps (höchste Nummer bisher: 133)

      So geht es weiter:
      1. Die Datei öffnen und unter der letzten Zeile des Kopfes (---) den Text schreiben.
      2. npm start zeigt ihn im Browser, npm run check prüft ihn.
      3. Fertig? Die Zeile „draft: true“ löschen. Bis dahin ist es ein Entwurf und erscheint nirgends."
    `);
  });

  it("counts on under the office's own short name", async () => {
    const { printed } = await runNew({
      args: ["Titel"],
      files: {
        "kreis.yaml": String(SIGNED["kreis.yaml"]).replace("pressIdPrefix: kso", "pressIdPrefix: lkw"),
        [pathOf("2019-03-26", "a")]: release("2019-03-26", "lkw.2019.03.26.007.tw"),
      },
    });
    expect(printed).toContain("Presse-ID: lkw.2019.03.27.008.ps");
  });

  it("writes a file that passes the check at once, with all that the call said", async () => {
    const { folder } = await runNew({
      args: [
        "Kreis: 'Neues' # \"Titel\" [mit] {{allem}}",
        "--date=2020-02-29 08:15",
        "--tags=Integration, Gesundheit",
        "--places=Soest",
        "--places=Möhnesee",
        "--sign=sm/-rn",
      ],
    });
    const reading = await readNewsroom(folder, NOW);
    expect(reading).toMatchObject({
      newsroom: {
        releases: [
          {
            title: "Kreis: 'Neues' # \"Titel\" [mit] {{allem}}",
            date: { day: "2020-02-29", time: "08:15" },
            pressId: { prefix: "kso", day: "2020-02-29", number: 1, sign: "sm/-rn" },
            topics: [{ name: "Integration" }, { name: "Gesundheit" }],
            places: [{ name: "Soest" }, { name: "Möhnesee" }],
            isDraft: true,
          },
        ],
      },
    });
  });

  it.each<[string, ContentFiles, number]>([
    ["a draft", { "2019-01-02-a": release("2019-01-02", "kso.2019.01.02.140.tb", "draft: true\n") }, 141],
    [
      "an embargoed release",
      {
        "2019-01-02-a": release(
          "2019-01-02",
          "kso.2019.01.02.150.tb",
          "embargo: { until: 2036-01-01, reason: x }\n",
        ),
      },
      151,
    ],
    ["a number printed by mistake", { "2019-01-02-a": releaseText("printedId: kso.2019.01.02.160") }, 161],
    ["an ID without sign", { "2019-01-02-a": release("2019-01-02", "kso.2019.01.02.170") }, 171],
    ["an ID that breaks the grammar", { "2019-01-02-a": release("2019-01-02", "KSO.2019.1.2.0180.SM") }, 181],
    ["an ID of five digits", { "2019-01-02-a": release("2019-01-02", "kso.2019.01.02.12345.tb") }, 12_346],
    [
      "YAML that cannot be read",
      { "2019-01-02-a": release("2019-01-02", "kso.2019.01.02.190.tb", "tags: [\n") },
      191,
    ],
    ["a head without an end", { "2019-01-02-a": "---\npressId: kso.2019.01.02.200.tb\nText." }, 201],
    [
      "two versions left by a merge",
      {
        "2019-01-02-a":
          "---\n<<<<<<< HEAD\npressId: kso.2019.01.02.210.tb\n=======\npressId: kso.2019.01.02.211.sm\n>>>>>>> b\n---\n",
      },
      212,
    ],
    [
      "bytes that are not UTF-8",
      { "2019-01-02-a": Buffer.from("---\ntitle: M\xfcll\npressId: kso.2019.01.02.220.tb\n---\n", "latin1") },
      221,
    ],
    ["another year", { "2019-01-02-a": release("2019-01-02", "kso.2018.12.31.900.tb") }, 1],
    ["another office", { "2019-01-02-a": release("2019-01-02", "xkso.2019.01.02.900.tb") }, 1],
    ["an ID that the text tells of", { "2019-01-02-a": releaseText("", "Siehe kso.2019.01.02.900.\n") }, 1],
  ])("counts on from %s", async (_, releases, expected) => {
    const files = Object.fromEntries(
      Object.entries(releases).map(([name, text]) => [`pressemitteilungen/2019/${name}.md`, text]),
    );
    const { printed } = await runNew({ args: ["Titel"], files });
    expect(/kso\.2019\.03\.27\.(\d+)\.ps/.exec(printed)?.[1]).toBe(String(expected).padStart(3, "0"));
  });

  it("counts a number of the year wherever its file lies", async () => {
    const { printed } = await runNew({
      args: ["Titel"],
      files: { "pressemitteilungen/2018/verlegt/x.md": release("2019-01-02", "kso.2019.01.02.300.tb") },
    });
    expect(printed).toContain("kso.2019.03.27.301.ps");
  });

  it("goes on past files that cannot be read, and names them", async () => {
    const { code, printed } = await runNew({
      args: ["Titel"],
      files: {
        [pathOf("2019-01-02", "halb")]: "---\ntitle: Titel\npressId: kso.2019.01.02.007.tb\ndate: 201",
        [pathOf("2019-01-03", "leer")]: "",
      },
    });
    expect(code).toBe(0);
    expect(printed.split("\n").slice(1, 4).join("\n")).toMatchInlineSnapshot(`
      "Presse-ID: kso.2019.03.27.008.ps (höchste Nummer bisher: 7)
      Achtung: content/pressemitteilungen/2019/2019-01-02-halb.md lässt sich nicht lesen; mitgezählt: 7. npm run check sagt, was zu tun ist.
      Achtung: content/pressemitteilungen/2019/2019-01-03-leer.md lässt sich nicht lesen; eine Presse-ID ist darin nicht zu erkennen. npm run check sagt, was zu tun ist."
    `);
  });

  it("gives no number above the highest that an ID can hold", async () => {
    const { code, printed } = await runNew({
      args: ["Titel"],
      files: { [pathOf("2019-01-02", "a")]: release("2019-01-02", "kso.2019.01.02.99999.tb") },
    });
    expect([code, printed]).toEqual([2, expect.stringContaining("Über 99999 hinaus gibt es keine Nummer")]);
  });

  it("takes the next free name where the title's is taken, and never touches what is there", async () => {
    const taken = { [pathOf("2019-03-27", "titel")]: "eins", [pathOf("2019-03-27", "Titel_2")]: "zwei" };
    const { folder, printed } = await runNew({ args: ["Titel"], files: taken });
    expect(printed).toContain("2019-03-27-titel-3.md");
    for (const [path, text] of Object.entries(taken))
      expect(await readFile(join(folder, path), "utf8")).toBe(text);
  });

  it("gives editors who start at once a number and a file each", async () => {
    const folder = await aContentFolder(SIGNED);
    const terminal = {
      args: ["Titel", `--input=${folder}`],
      environment: {},
      clock: () => NOW,
      print: () => {},
      printError: () => {},
    };
    await Promise.all(Array.from({ length: 6 }, () => newRelease(terminal, undefined)));
    const names = await readdir(join(folder, "pressemitteilungen/2019"));
    const texts = await Promise.all(
      names.map((name) => readFile(join(folder, "pressemitteilungen/2019", name), "utf8")),
    );
    const ids = texts.map((text) => /^pressId: (.*)$/m.exec(text)?.[1]);
    expect(new Set(ids).size).toBe(6);
    expect(await readNewsroom(folder, NOW)).toHaveProperty("newsroom");
  });

  it.each([
    ["late in the evening of UTC", Date.UTC(2019, 2, 27, 23, 30), "2019-03-28 00:30"],
    ["on New Year's Eve of UTC", Date.UTC(2019, 11, 31, 23), "2020-01-01 00:00"],
    ["in the hour that the clock shows twice", Date.UTC(2019, 9, 27, 0, 30, 5), "2019-10-27T02:30:05+02:00"],
    ["in that hour's second turn", Date.UTC(2019, 9, 27, 1, 30), "2019-10-27T02:30:00+01:00"],
  ])("dates by Berlin's clock %s", async (_, now, expected) => {
    const { folder } = await runNew({ args: ["Titel"], now });
    const day = expected.slice(0, 10);
    const text = await readFile(join(folder, pathOf(day, "titel")), "utf8");
    expect(text).toContain(`\ndate: ${expected}\n`);
    expect(text).toContain(`\npressId: kso.${day.replaceAll("-", ".")}.001.ps\n`);
    expect(await readNewsroom(folder, now)).toHaveProperty("newsroom");
  });

  it("takes the time from SOURCE_DATE_EPOCH where that is set", async () => {
    const { printed } = await runNew({ args: ["Titel"], environment: { SOURCE_DATE_EPOCH: "1577836800" } });
    expect(printed).toContain("2020-01-01-titel.md");
  });

  it("keeps a day alone as a day alone", async () => {
    const { folder } = await runNew({ args: ["Titel", "--date=2019-05-01"] });
    expect(await readFile(join(folder, pathOf("2019-05-01", "titel")), "utf8")).toContain(
      "\ndate: 2019-05-01\n",
    );
  });

  it.each([
    ["the office's", [], {}, "ps"],
    ["the editor's own before the office's", [], { PRESS_ID_SIGN: "tw/-rn" }, "tw/-rn"],
    ["the call's before all", ["--sign=amb"], { PRESS_ID_SIGN: "tw" }, "amb"],
  ])("signs with %s", async (_, args, environment, sign) => {
    const { printed } = await runNew({ args: ["Titel", ...args], environment });
    expect(printed).toContain(`kso.2019.03.27.001.${sign} (die erste des Jahres)`);
  });

  it.each([
    ["no title where nobody can be asked", [], 'Es fehlt der Titel. Erwartet: npm run new -- "Titel"'],
    [
      "a title without quotes",
      ["Neue", "Radroute"],
      'Ein Titel aus mehreren Wörtern gehört in Anführungszeichen: npm run new -- "Neue Radroute"',
    ],
    [
      "an empty title",
      [" "],
      "Titel: ist leer. Erwartet: Die Überschrift, eine Zeile, höchstens 160 Zeichen.",
    ],
    [
      "a title that is too long",
      ["x".repeat(161)],
      "Titel: hat 161 Zeichen. Erwartet werden höchstens 160; bitte kürzen.",
    ],
    [
      "a day that is none",
      ["Titel", "--date=2019-02-30"],
      "--date: Den Tag 2019-02-30 gibt es im Kalender nicht. Erwartet wird ein Datum mit Uhrzeit wie 2019-03-27 10:00 (Ortszeit) oder ein Tag wie 2019-03-27.",
    ],
    [
      "a day written the German way",
      ["Titel", "--date=27.3.2019"],
      "--date: „27.3.2019“ ist kein Datum. Gemeint ist wohl 2019-03-27.",
    ],
    [
      "a topic that is not there",
      ["Titel", "--tags=Integratoin"],
      "--tags: „Integratoin“ steht nicht in themen.yaml. Gemeint ist wohl „Integration“.",
    ],
    [
      "a place that is not there",
      ["Titel", "--places=Möhnsee"],
      "--places: „Möhnsee“ steht nicht in orte.yaml. Gemeint ist wohl „Möhnesee“.",
    ],
    [
      "initials that are none",
      ["Titel", "--sign=Sabine"],
      "--sign: „Sabine“ ist kein Zeichen. Erwartet werden die Kürzel der Verfassenden und der Redaktion wie sm/-rn, ht/jdw oder tb: kleine Buchstaben, je höchstens vier. Es geht mit --sign=…, der Umgebungsvariable PRESS_ID_SIGN oder pressIdSign in kreis.yaml.",
    ],
    [
      "an option that is not there",
      ["Titel", "--tag=Integration"],
      "Die Option „--tag“ gibt es nicht. Gemeint ist wohl --tags. Möglich sind: --date=…, --tags=…, --places=…, --sign=…, --input=….",
    ],
  ])("ends with 2 and a remedy for %s", async (_, args, message) => {
    const { folder, code, printed } = await runNew({ args });
    expect([code, printed]).toEqual([2, `Falscher Aufruf: ${message}`]);
    expect(await readdir(folder)).not.toContain("pressemitteilungen");
  });

  it("asks for initials where none are set", async () => {
    const { code, printed } = await runNew({ args: ["Titel"], files: OFFICE_FILES });
    expect(code).toBe(2);
    expect(printed).toMatchInlineSnapshot(
      `"Falscher Aufruf: --sign: Die Presse-ID braucht ein Zeichen. Erwartet werden die Kürzel der Verfassenden und der Redaktion wie sm/-rn, ht/jdw oder tb: kleine Buchstaben, je höchstens vier. Es geht mit --sign=…, der Umgebungsvariable PRESS_ID_SIGN oder pressIdSign in kreis.yaml."`,
    );
  });

  it("tells what is wrong with the office before anything else", async () => {
    const { code, printed } = await runNew({
      args: ["Titel"],
      files: { "kreis.yaml": "name: Kreis Soest\n" },
    });
    expect([code, printed]).toEqual([1, expect.stringContaining("content/kreis.yaml:1:1 url: fehlt.")]);
  });
});

/** A person at the keyboard: types an answer when its question shows. */
function anEditor(answers: readonly (readonly [question: string, keys: string])[]): AskForRelease {
  const input = new PassThrough();
  const output = new PassThrough();
  // Each question ends its output, which a real terminal survives.
  output.end = () => output;
  const open = [...answers];
  let shown = "";
  output.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
    const [next] = open;
    if (next === undefined || !shown.includes(next[0])) return;
    open.shift();
    shown = "";
    setImmediate(() => input.write(next[1]));
  });
  return questionsOn({ input, output });
}

const ENTER = "\r";
const CTRL_C = "\x03";

describe("npm run new, called bare", () => {
  it("asks for title, date, topics, places and initials, finding names as they are typed", async () => {
    const ask = anEditor([
      ["Titel:", `Neue Radroute${ENTER}`],
      ["2019-03-27 10:00", ENTER],
      ["Thema 1:", "gesu"],
      ["Gesundheit", ENTER],
      ["(kein weiteres)", ENTER],
      ["Ort 1:", "koerb"],
      ["Möhnesee (Körbecke)", ENTER],
      ["(kein weiteres)", ENTER],
      ["Ihr Zeichen:", ENTER],
    ]);
    const { folder, code, printed } = await runNew({ args: [], ask });
    expect([code, printed]).toEqual([0, expect.stringContaining("2019-03-27-neue-radroute.md")]);
    expect(await readNewsroom(folder, NOW)).toMatchObject({
      newsroom: {
        releases: [
          { title: "Neue Radroute", topics: [{ name: "Gesundheit" }], places: [{ name: "Möhnesee" }] },
        ],
      },
    });
  });

  it("says what is wrong with an answer and asks again", async () => {
    const ask = anEditor([
      ["Titel:", ENTER],
      ["Erwartet: Die Überschrift", `Titel${ENTER}`],
      ["2019-03-27 10:00", `\x7f\x7f\x7f\x7f\x7f25:00${ENTER}`],
      ["Die Uhrzeit 25:00 gibt es nicht", `\x7f\x7f\x7f\x7f\x7f11:00${ENTER}`],
      ["Thema 1:", ENTER],
      ["Ort 1:", ENTER],
      ["Ihr Zeichen:", ENTER],
    ]);
    const { folder, code } = await runNew({ args: [], ask });
    expect(code).toBe(0);
    expect(await readFile(join(folder, pathOf("2019-03-27", "titel")), "utf8")).toContain(
      "date: 2019-03-27 11:00",
    );
  });

  it("does not ask what the call has answered", async () => {
    const ask = anEditor([["Titel:", `Titel${ENTER}`]]);
    const args = ["--date=2019-05-01", "--tags=Integration", "--places=Soest", "--sign=tb"];
    const { code, printed } = await runNew({ args, ask });
    expect([code, printed]).toEqual([0, expect.stringContaining("kso.2019.05.01.001.tb")]);
  });

  it.each([
    ["first", [["Titel:", CTRL_C]] as const],
    [
      "third",
      [
        ["Titel:", `Titel${ENTER}`],
        ["2019-03-27", ENTER],
        ["Thema 1:", CTRL_C],
      ] as const,
    ],
  ])("writes nothing when broken off at the %s question", async (_, answers) => {
    const { folder, code, printed } = await runNew({ args: [], ask: anEditor(answers) });
    expect([code, printed]).toEqual([0, "Abgebrochen. Es wurde nichts geschrieben."]);
    expect(await readdir(folder)).not.toContain("pressemitteilungen");
  });
});
