import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { previewEdition, publicEdition } from "../../src/domain/edition.ts";
import type { Topic } from "../../src/domain/office.ts";
import type { Release } from "../../src/domain/release.ts";
import { makeSharePictures } from "../../src/photos/share-pictures.ts";
import { anOffice, aPhoto, aPhotoNotAtHand, aRelease, aTopic, at, instantOf } from "../fixtures/newsroom.ts";
import { aFolder } from "./pictures.ts";

const NOW = instantOf("2026-06-01 12:00");
const INTEGRATION = aTopic("Integration");
const AMTSBLATT = aTopic("Amtsblatt", { description: "Wann das Amtsblatt erscheint." });

type Given = { readonly releases?: Release[]; readonly topics?: Topic[]; readonly cacheFolder?: string };

function sharePictures({ releases = [], topics = [], cacheFolder = aFolder() }: Given) {
  return makeSharePictures({
    edition: publicEdition(releases, NOW),
    office: anOffice(),
    topics,
    cacheFolder,
  });
}

/** Releases of as many days, newest first. */
function releasesOfDays(count: number, given: Partial<Release> = {}): Release[] {
  return Array.from({ length: count }, (_, day) => {
    const date = at(`2026-03-${String(28 - day).padStart(2, "0")}`);
    return aRelease({ slug: `tag-${day}`, title: `Tag ${day}`, date, ...given });
  });
}

