import { describe, expect, it } from "vitest";
import { decodeSource } from "../../src/legacy/source-encoding.ts";

const TEXT = "Übung für Größe – „Wünsche“";

function decoded(bytes: Buffer): string {
  const source = decodeSource(bytes);
  return "fault" in source ? source.fault : source.text;
}

describe("The encoding of an old source", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a byte-order mark", Buffer.from(`\uFEFF${TEXT}`)],
    ["UTF-16 of Windows", Buffer.from(`\uFEFF${TEXT}`, "utf16le")],
    ["UTF-16 of old Macs", Buffer.from(`\uFEFF${TEXT}`, "utf16le").swap16()],
    ["decomposed umlauts", Buffer.from(TEXT.normalize("NFD"))],
    ["soft hyphens and controls", Buffer.from(TEXT.replace("Größe", "Grö\u00ADße\u0007"))],
  ])("may be %s", (_, bytes) => {
    expect(decoded(bytes)).toBe(TEXT);
  });

  it("may be Windows-1252, with its quotes and dashes", () => {
    const bytes = Buffer.from([0x84, 0x57, 0xfc, 0x6e, 0x73, 0x63, 0x68, 0x65, 0x93, 0x20, 0x96]);
    expect(decodeSource(bytes)).toEqual({ text: "„Wünsche“ –", encoding: "Windows-1252", mends: [] });
  });

  it("may change within a file that was glued together", () => {
    const bytes = Buffer.concat([Buffer.from("Übung\n"), Buffer.from("Größe\n", "latin1")]);
    expect(decodeSource(bytes)).toEqual({
      text: "Übung\nGröße\n",
      encoding: "UTF-8 und Windows-1252 gemischt",
      mends: [],
    });
  });

  it("is mended where UTF-8 was read as Latin-1, and the report says so", () => {
    const damaged = Buffer.from(TEXT).toString("latin1");
    expect(decodeSource(Buffer.from(damaged))).toEqual({
      text: TEXT,
      encoding: "UTF-8",
      mends: [{ what: "8 Stellen, an denen UTF-8 als Latin-1 gelesen war", isSure: true }],
    });
  });

  it("is told as lost where characters already were", () => {
    expect(decodeSource(Buffer.from("Stra\uFFFDe"))).toMatchObject({ mends: [{ isSure: false }] });
  });

  it("is that of no text for pictures, programs and PDF files", () => {
    const files = ["\xFF\xD8\xFF\xE0", "%PDF-1.4", "\x7FELF\x02\x01\x01\x00\x00\x00\x00"];
    expect(files.map((file) => decoded(Buffer.from(file, "latin1")))).toEqual(
      files.map(() => "ist keine Textdatei."),
    );
  });

  it("turns line ends of all systems into one, and a page break into a line of dashes", () => {
    expect(decoded(Buffer.from("a\r\nb\rc\u2028d\fe"))).toBe("a\nb\nc\nd\n----------\ne");
  });
});
