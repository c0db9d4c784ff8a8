import { writeFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { probeImage } from "../../src/photos/probe-image.ts";
import { aFolder, aPhoneJpeg, aPicture, written } from "./pictures.ts";

async function probe(data: Buffer | string) {
  const { path, bytes } = written(aFolder(), "foto.jpg", data);
  return probeImage(path, bytes);
}

async function faultOf(data: Buffer | string): Promise<string> {
  const found = await probe(data);
  return "fault" in found ? found.fault : "kein Fehler";
}

function pngClaiming(png: Buffer, width: number, height: number): Buffer {
  const forged = Buffer.from(png);
  forged.writeUInt32BE(width, 16);
  forged.writeUInt32BE(height, 20);
  forged.writeUInt32BE(crc32(forged.subarray(12, 29)), 29);
  return forged;
}

describe("A photo's header", () => {
  it("tells JPEG, PNG and WebP apart by their content, whatever the file is called", async () => {
    expect(await probe(await aPicture().jpeg().toBuffer())).toEqual({
      format: "jpeg",
      width: 90,
      height: 60,
    });
    expect(await probe(await aPicture().png().toBuffer())).toEqual({ format: "png", width: 90, height: 60 });
    expect(await probe(await aPicture().webp().toBuffer())).toEqual({
      format: "webp",
      width: 90,
      height: 60,
    });
  });

  it("gives the size as a viewer shows it, when the phone was held upright", async () => {
    expect(await probe(await aPhoneJpeg(90, 60))).toEqual({ format: "jpeg", width: 60, height: 90 });
  });

  it("is read anew when an editor replaces the file", async () => {
    const { path, bytes } = written(aFolder(), "foto.jpg", await aPicture(90, 60).jpeg().toBuffer());
    await probeImage(path, bytes);
    writeFileSync(path, await aPicture(80, 50).jpeg().toBuffer());
    expect(await probeImage(path, bytes)).toEqual({ format: "jpeg", width: 80, height: 50 });
  });

  it("may be followed by what a camera appends behind the picture", async () => {
    const jpeg = await aPicture().jpeg().toBuffer();
    expect(await probe(Buffer.concat([jpeg, Buffer.alloc(9000, "Anhang")]))).toMatchObject({ width: 90 });
  });
});

describe("A file that cannot serve as a photo", () => {
  it("is named and told what to do: nothing in it", async () => {
    expect(await faultOf("")).toMatchInlineSnapshot(`"ist leer. Bitte die Datei neu ablegen."`);
  });

  it("is named and told what to do: no picture", async () => {
    expect(await faultOf("Das ist Text.")).toMatchInlineSnapshot(
      `"ist keine Bilddatei, die sich lesen lässt. Erwartet wird JPEG, PNG oder WebP."`,
    );
    expect(await faultOf("PK\x03\x04 ein Textdokument")).toBe(await faultOf("Das ist Text."));
    expect(await faultOf("<html><svg></svg></html>")).toBe(await faultOf("Das ist Text."));
  });

  it.each([
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["SVG", '\uFEFF<?xml version="1.0"?>\n<!-- Logo -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["GIF", "GIF89a\x01\x00\x01\x00"],
    ["HEIC", "\0\0\0\x18ftypheic\0\0\0\0"],
    ["AVIF", "\0\0\0\x20ftypavif\0\0\0\0"],
    ["TIFF", "II*\0\x08\0\0\0"],
    ["JPEG XL", "\0\0\0\x0CJXL \r\n"],
    ["BMP", "BM\x10\x11\0\0\0\0\0\0"],
    ["Photoshop (PSD)", "8BPS\0\x01"],
  ])("is named and told what to do: %s", async (name, content) => {
    expect(await faultOf(content)).toBe(
      `ist eine Datei im Format ${name}. Erwartet wird JPEG, PNG oder WebP; bitte als JPEG speichern.`,
    );
  });

  it("is named and told what to do: a PDF file, which belongs elsewhere", async () => {
    expect(await faultOf("%PDF-1.7\n")).toMatchInlineSnapshot(
      `"ist eine Datei im Format PDF. Erwartet wird JPEG, PNG oder WebP; eine PDF-Datei gehört in attachments."`,
    );
  });

  it("is told where the original is: a pointer of Git LFS", async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 7136604\n`;
    expect(await probe(pointer)).toMatchInlineSnapshot(`
      {
        "fault": "ist nur ein Verweis von Git LFS; das Original fehlt in dieser Arbeitskopie. Bitte „git lfs pull“ ausführen.",
        "isMissingOriginal": true,
      }
    `);
  });

  it("is told how to make it smaller: more than 40 MB", async () => {
    const { path } = written(aFolder(), "foto.jpg", await aPicture().jpeg().toBuffer());
    expect(await probeImage(path, 52_340_000)).toMatchInlineSnapshot(`
      {
        "fault": "ist 52,3 MB groß. Erwartet werden höchstens 40 MB; bitte als JPEG mit höchstens 6.000 Pixeln Kantenlänge speichern.",
        "isMissingOriginal": false,
      }
    `);
    expect(await probeImage(path, 40_000_000)).not.toHaveProperty("fault");
  });

  it("is told how to make it smaller: more than 120 megapixels", async () => {
    const png = await aPicture().png().toBuffer();
    expect(await faultOf(pngClaiming(png, 20_000, 12_500))).toMatchInlineSnapshot(
      `"hat 250 Megapixel (20.000 × 12.500). Erwartet werden höchstens 120 Megapixel; bitte als JPEG mit höchstens 6.000 Pixeln Kantenlänge speichern."`,
    );
  });

  it.each(["jpeg", "png", "webp"] as const)(
    "is told to be saved again: a %s that breaks off",
    async (format) => {
      const whole = await aPicture(400, 300).toFormat(format).toBuffer();
      expect(await faultOf(whole.subarray(0, whole.length * 0.9))).toBe(
        "ist unvollständig oder beschädigt und lässt sich nicht ganz lesen. Bitte die Datei neu aus dem Original speichern.",
      );
    },
  );

  it("is told to be saved again: a signature with nothing sensible behind it", async () => {
    expect(await faultOf(Buffer.from("\x89PNG\r\n\x1A\nUnsinn", "latin1"))).toContain("beschädigt");
  });
});
