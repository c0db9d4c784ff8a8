import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { type Edition, publicEdition } from "../../src/domain/edition.ts";
import type { Photo, Release } from "../../src/domain/release.ts";
import { probeImage } from "../../src/photos/probe-image.ts";
import { makeRenditions } from "../../src/photos/renditions.ts";
import {
  aCorrection,
  anImage,
  anOffice,
  aPhoto,
  aPhotoNotAtHand,
  aPressId,
  aRelease,
  at,
  instantOf,
} from "../fixtures/newsroom.ts";
import { aFolder, aPhoneJpeg, aPicture, readIim, readXmp, written } from "./pictures.ts";

const NOW = instantOf("2026-06-01 12:00");

async function aPhotoOf(data: Buffer, given: Partial<Photo> = {}, name = "foto.jpg"): Promise<Photo> {
  const file = written(aFolder(), name, data);
  const header = await probeImage(file.path, file.bytes);
  if ("fault" in header) throw new Error(header.fault);
  return aPhoto({ image: { ...file, ...header }, ...given });
}

function editionOf(...releases: Release[]): Edition {
  return publicEdition(releases, NOW);
}

function renditions(edition: Edition, cacheFolder: string) {
  return makeRenditions({ edition, office: anOffice(), cacheFolder });
}

/** How many entries of the cache a run had to make anew; each is a folder of its own, put in the place of the old. */
async function madeIn(edition: Edition, cacheFolder: string): Promise<number> {
  const entries = () =>
    readdirSync(cacheFolder)
      .map((name) => statSync(join(cacheFolder, name)))
      .filter((entry) => entry.isDirectory())
      .map(({ ino }) => ino);
  const before = new Set(entries());
  await renditions(edition, cacheFolder);
  return entries().filter((entry) => !before.has(entry)).length;
}

/** Content and time of every cached file by address. */
function stateOf(files: readonly { address: string; cachedPath: string }[]) {
  return files.map(({ address, cachedPath }) => ({
    address,
    content: readFileSync(cachedPath).toString("base64"),
    written: statSync(cachedPath).mtimeMs,
  }));
}

