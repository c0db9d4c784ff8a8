import { describe, expect, it } from "vitest";
import { teaser } from "../../layouts/teaser.ts";
import { aRelease } from "../fixtures/newsroom.ts";

describe("a teaser", () => {
  it("is the subtitle where there is one", () => {
    expect(teaser(aRelease({ subtitle: 'Eine "Unterzeile"' }))).toBe("Eine „Unterzeile“");
  });

  it("is otherwise the beginning of the text", () => {
    expect(teaser(aRelease({ body: { html: "", text: "Es regnet.\n\nMorgen auch." } }))).toBe(
      "Es regnet. Morgen auch.",
    );
  });
});
