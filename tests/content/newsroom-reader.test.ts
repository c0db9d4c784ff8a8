import { mkdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { newsroomReader, readNewsroom } from "../../src/content/newsroom-reader.ts";
import { formatProblem } from "../../src/domain/problem.ts";
import type { Release } from "../../src/domain/release.ts";
import {
  aContentFolder,
  type ContentFiles,
  OFFICE_FILES,
  RELEASE_FILE,
  releaseText,
} from "../fixtures/content-folder.ts";

/** 22 November 2026. */
const NOW = Date.UTC(2026, 10, 22);

/** The problem lines of a content folder, its temporary path shown as `content`. */
async function problemsOf(files: ContentFiles): Promise<string[]> {
  return problemsIn(await aContentFolder(files));
}

async function problemsIn(folder: string): Promise<string[]> {
  const reading = await readNewsroom(folder, NOW);
  if (!("problems" in reading)) return [];
  return reading.problems.map((problem) => formatProblem(problem).replaceAll(folder, "content"));
}

async function releaseOf(files: ContentFiles): Promise<Release> {
  const reading = await readNewsroom(await aContentFolder(files), NOW);
  if ("problems" in reading) throw new Error(reading.problems.map(formatProblem).join("\n"));
  const [release] = reading.newsroom.releases;
  if (release === undefined) throw new Error("The folder holds no release");
  return release;
}

/** The problem lines of a single release's text, without its path. */
async function problemsOfRelease(text: string | Buffer, beside: ContentFiles = {}): Promise<string[]> {
  const lines = await problemsOf({ [RELEASE_FILE]: text, ...beside });
  return lines.map((line) => line.replace(`content/${RELEASE_FILE}:`, ""));
}

const aPicture = () =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: "teal" } })
    .jpeg()
    .toBuffer();