describe("The pictures of a press photo", () => {
  it("lie in their release's folder, under names that tell what they are on any disk", async () => {
    const release = aRelease({
      slug: "gemeinsam-klappts",
      photos: [aPhotoNotAtHand(), await aPhotoOf(await aPicture(900, 60).jpeg().toBuffer())],
    });
    const { files } = await renditions(editionOf(release), aFolder());
    expect(files.map(({ address }) => address)).toMatchInlineSnapshot(`
      [
        "/pressemitteilungen/2019/03/27/gemeinsam-klappts/kreis-soest-2019-03-27-gemeinsam-klappts-2-400.webp",
        "/pressemitteilungen/2019/03/27/gemeinsam-klappts/kreis-soest-2019-03-27-gemeinsam-klappts-2-400.jpg",
        "/pressemitteilungen/2019/03/27/gemeinsam-klappts/kreis-soest-2019-03-27-gemeinsam-klappts-2-800.webp",
        "/pressemitteilungen/2019/03/27/gemeinsam-klappts/kreis-soest-2019-03-27-gemeinsam-klappts-2-800.jpg",
        "/pressemitteilungen/2019/03/27/gemeinsam-klappts/kreis-soest-2019-03-27-gemeinsam-klappts-2-900.webp",
        "/pressemitteilungen/2019/03/27/gemeinsam-klappts/kreis-soest-2019-03-27-gemeinsam-klappts-2-900.jpg",
        "/pressemitteilungen/2019/03/27/gemeinsam-klappts/kreis-soest-2019-03-27-gemeinsam-klappts-2-druck.jpg",
      ]
    `);
  });

  it("come in WebP and JPEG, narrowest first and never wider than the photo", async () => {
    const photo = await aPhotoOf(await aPicture(900, 60).png().toBuffer());
    const release = aRelease({ photos: [photo] });
    const { renditionsOf } = await renditions(editionOf(release), aFolder());
    const made = renditionsOf(release, photo);
    expect(made?.webp.map(({ format, width, height }) => [format, width, height])).toEqual([
      ["webp", 400, 27],
      ["webp", 800, 53],
      ["webp", 900, 60],
    ]);
    expect(made?.jpeg.map(({ format, width, height }) => [format, width, height])).toEqual([
      ["jpeg", 400, 27],
      ["jpeg", 800, 53],
      ["jpeg", 900, 60],
    ]);
    expect(made?.print).toMatchObject({ format: "jpeg", width: 900, height: 60 });
  });

  it("are at most 1,600 pixels wide for the page and 6,000 for print", async () => {
    const photo = await aPhotoOf(await aPicture(6200, 31).png().toBuffer());
    const release = aRelease({ photos: [photo] });
    const { renditionsOf } = await renditions(editionOf(release), aFolder());
    expect(renditionsOf(release, photo)?.webp.map(({ width }) => width)).toEqual([400, 800, 1200, 1600]);
    expect(renditionsOf(release, photo)?.print).toMatchObject({ width: 6000, height: 30 });
  });

  it("stay within what WebP can hold, however tall the photo", async () => {
    const photo = await aPhotoOf(await aPicture(40, 17_000).png().toBuffer());
    const release = aRelease({ photos: [photo] });
    const { renditionsOf } = await renditions(editionOf(release), aFolder());
    expect(renditionsOf(release, photo)?.webp).toMatchObject([{ width: 19, height: 8000 }]);
  });

  it("say their true size and format", async () => {
    const photo = await aPhotoOf(await aPicture().webp().toBuffer());
    const release = aRelease({ photos: [photo] });
    const { renditionsOf, files } = await renditions(editionOf(release), aFolder());
    const made = renditionsOf(release, photo);
    const said = [...(made?.webp ?? []), ...(made?.jpeg ?? []), ...(made ? [made.print] : [])];
    expect(said).toHaveLength(3);
    for (const { address, format, width, height, bytes } of said) {
      const content = readFileSync(files.find((file) => file.address === address)?.cachedPath ?? "");
      expect(await sharp(content).metadata()).toMatchObject({ format, width, height });
      expect(content.length).toBe(bytes);
    }
  });

  it("stand upright", async () => {
    const release = aRelease({ photos: [await aPhotoOf(await aPhoneJpeg(90, 60))] });
    const { files } = await renditions(editionOf(release), aFolder());
    for (const { cachedPath } of files) {
      const { data, info } = await sharp(cachedPath).raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([60, 90]);
      const [red = 0, , blue = 0] = data;
      expect(red, "The left half lies on top").toBeGreaterThan(blue);
    }
  });

  it("are on white where the photo is transparent", async () => {
    const clear = { create: { width: 40, height: 30, channels: 4, background: "#00000000" } } as const;
    const release = aRelease({ photos: [await aPhotoOf(await sharp(clear).png().toBuffer())] });
    const { files } = await renditions(editionOf(release), aFolder());
    for (const { cachedPath } of files) {
      const { data, info } = await sharp(cachedPath).raw().toBuffer({ resolveWithObject: true });
      expect(info.channels).toBe(3);
      expect(Math.min(...data)).toBe(255);
    }
  });

  it.each(["cmyk", "b-w", "rgb16"] as const)(
    "are in the web's colours, where the photo is %s",
    async (space) => {
      const picture =
        space === "rgb16" ? aPicture().toColourspace(space).png() : aPicture().toColourspace(space).jpeg();
      const release = aRelease({ photos: [await aPhotoOf(await picture.toBuffer())] });
      const { files } = await renditions(editionOf(release), aFolder());
      for (const { cachedPath } of files)
        expect(await sharp(cachedPath).metadata()).toMatchObject({ space: "srgb", depth: "uchar" });
    },
  );

  it("have the photo's colours, the one for print like those for the page, of sixteen bits a channel too", async () => {
    const plain = { create: { width: 40, height: 30, channels: 3, background: "#c81e1e" } } as const;
    const picture = sharp(plain).toColourspace("rgb16").png();
    const release = aRelease({ photos: [await aPhotoOf(await picture.toBuffer())] });
    const { files } = await renditions(editionOf(release), aFolder());
    for (const { address, cachedPath } of files) {
      const [red = 0, green = 0, blue = 0] = await sharp(cachedPath).raw().toBuffer();
      const away = Math.max(Math.abs(red - 0xc8), Math.abs(green - 0x1e), Math.abs(blue - 0x1e));
      expect(away, address).toBeLessThanOrEqual(4);
    }
  });

  it("are the same bytes wherever and whenever they are made", async () => {
    const photo = await aPhotoOf(await aPhoneJpeg());
    const edition = editionOf(aRelease({ photos: [photo] }));
    const first = await renditions(edition, aFolder());
    const second = await renditions(edition, aFolder());
    const contents = ({ files }: typeof first) =>
      stateOf(files).map(({ address, content }) => [address, content]);
    expect(contents(second)).toEqual(contents(first));
  });

  it("are found for the photos of the edition and for no others", async () => {
    const photo = await aPhotoOf(await aPicture().jpeg().toBuffer());
    const release = aRelease({ photos: [photo, aPhotoNotAtHand()] });
    const { renditionsOf } = await renditions(editionOf(release), aFolder());
    expect(renditionsOf(release, photo)).toBeDefined();
    expect(renditionsOf(release, aPhotoNotAtHand({ number: 2 }))).toBeUndefined();
    expect(renditionsOf(aRelease({ slug: "anderes", photos: [photo] }), photo)).toBeUndefined();
  });
});

