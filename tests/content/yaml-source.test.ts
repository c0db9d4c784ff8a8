import { describe, expect, it } from "vitest";
import { readYaml } from "../../src/content/yaml-source.ts";

/** The faults of a text as `line:column message`. */
function faultsOf(text: string): string[] {
  return readYaml(text).faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("Nothing that an editor wrote is passed over", () => {
  it.each([
    { name: "a line of three dots", text: "title: A\n...\ndraft: true\n" },
    { name: "a second beginning", text: "title: A\n---\ndraft: true\n" },
    { name: "three dots before all", text: "...\ndraft: true\n" },
  ])("behind $name", ({ text }) => {
    const { isBroken, faults } = readYaml(text);
    expect(isBroken).toBe(true);
    expect(faults.map(({ message }) => message)).toEqual([
      "Darüber enden die Angaben mit einer Zeile ... oder ---; was ab hier steht, würde nicht gelesen. Bitte diese Zeile löschen.",
    ]);
  });

  it("behind a hashtag, which YAML takes for a comment", () => {
    const unread = faultsOf("subtitle: #SoestHilft\ntitle: Aktion\t#💙Soest").map((fault) =>
      fault.slice(0, 30),
    );
    expect(unread).toEqual(["1:11 Ab # würde nichts gelesen", "2:8 Ab # würde nichts gelesen,"]);
    expect(faultsOf("title: Aktion #SoestHilft startet\ntags: [Soest #Hilft\n  ]")).toEqual([
      "1:8 Ab # würde nichts gelesen, hier „#SoestHilft startet“. Bitte den ganzen Wert in einfache Anführungszeichen setzen, oder vor einer Anmerkung ein Leerzeichen hinter #.",
      "2:8 Ab # würde nichts gelesen, hier „#Hilft“. Bitte den ganzen Wert in einfache Anführungszeichen setzen, oder vor einer Anmerkung ein Leerzeichen hinter #.",
    ]);
  });

  it.each([
    "title: 'Aktion #SoestHilft'",
    "title: Aktion#SoestHilft",
    "title: A # so ist es",
    "title: A #",
    "title: A #---",
    "title: A\n#embargo:\ndate: B\n#draft: true",
    "#title: A",
  ])("but remarks: %j", (text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  it.each(["embargo:", "embargo: ", "embargo: ~", "embargo: ''", "title: A\nembargo:\n# until: 2030-01-01"])(
    "in a field without a value: %j",
    (text) => {
      expect(readYaml(text).isEmpty("embargo")).toBe(true);
    },
  );

  it.each(["title: A", "embargo: { until: 2030-01-01 }", "embargo: x", "# embargo:"])(
    "while %j has no such field",
    (text) => {
      expect(readYaml(text).isEmpty("embargo")).toBe(false);
    },
  );
});

describe("What is open is told where it opens", () => {
  it("not where the head ends", () => {
    const faults = [
      "date: 2019-03-27\ntitle: 'Gemeinsam\npinned: true",
      'title: "Gemeinsam\npinned: true',
      "tags: [Integration\npinned: true",
      "places: { a: b\npinned: true",
      "tags: [Soest, 'Integration]\npinned: true",
      "photos:\n  - credit: 'Foto\n    alt: Ein Haus",
    ].map((text) => faultsOf(text));
    expect(faults).toMatchInlineSnapshot(`
      [
        [
          "2:8 Was hier mit ' beginnt, hört nicht auf. Erwartet wird am Ende '.",
        ],
        [
          "1:8 Was hier mit " beginnt, hört nicht auf. Erwartet wird am Ende ".",
        ],
        [
          "1:7 Was hier mit [ beginnt, hört nicht auf. Erwartet wird am Ende ].",
        ],
        [
          "1:9 Was hier mit { beginnt, hört nicht auf. Erwartet wird am Ende }.",
        ],
        [
          "1:15 Was hier mit ' beginnt, hört nicht auf. Erwartet wird am Ende '.",
        ],
        [
          "2:13 Was hier mit ' beginnt, hört nicht auf. Erwartet wird am Ende '.",
        ],
      ]
    `);
  });

  it("and what is closed is not", () => {
    expect(faultsOf("title: 'Soest's Platz'\ntags: [A, B] C\n").join("\n")).not.toContain("hört nicht auf");
    expect(faultsOf("title: 'A'\ntags: [A, 'B']\nplaces: { a: 'b' }\n")).toEqual([]);
  });
});

describe("What cannot be seen changes nothing", () => {
  it.each([
    {
      name: "no-break spaces in a value",
      text: "place: Bad\u00A0Sassendorf",
      data: { place: "Bad Sassendorf" },
    },
    { name: "no-break spaces around a colon", text: "place\u00A0:\u00A0Soest", data: { place: "Soest" } },
    { name: "narrow spaces", text: "date: 2019-03-27\u202F10:00", data: { date: "2019-03-27 10:00" } },
    { name: "zero-width spaces in a value", text: "place: Soe\u200Bst", data: { place: "Soest" } },
    { name: "a word joiner", text: "place: \u2060Soest", data: { place: "Soest" } },
    {
      name: "a soft hyphen, which the page uses",
      text: "title: Kreis\u00ADhaus",
      data: { title: "Kreis\u00ADhaus" },
    },
  ])("$name", ({ text, data }) => {
    expect(readYaml(text)).toMatchObject({ data, faults: [] });
  });

  it("but in the name of a field it is told, as the same field could stand there twice", () => {
    expect(faultsOf("draft: true\n\u200Bdraft: false\n")).toEqual([
      "2:1 Im Feldnamen steht ein unsichtbares Zeichen. Bitte den Namen neu tippen.",
    ]);
  });
});
