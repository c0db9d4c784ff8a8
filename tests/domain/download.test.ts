import { describe, expect, it } from "vitest";
import { downloadEnding } from "../../src/domain/download.ts";

describe("A file that may be attached to a release", () => {
  it.each([
    ["programm.pdf", "pdf"],
    ["Programm.PDF", "pdf"],
    ["/archiv/v1.2/liste.xlsx", "xlsx"],
    ["seite.html", undefined],
    ["programm.pdf.exe", undefined],
    ["archiv.zip/seite", undefined],
    ["pdf", undefined],
  ])("is told by its ending: %s", (name, ending) => {
    expect(downloadEnding(name)).toBe(ending);
  });
});