describe("What a print file says of itself", () => {
  async function printOf(photo: Photo, release: Partial<Release> = {}) {
    const { files } = await renditions(editionOf(aRelease({ ...release, photos: [photo] })), aFolder());
    const print = readFileSync(files.at(-1)?.cachedPath ?? "");
    const { xmp, iptc } = await sharp(print).metadata();
    return { xmp: readXmp(xmp), iim: readIim(iptc), print };
  }

  it("is caption, credit, copyright, terms and date, in XMP and in IPTC, umlauts intact", async () => {
    const photo = await aPhotoOf(await aPicture().jpeg().toBuffer(), {
      headline: "An einem Strang",
      caption: 'Übergabe der "Öko-Prämie" für\nGrößere & Kleinere in <Rüthen>.\n',
      alt: "Zwölf Menschen vor dem Kreishaus",
      credit: "Foto: Jörg Müßig/ Kreis Soest",
    });
    const { xmp, iim } = await printOf(photo, { pressId: aPressId("kso.2019.03.27.134.sm/-rn") });
    expect(xmp).toMatchInlineSnapshot(`
      {
        "Iptc4xmpCore:AltTextAccessibility": "Zwölf Menschen vor dem Kreishaus",
        "dc:creator": "Jörg Müßig",
        "dc:description": "Übergabe der „Öko-Prämie“ für Größere & Kleinere in <Rüthen>.",
        "dc:rights": "© Jörg Müßig/ Kreis Soest",
        "photoshop:Credit": "Foto: Jörg Müßig/ Kreis Soest",
        "photoshop:DateCreated": "2019-03-27",
        "photoshop:Headline": "An einem Strang",
        "photoshop:Source": "Kreis Soest",
        "photoshop:TransmissionReference": "kso.2019.03.27.134",
        "xmpRights:Marked": "True",
        "xmpRights:UsageTerms": "Verwendung nur mit Bildnachweis und nur im Zusammenhang mit dieser Pressemitteilung oder ihrem Thema. Keine gesonderte Nutzung.",
      }
    `);
    const { "1:90": characterSet, "2:0": _version, ...texts } = iim;
    expect(characterSet, "UTF-8").toBe("\x1B%G");
    expect(texts).toMatchInlineSnapshot(`
      {
        "2:103": "kso.2019.03.27.134",
        "2:105": "An einem Strang",
        "2:110": "Jörg Müßig/ Kreis Soest",
        "2:115": "Kreis Soest",
        "2:116": "© Jörg Müßig/ Kreis Soest",
        "2:120": "Übergabe der „Öko-Prämie“ für Größere & Kleinere in <Rüthen>.",
        "2:40": "Verwendung nur mit Bildnachweis und nur im Zusammenhang mit dieser Pressemitteilung oder ihrem Thema. Keine gesonderte Nutzung.",
        "2:55": "20190327",
        "2:80": "Jörg Müßig",
      }
    `);
  });

  it("takes the headline from the release where the photo has none", async () => {
    const { xmp } = await printOf(await aPhotoOf(await aPicture().jpeg().toBuffer()), {
      title: 'Der "Warntag"',
    });
    expect(xmp["photoshop:Headline"]).toBe("Der „Warntag“");
  });

  it("gives the day the camera noted, and the release's where the camera's clock was ahead of it", async () => {
    const photo = await aPhotoOf(await aPhoneJpeg());
    const after = await printOf(photo, { date: at("2019-03-27 10:00") });
    expect(after.xmp["photoshop:DateCreated"]).toBe("2019-03-26");
    expect(after.iim["2:55"]).toBe("20190326");
    const before = await printOf(photo, { date: at("2018-12-31 10:00") });
    expect(before.xmp["photoshop:DateCreated"]).toBe("2018-12-31");
  });

  it("keeps the beginning of a caption as long as a book", async () => {
    const caption = "Größe ".repeat(20_000);
    const { xmp, iim } = await printOf(await aPhotoOf(await aPicture().jpeg().toBuffer(), { caption }));
    expect(caption.startsWith(xmp["dc:description"] ?? "?")).toBe(true);
    expect(xmp["dc:description"]).toHaveLength(2000);
    expect(caption.startsWith(iim["2:120"] ?? "?")).toBe(true);
  });

  it("never is where or with what the photo was taken, nor is it in any other picture", async () => {
    const phone = await aPhoneJpeg();
    expect(phone.toString("latin1")).toMatch(/Testkamera.*GPSLatitude/s);
    // sharp's types lack withGainMap, which makes the JPEG with a second picture inside that phones make.
    const copy = () => sharp(phone).keepExif().keepXmp() as Sharp & { withGainMap: () => Sharp };
    const sources = [
      phone,
      await copy().webp().toBuffer(),
      await copy().png().toBuffer(),
      await copy().withGainMap().jpeg().toBuffer(),
    ];
    for (const source of sources) {
      const release = aRelease({ photos: [await aPhotoOf(source)] });
      const { files } = await renditions(editionOf(release), aFolder());
      expect(files).toHaveLength(3);
      for (const { address, cachedPath } of files) {
        const { exif, gainMap, xmp, iptc } = await sharp(cachedPath).metadata();
        const isPrint = address.endsWith("-druck.jpg");
        expect([exif, gainMap, xmp !== undefined, iptc !== undefined]).toEqual([
          undefined,
          undefined,
          isPrint,
          isPrint,
        ]);
        expect(readFileSync(cachedPath, "latin1")).not.toMatch(/Testkamera|Modell 7|Testobjektiv|GPS/);
      }
    }
  });
});