describe("A release that is right", () => {
  it("is read into one typed release", async () => {
    const release = await releaseOf({
      [RELEASE_FILE]: releaseText(
        "pressId: kso.2019.03.27.134.sm/-rn\ntags: [Integration]\nplaces: [Soest]\n",
        '**Kreis Soest (kso.2019.03.27.134.sm/-rn).** Der "Text" am 26. März.\n',
      ),
    });
    expect(release).toMatchObject({
      address: "/pressemitteilungen/2019/03/27/titel/",
      topics: [{ name: "Integration" }],
      places: [{ name: "Soest" }],
      contact: { name: "Pressestelle" },
      body: { html: "<p>Der „Text“ am 26.\u00A0März.</p>\n", text: "Der „Text“ am 26. März." },
    });
  });

  it.each([
    ["a byte-order mark", (text: string) => `\uFEFF${text}`],
    ["Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
    ["old Mac line ends", (text: string) => text.replaceAll("\n", "\r")],
    ["decomposed umlauts", (text: string) => text.normalize("NFD")],
  ])("may come with %s", async (_, disguise) => {
    const release = await releaseOf({
      [RELEASE_FILE]: disguise(releaseText("places: [Möhnesee]", "Über Möhnesee.\n")),
    });
    expect([release.places[0]?.name, release.body.text]).toEqual(["Möhnesee", "Über Möhnesee."]);
  });

  it("is not named after a day that does not exist", async () => {
    const lines = await problemsOf({ "pressemitteilungen/2019/2019-02-30-x.md": releaseText() });
    expect(lines).toEqual([expect.stringContaining("Den Tag 2019-02-30 gibt es im Kalender nicht")]);
  });

  it("may spell its file name with umlauts, which become letters in its address", async () => {
    const release = await releaseOf({ "pressemitteilungen/2019/2019-03-27-Müll.md": releaseText() });
    expect(release.address).toBe("/pressemitteilungen/2019/03/27/muell/");
  });

  it("knows the size of its photo, turned upright", async () => {
    const picture = await sharp(await aPicture())
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const release = await releaseOf({
      [RELEASE_FILE]: releaseText("photo: { file: foto.jpg, alt: Ein Bild, credit: Beispiel }"),
      "pressemitteilungen/2019/foto.jpg": picture,
    });
    expect(release.photos[0]?.image).toMatchObject({ format: "jpeg", width: 20, height: 30 });
  });

  it("follows an earlier one by press ID, by file and by address", async () => {
    const earlier = {
      "pressemitteilungen/2019/2019-03-26-erst.md":
        "---\ntitle: Erst\ndate: 2019-03-26\npressId: kso.2019.03.26.133.tb\n---\nText.\n",
    };
    for (const follows of [
      "kso.2019.03.26.133",
      "2019/2019-03-26-erst.md",
      "/pressemitteilungen/2019/03/26/erst/",
    ]) {
      const reading = await readNewsroom(
        await aContentFolder({ ...earlier, [RELEASE_FILE]: releaseText(`follows: ${follows}`) }),
        NOW,
      );
      expect("newsroom" in reading && reading.newsroom.releases.map((release) => release.follows)).toEqual([
        undefined,
        "/pressemitteilungen/2019/03/26/erst/",
      ]);
    }
  });
});

describe("Every problem of every file is told at once", () => {
  it("in the order in which an editor works them off", async () => {
    expect(
      await problemsOf({
        "kreis.yaml": "name: Kreis Soest\n",
        "pressemitteilungen/2019/2019-03-27-a.md":
          "---\ntitel: A\ndate: 2019-03-28\ntags: [Integratoin]\npressId: kso.2019.03.27.1\n---\n![x](y.jpg)\n",
        "pressemitteilungen/2019/b.md": "",
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/kreis.yaml:1:1 pressIdPrefix: fehlt. Erwartet: Das Kürzel vor jeder Presse-ID, zum Beispiel kso.",
        "content/kreis.yaml:1:1 url: fehlt. Erwartet: Die Adresse, unter der dieser Newsroom steht, zum Beispiel https://presse.example.org.",
        "content/kreis.yaml:1:1 address: fehlt. Erwartet: Die Anschrift aus street, postalCode und city.",
        "content/kreis.yaml:1:1 phone: fehlt. Erwartet: Die Telefonnummer der Zentrale, zum Beispiel 02921 30-0.",
        "content/kreis.yaml:1:1 description: fehlt. Erwartet: Ein Satz, was dieser Newsroom ist, für Suchmaschinen und Feeds.",
        "content/kreis.yaml:1:1 responsible: fehlt. Erwartet: Verantwortlich für den Inhalt nach § 18 Absatz 2 Medienstaatsvertrag, aus name und address.",
        "content/kreis.yaml:1:1 pressContacts: fehlt. Erwartet: Wer Fragen der Presse beantwortet, eine Liste; der erste Eintrag gilt, wo eine Pressemitteilung keinen nennt.",
        "content/pressemitteilungen/2019/2019-03-27-a.md:1:1 title: fehlt. Erwartet: Die Überschrift, eine Zeile, höchstens 160 Zeichen.",
        "content/pressemitteilungen/2019/2019-03-27-a.md:2:1 titel: Das Feld „titel“ gibt es nicht. Gemeint ist wohl „title“.",
        "content/pressemitteilungen/2019/2019-03-27-a.md:3:7 date: Der Tag 2019-03-28 ist nicht der des Dateinamens. Erwartet wird 2019-03-27; sonst bitte die Datei umbenennen.",
        "content/pressemitteilungen/2019/2019-03-27-a.md:4:8 tags[0]: „Integratoin“ steht nicht in themen.yaml. Gemeint ist wohl „Integration“.",
        "content/pressemitteilungen/2019/2019-03-27-a.md:5:10 pressId: „kso.2019.03.27.1“ ist keine Presse-ID. Erwartet wird kso.JJJJ.MM.TT.NNN.ZEICHEN wie kso.2019.03.27.134.sm/-rn; eine alte ID, die davon abweicht, gehört in printedId.",
        "content/pressemitteilungen/2019/2019-03-27-a.md:7:1 Text: Bilder im Text werden nicht gezeigt. Bitte das Foto neben die Datei legen und im Kopf unter photos mit alt und credit eintragen.",
        "content/pressemitteilungen/2019/b.md:1:1 Datei: liegt nicht, wo eine Pressemitteilung liegt. Erwartet: pressemitteilungen/JJJJ/JJJJ-MM-TT-kurzname.md wie pressemitteilungen/2019/2019-03-27-gemeinsam-klappts.md.",
      ]
    `);
  });

  it("for a field that is missing, unknown, empty or of the wrong kind", async () => {
    expect(
      await problemsOf({
        [RELEASE_FILE]:
          "---\ntitle:\ndate: 27.03.2019\nsubtitel: x\ntags: Integration\nphotos:\n  - caption: Ohne Nachweis\n    file: fehlt.jpg\nembargo: { until: 2019-03-28 }\ndraft: ja\ncontact: Presestelle\nevents: [{ title: T, start: 2019-04-02, end: 2019-04-01 }]\n---\nText.\n",
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/pressemitteilungen/2019/2019-03-27-titel.md:2:7 title: fehlt. Erwartet: Die Überschrift, eine Zeile, höchstens 160 Zeichen.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:3:7 date: „27.03.2019“ ist kein Datum. Gemeint ist wohl 2019-03-27.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:4:1 subtitel: Das Feld „subtitel“ gibt es nicht. Gemeint ist wohl „subtitle“.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:5:7 tags: Hier steht ein einzelner Text, das passt hier nicht. Erwartet: Themen, eine Liste von Namen aus themen.yaml.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:7:5 photos[0].alt: fehlt. Erwartet wird ein Satz, was auf dem Foto zu sehen ist, für Menschen, die es nicht sehen.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:7:5 photos[0].credit: fehlt. Erwartet: Der Bildnachweis, zum Beispiel „Foto: Vorname Name/ Kreis Soest“.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:9:10 embargo.reason: fehlt. Erwartet: Der Grund der Sperrfrist in einem Satz.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:10:8 draft: Hier steht ein einzelner Text, das passt hier nicht. Erwartet: true: Entwurf, nur in der Vorschau zu sehen.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:11:10 contact: „Presestelle“ steht nicht unter pressContacts in kreis.yaml. Gemeint ist wohl „Pressestelle“.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:12:46 events[0].end: liegt vor start. Erwartet wird ein Ende nach dem Beginn.",
      ]
    `);
  });

  it("for an entry of a list that is no entry", async () => {
    expect(
      await problemsOfRelease(
        releaseText("photos:\n  - x.jpg\nattachments: [x.pdf]\ntags:\n  -\ncorrections: [x]\nevents: [x]"),
      ),
    ).toMatchInlineSnapshot(`
      [
        "5:5 photos[0]: Hier steht ein einzelner Text, das passt hier nicht. Erwartet: Ein Foto aus credit, file und alt, jedes in einer Zeile für sich.",
        "6:15 attachments[0]: Hier steht ein einzelner Text, das passt hier nicht. Erwartet: Eine Datei aus file und title, jedes in einer Zeile für sich.",
        "8:4 tags[0]: fehlt. Erwartet: Der Name eines Themas aus themen.yaml.",
        "9:15 corrections[0]: Hier steht ein einzelner Text, das passt hier nicht. Erwartet: Eine Berichtigung aus date und note, jedes in einer Zeile für sich.",
        "10:10 events[0]: Hier steht ein einzelner Text, das passt hier nicht. Erwartet: Ein Termin aus title und start, jedes in einer Zeile für sich.",
      ]
    `);
  });

  it("for YAML that cannot be read", async () => {
    const yaml = [
      "title: Integration: „Gemeinsam“",
      'title: "offen',
      "a: 1\na: 2",
      "\ttitle: x",
      "title: *verweis",
      "- liste",
      "title: |\n a\nb",
    ];
    const lines = await Promise.all(yaml.map((lines) => problemsOfRelease(`---\n${lines}\n---\nText.\n`)));
    expect(lines.map((found) => found[0])).toMatchInlineSnapshot(`
      [
        "2:8 Datei: Hier steht ein zweiter Doppelpunkt. Ein Text mit Doppelpunkt, #, Anführungszeichen oder [ { am Anfang gehört ganz in einfache Anführungszeichen: title: 'Integration: so geht es'.",
        "2:8 Datei: Was hier mit " beginnt, hört nicht auf. Erwartet wird am Ende ".",
        "1:1 title: fehlt. Erwartet: Die Überschrift, eine Zeile, höchstens 160 Zeichen.",
        "2:1 Datei: Hier ist mit einem Tabulator eingerückt. Erwartet werden Leerzeichen.",
        "1:1 date: fehlt. Erwartet: Wann die Pressemitteilung erscheint, Ortszeit, zum Beispiel 2019-03-27 10:00; liegt der Zeitpunkt in der Zukunft, erscheint sie erst dann.",
        "1:1 Datei: Hier steht eine Liste, das passt hier nicht. Erwartet: Zeilen der Form „feld: Wert“ zwischen zwei Zeilen ---, mindestens title und date.",
        "4:1 Datei: Hier fehlt ein Zeichen, etwa der Doppelpunkt nach dem Feldnamen oder ein schließendes Anführungszeichen. Ein Text mit Doppelpunkt, #, Anführungszeichen oder [ { am Anfang gehört ganz in einfache Anführungszeichen: title: 'Integration: so geht es'.",
      ]
    `);
  });

  it("for a field left empty that would keep a release from its readers", async () => {
    expect(
      await problemsOfRelease(
        releaseText("embargo:\n# until: 2030-01-01\ndraft: ''\nwithdrawn: ~\nsubtitle:"),
      ),
    ).toMatchInlineSnapshot(`
      [
        "4:9 embargo: ist leer. Erwartet: Sperrfrist aus until und reason: Bis dahin erscheint die Pressemitteilung nirgends. Sonst bitte die Zeile löschen.",
        "6:8 draft: ist leer. Erwartet: true: Entwurf, nur in der Vorschau zu sehen. Sonst bitte die Zeile löschen.",
        "7:12 withdrawn: ist leer. Erwartet: Zurückgezogen, aus date und reason: Von der Seite bleibt nur dieser Hinweis. Sonst bitte die Zeile löschen.",
      ]
    `);
  });

  it("for what stands behind the end of the head, be it an embargo", async () => {
    expect(
      await problemsOfRelease(releaseText("...\nembargo: { until: 2030-01-01, reason: Messe }")),
    ).toMatchInlineSnapshot(`
      [
        "5:1 Datei: Darüber enden die Angaben mit einer Zeile ... oder ---; was ab hier steht, würde nicht gelesen. Bitte diese Zeile löschen.",
      ]
    `);
  });

  it("for releases that claim the same", async () => {
    const release = (id: string, more = "") =>
      `---\ntitle: T\ndate: 2019-03-27\npressId: ${id}\n${more}---\nText.\n`;
    expect(
      await problemsOf({
        "pressemitteilungen/2019/2019-03-27-a.md": release(
          "kso.2019.03.27.134.sm",
          "redirectFrom: [/alt.php, /themen/]\n",
        ),
        "pressemitteilungen/2019/2019-03-27-A.md": release(
          "kso.2019.03.27.134.tb",
          "redirectFrom: [/alt.php]\nfollows: kso.2019.03.27.135\n",
        ),
        "pressemitteilungen/2018/2019-03-27-c.md": release("kso.2019.03.27.136.sm"),
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/pressemitteilungen/2018/2019-03-27-c.md:1:1 Datei: liegt im Ordner 2018, ihr Name beginnt mit 2019. Bitte in den Ordner pressemitteilungen/2019 verschieben.",
        "content/pressemitteilungen/2019/2019-03-27-A.md:6:10 follows: „kso.2019.03.27.135“ gibt es nicht. Erwartet wird die Presse-ID oder der Pfad einer Pressemitteilung wie kso.2019.03.27.134 oder 2019/2019-03-27-kurzname.md.",
        "content/pressemitteilungen/2019/2019-03-27-a.md:1:1 Datei: hat dieselbe Adresse /pressemitteilungen/2019/03/27/a/ wie content/pressemitteilungen/2019/2019-03-27-A.md. Bitte eine der beiden Dateien umbenennen.",
        "content/pressemitteilungen/2019/2019-03-27-a.md:4:10 pressId: Die Nummer 134 ist in diesem Jahr schon vergeben, an content/pressemitteilungen/2019/2019-03-27-A.md. Erwartet wird die nächste freie: kso.2019.03.27.135.sm; eine doppelt gedruckte alte ID gehört in printedId.",
        "content/pressemitteilungen/2019/2019-03-27-a.md:5:16 redirectFrom[0]: „/alt.php“ führt schon zu content/pressemitteilungen/2019/2019-03-27-A.md. Erwartet wird jede alte Adresse nur einmal.",
        "content/pressemitteilungen/2019/2019-03-27-a.md:5:26 redirectFrom[1]: „/themen/“ ist schon vergeben: eine Seite dieses Newsrooms. Erwartet wird eine Adresse, die es nicht mehr gibt.",
      ]
    `);
  });

  it.each([
    ["199", "200", "kso.2019.03.27.201.sm"],
    ["99999", "99998", "eine andere, die noch frei ist"],
  ])(
    "for the number %s taken twice, with one that is given nowhere nor printed, as %s is",
    async (number, printed, free) => {
      const lines = await problemsOf({
        "pressemitteilungen/2019/2019-03-26-a.md": `---\ntitle: A\ndate: 2019-03-26\npressId: kso.2019.03.26.${number}.sm\n---\nText.\n`,
        "pressemitteilungen/2019/2019-03-27-b.md": `---\ntitle: B\ndate: 2019-03-27\npressId: kso.2019.03.27.${number}.sm\n---\nText.\n`,
        "pressemitteilungen/2019/2019-03-28-c.md": `---\ntitle: C\ndate: 2019-03-28\nprintedId: kso.2019.03.28.${printed}.sm\n---\nText.\n`,
      });
      expect(lines).toEqual([
        expect.stringMatching(new RegExp(`Erwartet wird (?:die nächste freie: )?${free};`)),
      ]);
    },
  );

  it("for a predecessor that does not exist, with the nearest that is older", async () => {
    const release = (day: string, id: string, more = "") =>
      `---\ntitle: T\ndate: 2019-03-${day}\npressId: kso.2019.03.${day}.${id}.sm\n${more}---\nText.\n`;
    expect(
      await problemsOf({
        "pressemitteilungen/2019/2019-03-19-a.md": release("19", "134"),
        "pressemitteilungen/2019/2019-03-20-b.md": release("20", "143", "follows: kso.2019.03.20.144\n"),
        "pressemitteilungen/2019/2019-03-21-c.md": release("21", "144"),
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/pressemitteilungen/2019/2019-03-20-b.md:5:10 follows: „kso.2019.03.20.144“ gibt es nicht. Gemeint ist wohl „kso.2019.03.19.134“.",
      ]
    `);
  });

  it("for links that lead nowhere, or to a release that appears later", async () => {
    expect(
      await problemsOf({
        [RELEASE_FILE]: releaseText(
          "",
          "[a](/impresum/) [b](datei.pdf) [c](/pressemitteilungen/2019/03/28/spaet/) [d](/kontakt/)\n",
        ),
        "pressemitteilungen/2019/2019-03-28-spaet.md": "---\ntitle: Spät\ndate: 2019-03-28\n---\nText.\n",
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/pressemitteilungen/2019/2019-03-27-titel.md:5:5 Text: Der Link „/impresum/“ führt ins Leere. Gemeint ist wohl /impressum/.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:5:21 Text: Der Link „datei.pdf“ führt ins Leere. Erwartet wird eine Internetadresse mit https://, ein Pfad dieses Newsrooms wie /kontakt/ oder eine Datei aus attachments.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:5:36 Text: Der Link „/pressemitteilungen/2019/03/28/spaet/“ führt zu einer Pressemitteilung, die noch nicht oder erst später erscheint. Bitte den Link erst danach setzen.",
      ]
    `);
  });

  it("for many links to one page that is gone, with what each of them meant", async () => {
    const releases = Array.from({ length: 150 }, (_, index) => {
      const day = `2019-${String((index % 12) + 1).padStart(2, "0")}-11`;
      const text = `---\ntitle: T\ndate: ${day}\n---\n[a](/impresum/)\n`;
      return [`pressemitteilungen/2019/${day}-r${index}.md`, text] as const;
    });
    const lines = await problemsOf(Object.fromEntries(releases));
    expect(lines).toHaveLength(150);
    for (const line of lines) expect(line).toContain("führt ins Leere. Gemeint ist wohl /impressum/.");
  });

  it("for places within pages that are none, wherever a link stands", async () => {
    const office = OFFICE_FILES["kreis.yaml"];
    const lines = await problemsOf({
      [RELEASE_FILE]: releaseText("", "[a](/kontakt/#tel)\n"),
      "kreis.yaml": `${office}quickLinks: [{ name: Kontakt, url: "/kontakt/#tel" }]\n`,
      "a-z.yaml": "[{ name: Pass, url: '/kontakt/#tel' }]\n",
    });
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toContain("„/kontakt/#tel“ führt ins Leere");
  });

  it("while a name may have spaces that nobody tells apart", async () => {
    expect(
      await problemsOf({
        [RELEASE_FILE]: releaseText("attachments: [{ file: 'Plan\u00A012.pdf', title: Plan }]"),
        "pressemitteilungen/2019/Plan\u00A012.pdf": "%PDF-1.4",
      }),
    ).toEqual([]);
  });

  it("for links that would tell of a release before it is public, by whatever address", async () => {
    const secret =
      "---\ntitle: Geheim\ndate: 2030-01-02\npressId: kso.2030.01.02.001.sm\nredirectFrom: [/alt/geheim]\nattachments: [{ file: a.pdf, title: A }]\n---\nText.\n";
    const addresses = [
      "/pressemitteilungen/2030/01/02/geheim/",
      "/pressemitteilungen/2030/01/02/geheim/a.pdf",
      "/pressemitteilungen/2030/01/02/geheim/text.txt",
      "/pressemitteilungen/2030/01/",
      "/kso.2030.01.02.001/",
      "/alt/geheim",
      "https://presse.example.org/pressemitteilungen/2030/01/02/geheim/",
      "http://presse.example.org/pressemitteilungen/2030/01/02/geheim/",
    ];
    const links = addresses.map((address) => `[x](${address})`).join("\n\n");
    const lines = await problemsOf({
      [RELEASE_FILE]: releaseText("", `${links}\n`),
      "seiten/kontakt.md": `---\ntitle: Kontakt\n---\n${links}\n`,
      "pressemitteilungen/2030/2030-01-02-geheim.md": secret,
      "pressemitteilungen/2030/a.pdf": "%PDF-1.4",
    });
    expect(lines).toHaveLength(2 * addresses.length);
    for (const line of lines) expect(line).toContain("noch nicht oder erst später erscheint");
  });

  it("for links to what goes with a withdrawn release, but not for its own", async () => {
    const address = "/pressemitteilungen/2019/02/27/weg/";
    const own = `[x](${address}plan.pdf)`;
    const withdrawn = `---\ntitle: Weg\ndate: 2019-02-27\nattachments: [{ file: plan.pdf, title: Plan }]\nevents: [{ title: Treffen, start: 2019-04-01 }]\nwithdrawn: { date: 2019-02-28, reason: Irrtum }\n---\n${own}\n`;
    const targets = [
      address,
      `${address}text.txt`,
      `${address}plan.pdf`,
      `${address}termin-1.ics`,
      "/pressemitteilungen/2019/02/",
      "/pressemitteilungen/2019/",
      "/daten/2019.json",
    ];
    expect(
      await problemsOf({
        [RELEASE_FILE]: releaseText("", targets.map((target) => `[x](${target})`).join("\n\n")),
        "pressemitteilungen/2019/2019-02-27-weg.md": withdrawn,
        "pressemitteilungen/2019/plan.pdf": "%PDF-1.4",
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/pressemitteilungen/2019/2019-03-27-titel.md:9:5 Text: Der Link „/pressemitteilungen/2019/02/27/weg/plan.pdf“ führt zu etwas, das mit einer zurückgezogenen Pressemitteilung verschwindet. Bitte den Link löschen oder auf deren Seite setzen.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:11:5 Text: Der Link „/pressemitteilungen/2019/02/27/weg/termin-1.ics“ führt zu etwas, das mit einer zurückgezogenen Pressemitteilung verschwindet. Bitte den Link löschen oder auf deren Seite setzen.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:13:5 Text: Der Link „/pressemitteilungen/2019/02/“ führt zu etwas, das mit einer zurückgezogenen Pressemitteilung verschwindet. Bitte den Link löschen oder auf deren Seite setzen.",
      ]
    `);
  });

  it("but not for right links to what another file's fault leaves in doubt", async () => {
    const folder = await aContentFolder({
      "kreis.yaml": `${OFFICE_FILES["kreis.yaml"]}quickLinks: [{ name: Kontakt, url: /kontakt/ }]\n`,
      "seiten/kontakt.md": "---\ntitel: Kontakt\n---\nText.\n",
      "seiten/impressum.md":
        "---\ntitle: Impressum\n---\n[Kontakt](/kontakt/), [Datenschutz](/datenschutz/)\n",
      [RELEASE_FILE]: releaseText(
        "tags: [Integratoin]\nattachments: [{ file: plan.pdf, title: Plan }]\nevents: [{ title: Treffen, start: 2019-04-01 }]",
      ),
      "pressemitteilungen/2019/plan.pdf": "%PDF-1.4",
      "pressemitteilungen/2019/2019-03-28-b.md":
        "---\ntitle: B\ndate: 2019-03-28\n---\n[Plan](/pressemitteilungen/2019/03/27/titel/plan.pdf), [Termin](/pressemitteilungen/2019/03/27/titel/termin-1.ics)\n",
    });
    await rm(join(folder, "seiten/datenschutz.md"));
    expect(await problemsIn(folder)).toMatchInlineSnapshot(`
      [
        "content/pressemitteilungen/2019/2019-03-27-titel.md:4:8 tags[0]: „Integratoin“ steht nicht in themen.yaml. Gemeint ist wohl „Integration“.",
        "content/seiten/datenschutz.md:1:1 Datei: fehlt. Jede Seite verweist auf sie; erwartet wird eine Datei mit title im Kopf.",
        "content/seiten/kontakt.md:1:1 title: fehlt. Erwartet: Die Überschrift der Seite, eine Zeile.",
        "content/seiten/kontakt.md:2:1 titel: Das Feld „titel“ gibt es nicht. Gemeint ist wohl „title“.",
      ]
    `);
  });

  it("for links to places within a page, which texts do not have", async () => {
    const links = "[a](#unten), [b](/kontakt/#tel) und [c](https://presse.example.org/#x)\n";
    expect(
      await problemsOf({
        [RELEASE_FILE]: releaseText("", links),
        "seiten/kontakt.md": `---\ntitle: Kontakt\n---\n${links}`,
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/pressemitteilungen/2019/2019-03-27-titel.md:5:5 Text: Der Link „#unten“ führt ins Leere: Stellen in einem Text haben keine eigene Adresse. Bitte den Link löschen.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:5:18 Text: Der Link „/kontakt/#tel“ führt ins Leere: Stellen in einem Text haben keine eigene Adresse. Erwartet wird /kontakt/.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:5:41 Text: Der Link „https://presse.example.org/#x“ führt ins Leere: Stellen in einem Text haben keine eigene Adresse. Erwartet wird https://presse.example.org/.",
        "content/seiten/kontakt.md:4:1 Text: Der Link „#unten“ führt ins Leere: Stellen in einem Text haben keine eigene Adresse. Bitte den Link löschen.",
        "content/seiten/kontakt.md:4:1 Text: Der Link „/kontakt/#tel“ führt ins Leere: Stellen in einem Text haben keine eigene Adresse. Erwartet wird /kontakt/.",
        "content/seiten/kontakt.md:4:1 Text: Der Link „https://presse.example.org/#x“ führt ins Leere: Stellen in einem Text haben keine eigene Adresse. Erwartet wird https://presse.example.org/.",
      ]
    `);
  });

  it("but not for a press ID of a file whose head cannot be read", async () => {
    expect(
      await problemsOf({
        [RELEASE_FILE]:
          "---\ntitle: Integration: neu\ndate: 2019-03-27\npressId: kso.2019.03.27.134.sm\n---\nText.\n",
        "pressemitteilungen/2019/2019-03-28-b.md":
          "---\ntitle: B\ndate: 2019-03-28\nfollows: kso.2019.03.27.134\n---\n[A](/kso.2019.03.27.134/), [C](/kso.2019.03.26.133/)\n",
      }),
    ).toEqual([
      expect.stringContaining("zweiter Doppelpunkt"),
      expect.stringContaining("„/kso.2019.03.26.133/“"),
    ]);
  });

  it("and allows links to every page and file that the site has", async () => {
    const targets = [
      "/",
      "/themen/integration/feed.xml",
      "/daten/2019.json",
      "/termine.ics",
      "/kso.2019.03.27.134/",
      "/pressemitteilungen/2019/03/",
      "/echtheit/",
      "/redaktion/",
      "/.well-known/security.txt",
      "/alt/weg",
      "/alt/weg/",
      "/alt/Müll/",
      "/alt.php",
      "https://presse.example.org/kontakt/#inhalt",
      "http://presse.example.org/kontakt/#:~:text=Telefon",
      "/a-z/#k",
      "https://www.example.org/#unten",
      "#top",
      "mailto:a@example.org",
    ];
    const links = targets.map((target) => `[x](${target})`).join(" ");
    const fields = "pressId: kso.2019.03.27.134.sm\nredirectFrom: [/alt/weg, /alt/M%C3%BCll, /alt.php?id=3]";
    expect(await problemsOfRelease(releaseText(fields, links))).toEqual([]);
  });

  it("for old addresses at which something else stands", async () => {
    const taken = [
      "/impressum/",
      "/themen/integration",
      "/pressemitteilungen/2019/index.html",
      "/assets/x",
      "/a/./b",
      "/a//b",
      `/${"x".repeat(300)}`,
      "/a".repeat(600),
      "/a%00b",
      "/a%0Ab",
      "/a%5Cb",
      "/alt.html",
      "/alt.html/a",
      "/alt/eins",
      "/alt/eins/",
    ];
    expect(
      await problemsOfRelease(releaseText(`redirectFrom:\n${taken.map((path) => `  - ${path}`).join("\n")}`)),
    ).toMatchInlineSnapshot(`
      [
        "5:5 redirectFrom[0]: „/impressum/“ ist schon vergeben: eine Seite dieses Newsrooms. Erwartet wird eine Adresse, die es nicht mehr gibt.",
        "6:5 redirectFrom[1]: „/themen/integration“ ist schon vergeben: eine Seite dieses Newsrooms. Erwartet wird eine Adresse, die es nicht mehr gibt.",
        "7:5 redirectFrom[2]: „/pressemitteilungen/2019/index.html“ ist schon vergeben: eine Seite dieses Newsrooms. Erwartet wird eine Adresse, die es nicht mehr gibt.",
        "8:5 redirectFrom[3]: „/assets/x“ ist schon vergeben: dieser Newsroom. Erwartet wird eine Adresse, die es nicht mehr gibt.",
        "9:5 redirectFrom[4]: „/a/./b“ ist kein Pfad. Erwartet wird die alte Adresse ohne Rechnernamen wie /pressemitteilungen/presseservice/1090657.php.",
        "10:5 redirectFrom[5]: „/a//b“ ist kein Pfad. Erwartet wird die alte Adresse ohne Rechnernamen wie /pressemitteilungen/presseservice/1090657.php.",
        "11:5 redirectFrom[6]: „/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…“ ist kein Pfad. Erwartet wird die alte Adresse ohne Rechnernamen wie /pressemitteilungen/presseservice/1090657.php.",
        "12:5 redirectFrom[7]: „/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/…“ ist kein Pfad. Erwartet wird die alte Adresse ohne Rechnernamen wie /pressemitteilungen/presseservice/1090657.php.",
        "13:5 redirectFrom[8]: „/a%00b“ ist kein Pfad. Erwartet wird die alte Adresse ohne Rechnernamen wie /pressemitteilungen/presseservice/1090657.php.",
        "14:5 redirectFrom[9]: „/a%0Ab“ ist kein Pfad. Erwartet wird die alte Adresse ohne Rechnernamen wie /pressemitteilungen/presseservice/1090657.php.",
        "15:5 redirectFrom[10]: „/a%5Cb“ ist kein Pfad. Erwartet wird die alte Adresse ohne Rechnernamen wie /pressemitteilungen/presseservice/1090657.php.",
        "17:5 redirectFrom[12]: „/alt.html/a“ führt schon zu content/pressemitteilungen/2019/2019-03-27-titel.md. Erwartet wird jede alte Adresse nur einmal.",
        "19:5 redirectFrom[14]: „/alt/eins/“ führt schon zu content/pressemitteilungen/2019/2019-03-27-titel.md. Erwartet wird jede alte Adresse nur einmal.",
      ]
    `);
  });

  it.each([
    "/feed.xml/alt",
    "/404.html/x",
    "/kontakt/index.html/x",
    "/daten",
    "/daten/2026.json",
    "/daten/2019.json/x",
    "/sitemap-2026.xml",
    "/.well-known/security.txt",
    "/.well-known/security.txt/x",
    "/favicon.svg",
    "/SHA256SUMS",
    "/teilen.png",
    "/pressemitteilungen/seite/2/",
    "/pressemitteilungen/2019/03/seite/2",
    "/themen/gesundheit/seite/2/",
    "/themen/gesundheit/feed.xml/x",
    "/orte/soest/seite/2/",
    "/pressemitteilungen/2019/03/27/titel/plan.pdf",
    "/pressemitteilungen/2019/03/27/titel/ninjs.json",
    "/pressemitteilungen/2019/03/27/titel/text.txt/x",
  ])("for the old address %s, where this site has a file or may get one", async (address) => {
    expect(await problemsOfRelease(releaseText(`redirectFrom: [${address}]`))).toEqual([
      expect.stringContaining(`redirectFrom[0]: „${address}“ ist schon vergeben`),
    ]);
  });

  it("and not for old addresses in folders that this site has, too", async () => {
    const free = [
      "/pressemitteilungen/presseservice/1090657.php",
      "/pressemitteilungen/2019/03/27/alter-titel/plan.pdf",
      "/themen/alt/1.html",
      "/kontakt/presse",
      "/suche?id=3",
      "/sitemap/",
    ];
    expect(await problemsOfRelease(releaseText(`redirectFrom: [${free.join(", ")}]`))).toEqual([]);
  });

  it("for two files whose names differ only in how their umlauts are stored", async () => {
    const lines = await problemsOf({
      ["pressemitteilungen/2019/2019-03-27-müll.md".normalize("NFC")]: releaseText(),
      ["pressemitteilungen/2019/2019-03-27-müll.md".normalize("NFD")]: releaseText(),
    });
    expect(lines.map((line) => line.normalize("NFC"))).toMatchInlineSnapshot(`
      [
        "content/pressemitteilungen/2019/2019-03-27-müll.md:1:1 Datei: Die Namen „2019-03-27-müll.md“ und „2019-03-27-müll.md“ unterscheiden sich nur darin, wie ihre Umlaute gespeichert sind (NFC und NFD). Bitte eine der beiden Dateien umbenennen oder löschen.",
      ]
    `);
  });

  it("for a name that is not in UTF-8, such as an old archive's", async () => {
    const folder = await aContentFolder({ [RELEASE_FILE]: releaseText() });
    const latin1 = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, "latin1")]);
    await writeFile(latin1("pressemitteilungen/2019/2019-01-01-Müll.md"), releaseText());
    await mkdir(latin1("pressemitteilungen/2019/Frühling"));
    expect(await problemsIn(folder)).toMatchInlineSnapshot(`
      [
        "content/pressemitteilungen/2019/2019-01-01-M�ll.md:1:1 Datei: Der Name „2019-01-01-M�ll.md“ ist nicht in UTF-8 gespeichert und lässt sich so nicht lesen. Bitte umbenennen.",
        "content/pressemitteilungen/2019/Fr�hling:1:1 Datei: Der Name „Fr�hling“ ist nicht in UTF-8 gespeichert und lässt sich so nicht lesen. Bitte umbenennen.",
      ]
    `);
  });

  it("for texts that nobody would read", async () => {
    const release = releaseText();
    expect(
      await problemsOf({
        [RELEASE_FILE]: release,
        "pressemitteilungen/2019/2019-03-28-b.MD": release,
        "pressemitteilungen/2019/2019-03-28-c.markdown": release,
        "pressemitteilungen/2019/2019-03-28-d.md.txt": release,
        "pressemitteilungen/2019/2019-03-28-e.docx": "Word",
        "pressemitteilungen/2019/2019-03-28-f": release,
        "pressemitteilungen/2019/ohne-tag.txt": release,
        "Pressemitteilungen/2019/2019-03-28-g.md": release,
        "2019-03-28-h.md": release,
        "entwurf.md": "Text.\n",
        "seiten/unter/x.md": "---\ntitle: x\n---\n",
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/2019-03-28-h.md:1:1 Datei: wird so nicht gelesen. Erwartet wird eine Textdatei mit der Endung .md: pressemitteilungen/2019/2019-03-28-h.md.",
        "content/Pressemitteilungen/2019/2019-03-28-g.md:1:1 Datei: wird so nicht gelesen. Erwartet wird eine Textdatei mit der Endung .md: pressemitteilungen/2019/2019-03-28-g.md.",
        "content/entwurf.md:1:1 Datei: wird so nicht gelesen. Erwartet wird eine Textdatei mit der Endung .md: pressemitteilungen/JJJJ/JJJJ-MM-TT-kurzname.md oder seiten/kurzname.md.",
        "content/pressemitteilungen/2019/2019-03-28-b.MD:1:1 Datei: wird so nicht gelesen. Erwartet wird eine Textdatei mit der Endung .md: pressemitteilungen/2019/2019-03-28-b.md.",
        "content/pressemitteilungen/2019/2019-03-28-c.markdown:1:1 Datei: wird so nicht gelesen. Erwartet wird eine Textdatei mit der Endung .md: pressemitteilungen/2019/2019-03-28-c.md.",
        "content/pressemitteilungen/2019/2019-03-28-d.md.txt:1:1 Datei: wird so nicht gelesen. Erwartet wird eine Textdatei mit der Endung .md: pressemitteilungen/2019/2019-03-28-d.md.",
        "content/pressemitteilungen/2019/2019-03-28-e.docx:1:1 Datei: wird so nicht gelesen. Erwartet wird eine Textdatei mit der Endung .md: pressemitteilungen/2019/2019-03-28-e.md; ein Anhang gehört unter attachments in den Kopf seiner Pressemitteilung.",
        "content/pressemitteilungen/2019/2019-03-28-f:1:1 Datei: wird so nicht gelesen. Erwartet wird eine Textdatei mit der Endung .md: pressemitteilungen/2019/2019-03-28-f.md.",
        "content/pressemitteilungen/2019/ohne-tag.txt:1:1 Datei: wird so nicht gelesen. Erwartet wird eine Textdatei mit der Endung .md: pressemitteilungen/JJJJ/JJJJ-MM-TT-kurzname.md oder seiten/kurzname.md.",
        "content/seiten/unter/x.md:1:1 Datei: wird so nicht gelesen. Erwartet wird eine Textdatei mit der Endung .md: seiten/x.md.",
      ]
    `);
  });

  it("and not for what lies beside texts for good", async () => {
    expect(
      await problemsOfRelease(
        releaseText(
          "tags: [Integratoin]\nattachments: [{ file: 2019-03-27-a.docx, title: A }, { file: 2019-03-27-b.odt, title: B }]",
        ),
        {
          "pressemitteilungen/2019/2019-03-27-a.docx": "Word",
          [RELEASE_FILE.replace(".md", ".docx")]: "Word, wovon der Text stammt",
          "pressemitteilungen/2019/2019-03-27-plan.pdf": "%PDF-1.4",
          "pressemitteilungen/2019/notizen.txt": "Notizen",
          "woerter.txt": "Wort\n",
          "README.md": "# Zu diesem Ordner\n",
          "LIES-MICH.md": "# Zu diesem Ordner\n",
        },
      ),
    ).toEqual([expect.stringContaining("tags[0]"), expect.stringContaining("2019-03-27-b.odt")]);
  });

  it("for a line that looks like the end of the head and is none", async () => {
    expect(
      await problemsOfRelease("---\ntitle: x\ndate: 2019-03-27\n----\npinned: true\n---\nText.\n"),
    ).toMatchInlineSnapshot(`
      [
        "4:1 Datei: Diese Zeile beginnt mit ---, schließt den Kopf aber nicht. Erwartet wird genau ---.",
      ]
    `);
  });

  it("at their line, with and without an empty line below the head", async () => {
    for (const lead of ["", "\n", "\nKreis Soest. ", "\n**Kreis Soest.** \n\n"]) {
      const body = `${lead}Absatz.\n\nNoch [einer](/nix/).\n`;
      const line = 5 + body.split("\n").findIndex((text) => text.includes("/nix/"));
      expect(await problemsOfRelease(releaseText("", body))).toEqual([
        expect.stringContaining(`${line}:14 Text: Der Link „/nix/“`),
      ]);
    }
  });

  it("for a press ID that is left in the text, as the page sets it itself", async () => {
    expect(
      await problemsOfRelease(
        releaseText("pressId: kso.2019.03.27.134.sm", "# Kreis Soest (kso.2019.03.27.134.sm).\n\nText.\n"),
      ),
    ).toMatchInlineSnapshot(`
      [
        "6:1 Text: Die ID kso.2019.03.27.134 steht noch im Text. Die Seite setzt sie selbst vor den ersten Absatz; bitte hier löschen.",
      ]
    `);
  });

  it("for a dateline that names another press ID", async () => {
    expect(
      await problemsOfRelease(
        releaseText(
          "pressId: kso.2019.03.27.134.sm/-rn",
          "\nKreis Soest (kso.2019.03.27.143.sm/-rn). Text.\n",
        ),
      ),
    ).toMatchInlineSnapshot(`
      [
        "7:14 Text: Der Text beginnt mit der ID kso.2019.03.27.143.sm/-rn, im Kopf steht kso.2019.03.27.134.sm/-rn. Erwartet wird an beiden Stellen dieselbe; die Spitzmarke im Text darf auch wegfallen.",
      ]
    `);
  });

  it("for a photo or attachment that lies in another folder, with that folder", async () => {
    const beside = {
      "pressemitteilungen/2018/haus.jpg": "x",
      "pressemitteilungen/2019/maus.jpg": "x",
      "plan.pdf": "x",
    };
    const fields =
      "photo: { file: haus.jpg, alt: Bild, credit: Beispiel }\nattachments: [{ file: plan.pdf, title: Plan }]";
    expect(await problemsOfRelease(releaseText(fields), beside)).toMatchInlineSnapshot(`
      [
        "4:16 photo.file: Die Datei „haus.jpg“ liegt nicht neben der Pressemitteilung, sondern in content/pressemitteilungen/2018. Bitte zu ihr legen oder den Namen berichtigen.",
        "5:23 attachments[0].file: Die Datei „plan.pdf“ liegt nicht neben der Pressemitteilung, sondern in content. Bitte zu ihr legen oder den Namen berichtigen.",
      ]
    `);
  });

  it("for a photo or attachment that is not what it should be", async () => {
    const beside = {
      "pressemitteilungen/2019/text.jpg": "kein Bild",
      "pressemitteilungen/2019/seite.html": "<script>alert(1)</script>",
      "pressemitteilungen/2019/amtsblatt.pdf": "",
    };
    const photos = [
      "text.jpg",
      "txet.jpg",
      "../../../etc/passwd",
      "https://example.org/x.jpg",
      "/etc/passwd",
      "..\\x.jpg",
    ].map((file) => `  - { file: '${file}', alt: Bild, credit: Beispiel }`);
    const attachments = ["seite.html", "amtsblatt.pdf", "fehlt.pdf"].map(
      (file) => `  - { file: ${file}, title: Datei }`,
    );
    expect(
      await problemsOfRelease(
        releaseText(["photos:", ...photos, "attachments:", ...attachments].join("\n")),
        beside,
      ),
    ).toMatchInlineSnapshot(`
      [
        "5:13 photos[0].file: „text.jpg“ ist keine Bilddatei, die sich lesen lässt. Erwartet wird JPEG, PNG oder WebP.",
        "6:13 photos[1].file: Die Datei „txet.jpg“ liegt nicht neben der Pressemitteilung. Gemeint ist wohl „text.jpg“.",
        "7:13 photos[2].file: „../../../etc/passwd“ ist kein Dateiname. Die Datei muss neben der Pressemitteilung liegen; erwartet wird nur ihr Name wie foto.jpg.",
        "8:13 photos[3].file: „https://example.org/x.jpg“ ist eine Adresse im Netz. Die Datei muss neben der Pressemitteilung liegen; erwartet wird nur ihr Name wie foto.jpg.",
        "9:13 photos[4].file: „/etc/passwd“ ist kein Dateiname. Die Datei muss neben der Pressemitteilung liegen; erwartet wird nur ihr Name wie foto.jpg.",
        "10:13 photos[5].file: „..\\x.jpg“ ist kein Dateiname. Die Datei muss neben der Pressemitteilung liegen; erwartet wird nur ihr Name wie foto.jpg.",
        "12:13 attachments[0].file: „seite.html“ kann nicht als Anhang dienen. Möglich sind: pdf, doc, docx, odt, xls, xlsx, ods, csv, ppt, pptx, odp, zip, mp3, mp4.",
        "13:13 attachments[1].file: „amtsblatt.pdf“ ist leer. Bitte die Datei neu ablegen.",
        "14:13 attachments[2].file: Die Datei „fehlt.pdf“ liegt nicht neben der Pressemitteilung. Bitte die Datei dorthin legen.",
      ]
    `);
  });
});

describe("Hostile content is inert", () => {
  it.each(["js", "javascript", "json", "coffee", "toml", '{ "title": 1 }'])(
    "front matter in %s is a problem and runs nothing",
    async (language) => {
      const text = `---${language}\n{ title: (globalThis.hasRun = true, "x") }\n---\nText.\n`;
      expect(await problemsOfRelease(text)).toEqual([
        expect.stringMatching(/^1:4 Datei: Der Kopf muss YAML sein/),
      ]);
      expect(globalThis).not.toHaveProperty("hasRun");
    },
  );

  it("custom tags, anchors and aliases are problems, however often they multiply", async () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ..."bcdefgh"
        .split("")
        .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${"abcdefg"[i]}`).join(",")}]`),
    ].join("\n");
    const lines = await problemsOfRelease(
      `---\ntitle: !!js/function 'x'\nsubtitle: !eval x\n${bomb}\n---\nText.\n`,
    );
    expect(lines.slice(0, 3)).toMatchInlineSnapshot(`
      [
        "1:1 date: fehlt. Erwartet: Wann die Pressemitteilung erscheint, Ortszeit, zum Beispiel 2019-03-27 10:00; liegt der Zeitpunkt in der Zukunft, erscheint sie erst dann.",
        "2:22 title: Die Auszeichnung „tag:yaml.org,2002:js/function“ wird nicht gelesen. Erwartet wird der Wert ohne Ausrufezeichen davor.",
        "3:17 subtitle: Die Auszeichnung „!eval“ wird nicht gelesen. Erwartet wird der Wert ohne Ausrufezeichen davor.",
      ]
    `);
  });

  it("keys that steer other generators are unknown fields", async () => {
    expect(
      await problemsOfRelease(
        releaseText(
          "permalink: ../../x\nlayout: x\neleventyComputed: { title: x }\n__proto__: { title: x }\nconstructor: x",
        ),
      ),
    ).toMatchInlineSnapshot(`
      [
        "4:1 permalink: Das Feld „permalink“ gibt es nicht. Möglich sind: title, subtitle, date, pressId, printedId, tags, places, photo, photos, attachments, contact, embargo, draft, corrections, withdrawn, events, follows, redirectFrom, pinned, noindex.",
        "5:1 layout: Das Feld „layout“ gibt es nicht. Möglich sind: title, subtitle, date, pressId, printedId, tags, places, photo, photos, attachments, contact, embargo, draft, corrections, withdrawn, events, follows, redirectFrom, pinned, noindex.",
        "6:1 eleventyComputed: Das Feld „eleventyComputed“ gibt es nicht. Möglich sind: title, subtitle, date, pressId, printedId, tags, places, photo, photos, attachments, contact, embargo, draft, corrections, withdrawn, events, follows, redirectFrom, pinned, noindex.",
        "7:1 __proto__: Das Feld „__proto__“ gibt es nicht. Möglich sind: title, subtitle, date, pressId, printedId, tags, places, photo, photos, attachments, contact, embargo, draft, corrections, withdrawn, events, follows, redirectFrom, pinned, noindex.",
        "8:1 constructor: Das Feld „constructor“ gibt es nicht. Möglich sind: title, subtitle, date, pressId, printedId, tags, places, photo, photos, attachments, contact, embargo, draft, corrections, withdrawn, events, follows, redirectFrom, pinned, noindex.",
      ]
    `);
  });

  it("template tags, raw HTML and links of other schemes are text", async () => {
    const release = await releaseOf({
      [RELEASE_FILE]: releaseText(
        "",
        "{{ 7*7 }} {% include 'x' %} <script>alert(1)</script> [a](javascript:alert%281%29) <img src=x onerror=y>\n",
      ),
    });
    expect(release.body.html).toMatchInlineSnapshot(`
      "<p>{{ 7*7 }} {% include ‚x‘ %} &lt;script&gt;alert(1)&lt;/script&gt; [a](javascript:alert%281%29) &lt;img src=x onerror=y&gt;</p>
      "
    `);
  });

  it("data files dropped beside content are not read", async () => {
    const release = await releaseOf({
      [RELEASE_FILE]: releaseText(),
      "pressemitteilungen/2019/2019.11tydata.js": "globalThis.hasRun = true; export default { title: 'x' }",
      "pressemitteilungen/pressemitteilungen.json": '{"title":"x"}',
      "_data/x.js": "globalThis.hasRun = true",
    });
    expect(release.title).toBe("Titel");
    expect(globalThis).not.toHaveProperty("hasRun");
  });

  it("symbolic links are not followed, whatever they point to", async () => {
    const folder = await aContentFolder({
      [RELEASE_FILE]: releaseText("photo: { file: foto.jpg, alt: x, credit: y }"),
    });
    await symlink("/etc/passwd", join(folder, "pressemitteilungen/2019/foto.jpg"));
    await symlink("/etc", join(folder, "pressemitteilungen/2018"));
    await symlink("/etc/hostname", join(folder, "pressemitteilungen/2019/2019-01-01-x.md"));
    expect(await problemsIn(folder)).toMatchInlineSnapshot(`
      [
        "content/pressemitteilungen/2018:1:1 Datei: ist nur eine Verknüpfung (Symlink) und wird nicht gelesen. Erwartet wird die Datei selbst an dieser Stelle.",
        "content/pressemitteilungen/2019/2019-01-01-x.md:1:1 Datei: ist nur eine Verknüpfung (Symlink) und wird nicht gelesen. Erwartet wird die Datei selbst an dieser Stelle.",
        "content/pressemitteilungen/2019/2019-03-27-titel.md:4:16 photo.file: Die Datei „foto.jpg“ liegt nicht neben der Pressemitteilung. Bitte die Datei dorthin legen.",
        "content/pressemitteilungen/2019/foto.jpg:1:1 Datei: ist nur eine Verknüpfung (Symlink) und wird nicht gelesen. Erwartet wird die Datei selbst an dieser Stelle.",
      ]
    `);
  });

  it("a file that is huge, not UTF-8 or full of control characters is one clear problem", async () => {
    const texts = [
      Buffer.alloc(50_000_000, "a"),
      Buffer.concat([Buffer.from("---\ntitle: M"), Buffer.from([0xfc]), Buffer.from("ll\n")]),
      Buffer.from("\uFEFF---\ntitle: x", "utf16le"),
      "---\ntitle: a\u0000b\n---\n",
      "---\ntitle: a\n---\nSeitenwechsel\u000C",
      '---\ntitle: "a\\u0007b"\ndate: 2019-03-27\n---\nText.\n',
      "",
      "Nur Text.\n",
      "---\ntitle: Ohne Ende\n",
      "----\ntitle: x\n----\n",
    ];
    expect((await Promise.all(texts.map((text) => problemsOfRelease(text)))).flat()).toMatchInlineSnapshot(`
      [
        "1:1 Datei: ist 50 MB groß. Erwartet wird Text von höchstens 1 MB; Bilder und Anhänge gehören als eigene Dateien daneben.",
        "2:9 Datei: ist nicht in UTF-8 gespeichert: Hier steht ein Byte, das kein Zeichen ergibt. Bitte im Editor „Speichern mit Codierung UTF-8“ wählen.",
        "1:1 Datei: ist nicht in UTF-8 gespeichert: Hier steht ein Byte, das kein Zeichen ergibt. Bitte im Editor „Speichern mit Codierung UTF-8“ wählen.",
        "2:9 Datei: enthält hier ein unsichtbares Steuerzeichen (U+0000). Bitte das Zeichen löschen und die Stelle neu tippen.",
        "4:14 Datei: enthält hier ein unsichtbares Steuerzeichen (U+000C). Bitte das Zeichen löschen und die Stelle neu tippen.",
        "2:8 title: enthält ein Steuerzeichen. Erwartet wird Text ohne \\x- oder \\u-Schreibweisen.",
        "1:1 Datei: ist leer, wohl nur halb gespeichert. Bitte noch einmal speichern, oder die Datei löschen.",
        "1:1 Datei: beginnt nicht mit dem Kopf. Erwartet wird als erste Zeile ---.",
        "1:1 Datei: Der Kopf hört nicht auf. Erwartet wird nach dem letzten Feld eine Zeile ---.",
        "1:4 Datei: Der Kopf muss YAML sein und die erste Zeile genau --- lauten; „-“ dahinter bitte löschen.",
      ]
    `);
  });

  it("deep nesting ends in a problem, not in a crash", async () => {
    const texts = [
      `title: ${"[".repeat(20_000)}`,
      `${"a: {".repeat(5_000)}`,
      "photos: [[[[[[[[[[[[x]]]]]]]]]]]]",
    ];
    for (const yaml of texts)
      expect((await problemsOfRelease(`---\n${yaml}\n---\nText.\n`)).length).toBeGreaterThan(0);
    expect(
      await problemsOfRelease(releaseText("", `Text.\n\n${">".repeat(19_000)}x\n`)),
    ).toMatchInlineSnapshot(`
      [
        "7:1 Text: Hier sind mehr als 20 Ebenen ineinander verschachtelt. Bitte die Zeichen > oder - am Zeilenanfang löschen.",
      ]
    `);
  });
});

describe("An office's own files", () => {
  it("are checked like releases", async () => {
    expect(
      await problemsOf({
        "themen.yaml": "- { name: Integration, slug: Integration! }\n- { name: Integration, slug: b }\n",
        "orte.yaml": "name: Soest\n",
        "a-z.yaml": "- { name: Elterngeld, url: 'javascript:alert(1)' }\n",
        "seiten/Themen.md": "---\ntitle: x\n---\n![bild](x.jpg)\n",
        "seiten/kontakt.md": "---\ntitle: x\nfarbe: rot\n---\n",
      }),
    ).toMatchInlineSnapshot(`
      [
        "content/a-z.yaml:1:28 [0].url: „javascript:alert(1)“ ist kein Ziel für einen Link. Erwartet wird eine Internetadresse wie https://www.example.org/seite oder ein Pfad auf dieser Seite wie /kontakt/.",
        "content/orte.yaml:1:1 Datei: Hier stehen mehrere Angaben, das passt hier nicht. Erwartet: Die Städte und Gemeinden, eine Liste aus name, slug, key und parts.",
        "content/seiten/Themen.md:1:1 Datei: Die Adresse /Themen/ geht nicht. Erwartet wird ein Name aus a–z, 0–9 und Bindestrichen, den die Seite nicht selbst braucht.",
        "content/seiten/Themen.md:4:1 Text: Bilder im Text werden nicht gezeigt. Bitte das Foto neben die Datei legen und im Kopf unter photos mit alt und credit eintragen.",
        "content/seiten/kontakt.md:3:1 farbe: Das Feld „farbe“ gibt es nicht. Möglich sind: title, description.",
        "content/themen.yaml:1:30 [0].slug: „Integration!“ taugt nicht als Teil einer Adresse. Erwartet werden kleine Buchstaben a–z, Ziffern und Bindestriche wie bad-sassendorf.",
      ]
    `);
  });

  it("that are missing are named", async () => {
    const folder = await aContentFolder({});
    await mkdir(join(folder, "leer"));
    expect(await problemsIn(join(folder, "leer"))).toMatchInlineSnapshot(`
      [
        "content/a-z.yaml:1:1 Datei: fehlt. Erwartet: Die Dienstleistungen für „Von A–Z“, eine Liste aus name, url und aka.",
        "content/kreis.yaml:1:1 Datei: fehlt. Erwartet: Die Angaben zum Amt: name, url, description, pressIdPrefix, address, phone, pressContacts und responsible.",
        "content/orte.yaml:1:1 Datei: fehlt. Erwartet: Die Städte und Gemeinden, eine Liste aus name, slug, key und parts.",
        "content/seiten/barrierefreiheit.md:1:1 Datei: fehlt. Jede Seite verweist auf sie; erwartet wird eine Datei mit title im Kopf.",
        "content/seiten/bildnutzung.md:1:1 Datei: fehlt. Jede Seite verweist auf sie; erwartet wird eine Datei mit title im Kopf.",
        "content/seiten/datenschutz.md:1:1 Datei: fehlt. Jede Seite verweist auf sie; erwartet wird eine Datei mit title im Kopf.",
        "content/seiten/gebaerdensprache.md:1:1 Datei: fehlt. Jede Seite verweist auf sie; erwartet wird eine Datei mit title im Kopf.",
        "content/seiten/impressum.md:1:1 Datei: fehlt. Jede Seite verweist auf sie; erwartet wird eine Datei mit title im Kopf.",
        "content/seiten/kontakt.md:1:1 Datei: fehlt. Jede Seite verweist auf sie; erwartet wird eine Datei mit title im Kopf.",
        "content/seiten/leichte-sprache.md:1:1 Datei: fehlt. Jede Seite verweist auf sie; erwartet wird eine Datei mit title im Kopf.",
        "content/themen.yaml:1:1 Datei: fehlt. Erwartet: Die Themen, eine Liste aus name, slug und description.",
      ]
    `);
    expect(await problemsIn(join(folder, "gibt-es-nicht"))).toMatchInlineSnapshot(`
      [
        "content:1:1 Datei: Der Ordner lässt sich nicht lesen (ENOENT). Erwartet wird ein Inhaltsordner mit kreis.yaml, seiten/ und pressemitteilungen/.",
      ]
    `);
  });
});

describe("A reader that reads a folder again", () => {
  const LATER = "pressemitteilungen/2019/2019-03-28-spaeter.md";
  const later = (frontMatter: string, body = "Text.\n") =>
    `---\ntitle: Später\ndate: 2019-03-28 10:00\n${frontMatter}\n---\n${body}`;

  it.each([
    ["a changed text", {}, { [LATER]: later("pinned: true", "Anderer Text.\n") }, []],
    [
      "a number taken twice",
      { [RELEASE_FILE]: releaseText("pressId: kso.2019.03.27.134.sm") },
      { [LATER]: later("pressId: kso.2019.03.28.134.sm") },
      ["pressId"],
    ],
    [
      "a link to a file that goes",
      {
        [RELEASE_FILE]: releaseText("events: [{ title: Treffen, start: 2019-04-01 }]"),
        [LATER]: later("", "[Termin](/pressemitteilungen/2019/03/27/titel/termin-1.ics)\n"),
      },
      { [RELEASE_FILE]: releaseText() },
      ["Text"],
    ],
    [
      "a link to a file that goes with a withdrawn release",
      {
        [RELEASE_FILE]: releaseText("events: [{ title: Treffen, start: 2019-04-01 }]"),
        [LATER]: later("", "[Termin](/pressemitteilungen/2019/03/27/titel/termin-1.ics)\n"),
      },
      {
        [RELEASE_FILE]: releaseText(
          "events: [{ title: Treffen, start: 2019-04-01 }]\nwithdrawn: { date: 2030-03-28, reason: Irrtum }",
        ),
      },
      ["Text"],
    ],
    [
      "an old address taken twice",
      { [RELEASE_FILE]: releaseText("redirectFrom: [/alt]") },
      { [LATER]: later("redirectFrom: [/alt]") },
      ["redirectFrom[0]"],
    ],
    ["a folder that was right, and is not", {}, { [LATER]: later("tags: [Nirgends]") }, ["tags[0]"]],
  ])("tells of %s what one tells that reads it for the first time", async (_, first, second, fields) => {
    const start = { [RELEASE_FILE]: releaseText(), [LATER]: later(""), ...first };
    const folder = await aContentFolder(start);
    const read = newsroomReader(folder);
    expect(await read(NOW)).toHaveProperty("newsroom");
    for (const [name, text] of Object.entries(second)) await writeFile(join(folder, name), text);
    const again = await read(NOW);
    expect(again).toEqual(await readNewsroom(folder, NOW));
    expect("problems" in again ? again.problems.map(({ field }) => field) : []).toEqual(fields);
    for (const [name, text] of Object.entries(start)) await writeFile(join(folder, name), text);
    expect(await read(NOW)).toEqual(await readNewsroom(folder, NOW));
  });
});

describe("A reader that is told where something changed", () => {
  const OTHER = "pressemitteilungen/2019/2019-03-28-anderes.md";
  const LATER = "pressemitteilungen/2019/2019-03-29-spaeter.md";
  const other = (body: string) => `---\ntitle: Anderes\ndate: 2019-03-28 10:00\n---\n${body}\n`;
  const start = {
    [RELEASE_FILE]: releaseText(),
    [OTHER]: other("Text."),
    ["pressemitteilungen/2019/müll.pdf".normalize("NFC")]: "%PDF-1.4",
  };

  it.each<[string, (folder: string) => Promise<unknown>, string[]]>([
    ["a text", (folder) => writeFile(join(folder, OTHER), other("Neu.")), [OTHER]],
    ["a text that has a fault now", (folder) => writeFile(join(folder, OTHER), "Neu."), [OTHER]],
    [
      "a new text",
      (folder) => writeFile(join(folder, LATER), other("Neu.").replace("03-28", "03-29")),
      [LATER],
    ],
    ["a text that is gone", (folder) => rm(join(folder, OTHER)), [OTHER]],
    [
      "a folder that is gone",
      (folder) => rename(join(folder, "pressemitteilungen/2019"), `${folder}-2019`),
      ["pressemitteilungen/2019"],
    ],
    [
      "a file in place of a folder",
      async (folder) => {
        await rm(join(folder, "pressemitteilungen/2019"), { recursive: true });
        await writeFile(join(folder, "pressemitteilungen/2019"), "");
      },
      [OTHER],
    ],
    [
      "a new folder",
      async (folder) => {
        await mkdir(join(folder, "pressemitteilungen/2020"));
        await writeFile(join(folder, "pressemitteilungen/2020/2020-01-01-neu.md"), other("Neu."));
      },
      ["pressemitteilungen/2020"],
    ],
    [
      "a link in place of a text",
      async (folder) => {
        await rename(join(folder, OTHER), join(folder, "seiten/anderes.txt"));
        await symlink(join(folder, "seiten/anderes.txt"), join(folder, OTHER));
      },
      [OTHER, "seiten/anderes.txt"],
    ],
    [
      "the office",
      async (folder) => {
        const office = await readFile(join(folder, "kreis.yaml"), "utf8");
        await writeFile(join(folder, "kreis.yaml"), office.replace(/^description:.*$/m, "description: Neu"));
      },
      ["kreis.yaml"],
    ],
    [
      "a name that cannot be read",
      (folder) => writeFile(Buffer.from(`${folder}/pressemitteilungen/2019/Müll.md`, "latin1"), ""),
      ["pressemitteilungen/2019/M\uFFFDll.md"],
    ],
    [
      "a name in another form of Unicode",
      (folder) => writeFile(join(folder, "pressemitteilungen/2019/müll.pdf".normalize("NFD")), "Neu."),
      ["pressemitteilungen/2019/müll.pdf".normalize("NFD")],
    ],
    ["a program's own files", async () => {}, [".anderes.md.swp", "seiten/.kontakt.md.swp", "4913"]],
    ["the folder itself", (folder) => writeFile(join(folder, OTHER), other("Neu.")), [""]],
  ])("tells of %s what one tells that reads all", async (_, change, changed) => {
    const folder = await aContentFolder(start);
    const read = newsroomReader(folder);
    await read(NOW);
    await change(folder);
    expect(await read(NOW, undefined, changed)).toEqual(await readNewsroom(folder, NOW));
    expect(await read(NOW, undefined, [])).toEqual(await readNewsroom(folder, NOW));
  });

  it("does not list the folder for it", async () => {
    const folder = await aContentFolder(start);
    const read = newsroomReader(folder);
    const before = await read(NOW);
    await writeFile(join(folder, LATER), other("Neu.").replace("03-28", "03-29"));
    expect(await read(NOW, undefined, [OTHER])).toEqual(before);
    expect(await read(NOW, undefined, [LATER])).toEqual(await readNewsroom(folder, NOW));
  });
});
