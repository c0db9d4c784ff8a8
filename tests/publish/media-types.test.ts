import { describe, expect, it } from "vitest";
import { DOWNLOAD_ENDINGS } from "../../src/domain/download.ts";
import { isCompressible, mediaTypeOf } from "../../src/publish/media-types.ts";

describe("A file's type follows its name", () => {
  it.each([
    ["index.html", "text/html; charset=utf-8", true],
    ["sitemap.xml", "application/xml; charset=utf-8", true],
    ["feed.xml", "application/xml; charset=utf-8", true],
    ["presse/themen/kita/feed.xml", "application/xml; charset=utf-8", true],
    ["mein-feed.xml", "application/xml; charset=utf-8", true],
    ["feed.json", "application/feed+json", true],
    ["daten/2019.json", "application/json", true],
    ["favicon.svg", "image/svg+xml", true],
    ["SHA256SUMS", "text/plain; charset=utf-8", true],
    ["teilen.png", "image/png", false],
    ["liste.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false],
    ["fragment/unknown_1.pf_fragment", undefined, false],
  ])("%s is %s, compressed: %s", (path, type, isText) => {
    expect([mediaTypeOf(path)?.type, isCompressible(path)]).toEqual([type, isText]);
  });

  it.each(DOWNLOAD_ENDINGS)("that of an attachment ending in .%s is known", (ending) => {
    expect(mediaTypeOf(`anlage.${ending}`)).toBeDefined();
  });
});
