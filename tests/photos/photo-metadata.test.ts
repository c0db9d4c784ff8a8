import { load } from "cheerio";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { captureDay } from "../../src/photos/capture-day.ts";
import { iptcIim, withIptcIim } from "../../src/photos/iptc-iim.ts";
import { readPhotoCredit } from "../../src/photos/photo-credit.ts";
import type { PhotoMetadata } from "../../src/photos/photo-metadata.ts";
import { photoMetadata } from "../../src/photos/photo-metadata.ts";
import { xmpPacket } from "../../src/photos/xmp-packet.ts";
import { anOffice, aPhotoNotAtHand, aRelease } from "../fixtures/newsroom.ts";
import { aPhoneJpeg, readIim, readXmp } from "./pictures.ts";

function metadata(given: Partial<PhotoMetadata> = {}): PhotoMetadata {
  return { ...photoMetadata(aRelease(), aPhotoNotAtHand(), anOffice()), ...given };
}

describe("A credit line", () => {
  it.each([
    ["Foto: Erika Beispiel/ Kreis Soest", "Erika Beispiel", "© Erika Beispiel/ Kreis Soest"],
    ["© Erika Beispiel/Kreis Soest", "Erika Beispiel", "© Erika Beispiel/Kreis Soest"],
    ["Foto: © Erika Beispiel", "Erika Beispiel", "© Erika Beispiel"],
    ["Foto: (C) Erika Beispiel", "Erika Beispiel", "© Erika Beispiel"],
    ["Symbolfoto: Beispiel & Söhne", "Beispiel & Söhne", "© Beispiel & Söhne"],
    ["Foto: Kreis Soest", "Kreis Soest", "© Kreis Soest"],
    ["Foto: bpa/ Erika Beispiel", "bpa/ Erika Beispiel", "© bpa/ Erika Beispiel"],
    ["Erika Beispiel", "Erika Beispiel", "© Erika Beispiel"],
  ])("„%s“ names the creator „%s“", (credit, creator, copyright) => {
    expect(readPhotoCredit(credit, "Kreis Soest")).toMatchObject({ creator, copyright });
  });

  it.each(["©", "Foto: ©", "Foto:"])("„%s“ names nobody", (credit) => {
    expect(readPhotoCredit(credit, "Kreis Soest")).toEqual({
      names: undefined,
      creator: undefined,
      copyright: undefined,
    });
  });
});

describe("The XMP packet", () => {
  it("is read back as it was said, whatever characters it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        const said = `${text.replace(/\s+/g, " ")}]]>&amp;<b>"'`;
        expect(
          readXmp(Buffer.from(xmpPacket(metadata({ headline: said, description: said })))),
        ).toMatchObject({
          "photoshop:Headline": said,
          "dc:description": said,
        });
      }),
    );
  });

  it("leaves out what XML cannot hold", () => {
    const packet = xmpPacket(metadata({ headline: "Wei\uFFFEß\uFFFF" }));
    expect(load(packet, { xml: true })("photoshop\\:Headline").text()).toBe("Weiß");
  });

  it("has no empty property", () => {
    const packet = xmpPacket(metadata({ creator: undefined, copyrightNotice: undefined, jobId: undefined }));
    expect(Object.keys(readXmp(Buffer.from(packet)))).toEqual([
      "photoshop:Headline",
      "photoshop:Credit",
      "photoshop:Source",
      "photoshop:DateCreated",
      "xmpRights:UsageTerms",
    ]);
  });
});

describe("The IPTC datasets", () => {
  it("hold the beginning of each text, cut between characters where their room ends", async () => {
    const jpeg = await sharp({ create: { width: 2, height: 2, channels: 3, background: "#fff" } })
      .jpeg()
      .toBuffer();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 400 }), async (text) => {
        const whole = withIptcIim(jpeg, iptcIim(metadata({ headline: text, creator: text })));
        const iim = readIim((await sharp(whole).metadata()).iptc);
        expect(text.startsWith(iim["2:105"] ?? "?")).toBe(true);
        expect(Buffer.byteLength(iim["2:105"] ?? "")).toBeGreaterThan(
          Math.min(Buffer.byteLength(text), 256) - 4,
        );
        expect(Buffer.byteLength(iim["2:80"] ?? "")).toBeLessThanOrEqual(32);
      }),
      { numRuns: 50 },
    );
  });

  it("leave the picture as it was", async () => {
    const jpeg = await aPhoneJpeg();
    const pixels = (image: Buffer) => sharp(image).raw().toBuffer();
    expect(await pixels(withIptcIim(jpeg, iptcIim(metadata())))).toEqual(await pixels(jpeg));
  });
});

describe("The day a photo was taken", () => {
  it("is what its camera noted", async () => {
    const { exif = Buffer.alloc(0) } = await sharp(await aPhoneJpeg()).metadata();
    expect(captureDay(exif)).toBe("2019-03-26");
  });

  it("is unknown where the camera noted none, or no day", async () => {
    const exifWith = async (noted: Record<string, string>) => {
      const picture = sharp({ create: { width: 2, height: 2, channels: 3, background: "#fff" } });
      return (
        (await sharp(await picture.withExif({ IFD2: noted }).jpeg().toBuffer()).metadata()).exif ??
        Buffer.alloc(0)
      );
    };
    expect(captureDay(await exifWith({ LensModel: "Testobjektiv" }))).toBeUndefined();
    expect(captureDay(await exifWith({ DateTimeOriginal: "0000:00:00 00:00:00" }))).toBeUndefined();
  });

  it("is unknown where the noted is damaged; nothing a file holds can stop the build", async () => {
    const { exif = Buffer.alloc(0) } = await sharp(await aPhoneJpeg()).metadata();
    fc.assert(
      fc.property(fc.nat(exif.length - 1), fc.uint8Array({ maxLength: 60 }), (position, bytes) => {
        const damaged = Buffer.concat([exif.subarray(0, position), bytes]);
        expect(captureDay(damaged) ?? "2000-01-01").toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
  });
});
