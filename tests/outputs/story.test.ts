import { describe, expect, it } from "vitest";
import { correctionLine } from "../../src/outputs/story.ts";
import { aCorrection } from "../fixtures/newsroom.ts";

describe("What was changed is told by its weight, as on the page", () => {
  it.each([
    [
      aCorrection("2019-03-28 14:30", { note: "Die Uhrzeit." }),
      "Berichtigt am 28.03.2019 14:30: Die Uhrzeit.",
    ],
    [
      aCorrection("2019-03-29", { note: "Es hieß „klapt“.", minor: true }),
      "Kleine Änderung am 29.03.2019: Es hieß „klapt“.",
    ],
  ])("%#", (correction, line) => {
    expect(correctionLine(correction)).toBe(line);
  });
});
