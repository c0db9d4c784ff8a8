import { describe, expect, it } from "vitest";
import { openHyphenation } from "../../src/photos/share-hyphenation.ts";

const hyphenated = (text: string) => openHyphenation()(text).replaceAll("\u00AD", "·");

describe("A long German word", () => {
  it.each([
    "Bevöl·ke·rungs·schutz",
    "Geschwin·dig·keits·mes·sungen",
    "Führer·schein·um·tausch",
    "Schwer·be·hin·der·ten·aus·weis",
    "Stra·ßen·ver·kehrs·zu·las·sungs·be·hörde",
    "Kinder·ta·ges·ein·rich·tungen",
    "Öffnungs·zeiten",
    "„Haus·halts·kon·so·li·die·rung“:",
  ])("parts between its syllables: %s", (word) => {
    expect(hyphenated(word.replaceAll("·", ""))).toBe(word);
  });

  it("never parts before a lone consonant", () => {
    expect(hyphenated("Geflügelpestausbruch")).toBe("Geflü·gel·pest·aus·bruch");
  });

  it("keeps four letters on either side, as on the site's pages", () => {
    expect(hyphenated("Abfallbetriebe")).toBe("Abfall·be·triebe");
  });

  it("stays whole below nine letters", () => {
    expect(hyphenated("Kreistag und Landrat")).toBe("Kreistag und Landrat");
  });

  it("stays whole where it is longer than any pattern reaches", () => {
    const word = "Rinderkennzeichnungsfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
    expect(hyphenated(word)).toBe(word);
  });
});
