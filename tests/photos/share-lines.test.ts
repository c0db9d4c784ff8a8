import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Compositor, setText, type TextBox } from "../../src/photos/share-lines.ts";

/** Type whose letters are all half as wide as high, and a language whose words part at `|`. */
const COMPOSITOR: Compositor = {
  widthOf: (text) => text.length / 2,
  hyphenated: (word) => word.replaceAll("|", "\u00AD"),
};

/** 20 letters of the largest size on a line, and three lines of it. */
const BOX: TextBox = { width: 500, height: 165, leading: 1.1, sizes: [50, 40, 30, 20] };

function set(text: string, box: Partial<TextBox> = {}) {
  return setText(text, { ...BOX, ...box }, COMPOSITOR);
}

describe("The title of a share picture", () => {
  it("stands on one line, in the largest type, where it is short", () => {
    expect(set("Amtsblatt erschienen")).toEqual({ size: 50, lines: ["Amtsblatt erschienen"] });
  });

  it("is set in lines that are alike in length rather than full", () => {
    expect(set("Sirenen heulen am Donnerstag").lines).toEqual(["Sirenen heulen", "am Donnerstag"]);
  });

  it("is set smaller where it is longer", () => {
    const title = "Die Verwaltung bleibt zwischen Weihnachten und Neujahr an allen Tagen zu";
    expect(set(title)).toMatchInlineSnapshot(`
      {
        "lines": [
          "Die Verwaltung bleibt",
          "zwischen Weihnachten und",
          "Neujahr an allen Tagen zu",
        ],
        "size": 40,
      }
    `);
  });

  it("ends no line with a short word where it can do without", () => {
    expect(set("Termine der Woche und im Monat").lines).toEqual(["Termine der Woche", "und im Monat"]);
  });

  it("keeps together what a no-break space binds", () => {
    expect(set("Warntag ist am 26. März am Vormittag").lines).toEqual([
      "Warntag ist am 26.",
      "März am Vormittag",
    ]);
    expect(set("Warntag ist am 26.\u00A0März am Vormittag").lines).toEqual([
      "Warntag ist am",
      "26.\u00A0März am Vormittag",
    ]);
  });

  it("parts a word behind its own hyphen, without a second one", () => {
    expect(set("Straßenverkehrs-Zulassungsbehörde").lines).toEqual(["Straßenverkehrs-", "Zulassungsbehörde"]);
  });

  it("hyphenates a long word rather than shrink much", () => {
    expect(set("Wasser|schutz|gebiets|verordnung")).toEqual({
      size: 50,
      lines: ["Wasserschutz-", "gebietsverordnung"],
    });
  });

  it("shrinks a little rather than hyphenate", () => {
    expect(set("Wasser|schutz|verordnung")).toEqual({ size: 40, lines: ["Wasserschutzverordnung"] });
  });

  it("parts a word where its editor put a soft hyphen, and nowhere else", () => {
    expect(set("Wasserschutz\u00ADgebiets|verordnung").lines).toEqual([
      "Wasserschutz-",
      "gebiets|verordnung",
    ]);
  });

  it("shows no soft hyphen", () => {
    expect(set("Amts\u00ADblatt").lines).toEqual(["Amtsblatt"]);
  });

  it("parts anywhere, with a hyphen between letters, where a word has no syllables", () => {
    expect(set("A".repeat(70))).toEqual({
      size: 20,
      lines: [`${"A".repeat(34)}-`, "A".repeat(36)],
    });
    expect(set("7".repeat(70)).lines).toEqual(["7".repeat(35), "7".repeat(35)]);
  });

  it("is never wider or higher than its box, nor loses a letter, whatever it is", () => {
    const word = fc.string({
      unit: fc.constantFrom("A", "b", "7", "|", "-", "„", "\u00A0"),
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
        const { size, lines } = set(words.join(" "));
        const widths = lines.map((line) => COMPOSITOR.widthOf(line) * size);
        expect(Math.max(...widths)).toBeLessThanOrEqual(BOX.width);
        expect(lines.length * size * BOX.leading).toBeLessThanOrEqual(BOX.height);
        const letters = (text: string) => text.replace(/[-| ]/g, "");
        expect(letters(lines.join(""))).toBe(letters(words.join("")));
      }),
      { numRuns: 200 },
    );
  });
});
