import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import {
  openShareDrawing,
  SHARE_COLOURS,
  SHARE_SIZE,
  type ShareTexts,
} from "../../src/photos/share-drawing.ts";
import { SHARE_RECIPE } from "../../src/photos/share-pictures.ts";

const draw = openShareDrawing();

const TEXTS: ShareTexts = {
  office: "Kreis Soest",
  title: "Amtsblatt erschienen",
  note: "27. März 2019 · Amtsblatt",
};

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** The edges of what is written, in pixels from the picture's top left. */
async function inkOf(texts: ShareTexts) {
  const { data, info } = await sharp(Buffer.from(draw(texts)))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const ink = { left: info.width, top: info.height, right: 0, bottom: 0 };
  for (let y = 0; y < info.height; y += 1) {
    for (let x = 0; x < info.width; x += 1) {
      const red = data[(y * info.width + x) * info.channels] ?? 0;
      if (red < 64) continue;
      ink.left = Math.min(ink.left, x);
      ink.right = Math.max(ink.right, x);
      ink.top = Math.min(ink.top, y);
      ink.bottom = Math.max(ink.bottom, y);
    }
  }
  return ink;
}

/** No text comes nearer to an edge than this, in pixels. */
const LEAST_MARGIN = 50;

async function expectWithinMargins(texts: ShareTexts) {
  const { left, top, right, bottom } = await inkOf(texts);
  expect(Math.min(left, top, SHARE_SIZE.width - right, SHARE_SIZE.height - bottom)).toBeGreaterThan(
    LEAST_MARGIN,
  );
}

describe("A share picture", () => {
  it.each([
    ["a word", "Sirenen"],
    ["160 letters", `${"Kreis und Städte ".repeat(9)}Sirenen`],
    ["160 of the widest letters", "W".repeat(160)],
    ["a word of 40 letters", "Rinderkennzeichnungsüberwachungsaufgaben"],
    [
      "a word of 79 letters",
      "Rinderkennzeichnungsfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    ],
    ["letters with marks above and below", "„Ÿ“ Ÿçg, Äpfel, Ñandú, ÅÇ"],
    ["nothing that could part", "Kreis\u00A0".repeat(26)],
  ])("is never clipped: a title of %s", async (_, title) => {
    await expectWithinMargins({ ...TEXTS, title });
    expect(draw({ ...TEXTS, title }).length, "the title is drawn").toBeGreaterThan(
      draw({ ...TEXTS, title: "" }).length,
    );
  });

  it("is never clipped, however long the names of office and topic are", async () => {
    const texts = { office: "Wü".repeat(60), title: "W".repeat(160), note: "Wü ".repeat(100) };
    await expectWithinMargins(texts);
    await expectWithinMargins({ title: texts.office, note: texts.note });
  });

  it("is never clipped, whatever an editor types", async () => {
    const letter = fc.constantFrom(..."aeinrstEWMÄß€–-/.,„“0🚨 \u00A0\u00AD");
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: letter, minLength: 1, maxLength: 160 }), (title) =>
        expectWithinMargins({ ...TEXTS, title }),
      ),
      { numRuns: 20 },
    );
  });

  it("holds no text that a renderer would look for a font for", () => {
    expect(draw({ ...TEXTS, title: "Warntag 🚨 <Kreis> & Städte" })).not.toMatch(
      /<text|<image|href|font|🚨|Kreis/,
    );
  });

  it("keeps its version while its drawing stays the same", () => {
    const texts = [
      TEXTS,
      { title: "Kreis Soest", note: "Pressemitteilungen, Termine und Pressefotos." },
      { ...TEXTS, title: "Wasserschutzgebietsverordnungen in Łódź: „Öffnungszeiten“ & Fragen" },
    ];
    const digest = createHash("sha256").update(texts.map(draw).join("\n")).digest("hex").slice(0, 16);
    expect(
      { version: SHARE_RECIPE.version, digest },
      "A changed drawing needs the next version",
    ).toMatchInlineSnapshot(`
      {
        "digest": "a036c20af357beb2",
        "version": 2,
      }
    `);
  });

  it("wears the colours of the site's masthead", () => {
    const [light = ""] = file("src/client/style.css").split("@media (prefers-color-scheme: dark)");
    expect(light).toContain(`--brand: ${SHARE_COLOURS.ground};`);
    expect(light).toContain(`--on-brand-soft: ${SHARE_COLOURS.soft};`);
  });

  it("wears the mark of the site's icon", () => {
    const [, mark = "?"] = /d="(M[^"]+)"/.exec(file("public/favicon.svg")) ?? [];
    expect(draw(TEXTS)).toContain(mark);
  });
});