describe("The picture of a shared link", () => {
  it("lies beside its page", async () => {
    const { files } = await sharePictures({
      releases: [aRelease({ slug: "gemeinsam-klappts" })],
      topics: [INTEGRATION],
    });
    expect(files.map(({ address }) => address)).toMatchInlineSnapshot(`
      [
        "/teilen.png",
        "/themen/integration/teilen.png",
        "/pressemitteilungen/2019/03/27/gemeinsam-klappts/teilen.png",
      ]
    `);
  });

  it("is a PNG of the size that networks ask for, and small", async () => {
    const { files, defaultPicture } = await sharePictures({ releases: [aRelease()], topics: [INTEGRATION] });
    expect(defaultPicture).toMatchObject({ type: "image/png", width: 1200, height: 630 });
    for (const { cachedPath } of files) {
      expect(await sharp(cachedPath).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
      expect(statSync(cachedPath).size).toBeLessThan(40_000);
    }
  });

  it("says in words what it shows", async () => {
    const release = aRelease({
      title: 'Integration: "Gemeinsam klappt´s"',
      date: at("2019-03-27 10:00"),
      topics: [INTEGRATION, AMTSBLATT],
    });
    const { pictureOf, topicPictureOf, defaultPicture } = await sharePictures({
      releases: [release],
      topics: [AMTSBLATT, INTEGRATION],
    });
    const pictures = [
      pictureOf(release),
      topicPictureOf(AMTSBLATT),
      topicPictureOf(INTEGRATION),
      defaultPicture,
    ];
    expect(pictures.map(({ alt }) => alt)).toMatchInlineSnapshot(`
      [
        "Newsroom Kreis Soest: Integration: „Gemeinsam klappt’s“ – 27. März 2019 · Integration",
        "Newsroom Kreis Soest: Amtsblatt – Wann das Amtsblatt erscheint.",
        "Newsroom Kreis Soest: Integration – Pressemitteilungen zu diesem Thema",
        "Newsroom Kreis Soest: Beispielhafte Pressemitteilungen.",
      ]
    `);
  });
});

describe("A release's own picture", () => {
  it("is made for the newest 20; an older one shows its first topic's, or else the newsroom's", async () => {
    const releases = releasesOfDays(22, { topics: [INTEGRATION] });
    const untagged = aRelease({ slug: "alt", date: at("2020-01-01") });
    const { pictureOf } = await sharePictures({ releases: [...releases, untagged], topics: [INTEGRATION] });
    const addresses = releases.map((release) => pictureOf(release).address);
    expect(addresses.slice(0, 20)).toEqual(
      releases.slice(0, 20).map(({ address }) => `${address}teilen.png`),
    );
    expect(addresses.slice(20)).toEqual(Array(2).fill("/themen/integration/teilen.png"));
    expect(pictureOf(untagged).address).toBe("/teilen.png");
  });

  it("is not made where it has a photo, and made where that is not at hand", async () => {
    const withPhoto = aRelease({ slug: "mit", photos: [aPhoto()] });
    const without = aRelease({ slug: "ohne", photos: [aPhotoNotAtHand()] });
    const { pictureOf } = await sharePictures({ releases: [withPhoto, without] });
    expect(pictureOf(withPhoto).address).toBe("/teilen.png");
    expect(pictureOf(without).address).toBe(`${without.address}teilen.png`);
  });

  it.each([
    ["in another script", "Прийом громадян у Зості"],
    ["of emoji alone", "🚨🚨🚨"],
  ])("is not made of a title %s", async (_, title) => {
    const release = aRelease({ title, topics: [INTEGRATION] });
    const { pictureOf } = await sharePictures({ releases: [release], topics: [INTEGRATION] });
    expect(pictureOf(release).address).toBe("/themen/integration/teilen.png");
  });

  it("is not made before its hour, nor of a draft or what was withdrawn", async () => {
    const releases = [
      aRelease({ slug: "geplant", date: at("2026-06-02 10:00") }),
      aRelease({ slug: "entwurf", isDraft: true }),
      aRelease({ slug: "gesperrt", embargo: { until: at("2026-06-02 10:00"), reason: "Feier" } }),
      aRelease({ slug: "zurueckgezogen", withdrawn: { date: at("2019-04-01"), reason: "Falsch" } }),
    ];
    const cacheFolder = aFolder();
    const { files, pictureOf } = await sharePictures({ releases, cacheFolder });
    expect(files.map(({ address }) => address)).toEqual(["/teilen.png"]);
    const edition = publicEdition(releases, NOW);
    expect(edition.releases.map((release) => pictureOf(release).address)).toEqual(["/teilen.png"]);
    const preview = { edition: previewEdition(releases, NOW), office: anOffice(), topics: [], cacheFolder };
    expect((await makeSharePictures(preview)).files).toHaveLength(4);
  });
});

describe("Share pictures are drawn once", () => {
  const releases = releasesOfDays(2);
  const pathsOf = ({ files }: Awaited<ReturnType<typeof sharePictures>>) =>
    files.map(({ cachedPath }) => cachedPath);

  it("and not touched by the next build", async () => {
    const cacheFolder = aFolder();
    const first = pathsOf(await sharePictures({ releases, cacheFolder }));
    const written = first.map((path) => statSync(path).mtimeMs);
    const second = pathsOf(await sharePictures({ releases, cacheFolder }));
    expect(second).toEqual(first);
    expect(second.map((path) => statSync(path).mtimeMs)).toEqual(written);
  });

  it("and again where a title is corrected, that one alone", async () => {
    const cacheFolder = aFolder();
    const before = pathsOf(await sharePictures({ releases, cacheFolder }));
    const [newest = aRelease(), ...others] = releases;
    const after = pathsOf(
      await sharePictures({ releases: [{ ...newest, title: "Berichtigt" }, ...others], cacheFolder }),
    );
    expect(after.map((path, index) => path === before[index])).toEqual([true, false, true]);
  });

  it("and again where one was damaged", async () => {
    const cacheFolder = aFolder();
    const [path = ""] = pathsOf(await sharePictures({ cacheFolder }));
    rmSync(path);
    await sharePictures({ cacheFolder });
    expect(existsSync(path)).toBe(true);
  });

  it("to the same bytes, wherever", async () => {
    const contents = async () =>
      pathsOf(await sharePictures({ releases })).map((path) => readFileSync(path, "base64"));
    expect(await contents()).toEqual(await contents());
  });
});
