import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import type { ContentFile } from "../../src/content/content-folder.ts";
import type { ProblemAt } from "../../src/content/finding.ts";
import { readAttachments, readPhotos } from "../../src/content/release-files.ts";
import { RELEASE_FILE } from "../fixtures/content-folder.ts";

const ADDRESS = "/pressemitteilungen/2019/03/27/titel/";
const LARGEST = 50_000_000;

const problemAt: ProblemAt = (path, message) => ({
  file: "x.md",
  line: 1,
  column: 1,
  field: path.join(),
  message,
});

/** A file beside the release that nobody opens. */
function aFile(name: string, bytes: number): ContentFile {
  const path = posix.join(posix.dirname(RELEASE_FILE), name);
  return { name: path, path: `/beispiel/${path}`, shownAs: `content/${path}`, bytes, stamp: "" };
}

/** Reads attachments that lie beside the release, by name and size. */
function attachmentsOf(sizes: Readonly<Record<string, number>>) {
  const beside = Object.entries(sizes).map(([name, bytes]) => aFile(name, bytes));
  const { found, problems } = readAttachments(
    aFile("2019-03-27-titel.md", 500),
    ADDRESS,
    Object.keys(sizes).map((file) => ({ file, title: file })),
    new Map(beside.map((file) => [file.name, file])),
    problemAt,
  );
  return { addresses: found.map(({ address }) => address), problems: problems.map(({ message }) => message) };
}

describe("An attachment", () => {
  it("may have 50 MB", () => {
    expect(attachmentsOf({ "Plan Süd.PDF": LARGEST })).toEqual({
      addresses: [`${ADDRESS}plan-sued.pdf`],
      problems: [],
    });
  });

  it("may have no more, nor the address of another, nor be empty", () => {
    const { addresses, problems } = attachmentsOf({
      "film.mp4": LARGEST + 1,
      "plan-sued.pdf": 1_000,
      "Plan Süd.pdf": 2_000,
      "leer.pdf": 0,
    });
    expect(addresses).toEqual([`${ADDRESS}plan-sued.pdf`]);
    expect(problems).toMatchInlineSnapshot(`
      [
        "„film.mp4“ ist größer als 50 MB. Bitte verkleinern.",
        "„Plan Süd.pdf“ ergibt dieselbe Adresse wie ein anderer Anhang. Bitte umbenennen.",
        "„leer.pdf“ ist leer. Bitte die Datei neu ablegen.",
      ]
    `);
  });
});

describe("The photos of a release", () => {
  it("are numbered as they stand in its file, each with a number of its own", async () => {
    const photos = ["Erstes", "Zweites", "Drittes"].map((headline) => ({
      headline,
      credit: "Foto: Beispiel",
    }));
    const { found } = await readPhotos(aFile("2019-03-27-titel.md", 500), { photos }, new Map(), problemAt);
    expect(found.map(({ number, headline }) => [number, headline])).toEqual([
      [1, "Erstes"],
      [2, "Zweites"],
      [3, "Drittes"],
    ]);
  });
});
