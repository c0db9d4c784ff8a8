import { expect, it } from "vitest";
import { siteOptionsFrom } from "../../src/eleventy/site-options.ts";
import { loadSite } from "../../src/eleventy/site-source.ts";
import { aContentFolder, RELEASE_FILE, releaseText } from "../fixtures/content-folder.ts";
import { aPicture } from "../photos/pictures.ts";

const NOW = Date.UTC(2026, 10, 22);

it("A photo that is damaged behind its header is told by its place in the file, whatever consent has expired", async () => {
  const whole = await aPicture(400, 300).png().toBuffer();
  const damaged = Buffer.from(whole).fill(0xff, 1000, whole.length - 100);
  const photos = [
    "photos:",
    "  - { file: alt.png, alt: Ein Platz, credit: Foto, until: 2020-12-31 }",
    "  - { file: neu.png, alt: Ein Platz, credit: Foto }",
  ];
  const input = await aContentFolder({
    [RELEASE_FILE]: releaseText(photos.join("\n")),
    "pressemitteilungen/2019/alt.png": whole,
    "pressemitteilungen/2019/neu.png": damaged,
  });
  expect(await loadSite(input, siteOptionsFrom({}, NOW))).toMatchObject({
    problems: [{ field: "photos[1].file", message: expect.stringContaining("beschädigt") }],
  });
});