describe("Pictures are made once", () => {
  it("and not touched by the next build", async () => {
    const cache = aFolder();
    const edition = editionOf(aRelease({ photos: [await aPhotoOf(await aPhoneJpeg())] }));
    const first = await renditions(edition, cache);
    const before = stateOf(first.files);
    expect(await madeIn(edition, cache)).toBe(0);
    expect(stateOf((await renditions(edition, cache)).files)).toEqual(before);
  });

  it("for all photos that show the same file; each print file keeps its own caption", async () => {
    const photo = await aPhotoOf(await aPicture().jpeg().toBuffer(), { caption: "Eins" });
    const again = { ...photo, caption: "Zwei" };
    const edition = editionOf(
      aRelease({ photos: [photo, again] }),
      aRelease({ slug: "folge", photos: [photo] }),
    );
    const cache = aFolder();
    const { files } = await renditions(edition, cache);
    const pathsOf = (pattern: RegExp) =>
      new Set(files.filter(({ address }) => pattern.test(address)).map((file) => file.cachedPath));
    expect(files).toHaveLength(9);
    expect(pathsOf(/90\.webp$/).size).toBe(1);
    expect(pathsOf(/druck/).size).toBe(2);
  });

  it("where a caption is corrected, in print alone", async () => {
    const cache = aFolder();
    const photo = await aPhotoOf(await aPicture().jpeg().toBuffer(), { caption: "Falsch" });
    const before = stateOf((await renditions(editionOf(aRelease({ photos: [photo] })), cache)).files);
    const corrected = aRelease({
      photos: [{ ...photo, caption: "Richtig" }],
      corrections: [aCorrection("2019-03-28 09:00")],
    });
    const after = stateOf((await renditions(editionOf(corrected), cache)).files);
    expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
    expect(after.at(-1)?.address).toBe(before.at(-1)?.address);
    expect(after.at(-1)?.content).not.toBe(before.at(-1)?.content);
  });

  it("and again when the photo's file is replaced by another of the same name", async () => {
    const cache = aFolder();
    const photo = await aPhotoOf(await aPicture().jpeg().toBuffer());
    const edition = editionOf(aRelease({ photos: [photo] }));
    const before = stateOf((await renditions(edition, cache)).files);
    writeFileSync(photo.image?.path ?? "", await aPicture().negate().jpeg().toBuffer());
    const after = stateOf((await renditions(edition, cache)).files);
    expect(after.map(({ address }) => address)).toEqual(before.map(({ address }) => address));
    for (const [index, file] of after.entries()) expect(file.content).not.toBe(before[index]?.content);
  });

  it("for the public only: a photo that is not in the edition is not so much as opened", async () => {
    const nowhere = aPhoto({ image: anImage({ path: "/gibt-es-nicht/foto.jpg" }) });
    const edition = editionOf(
      aRelease({
        slug: "sperre",
        photos: [nowhere],
        embargo: { until: at("2030-01-01"), reason: "Beispiel" },
      }),
      aRelease({ slug: "entwurf", photos: [nowhere], isDraft: true }),
      aRelease({
        slug: "zurueck",
        photos: [nowhere],
        withdrawn: { date: at("2020-01-01"), reason: "Beispiel" },
      }),
      aRelease({ slug: "einwilligung", photos: [{ ...nowhere, until: at("2020-12-31") }] }),
    );
    expect((await renditions(edition, aFolder())).files).toEqual([]);
  });

  it("but not of a photo that became something else since it was checked", async () => {
    const photo = await aPhotoOf(await aPicture().jpeg().toBuffer());
    writeFileSync(photo.image?.path ?? "", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const { damaged, files } = await renditions(editionOf(aRelease({ photos: [photo] })), aFolder());
    expect([damaged.length, files.length]).toEqual([1, 0]);
  });

  it("but not of a photo that is damaged behind its header, which is named while the others are made", async () => {
    const whole = await aPhotoOf(await aPicture().jpeg().toBuffer());
    const jpeg = await aPicture(400, 300).jpeg().toBuffer();
    const cut = await aPhotoOf(jpeg);
    writeFileSync(cut.image?.path ?? "", jpeg.subarray(0, jpeg.length / 2));
    const release = aRelease({ photos: [cut, whole] });
    const { damaged, renditionsOf, files } = await renditions(editionOf(release), aFolder());
    expect(damaged.map(({ photo, fault }) => [photo.number, fault])).toEqual([
      [1, expect.stringContaining("beschädigt")],
    ]);
    expect(renditionsOf(release, cut)).toBeUndefined();
    expect(renditionsOf(release, { ...whole, number: 2 })).toBeDefined();
    expect(files).toHaveLength(3);
  });
});

describe("The cache of pictures", () => {
  async function aWarmCache() {
    const cache = aFolder();
    const edition = editionOf(aRelease({ photos: [await aPhotoOf(await aPicture().jpeg().toBuffer())] }));
    const { files } = await renditions(edition, cache);
    const entry = dirname(files[0]?.cachedPath ?? "");
    return { cache, edition, files, entry };
  }

  function overwriteInPlace(path: string): void {
    writeFileSync(path, Buffer.alloc(statSync(path).size, "x"));
    utimesSync(path, new Date("2020-01-01"), new Date("2020-01-01"));
  }

  it.each<[damage: string, inflict: (entry: string) => void]>([
    ["a picture is cut off", (entry) => writeFileSync(join(entry, "90.webp"), "RIFF")],
    ["a picture is overwritten at its old size", (entry) => overwriteInPlace(join(entry, "90.jpg"))],
    ["a picture has grown", (entry) => appendFileSync(join(entry, "90.jpg"), "x")],
    ["the index is cut off", (entry) => writeFileSync(join(entry, "pictures.json"), '[{"format":"jp')],
    ["the index is empty", (entry) => writeFileSync(join(entry, "pictures.json"), "[]")],
    [
      "the index is another program's",
      (entry) => writeFileSync(join(entry, "pictures.json"), '{"90":"../../x"}'),
    ],
  ])("is mended where %s", async (_, inflict) => {
    const { cache, edition, files, entry } = await aWarmCache();
    const contents = () => files.map(({ cachedPath }) => readFileSync(cachedPath).toString("base64"));
    const before = contents();
    inflict(entry);
    expect(await madeIn(edition, cache)).toBe(1);
    expect(contents()).toEqual(before);
    expect(await madeIn(edition, cache)).toBe(0);
  });

  it("is trusted where its times were lost on the way, as in a backup, and gets them back", async () => {
    const { cache, edition, files } = await aWarmCache();
    const before = stateOf(files);
    for (const { cachedPath } of files)
      utimesSync(cachedPath, new Date("2020-01-01"), new Date("2020-01-01"));
    expect(await madeIn(edition, cache)).toBe(0);
    const roundedTimes = (state: typeof before) => state.map((file) => Math.round(file.written));
    expect(roundedTimes(stateOf(files))).toEqual(roundedTimes(before));
  });

  it("reads every photo again where it no longer knows them, and makes none", async () => {
    const { cache, edition } = await aWarmCache();
    writeFileSync(join(cache, "sources.json"), '{"cut o');
    expect(await madeIn(edition, cache)).toBe(0);
    expect(JSON.parse(readFileSync(join(cache, "sources.json"), "utf8"))).not.toEqual({});
  });

  it("reads a photo again that is not what it remembers of it, and makes none", async () => {
    const { cache, edition, files } = await aWarmCache();
    const before = stateOf(files);
    const memory = readFileSync(join(cache, "sources.json"), "utf8");
    const another = memory.replace(/"sha256":"[0-9a-f]{64}"/g, `"sha256":"${"0".repeat(64)}"`);
    expect(another).not.toBe(memory);
    writeFileSync(join(cache, "sources.json"), another);
    const again = await renditions(edition, cache);
    expect(stateOf(again.files)).toEqual(before);
    expect(readFileSync(join(cache, "sources.json"), "utf8")).toBe(memory);
  });

  it("keeps for a month what an edition no longer needs, as another may", async () => {
    const { cache, files } = await aWarmCache();
    const next = await renditions(editionOf(), cache);
    expect(await next.prune()).toBe(0);
    expect(files.every(({ cachedPath }) => existsSync(cachedPath))).toBe(true);
  });

  it("loses what no edition needed for a month, and what a stopped run left behind", async () => {
    const { cache, files } = await aWarmCache();
    const leftBehind = join(cache, "unfinished-a");
    const underWay = join(cache, "unfinished-b");
    for (const folder of [leftBehind, underWay]) mkdirSync(folder);
    const longAgo = new Date("2020-01-01");
    utimesSync(leftBehind, longAgo, longAgo);
    for (const { cachedPath } of files)
      utimesSync(join(dirname(cachedPath), "pictures.json"), longAgo, longAgo);
    const edition = editionOf(
      aRelease({ photos: [await aPhotoOf(await aPicture(30, 30).jpeg().toBuffer())] }),
    );
    const next = await renditions(edition, cache);
    expect(await next.prune()).toBe(3);
    expect(files.some(({ cachedPath }) => existsSync(cachedPath))).toBe(false);
    expect(next.files.every(({ cachedPath }) => existsSync(cachedPath))).toBe(true);
    expect([existsSync(leftBehind), existsSync(underWay)]).toEqual([false, true]);
  });

  it("never loses a file that is not its own, should it be opened in the wrong folder", async () => {
    const folder = aFolder();
    writeFileSync(join(folder, "brief.txt"), "wichtig");
    mkdirSync(join(folder, "akten"));
    const { prune } = await renditions(editionOf(), folder);
    expect(await prune()).toBe(0);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(["akten", "brief.txt"]));
  });

  it("can be shared by two runs at once", async () => {
    const cache = aFolder();
    const edition = editionOf(aRelease({ photos: [await aPhotoOf(await aPicture().jpeg().toBuffer())] }));
    const [one, other] = await Promise.all([renditions(edition, cache), renditions(edition, cache)]);
    expect(other.files).toEqual(one.files);
    expect(readdirSync(cache).filter((name) => name.startsWith("unfinished"))).toEqual([]);
    expect(new Set(one.files.map(({ cachedPath }) => basename(dirname(cachedPath)))).size).toBe(2);
  });
});
