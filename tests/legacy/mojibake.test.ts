import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mendMojibake } from "../../src/legacy/mojibake.ts";

const windows1252 = new TextDecoder("windows-1252");
const damage = (text: string) => windows1252.decode(Buffer.from(text));

describe("UTF-8 that was read as Latin-1", () => {
  it.each([
    ["WÃ¼nsche â€“ fÃ¼r alle", "Wünsche – für alle"],
    ["â€žGemeinsamâ€œ", "„Gemeinsam“"],
    ["StraÃŸe, Ã–l, Ã„rzte", "Straße, Öl, Ärzte"],
    ["5\u00C2\u00A0km", "5\u00A0km"],
    ["Â Foto: Name", " Foto: Name"],
  ])("%s is %s", (damaged, sound) => {
    expect(mendMojibake(`ü${damaged} Ã¼`).text).toBe(`ü${sound} ü`);
  });

  it("is mended though it happened twice", () => {
    expect(mendMojibake(damage(damage("Größe – „Übung“"))).text).toBe("Größe – „Übung“");
  });

  it("is never seen in sound German text", () => {
    const letters = fc.constantFrom(..."abcXYZäöüÄÖÜßéèàñ„“‚‘’–—… .,;!?()§€©°½".split(""));
    fc.assert(
      fc.property(fc.array(letters), (text) => {
        expect(mendMojibake(text.join(""))).toEqual({ text: text.join(""), count: 0 });
      }),
    );
  });
});
